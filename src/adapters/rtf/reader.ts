import type { Limits } from "../../model/index.ts";
import { tooLarge } from "../refusal.ts";
import type { Rgb } from "../docx/look/colour.ts";
import { placeDoubt } from "../word/room.ts";
import { newFlow } from "../word/flow.ts";
import type { FlowTally } from "../word/flow.ts";
import type { Item } from "../word/items.ts";
import { listCounter } from "../word/list-counter.ts";
import type { ListCounter } from "../word/list-counter.ts";
import type { LetterLook } from "../word/look.ts";
import { decodeText, encodingOf } from "./charsets.ts";
import { lists } from "./lists.ts";
import type { Lists } from "./lists.ts";
import type { RtfPicture } from "./pictures.ts";
import { plainCharacters, plainParagraph } from "./state.ts";
import type { Mode, ParagraphState, RtfGroup } from "./state.ts";
import { newRow, shadedGround } from "./tables.ts";
import type { RowDefinition } from "./tables.ts";

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
  readonly lists: Lists;
  readonly counter: ListCounter;
  readonly boxCounter: ListCounter;
  row: RowDefinition;
  innerRow: RowDefinition;
  /** The list label before the paragraph, which the writer printed for readers that do not count lists. */
  label: string;
  labelLook: LetterLook | undefined;
  title: string;
  readonly notes: Item[];
  readonly pictures: RtfPicture[];
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
    lists: known,
    counter: listCounter(known.numbering),
    boxCounter: listCounter(known.numbering),
    row: newRow(),
    innerRow: newRow(),
    label: "",
    labelLook: undefined,
    title: "",
    notes: [],
    pictures: [],
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

/** Hands the waiting text to its destination. Call it before anything changes the text's look or place. */
export function flushText(reader: Reader): void {
  const { letters, pending } = reader;
  if (letters !== "") {
    reader.letters = "";
    addRtfText(reader, letters);
  }
  if (pending.length === 0) return;
  reader.pending = [];
  let ascii = "";
  for (const byte of pending) {
    if (byte >= 0x80) {
      const bytes = Uint8Array.from(pending);
      return addRtfText(reader, decodeText(bytes, encodingFor(reader, bytes)));
    }
    ascii += String.fromCharCode(byte);
  }
  addRtfText(reader, ascii);
}

function encodingFor(reader: Reader, bytes: Uint8Array): string {
  const { fonts, group, defaultFont, encoding, font } = reader;
  const { character, mode } = group;
  if (mode === "fonts") return encodingOf(fonts.get(font)?.charset, encoding, bytes);
  const used = character.script8 === "double" ? (character.asianFont ?? character.font) : character.font;
  return encodingOf(fonts.get(used ?? defaultFont)?.charset, encoding, bytes);
}

/** The first half of a surrogate pair waits for the second; a half that stays alone becomes U+FFFD. */
export function addUnit(reader: Reader, unit: number): void {
  if (reader.pending.length > 0) flushText(reader);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  if (reader.highSurrogate !== 0) {
    reader.letters += isLow ? String.fromCharCode(reader.highSurrogate, unit) : "\ufffd";
    reader.highSurrogate = 0;
    if (isLow) return;
  } else if (isLow) return void (reader.letters += "\ufffd");
  if (unit >= 0xd800 && unit <= 0xdbff) reader.highSurrogate = unit;
  else reader.letters += String.fromCharCode(unit);
}

/** Characters of a title, label or instruction that are kept at most. */
const longest = 1000;

export function addRtfText(reader: Reader, text: string): void {
  const { group } = reader;
  const within = (kept: string): string => (kept.length < longest ? kept + text : kept);
  switch (group.mode) {
    case "text":
      if (group.field?.hasResult && text.trim() !== "") group.field.isShown = true;
      return group.flow.text(text, letterLookOf(reader, group));
    case "instruction":
      if (group.field !== null) group.field.instruction = within(group.field.instruction);
      return;
    case "label":
      reader.labelLook = letterLookOf(reader, group);
      reader.label = within(reader.label);
      return;
    case "title":
      reader.title = within(reader.title);
      return;
    // A semicolon ends each entry of these tables.
    case "fonts": {
      const font = reader.fonts.get(reader.font);
      if (font !== undefined) font.name = within(font.name).replaceAll(";", "");
      return;
    }
    case "styles":
      if (reader.style !== null) reader.style.name = within(reader.style.name).replaceAll(";", "");
      return;
    case "levelText":
      return reader.lists.levelText(text);
    case "colours":
      for (const character of text) if (character === ";") endColour(reader);
      return;
    default:
  }
}

function endColour(reader: Reader): void {
  const { colour } = reader;
  reader.colours.push(colour === null ? null : [colour.red, colour.green, colour.blue]);
  reader.colour = null;
}

/** How letters in this state look in their paragraph. */
export function letterLookOf(
  { fonts, colours, defaultFont }: Reader,
  { character, paragraph }: Pick<RtfGroup, "character" | "paragraph">,
): LetterLook {
  const { colour, font, size, doubt } = character;
  return {
    ...character,
    colour: colours[colour] ?? null,
    ground: groundOf(character, colours) ?? groundOf(paragraph, colours),
    font: fonts.get(font ?? defaultFont)?.name,
    doubt: doubt ?? placeDoubt(paragraph, size),
  };
}

function groundOf(
  { front, ground: back, share }: Pick<ParagraphState, "ground" | "front" | "share">,
  colours: readonly (Rgb | null)[],
): Rgb | null {
  return share > 0 ? shadedGround({ front, back, share }, colours) : (colours[back] ?? null);
}
