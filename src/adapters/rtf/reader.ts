import type { Limits } from "../../model/index.ts";
import { tooLarge } from "../refusal.ts";
import type { Rgb } from "../docx/look/colour.ts";
import { newFlow, type FlowTally } from "../word/flow.ts";
import type { Item } from "../word/items/items.ts";
import { listCounter, type ListCounter } from "../word/lists/list-counter.ts";
import type { LetterLook } from "../word/text/look.ts";
import { lists, type Lists } from "./lists.ts";
import type { RtfPicture } from "./pictures.ts";
import { plainCharacters, plainParagraph, type Mode, type RtfGroup } from "./state.ts";
import { styleLooks, type StyleLooks } from "./style-looks.ts";
import { newRow, type RowDefinition } from "./tables.ts";
import { flushText } from "./reader-text.ts";
import type { RtfShape } from "./words/shapes.ts";

/** A style of the style sheet. */
export interface RtfStyle {
  name: string;
  outlineLevel: number | undefined;
  basedOn: number | undefined;
}

/** A document being read: its open groups, and the contents of its tables of fonts, colours, styles and lists. */
export interface Reader {
  readonly limits: Limits;
  readonly tally: FlowTally;
  readonly cells: { count: number };
  readonly groups: RtfGroup[];
  group: RtfGroup;
  /** Encoding of \ansicpg, for fonts that state no character set. */
  encoding: string;
  defaultFont: number;
  readonly fonts: Map<number, { name: string; charset: number | undefined }>;
  /** Number of the font whose entry is being read. */
  font: number;
  /** The first entry stands for the automatic colour. */
  readonly colours: (Rgb | null)[];
  colour: { red: number; green: number; blue: number } | null;
  readonly styles: Map<number, RtfStyle>;
  style: RtfStyle | null;
  readonly looks: StyleLooks;
  readonly lists: Lists;
  readonly counter: ListCounter;
  readonly boxCounter: ListCounter;
  row: RowDefinition;
  innerRow: RowDefinition;
  /** The list label before the paragraph, which the writer printed for readers that do not count lists. */
  label: string;
  labelLook: LetterLook | undefined;
  title: string;
  comment: string;
  readonly notes: Item[];
  readonly pictures: RtfPicture[];
  /** The shape that was opened last. */
  shape: RtfShape | null;
  /** Characters written by number, waiting until their stretch ends; the bytes in `pending` come after them. */
  letters: string;
  /** Bytes in one font, waiting to be decoded together. */
  pending: number[];
  /** First half of a surrogate pair, waiting for the second; 0 for none. */
  highSurrogate: number;
  /** How many bytes are still to be skipped after a \u character. */
  skip: number;
}

export function newReader(tally: FlowTally, limits: Limits): Reader {
  const cells = { count: 0 };
  const known = lists();
  const group: RtfGroup = {
    mode: "text",
    character: plainCharacters,
    paragraph: plainParagraph,
    fallback: 1,
    flow: newFlow(tally, cells, limits),
    field: null,
    inner: false,
    optional: false,
    holds: null,
  };
  return {
    limits,
    tally,
    cells,
    groups: [],
    group,
    encoding: "windows-1252",
    defaultFont: 0,
    fonts: new Map(),
    font: 0,
    colours: [],
    colour: null,
    styles: new Map(),
    style: null,
    looks: styleLooks(),
    lists: known,
    counter: listCounter(known.numbering),
    boxCounter: listCounter(known.numbering),
    row: newRow(),
    innerRow: newRow(),
    label: "",
    labelLook: undefined,
    title: "",
    comment: "",
    notes: [],
    pictures: [],
    shape: null,
    letters: "",
    pending: [],
    highSurrogate: 0,
    skip: 0,
  };
}

export function openGroup(reader: Reader): void {
  flushText(reader);
  reader.skip = 0;
  const { limits, groups, group } = reader;
  if (groups.length >= limits.maximumDepth) throw tooLarge("depth", groups.length + 1, limits.maximumDepth);
  groups.push(group);
  reader.group = { ...group, optional: false, holds: null };
}

/** Closes a group and returns it; null for the outermost. */
export function leaveGroup(reader: Reader): RtfGroup | null {
  flushText(reader);
  reader.skip = 0;
  const outer = reader.groups.pop();
  if (outer === undefined) return null;
  const closed = reader.group;
  reader.group = outer;
  return closed;
}

/** Begins a destination: from here on the group's text goes there. */
export function enter(reader: Reader, mode: Mode): void {
  reader.group.mode = mode;
}

/** Begins a separate flow for a text box or a note; the group's end ends it. */
export function enterFlow(reader: Reader, holds: "box" | "note"): void {
  const { tally, cells, limits, group } = reader;
  group.flow = newFlow(tally, cells, limits);
  group.mode = "text";
  group.holds = holds;
  group.character = plainCharacters;
  group.paragraph = plainParagraph;
}
