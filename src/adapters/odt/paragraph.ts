import { cellText } from "../sheet/cell-text.ts";
import type { Run } from "../sheet/cell-text.ts";
import type { Rgb } from "../docx/look/colour.ts";
import { withLabel } from "../word/ink.ts";
import type { Item, WordParagraph } from "../word/items.ts";
import type { Label } from "../word/list-counter.ts";
import type { TextLook } from "./styles.ts";

/** A paragraph being read. */
export interface OpenOdtParagraph {
  readonly depth: number;
  readonly runs: Run[];
  /** Looks of the open spans, the paragraph's own first, with the depth of each. */
  readonly looks: { readonly depth: number; readonly look: TextLook }[];
  readonly heading: number | undefined;
  readonly label: Label | null;
  readonly ground: Rgb | null;
  /** Points above its first line. */
  readonly above: number;
  /** What is anchored in it and follows it. */
  readonly attached: Item[];
  isHidden: boolean;
  endsInSpace: boolean;
  doubt: string | undefined;
}

/** Adds text as it is written: white space is one space, and none at the beginning (ODF 1.3 part 3, 6.1.2). */
export function addWritten(paragraph: OpenOdtParagraph, text: string): boolean {
  let shown = text.replace(/[\t\r\n ]+/g, " ");
  if (paragraph.endsInSpace && shown.startsWith(" ")) shown = shown.slice(1);
  if (shown === "") return true;
  const isSeen = addShown(paragraph, shown);
  paragraph.endsInSpace = shown.endsWith(" ");
  return isSeen;
}

/** Adds text as it is shown; false where its style hides it. */
export function addShown(paragraph: OpenOdtParagraph, text: string): boolean {
  const { look } = paragraph.looks.at(-1)!;
  if (look.hidden) return text.trim() === "";
  const last = paragraph.runs.at(-1);
  if (last?.look === look) paragraph.runs[paragraph.runs.length - 1] = { text: last.text + text, look };
  else paragraph.runs.push({ text, look });
  paragraph.endsInSpace = false;
  return true;
}

/** A paragraph without text whose mark is hidden takes no line. */
export function isGone({ runs, looks, label }: OpenOdtParagraph): boolean {
  return runs.length === 0 && label === null && (looks[0]?.look.hidden ?? false);
}

export function closeOdtParagraph({ runs, ground, label, heading, doubt }: OpenOdtParagraph): WordParagraph {
  const seen = cellText(runs, ground);
  const text = label === null ? seen.text : withLabel(label, seen.text);
  const reason = seen.doubt ?? doubt;
  return {
    kind: "paragraph",
    text,
    ...(heading === undefined ? {} : { heading }),
    ...(reason === undefined ? {} : { doubt: reason }),
  };
}
