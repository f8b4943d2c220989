import type { Item, WordParagraph } from "../../word/items.ts";
import type { Label, ListCounter, NumberProperties } from "../../word/list-counter.ts";
import type { Numbering } from "../../word/lists.ts";
import { headingLevel } from "../../word/headings.ts";
import type { BoundControl } from "./controls.ts";
import type { Counts } from "../counts.ts";
import type { ThemePalette, Shading } from "../look/palette.ts";
import type { RunProperties } from "../look/run-properties.ts";
import { spaceDoubt } from "../look/space.ts";
import { differs, runSightOf } from "../look/sight.ts";
import type { RunSight, TableLook } from "../look/sight.ts";
import type { ShownPicture } from "../pictures.ts";
import type { DocxStyles } from "./styles.ts";
import type { Field } from "../../word/field.ts";
import { doubtOf, joinsNumber, showScripts, withLabel } from "../../word/ink.ts";
import type { Script } from "../../word/ink.ts";
import { isSymbolFont, symbolText } from "../../word/symbols.ts";

/** What the whole document has in common while it is read. */
export interface ParagraphContext {
  readonly styles: DocxStyles;
  readonly numbering: Numbering;
  /** How the numbers of a list's level look (w:lvl's w:rPr). */
  readonly numberLook: (numberId: string, level: number) => RunProperties | undefined;
  readonly palette: ThemePalette;
  /** What a store of custom XML says at an XPath (w:dataBinding); null where it says nothing. */
  readonly bound: (binding: Binding) => string | null;
  readonly counts: Counts;
  /** Pictures in the order the text shows them. */
  readonly pictures: ShownPicture[];
  /** `w:footnote:2` and the like, in the order the text refers to them. */
  readonly notes: Set<string>;
}

/** Where a content control's text is held (17.5.2.6). */
export interface Binding {
  readonly path: string;
  readonly store: string | undefined;
}

interface Run {
  readonly look: RunProperties;
  /** How the look comes out; worked out at the run's first text. */
  sight: RunSight | null;
  /** The run's text is a note's own mark (w:customMarkFollows). */
  noteMark: boolean;
}

/** A paragraph being read. */
export interface OpenDocxParagraph {
  readonly depth: number;
  readonly context: ParagraphContext;
  readonly fields: Field[];
  /** Text boxes anchored here: they follow the paragraph. */
  readonly attached: Item[];
  run: Run;
  collecting: "text" | "instruction" | null;
  buffer: string;
  /** What is seen. */
  text: string;
  /** The same with what its colour or size hides. */
  whole: string;
  /** Why the text must not be used as a number. */
  doubt: string | undefined;
  /** The look of the last text. */
  lastSight: RunSight | null;
  readonly table: readonly TableLook[];
  /** Content controls it stands in, or holds. */
  readonly controls: BoundControl[];
  readonly alternatives: number;
  /** Look of the paragraph's mark, which its number shares (17.9.24). */
  readonly markLook: RunProperties;
  /** Open simple fields, and where their text starts. */
  readonly simpleFields: { readonly instruction: string; readonly start: number }[];
  readonly floating: boolean;
  readonly rowHeight: number | undefined;
  shading: Shading | undefined;
  line: number | undefined;
  /** Twips above its first line. */
  before: number | undefined;
  /** Twips from the cell's edge to its text. */
  indent: number | undefined;
  /** It stands in a frame of its own (w:framePr, 17.3.1.11). */
  framed: boolean;
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
  /** Small text stands above some of it (w:ruby). */
  ruby: boolean;
}

/** What a paragraph has from the place it opens in. */
export interface ParagraphSurroundings {
  readonly table: readonly TableLook[];
  readonly controls: readonly BoundControl[];
  /** Open mc:AlternateContent. */
  readonly alternatives: number;
  /** The table around it is laid over the page as a whole: its paragraphs repeat its frame. */
  readonly floating: boolean;
  /** Twips of the row around it where its height is exact. */
  readonly rowHeight: number | undefined;
}

/** `carried` is the paragraph before, where its mark is gone. */
export function openParagraph(
  depth: number,
  context: ParagraphContext,
  fields: Field[],
  carried: OpenDocxParagraph | null,
  { table, controls, alternatives, floating, rowHeight }: ParagraphSurroundings,
): OpenDocxParagraph {
  return {
    table,
    controls: [...new Set([...(carried?.controls ?? []), ...controls])],
    whole: carried?.whole ?? "",
    doubt: carried?.doubt,
    lastSight: carried?.lastSight ?? null,
    markLook: {},
    simpleFields: [],
    alternatives,
    floating,
    rowHeight,
    shading: undefined,
    line: undefined,
    before: undefined,
    indent: undefined,
    framed: false,
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
    ruby: carried?.ruby ?? false,
  };
}

export function plainRun(): Run {
  return { look: {}, sight: null, noteMark: false };
}

