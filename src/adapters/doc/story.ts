import type { Limits } from "../../model/index.ts";
import type { Reach } from "../word/items/covering.ts";
import { newFlow } from "../word/flow.ts";
import type { Flow, ParagraphEnd, FlowTally } from "../word/flow.ts";
import type { Item } from "../word/items/items.ts";
import { lookDoubt } from "../word/text/look.ts";
import type { ParagraphPlace } from "../word/tables/room.ts";
import type { ListCounter } from "../word/lists/list-counter.ts";
import type { Characters, characterReader } from "./look/characters.ts";
import type { Bytes } from "./file/bytes.ts";
import type { DocLists } from "./look/lists.ts";
import { emitText, endFields } from "./inline.ts";
import type { Inline } from "./inline.ts";
import type { Formatting, Stretches } from "./file/pages.ts";
import type { ParagraphProperties, paragraphReader } from "./look/paragraphs.ts";
import type { DocPicture } from "./drawings/pictures.ts";
import type { Piece } from "./file/pieces.ts";
import { readSprms } from "./file/sprms.ts";
import type { Sprm } from "./file/sprms.ts";
import type { StyleChains } from "./look/styles.ts";

/** Everything that stories are read with. */
export interface Book {
  readonly stream: Bytes;
  /** The Data stream. */
  readonly data: Bytes;
  readonly pieces: readonly Piece[];
  readonly characterPages: Stretches;
  readonly paragraphPages: Stretches;
  readonly styles: StyleChains;
  readonly characters: ReturnType<typeof characterReader>;
  /** The modifiers of each formatting of runs, read once; null states none. */
  readonly modifiers: Map<Formatting | null, readonly Sprm[]>;
  readonly paragraph: ReturnType<typeof paragraphReader>;
  /** Positions at which a section ends. */
  readonly sectionEnds: ReadonlySet<number>;
  readonly labelLook: DocLists["lookOf"];
  readonly tally: FlowTally;
  /** Pictures found so far, in order. */
  readonly pictures: DocPicture[];
  /** Whether the comments dispute a number, in the order of their marks; `next` is that of the next mark. */
  readonly comments: { readonly disputing: readonly boolean[]; next: number };
  readonly cells: { count: number };
  readonly limits: Limits;
}

/** A range of the document's characters that belongs together, with the counter of its lists. */
export interface StoryRange {
  readonly from: number;
  readonly to: number;
  readonly counter: ListCounter;
  /**
   * The drawing anchored at a position: the text of its box, null where it is none, and how far it reaches in front of
   * the text.
   */
  readonly drawing: (position: number) => {
    readonly box: readonly Item[] | null;
    readonly covers?: Reach | undefined;
  };
}

/** Text of one look, or one control character, which waits for the mark of its paragraph. */
interface Segment {
  readonly text: string;
  readonly own: readonly Sprm[];
  readonly position: number;
}

const cellMark = "\u0007";
const paragraphMark = "\r";
const pageBreak = "\f";

export function readStory(book: Book, { from, to, counter, drawing }: StoryRange): readonly Item[] {
  const flow = newFlow(book.tally, book.cells, book.limits);
  const inline: Inline = { book, drawing, flow, fields: [], suppressed: false };
  let segments: Segment[] = [];

  const write = (written: readonly Segment[], properties: ParagraphProperties): void => {
    for (const { text, own, position } of written)
      emitText(inline, text, book.characters(properties, own), position);
    endFields(inline);
  };
  const endParagraph = (mark: Segment, formatting: Formatting | null, changes: readonly Sprm[]): void => {
    const properties = book.paragraph(formatting, changes);
    write(segments, properties);
    segments = [];
    const look = book.characters(properties, mark.own);
    const { depth, heading, before, lines, endsRow, endsInnerCell, endsInnerRow } = properties;
    if (mark.text === cellMark ? endsRow : endsInnerRow) return endRow(book, flow, properties, look);
    const markGone = look.hidden || look.deleted;
    const label = markGone ? null : counter(properties.number, book.styles(properties.style));
    const labelLook =
      label === null ? undefined : book.characters(properties, [...mark.own, ...book.labelLook(label)]);
    const end: ParagraphEnd = { depth, label, labelLook, heading, markGone, before, lines };
    if (mark.text === cellMark || endsInnerCell) flow.endCell(end);
    else flow.endParagraph(end);
  };

  eachRun(book, from, to, (run) =>
    splitAtControls(run.text, (text, at) => {
      const segment = { text, own: run.own, position: run.position + at };
      const ends =
        text === paragraphMark ||
        text === cellMark ||
        (text === pageBreak && book.sectionEnds.has(segment.position + 1));
      if (!ends) segments.push(segment);
      else {
        const stretch = book.paragraphPages.find(run.offset + at * run.width);
        endParagraph(segment, stretch && stretch.formatting, run.changes);
      }
    }),
  );
  write(segments, book.paragraph(null, []));
  return flow.finish();
}

