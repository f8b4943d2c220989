import type { Item } from "../../word/items/items.ts";
import type { Label, NumberProperties } from "../../word/lists/list-counter.ts";
import type { Numbering } from "../../word/lists/lists.ts";
import type { BoundControl } from "./controls.ts";
import type { Counts } from "./counts.ts";
import type { ThemePalette, Shading } from "../look/palette.ts";
import type { RunProperties } from "../look/run-properties.ts";
import type { RunSight, TableLook } from "../look/sight.ts";
import type { ShownPicture } from "../../package/stored-pictures.ts";
import type { DocxStyles } from "../look/styles.ts";
import type { Field } from "../../word/text/field.ts";
import type { Script } from "../../word/text/ink.ts";
import type { Rgb } from "../look/colour.ts";
import type { Reach } from "../../word/items/covering.ts";
import type { Aligned } from "../../word/tables/room.ts";

/** What all paragraphs of a document share while it is read. */
export interface ParagraphContext {
  readonly styles: DocxStyles;
  readonly numbering: Numbering;
  /** How the numbers of a list level look (the w:rPr of w:lvl). */
  readonly numberLook: (numberId: string, level: number) => RunProperties | undefined;
  readonly palette: ThemePalette;
  /** What a store of custom XML holds at an XPath (w:dataBinding); null where it holds nothing. */
  readonly bound: (binding: Binding) => string | null;
  readonly counts: Counts;
  /** The grounds of the shapes behind the text so far, and the stated colours of the numbers in tables so far. */
  readonly grounds: Rgb[];
  readonly inks: Rgb[];
  /** The fonts that come with the document and that no words of it are set in. */
  readonly digitFonts: ReadonlySet<string>;
  /** Set while a header or a footer is read, which is drawn behind the text of every page (17.10). */
  readonly margin?: "header" | "footer";
  /** Pictures in the order the text shows them. */
  readonly pictures: ShownPicture[];
  /** `w:footnote:2` and the like, in the order the text refers to them. */
  readonly notes: Set<string>;
  /** Ids of the comments that dispute a number. */
  readonly disputing: ReadonlySet<string>;
}

/** Where a drawing or a frame stands, in points from its paragraph, or from the page where it is not `isNear`. */
export interface DrawnPlace {
  /** Undefined where it is aligned. */
  readonly top?: number | undefined;
  readonly height: number;
  readonly isNear: boolean;
}

/** Where the data of a content control are stored (17.5.2.6). */
export interface Binding {
  readonly path: string;
  readonly store: string | undefined;
}

export interface DocxRun {
  readonly look: RunProperties;
  /** How the run is seen; worked out when its first text comes. */
  sight: RunSight | null;
  /** True if the run's text is the mark of a note (w:customMarkFollows). */
  noteMark: boolean;
}

/** A paragraph being read. */
export interface OpenDocxParagraph {
  readonly depth: number;
  readonly context: ParagraphContext;
  readonly fields: Field[];
  /** Text boxes anchored in the paragraph; they follow it. */
  readonly attached: Item[];
  run: DocxRun;
  collecting: "text" | "instruction" | null;
  buffer: string;
  /** The text that is seen. */
  text: string;
  /** The text with what its colour or size hides. */
  whole: string;
  /** Why the text must not be used as a number. */
  doubt: string | undefined;
  /** The look of the last text. */
  lastSight: RunSight | null;
  readonly table: readonly TableLook[];
  /** Content controls around the paragraph or inside it. */
  readonly controls: BoundControl[];
  readonly alternatives: number;
  /** The look of the paragraph's mark, which its number shares (17.9.24). */
  readonly markLook: RunProperties;
  /** Open simple fields, and where the text of each starts. */
  readonly simpleFields: { readonly instruction: string; readonly start: number }[];
  readonly floating: boolean;
  readonly rowHeight: number | undefined;
  readonly cellWidth: number;
  readonly isInCell: boolean;
  readonly tableStyle: string | undefined;
  shading: Shading | undefined;
  line: number | undefined;
  /** Twips of space above the first line. */
  before: number | undefined;
  /** Twips from the cell's edge to its text. */
  indent: number | undefined;
  start: number | undefined;
  /** Twips from the text to the other edge; `aligned` is the edge that the text is aligned to. */
  right: number | undefined;
  aligned: Aligned | undefined;
  /** Twips to the last tab stop. */
  stop: number | undefined;
  /** True if the paragraph stands in a frame of its own (w:framePr, 17.3.1.11). */
  framed: boolean;
  frame?: DrawnPlace;
  /** How far what floats in front of the text reaches from here. */
  covers?: Reach;
  /** The names of the lines beside it; undefined where it states none. */
  lines?: string;
  /** How many spaces have a line under them. */
  underlined: number;
  suppressed: string;
  scripts: Script[];
  style?: string | undefined;
  outline?: number | undefined;
  number: NumberProperties;
  label: Label | null;
  numbered: boolean;
  /** True if the paragraph's mark is deleted or hidden: the next paragraph then continues in the same line. */
  markGone: boolean;
  struck: boolean;
  formula: boolean;
  /** True if small text stands above some of it (w:ruby). */
  ruby: boolean;
}

/** What a paragraph takes over from the place where it opens. */
export interface ParagraphSurroundings {
  readonly table: readonly TableLook[];
  readonly controls: readonly BoundControl[];
  /** Number of open mc:AlternateContent elements. */
  readonly alternatives: number;
  /** True if the table around it is laid over the page as a whole; its paragraphs then repeat the table's frame. */
  readonly floating: boolean;
  /** Twips of the height of the row around it, where that is exact. */
  readonly rowHeight: number | undefined;
  /** Twips of the width of the cell around it; infinite where it states none. */
  readonly cellWidth: number;
  readonly isInCell: boolean;
  readonly tableStyle: string | undefined;
}

/** `carried` is the previous paragraph, if its mark is deleted or hidden. */
export function openParagraph(
  depth: number,
  context: ParagraphContext,
  fields: Field[],
  carried: OpenDocxParagraph | null,
  { table, controls, ...around }: ParagraphSurroundings,
): OpenDocxParagraph {
  return {
    table,
    controls: [...new Set([...(carried?.controls ?? []), ...controls])],
    whole: carried?.whole ?? "",
    doubt: carried?.doubt,
    lastSight: carried?.lastSight ?? null,
    markLook: {},
    simpleFields: [],
    ...around,
    shading: undefined,
    line: undefined,
    before: undefined,
    indent: undefined,
    start: undefined,
    right: undefined,
    aligned: undefined,
    stop: undefined,
    framed: false,
    depth,
    context,
    fields,
    attached: carried?.attached ?? [],
    ...(carried?.covers !== undefined && { covers: carried.covers }),
    run: plainRun(),
    collecting: null,
    buffer: "",
    underlined: 0,
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

export function plainRun(): DocxRun {
  return { look: {}, sight: null, noteMark: false };
}
