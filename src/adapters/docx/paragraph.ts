import type { Item, Paragraph } from "../word/items.ts";
import type { Label, ListCounter, NumberProperties } from "../word/list-counter.ts";
import type { Numbering } from "../word/lists.ts";
import { headingLevel } from "../word/headings.ts";
import type { Styles } from "./styles.ts";
import type { Field } from "../word/field.ts";
import { doubtOf, showScripts, withLabel } from "../word/ink.ts";
import type { Script } from "../word/ink.ts";
import { isSymbolFont, symbolText } from "../word/symbols.ts";

/** What the whole document has in common while it is read. */
export interface Context {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly counts: Counts;
  /** `w:footnote:2` and the like, in the order the text refers to them. */
  readonly notes: Set<string>;
}

/** What was met and not read, or read in a particular way; becomes diagnostics. */
export interface Counts {
  insertions: number;
  deletions: number;
  hidden: number;
  pictures: number;
  objects: number;
  imports: number;
  brokenFields: number;
  cells: number;
}

interface Run {
  style?: string | undefined;
  vanish?: boolean | undefined;
  font?: string | undefined;
  script?: string | undefined;
  struck: boolean;
  /** The run's text is a note's own mark (w:customMarkFollows). */
  noteMark: boolean;
}

/** A paragraph being read. */
export interface OpenParagraph {
  readonly depth: number;
  readonly context: Context;
  readonly fields: Field[];
  /** Text boxes anchored here: they follow the paragraph. */
  readonly attached: Item[];
  run: Run;
  collecting: "text" | "instruction" | null;
  buffer: string;
  text: string;
  suppressed: string;
  scripts: Script[];
  style?: string | undefined;
  outline?: number | undefined;
  number: NumberProperties;
  label: Label | null;
  numbered: boolean;
  /** The paragraph mark is deleted or hidden: the next paragraph goes on in the same line. */
  markGone: boolean;
  struck: boolean;
  formula: boolean;
}

/** `carried` is the paragraph before, where its mark is gone. */
export function openParagraph(
  depth: number,
  context: Context,
  fields: Field[],
  carried: OpenParagraph | null,
): OpenParagraph {
  return {
    depth,
    context,
    fields,
    attached: carried?.attached ?? [],
    run: plainRun(),
    collecting: null,
    buffer: "",
    suppressed: "",
    text: carried?.text ?? "",
    scripts: carried?.scripts ?? [],
    number: {},
    label: null,
    numbered: false,
    markGone: false,
    struck: carried?.struck ?? false,
    formula: carried?.formula ?? false,
  };
}

export function plainRun(): Run {
  return { struck: false, noteMark: false };
}

/** Hidden by the run itself or by its styles: a toggle property, so two styles cancel out (ISO 29500-1 17.7.3). */
export function isHidden({ context: { styles }, run, style }: OpenParagraph): boolean {
  if (run.vanish !== undefined) return run.vanish;
  const own = styles.chain(style, "paragraph").find((one) => one.vanish !== undefined)?.vanish ?? false;
  const character =
    styles.chain(run.style, "character").find((one) => one.vanish !== undefined)?.vanish ?? false;
  return styles.hiddenByDefault || own !== character;
}

/** Adds what a run shows, unless it is hidden, part of a field's instruction, or a note's mark. */
export function addText(paragraph: OpenParagraph, text: string): void {
  const { run, context } = paragraph;
  if (text === "" || run.noteMark) return;
  if (paragraph.fields.some((field) => !field.inResult)) {
    paragraph.suppressed += text;
    return;
  }
  if (isHidden(paragraph)) {
    context.counts.hidden += text.length;
    return;
  }
  const chain = run.style === undefined ? [] : context.styles.chain(run.style, "character");
  const font = run.font ?? chain.find((style) => style.symbolFont !== undefined)?.symbolFont;
  const script = run.script ?? chain.find((style) => style.script !== undefined)?.script;
  const start = paragraph.text.length;
  paragraph.text += isSymbolFont(font) ? symbolText(font, text) : text;
  if (script === "superscript" || script === "subscript")
    paragraph.scripts.push([start, paragraph.text.length, script]);
  if (run.struck && /\d/.test(text)) paragraph.struck = true;
}

/** Text of one w:t: white space at its ends counts only where xml:space says so (ISO 29500-1 17.3.3.31). */
export function elementText(raw: string, preserve: boolean): string {
  const text = preserve ? raw : trimXmlSpace(raw);
  return /[\n\r]/.test(text) ? text.replace(/\r\n?|\n/g, " ") : text;
}

/** Not `trim`, which takes the ideographic space too; not a regular expression, which takes quadratic time on a run of spaces. */
function trimXmlSpace(text: string): string {
  const isSpace = (at: number): boolean => " \t\n\r".includes(text[at]!);
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(from)) from++;
  while (from < to && isSpace(to - 1)) to--;
  return text.slice(from, to);
}

/** Counts the paragraph in its list; called once its properties are known. */
export function numberParagraph(paragraph: OpenParagraph, counter: ListCounter): void {
  if (paragraph.numbered) return;
  paragraph.numbered = true;
  if (paragraph.markGone) return;
  paragraph.label = counter(paragraph.number, paragraph.context.styles.chain(paragraph.style, "paragraph"));
}

export function closeParagraph(paragraph: OpenParagraph): Paragraph {
  const { context, label } = paragraph;
  const raised = showScripts(paragraph);
  const heading = headingLevel(paragraph.outline, context.styles.chain(paragraph.style, "paragraph"));
  const doubt = doubtOf(paragraph, raised);
  return {
    kind: "paragraph",
    text: label === null ? raised : withLabel(label, raised),
    ...(heading === undefined ? {} : { heading }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/**
 * A field whose instruction never ends hides text for good in a broken file: it ends with its paragraph here,
 * and is counted when it hid something.
 */
export function endInstructions(paragraph: OpenParagraph): void {
  for (const field of paragraph.fields) {
    if (field.inResult) continue;
    field.inResult = true;
    if (paragraph.suppressed !== "") paragraph.context.counts.brokenFields++;
  }
}