function endRow(book: Book, flow: Flow, properties: ParagraphProperties, look: Characters): void {
  const { depth, row } = properties;
  if (row === null) return flow.endRow(depth, null);
  // A hidden mark hides its row if nothing else in the row is shown (ISO 29500-1 17.4.20 says so of the same property).
  const isHidden = look.hidden && flow.showsNothing(depth);
  const gone = look.deleted ? "deleted" : isHidden ? "hidden" : row.gone;
  const doubt = row.doubt ?? tableStyleDoubt(book, row.style);
  const { edges, cells, height, floats = false } = row;
  flow.endRow(depth, { edges, cells, gone, height, floats, isFramed: properties.place.framed, doubt });
}

const noPlace: ParagraphPlace = {
  left: 0,
  first: 0,
  right: 0,
  aligned: "start",
  line: 0,
  framed: false,
};

/** Why digits in a table of this style may not be seen, where they state no look of their own. */
function tableStyleDoubt({ characters, styles }: Book, style: number | undefined): string | undefined {
  if (style === undefined) return undefined;
  const changes = [...styles(style)].reverse().flatMap(({ character }) => character);
  if (changes.length === 0) return undefined;
  const look = characters({ style: null, ground: null, place: noPlace }, changes);
  return look.hidden ? "hidden-text" : look.struck ? "struck-text" : lookDoubt(look);
}

interface Run {
  readonly text: string;
  readonly position: number;
  readonly offset: number;
  readonly width: 1 | 2;
  readonly own: readonly Sprm[];
  readonly changes: readonly Sprm[];
}

/** Hands on stretches of text with one formatting each, in the order of the document. */
function eachRun(book: Book, from: number, to: number, take: (run: Run) => void): void {
  const { stream, pieces, characterPages } = book;
  for (let index = firstPiece(pieces, from); index < pieces.length && pieces[index]!.from < to; index++) {
    const piece = pieces[index]!;
    const { width, changes } = piece;
    const known = changes.length > 0 ? new Map<Formatting | null, readonly Sprm[]>() : book.modifiers;
    const start = Math.max(piece.from, from);
    const last = Math.min(piece.to, to);
    const startsAt = piece.offset + (start - piece.from) * width;
    const whole = width === 1 ? stream.western(startsAt, last - start) : stream.text(startsAt, last - start);
    for (let position = start; position < last;) {
      const offset = piece.offset + (position - piece.from) * width;
      const stretch = characterPages.find(offset);
      const room = Math.ceil((characterPages.endAfter(offset) - offset) / width);
      const count = Math.max(1, Math.min(room, last - position));
      const formatting = stretch && stretch.formatting;
      let own = known.get(formatting);
      if (own === undefined) {
        own = [...(formatting === null ? [] : readSprms(formatting.group)), ...changes];
        known.set(formatting, own);
      }
      const text = whole.slice(position - start, position - start + count);
      take({ text, position, offset, width, own, changes });
      position += count;
    }
  }
}

/** The piece that holds a position. */
function firstPiece(pieces: readonly Piece[], position: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.to > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Hands on a text in parts: control characters one by one, the text between them whole. A bracket may stand for a
 * symbol (MS-DOC 2.6.1, sprmCSymbol).
 */
function splitAtControls(text: string, take: (text: string, at: number) => void): void {
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= space && code !== bracket) continue;
    if (at > from) take(text.slice(from, at), from);
    take(text.charAt(at), at);
    from = at + 1;
  }
  if (from < text.length) take(from === 0 ? text : text.slice(from), from);
}

const [space, bracket] = [0x20, 0x28];
