import type { Limits } from "../../model/index.ts";
import { newFlow } from "../word/flow.ts";
import type { Flow, ParagraphEnd, FlowTally } from "../word/flow.ts";
import type { Item } from "../word/items.ts";
import { placeDoubt } from "../word/room.ts";
import type { ListCounter } from "../word/list-counter.ts";
import type { Characters } from "./characters.ts";
import type { Bytes } from "./bytes.ts";
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

/** All that stories are read with. */
export interface Book {
  readonly stream: Bytes;
  readonly pieces: readonly Piece[];
  readonly characterPages: Stretches;
  readonly paragraphPages: Stretches;
  readonly styles: StyleChains;
  readonly characters: (style: number | null, own: readonly Sprm[]) => Characters;
  readonly paragraph: (style: number | null, group: Bytes, changes: readonly Sprm[]) => ParagraphProperties;
  /** Positions behind which a section ends. */
  readonly sectionEnds: ReadonlySet<number>;
  /** Text of the box anchored at a position; null where none is. */
  readonly box: (position: number) => readonly Item[] | null;
  readonly tally: FlowTally;
  /** Pictures that were met, in order. */
  readonly pictures: DocPicture[];
  readonly cells: { count: number };
  readonly limits: Limits;
}

/** Text of one look, or one control character, waiting for the mark of its paragraph. */
interface Segment {
  readonly text: string;
  readonly own: readonly Sprm[];
  readonly position: number;
}

const cellMark = "\u0007";
const paragraphMark = "\r";
const pageBreak = "\f";

/** The characters from one position to another as items. */
export function readStory(book: Book, from: number, to: number, counter: ListCounter): readonly Item[] {
  const flow = newFlow(book.tally, book.cells, book.limits);
  const inline: Inline = { book, flow, fields: [], suppressed: false };
  let segments: Segment[] = [];

  const endParagraph = (mark: Segment, stretch: Stretch | null, changes: readonly Sprm[]): void => {
    const group = stretch?.group ?? book.stream.slice(0, 0);
    const properties = book.paragraph(stretch?.style ?? 0, group, changes);
    write(inline, segments, properties);
    segments = [];
    const look = book.characters(properties.style, mark.own);
    endAtMark(flow, properties, look, mark.text, (): ParagraphEnd => {
      const markGone = look.hidden || look.deleted;
      const label = markGone ? null : counter(properties.number, book.styles(properties.style));
      const { depth, heading, before } = properties;
      return { depth, label, heading, markGone, before };
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
  write(inline, segments, book.paragraph(0, book.stream.slice(0, 0), []));
  return flow.finish();
}

function write(
  inline: Inline,
  segments: readonly Segment[],
  { style, place, ground }: ParagraphProperties,
): void {
  for (const { text, own, position } of segments) {
    const look = inline.book.characters(style, own);
    const doubt = look.doubt ?? placeDoubt(place, look.size);
    emitText(inline, text, { ...look, ground: look.ground ?? ground, doubt }, position);
  }
  endFields(inline);
}

function endAtMark(
  flow: Flow,
  properties: ParagraphProperties,
  look: Characters,
  mark: string,
  end: () => ParagraphEnd,
): void {
  const { depth, endsRow, endsInnerCell, endsInnerRow, sprms } = properties;
  if (mark === cellMark ? endsRow : endsInnerRow) {
    const row = readRow(sprms);
    // A hidden mark hides its row where nothing else of it is shown (ISO 29500-1 17.4.20, of the same property).
    const isHidden = look.hidden && flow.showsNothing(depth);
    const gone = look.deleted ? "deleted" : isHidden ? "hidden" : (row?.gone ?? null);
    flow.endRow(depth, row === null ? null : { ...row, gone });
  } else if (mark === cellMark || endsInnerCell) flow.endCell(end());
  else flow.endParagraph(end());
}

interface Run {
  readonly text: string;
  readonly position: number;
  readonly offset: number;
  readonly width: 1 | 2;
  readonly own: readonly Sprm[];
  readonly changes: readonly Sprm[];
}

/** Text of one formatting each, in the order of the document. */
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

/** The piece a position lies in. */
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

/** Control characters one by one, text between them whole; a bracket may stand for a symbol (MS-DOC 2.6.1, sprmCSymbol). */
function* splitAtControls(text: string): Generator<{ text: string; at: number }> {
  for (const match of text.matchAll(/[ -')-\uffff]+|[^]/g)) yield { text: match[0], at: match.index };
}
