import { finding } from "../../findings/finding.ts";
import type { Finding, Limits, MetadataField, PagePicture, Reading } from "../../model/index.ts";
import { Refusal, refusedReading } from "../refusal.ts";
import type { FlowTally } from "./flow.ts";
import type { Item } from "./items.ts";
import { writeTokens } from "./tokens.ts";

/** Items of a whole document and what was met on the way → what the adapter returns. Throws a Refusal where nothing is said. */
export function flowReading(
  items: readonly Item[],
  tally: FlowTally,
  limits: Limits,
  metadata: readonly MetadataField[] = [],
  shown: () => readonly PagePicture[] = () => [],
): Reading {
  const { tokens, diagnostics } = writeTokens(items, limits);
  const pictures = tokens.some(({ kind }) => kind !== "line") ? [] : shown();
  if (tokens.every((token) => token.kind === "line" && token.text.trim() === ""))
    return wordless(tally, pictures);
  return {
    tokens,
    metadata,
    diagnostics: [...tallyFindings(tally), ...diagnostics],
    ...(pictures.length > 0 && { pictures }),
  };
}

/** The reading of a document without words: its pictures, for who can read them. */
export function wordless(
  { pictures, objects }: Pick<FlowTally, "pictures" | "objects">,
  shown: readonly PagePicture[],
): Reading {
  const why = pictures + objects > 0 ? new Refusal("needs-ocr", { reason: "picture" }) : new Refusal("empty");
  return { ...refusedReading(why), ...(shown.length > 0 && { pictures: shown }) };
}

function tallyFindings(tally: FlowTally): Finding[] {
  const { insertions, deletions, hidden, pictures, objects, brokenFields, unevenRows, floating } = tally;
  const findings = [
    insertions + deletions > 0 && finding("tracked-changes", { args: { insertions, deletions } }),
    hidden > 0 && finding("hidden-content", { args: { count: hidden } }),
    pictures > 0 && finding("pictures-not-read", { args: { pictures } }),
    objects > 0 && finding("embedded-objects-not-read", { args: { objects } }),
    brokenFields > 0 && finding("broken-field", { args: { fields: brokenFields } }),
    floating > 0 && finding("floating-number", { args: { count: floating } }),
    unevenRows > 0 && finding("short-row", { args: { count: unevenRows } }),
  ];
  return findings.filter((one) => one !== false);
}
