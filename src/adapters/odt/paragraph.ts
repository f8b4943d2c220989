import { cellText } from "../sheet/shown/cell-text.ts";
import type { Run } from "../sheet/shown/cell-text.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { Reach } from "../word/items/covering.ts";
import { withLabel } from "../word/text/ink.ts";
import type { Item, WordParagraph } from "../word/items/items.ts";
import type { Label } from "../word/lists/list-counter.ts";
import type { OdfLabelLook } from "./lists.ts";
import type { OdfStyles } from "./styles.ts";
import type { TextLook } from "./text-properties.ts";

/** A paragraph being read. */
export interface OpenOdtParagraph {
  readonly depth: number;
  readonly runs: Run[];
  /** Looks of the open spans with the depth of each; the first is the look of the paragraph itself. */
  readonly looks: { readonly depth: number; readonly look: TextLook }[];
  readonly heading: number | undefined;
  readonly label: Label | null;
  /** Why the digits of the label must not be used. */
  readonly labelDoubt: string | undefined;
  readonly ground: Rgb | null;
  /** Points of space above the first line. */
  readonly above: number;
  /** Items anchored in the paragraph; they follow it. */
  readonly attached: Item[];
  isHidden: boolean;
  endsInSpace: boolean;
  doubt: string | undefined;
  /** How far what floats in front of the text reaches from here. */
  covers?: Reach;
}

/** Opens a paragraph of this style; `label` is its number together with the look that the list gives it. */
export function openOdtParagraph(
  styles: OdfStyles,
  style: string | undefined,
  around: {
    readonly depth: number;
    readonly level: number | undefined;
    readonly label: ({ readonly label: Label } & OdfLabelLook) | null;
    readonly ground: Rgb | null;
  },
): OpenOdtParagraph {
  const { depth, level } = around;
  const look = styles.paragraph(style);
  const ground = styles.ground("paragraph", style) ?? around.ground ?? styles.page();
  const known = around.label;
  const labelLook = known && styles.stated(known.own, styles.span(known.style, look));
  const seen = labelLook === null || labelLook.hidden ? null : known!.label;
  return {
    depth,
    runs: [],
    looks: [{ depth, look }],
    heading: level ?? styles.outlineLevel(style),
    label: seen,
    labelDoubt: seen === null ? undefined : cellText([{ text: seen.text, look: labelLook! }], ground).doubt,
    above: styles.above("paragraph", style),
    ground,
    attached: [],
    isHidden: false,
    endsInSpace: true,
    doubt: undefined,
  };
}

/**
 * Adds text as it is written: white space becomes one space, and is dropped at the beginning (ODF 1.3 part 3, 6.1.2).
 * False where its style hides the text.
 */
export function addWritten(paragraph: OpenOdtParagraph, text: string): boolean {
  let shown = text.replace(/[\t\r\n ]+/g, " ");
  if (paragraph.endsInSpace && shown.startsWith(" ")) shown = shown.slice(1);
  if (shown === "") return true;
  const isSeen = addShown(paragraph, shown);
  paragraph.endsInSpace = shown.endsWith(" ");
  return isSeen;
}

/** Adds text as it is shown; false where its style hides the text. */
export function addShown(paragraph: OpenOdtParagraph, text: string): boolean {
  const { look } = paragraph.looks.at(-1)!;
  if (look.hidden) return text.trim() === "";
  const last = paragraph.runs.at(-1);
  if (last?.look === look) paragraph.runs[paragraph.runs.length - 1] = { text: last.text + text, look };
  else paragraph.runs.push({ text, look });
  paragraph.endsInSpace = false;
  return true;
}

/** True for a paragraph without text whose mark is hidden: it takes no line. */
export function isGone({ runs, looks, label }: OpenOdtParagraph): boolean {
  return runs.length === 0 && label === null && (looks[0]?.look.hidden ?? false);
}

/** Points of the letters of a paragraph; of its mark where it has none. */
export function heightOf({ runs, looks }: OpenOdtParagraph): number {
  const letters = runs.length > 0 ? runs : looks.slice(0, 1);
  return letters.reduce((most, { look }) => Math.max(most, look.size), 0);
}

export function closeOdtParagraph(open: OpenOdtParagraph): WordParagraph {
  const { runs, ground, label, labelDoubt, heading, doubt } = open;
  const seen = cellText(runs, ground);
  const text = label === null ? seen.text : withLabel(label, seen.text);
  const reason = seen.doubt ?? labelDoubt ?? doubt ?? lineDoubt(open);
  return {
    kind: "paragraph",
    text,
    ...(heading === undefined ? {} : { heading }),
    ...(reason === undefined ? {} : { doubt: reason }),
    ...(open.covers !== undefined && { covers: open.covers }),
  };
}

/** Whether a line beside a paragraph without text may be a one, or what a tab draws may be a minus or digits. */
function lineDoubt({ runs, looks }: OpenOdtParagraph): "drawn" | undefined {
  const { look } = looks[0]!;
  if (look.doubt !== "drawn" && !look.leads) return undefined;
  const text = runs.map((run) => run.text).join("");
  const isLed = look.leads && text.includes("\t") && !/\p{L}/u.test(text);
  return isLed || (look.doubt === "drawn" && text.trim() === "") ? "drawn" : undefined;
}
