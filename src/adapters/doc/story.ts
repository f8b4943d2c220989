import type { Limits } from "../../model/index.ts";
import { newFlow } from "../word/flow.ts";
import type { Flow, ParagraphEnd, FlowTally } from "../word/flow.ts";
import type { Item } from "../word/items.ts";
import { lookDoubt } from "../word/look.ts";
import type { ParagraphPlace } from "../word/room.ts";
import type { ListCounter } from "../word/list-counter.ts";
import type { Characters, characterReader } from "./characters.ts";
import type { Bytes } from "./bytes.ts";
import type { DocLists } from "./lists.ts";
import { emitText, endFields } from "./inline.ts";
import type { Inline } from "./inline.ts";
import type { Stretch, Stretches } from "./pages.ts";
import type { ParagraphProperties } from "./paragraphs.ts";
import type { DocPicture } from "./pictures.ts";
import type { Piece } from "./pieces.ts";
import { readRow } from "./rows.ts";
import { readSprms } from "./sprms.ts";
import type { Sprm } from "./sprms.ts";
import type { StyleChains } from "./styles.ts";

/** Everything that stories are read with. */
export interface Book {
  readonly stream: Bytes;
  readonly pieces: readonly Piece[];
  readonly characterPages: Stretches;
  readonly paragraphPages: Stretches;
  readonly styles: StyleChains;
  readonly characters: ReturnType<typeof characterReader>;
  readonly paragraph: (style: number | null, group: Bytes, changes: readonly Sprm[]) => ParagraphProperties;
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
  /** Text of the box anchored at a position; null where there is none. */
  readonly box: (position: number) => readonly Item[] | null;
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

export function readStory(book: Book, { from, to, counter, box }: StoryRange): readonly Item[] {
  const flow = newFlow(book.tally, book.cells, book.limits);
  const inline: Inline = { book, box, flow, fields: [], suppressed: false };
  let segments: Segment[] = [];

  const write = (written: readonly Segment[], properties: ParagraphProperties): void => {
    for (const { text, own, position } of written)
      emitText(inline, text, book.characters(properties, own), position);
    endFields(inline);
  };
  const endParagraph = (mark: Segment, stretch: Stretch | null, changes: readonly Sprm[]): void => {
    const group = stretch?.group ?? book.stream.slice(0, 0);
    const properties = book.paragraph(stretch?.style ?? 0, group, changes);
    write(segments, properties);
    segments = [];
    const look = book.characters(properties, mark.own);
    endAtMark(book, flow, properties, look, mark.text, (): ParagraphEnd => {
      const markGone = look.hidden || look.deleted;
      const label = markGone ? null : counter(properties.number, book.styles(properties.style));
      const { depth, heading, before } = properties;
      const labelLook =
        label === null ? undefined : book.characters(properties, [...mark.own, ...book.labelLook(label)]);
      return { depth, label, labelLook, heading, markGone, before };
    });
  };

  for (const run of runs(book, from, to)) {
    for (const { text, at } of splitAtControls(run.text)) {
      const segment = { text, own: run.own, position: run.position + at };
      const ends =
        text === paragraphMark ||
        text === cellMark ||
        (text === pageBreak && book.sectionEnds.has(segment.position + 1));
      if (ends) endParagraph(segment, book.paragraphPages.find(run.offset + at * run.width), run.changes);
      else segments.push(segment);
    }
  }
  write(segments, book.paragraph(0, book.stream.slice(0, 0), []));
  return flow.finish();
}

function endAtMark(
  book: Book,
  flow: Flow,
  properties: ParagraphProperties,
  look: Characters,
  mark: string,
  end: () => ParagraphEnd,
): void {
  const { depth, endsRow, endsInnerCell, endsInnerRow, sprms } = properties;
  if (mark === cellMark ? endsRow : endsInnerRow) {
    const row = readRow(sprms);
    // A hidden mark hides its row if nothing else in the row is shown (ISO 29500-1 17.4.20 says so of the same
    // property).
    const isHidden = look.hidden && flow.showsNothing(depth);
    const gone = look.deleted ? "deleted" : isHidden ? "hidden" : (row?.gone ?? null);
    const doubt = row === null ? undefined : tableStyleDoubt(book, row.style);
    flow.endRow(depth, row === null ? null : { ...row, gone, isFramed: properties.place.framed, doubt });
  } else if (mark === cellMark || endsInnerCell) flow.endCell(end());
  else flow.endParagraph(end());
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
  const changes = [...styles(style ?? null)].reverse().flatMap(({ character }) => character);
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

/** Stretches of text with one formatting each, in the order of the document. */
function* runs(book: Book, from: number, to: number): Generator<Run> {
  const { stream, pieces, characterPages } = book;
  const known = new Map<Stretch | null, readonly Sprm[]>();
  for (let index = firstPiece(pieces, from); index < pieces.length && pieces[index]!.from < to; index++) {
    const piece = pieces[index]!;
    const { width, changes } = piece;
    if (changes.length > 0) known.clear();
    const last = Math.min(piece.to, to);
    for (let position = Math.max(piece.from, from); position < last;) {
      const offset = piece.offset + (position - piece.from) * width;
      const stretch = characterPages.find(offset);
      const room = Math.ceil((characterPages.endAfter(offset) - offset) / width);
      const count = Math.max(1, Math.min(room, last - position));
      let own = known.get(stretch);
      if (own === undefined) {
        own = [...(stretch === null ? [] : readSprms(stretch.group)), ...changes];
        known.set(stretch, own);
      }
      const text = width === 1 ? stream.western(offset, count) : stream.text(offset, count);
      yield { text, position, offset, width, own, changes };
      position += count;
    }
    if (changes.length > 0) known.clear();
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
 * Splits a text: control characters one by one, the text between them whole. A bracket may stand for a symbol (MS-DOC
 * 2.6.1, sprmCSymbol).
 */
function splitAtControls(text: string): { readonly text: string; readonly at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at);
    if (character >= " " && character !== "(") continue;
    if (at > from) parts.push({ text: text.slice(from, at), at: from });
    if (character !== "") parts.push({ text: character, at });
    from = at + 1;
  }
  return parts;
}
