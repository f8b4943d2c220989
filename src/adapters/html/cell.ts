import type { Doubt } from "../../model/index.ts";
import { isInvisible, isReversed, parentOf } from "./dom.ts";
import type { Element } from "./dom.ts";
import { flow } from "./flow.ts";
import type { Remark } from "./flow.ts";
import { holdsText } from "./remarks.ts";
import type { Survey } from "./measure.ts";
import { isInnerTable } from "./segments.ts";

export interface CellReading {
  /** Paragraphs and forced lines joined by line ends; no-break spaces as they stand. */
  readonly text: string;
  readonly doubt?: Doubt;
  readonly hasHidden: boolean;
  readonly hasStruck: boolean;
}

/** Marks, embeddings and overrides; U+200F turns the order of digits around it, U+200E does not. */
const bidirectional = /[\u200F\u202A-\u202E\u2066-\u2069]/;

/** The text of one cell. A table inside is left to be read by itself unless it only frames one value. */
export function readCell(cell: Element, survey: Survey): CellReading {
  if (isInvisible(cell) || isInvisible(parentOf(cell)!)) {
    return { text: "", hasHidden: holdsText(cell), hasStruck: false };
  }
  const parts: string[] = [];
  const seen = new Set<Remark | "table" | "raised">();
  flow(cell, {
    paragraph: ({ text, hasRaisedDigit }) => {
      parts.push(text);
      if (hasRaisedDigit) seen.add("raised");
    },
    replace: (element) => {
      if (!isInnerTable(element, survey)) return undefined;
      seen.add("table");
      return [];
    },
    remark: (remark, element) => {
      if (remark === "picture" ? !isSpacer(element) : remark !== "hidden" && remark !== "struck")
        seen.add(remark);
      else if (remark !== "picture" && holdsText(element)) seen.add(remark);
    },
  });
  const text = parts.flatMap((part) => part.split("\n").filter((line) => line !== "")).join("\n");
  if (survey.hasReversed && hasReversedAncestor(cell)) seen.add("reversed");
  const reason = doubtOf(text, seen);
  return {
    text,
    ...(reason === undefined ? {} : { doubt: { kind: "unreadable", reason } }),
    hasHidden: seen.has("hidden"),
    hasStruck: seen.has("struck"),
  };
}

function doubtOf(text: string, seen: ReadonlySet<Remark | "table" | "raised">): string | undefined {
  if (seen.has("reversed") || bidirectional.test(text)) return "bidirectional-control";
  if (seen.has("raised")) return "raised-digit";
  // A label may have an icon; a value, or nothing at all, may be what the picture shows.
  if (/[^\d\s.,，．+\-—/]/.test(text)) return undefined;
  if (seen.has("picture")) return "picture";
  if (seen.has("form-control")) return "form-control";
  if (seen.has("broken-tag")) return "broken-tag";
  if (text.trim() !== "") return undefined;
  if (seen.has("table")) return "inner-table";
  return seen.has("struck") ? "struck-text" : undefined;
}

/** Pages of the old school push text around with pictures of a few transparent pixels. */
function isSpacer(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      ((name === "width" || name === "height") && /^[0-3](?:px)?$/.test(value.trim())) ||
      (name === "src" && /(?:spacer|blank|transparent|space|pixel)\.(?:gif|png)$/i.test(value)),
  );
}

function hasReversedAncestor(cell: Element): boolean {
  let here: Element | undefined = cell;
  while (here !== undefined && !isReversed(here)) here = parentOf(here);
  return here !== undefined;
}