/** How the open run is seen, in the surest of the ways its cell may look. */
export function runSight(paragraph: OpenDocxParagraph): RunSight {
  return (paragraph.run.sight ??= seenAs(paragraph, paragraph.run.look));
}

function seenAs({ context, table, style, shading }: OpenDocxParagraph, direct: RunProperties): RunSight {
  const { styles, palette } = context;
  const paragraphShading =
    shading ?? styles.chain(style, "paragraph").find((one) => one.shading !== undefined)?.shading;
  const sights = table.map((look) =>
    runSightOf({ styles, palette, table: look, paragraphStyle: style, paragraphShading, direct }),
  );
  const [first, ...others] = sights as [RunSight, ...RunSight[]];
  if (others.length === 0) return first;
  if (others.every(({ visibility }) => visibility === first.visibility))
    return { ...first, doubt: sights.find(({ doubt }) => doubt !== undefined)?.doubt };
  return { ...first, visibility: "seen", doubt: "hidden-text" };
}

/** Adds what a run shows, unless it is hidden, part of a field's instruction, or a note's mark. */
export function addText(paragraph: OpenDocxParagraph, text: string): void {
  const { run, context } = paragraph;
  if (text === "" || run.noteMark) return;
  if (paragraph.fields.some((field) => !field.inResult)) {
    paragraph.suppressed += text;
    return;
  }
  const sight = runSight(paragraph);
  if (sight.visibility === "hidden") {
    context.counts.hidden += text.length;
    return;
  }
  const shown = isSymbolFont(sight.font) ? symbolText(sight.font, text) : text;
  for (const control of paragraph.controls) control.text += shown;
  paragraph.whole += shown;
  const inked = shown.trim() !== "";
  if (inked) paragraph.doubt ??= sight.doubt ?? spaceDoubt(paragraph, context.styles, sight, shown);
  if (sight.visibility === "unseen" && inked) {
    context.counts.hidden += text.length;
    return;
  }
  if (
    paragraph.lastSight !== null &&
    joinsNumber(paragraph.text, shown) &&
    differs(paragraph.lastSight, sight)
  )
    paragraph.doubt ??= "mixed-look";
  const start = paragraph.text.length;
  paragraph.text += shown;
  if (inked) paragraph.lastSight = sight;
  if (sight.script !== undefined) paragraph.scripts.push([start, paragraph.text.length, sight.script]);
  if (sight.struck && /\d/.test(text)) paragraph.struck = true;
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
export function numberParagraph(paragraph: OpenDocxParagraph, counter: ListCounter): void {
  if (paragraph.numbered) return;
  paragraph.numbered = true;
  if (paragraph.markGone) return;
  paragraph.label = counter(paragraph.number, paragraph.context.styles.chain(paragraph.style, "paragraph"));
}

export function closeParagraph(paragraph: OpenDocxParagraph): WordParagraph {
  const { context } = paragraph;
  const { label, unseen, doubt: labelDoubt } = seenLabel(paragraph);
  const raised = showScripts(paragraph);
  const heading = headingLevel(paragraph.outline, context.styles.chain(paragraph.style, "paragraph"));
  const ruby = paragraph.ruby && /\d/.test(paragraph.whole) ? "raised-digit" : undefined;
  const doubt = paragraph.doubt ?? labelDoubt ?? ruby ?? doubtOf(paragraph, raised);
  const labelled = label ?? unseen;
  const hides = paragraph.whole !== paragraph.text || unseen !== null;
  const closed = {
    kind: "paragraph" as const,
    text: label === null ? raised : withLabel(label, raised),
    ...(hides && { whole: labelled === null ? paragraph.whole : withLabel(labelled, paragraph.whole) }),
    ...(heading !== undefined && { heading }),
    ...(doubt !== undefined && { doubt }),
  };
  for (const control of paragraph.controls) control.paragraphs.push(closed);
  return closed;
}

interface SeenLabel {
  readonly label: Label | null;
  /** The label where its colour or size hides it. */
  readonly unseen: Label | null;
  readonly doubt?: string | undefined;
}

/** The list number as its own look, its level's and the paragraph mark's (17.9.24), leaves it. */
function seenLabel(paragraph: OpenDocxParagraph): SeenLabel {
  const { label, context, markLook } = paragraph;
  if (label === null) return { label, unseen: null };
  const { from } = label;
  const own = from && context.numberLook(from.numberId, from.level);
  const { visibility, doubt } = seenAs(paragraph, { ...markLook, ...own });
  if (visibility === "hidden") return { label: null, unseen: null };
  return visibility === "unseen" ? { label: null, unseen: label, doubt } : { label, unseen: null, doubt };
}

/**
 * A field whose instruction never ends hides text for good in a broken file: it ends with its paragraph here,
 * and is counted when it hid something.
 */
export function endInstructions(paragraph: OpenDocxParagraph): void {
  for (const field of paragraph.fields) {
    if (field.inResult) continue;
    field.inResult = true;
    if (paragraph.suppressed !== "") paragraph.context.counts.brokenFields++;
  }
}
