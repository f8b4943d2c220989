import { finding } from "../../findings/finding.ts";
import type { Finding, Limits, MetadataField, PagePicture, Reading } from "../../model/index.ts";
import { hasFigures } from "../figures.ts";
import { Refusal, refusedReading } from "../refusal.ts";
import type { FlowTally } from "./flow.ts";
import type { Item } from "./items/items.ts";
import { writeTokens } from "./tokens.ts";

/**
 * Makes what the adapter returns from the items of a whole document and the counts of what was met. Throws a Refusal:
 * `too-large`.
 */
export function flowReading(
  items: readonly Item[],
  tally: FlowTally,
  limits: Limits,
  metadata: readonly MetadataField[] = [],
  shown: () => readonly PagePicture[] = () => [],
): Reading {
  return itemsReading(items, tally, limits, shown, (unread) => ({
    metadata,
    diagnostics: tallyFindings(tally, unread),
  }));
}

/**
 * The same for a format with further findings. `around` is called only if the document has words; it gets the findings
 * about unread pictures, and gives the metadata and all findings. `shown` is called only if the document has no table
 * of figures; it gives the pictures, for a caller who can read them.
 */
export function itemsReading(
  items: readonly Item[],
  tally: Pick<FlowTally, "pictures" | "objects">,
  limits: Limits,
  shown: () => readonly PagePicture[],
  around: (unread: readonly Finding[]) => Pick<Reading, "metadata" | "diagnostics">,
): Reading {
  const { tokens, diagnostics } = writeTokens(items, limits);
  const pages = hasFigures(tokens) ? [] : shown();
  const withPages = (unread: readonly Finding[]) => pages.length > 0 && { pictures: { pages, unread } };
  if (tokens.every((token) => token.kind === "line" && token.text.trim() === "")) {
    const reading = wordless(tally);
    return { ...reading, ...withPages(reading.diagnostics) };
  }
  const { pictures } = tally;
  const unread = pictures > 0 ? [finding("pictures-not-read", { args: { pictures } })] : [];
  const { metadata, diagnostics: found } = around(unread);
  return { tokens, metadata, diagnostics: [...found, ...diagnostics], ...withPages(unread) };
}

function wordless({ pictures, objects }: Pick<FlowTally, "pictures" | "objects">): Reading {
  return refusedReading(
    pictures + objects > 0 ? new Refusal("needs-ocr", { reason: "picture" }) : new Refusal("empty"),
  );
}

function tallyFindings(tally: FlowTally, unread: readonly Finding[]): Finding[] {
  const { insertions, deletions, hidden, objects, brokenFields, unevenRows, floating } = tally;
  const findings = [
    insertions + deletions > 0 && finding("tracked-changes", { args: { insertions, deletions } }),
    hidden > 0 && finding("hidden-content", { args: { count: hidden } }),
    ...unread,
    objects > 0 && finding("embedded-objects-not-read", { args: { objects } }),
    brokenFields > 0 && finding("broken-field", { args: { fields: brokenFields } }),
    floating > 0 && finding("floating-number", { args: { count: floating } }),
    unevenRows > 0 && finding("short-row", { args: { count: unevenRows } }),
  ];
  return findings.filter((one) => one !== false);
}
