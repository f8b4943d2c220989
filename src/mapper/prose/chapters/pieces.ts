import type { KnownLabel } from "../../../printed/labels.ts";
import { signsOf } from "../signs.ts";
import type { Chapter } from "./known-chapters.ts";
import { withWholeTitles } from "./broken-titles.ts";
import { damagedTitles, titlesByStart, type TitlesByStart } from "./damaged-titles.ts";
import { isFurniture, type ReadLines } from "./line-reading.ts";
import { headsList } from "./list-headings.ts";
import {
  cutAtTitles,
  enumerated,
  holdsNumber,
  lastNumbers,
  LONGEST_TITLE,
  mayEnumerate,
  ownCuts,
  type Enumerated,
  type LineStretch,
} from "./outline.ts";
import { mayBeginPaper } from "./papers.ts";
import type { ProseLine } from "../prose-line.ts";

/** A line or a piece of one, and the document it is from. */
export interface ProsePiece extends ProseLine {
  readonly slice: string;
  /** Index of the line to which it belongs. */
  readonly part: number;
  readonly numbered: Enumerated | null;
}

export interface ProsePieces {
  readonly document: ReadLines;
  readonly read: readonly ProsePiece[];
  /** The last piece at which each number of each style stands. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Indexes of the pieces that may open or end anything; all others are text, whatever the family. */
  readonly marked: readonly number[];
}

/** A document without any cuts, for every family the same. */
export interface UncutPieces extends ProsePieces {
  /** For each line its piece, if it has one. */
  readonly whole: readonly (ProsePiece | undefined)[];
  /** The few lines inside which a title may stand. */
  readonly holders: readonly TitleHolder[];
}

/** A line inside which a title may stand. */
interface TitleHolder {
  /** Its index. */
  readonly part: number;
  readonly text: string;
  /** Titles of any words. */
  readonly own: readonly LineStretch[];
  /** Whether it is long and has a number, so that titles of the form are sought in it. */
  readonly isNumbered: boolean;
}

/** Finds where lines are to be cut: at numbered titles in a text, and at titles with a typo. */
export interface TitleFinder {
  readonly titles: (text: string) => readonly LineStretch[];
  readonly byStart: TitlesByStart;
}

export function titleFinder(titles: TitleFinder["titles"], known: readonly KnownLabel[]): TitleFinder {
  return { titles, byStart: titlesByStart(known) };
}

export function uncutPieces(document: ReadLines): UncutPieces {
  const whole = document.lines.map(({ text }, part) => pieces(document, part, [text])[0]);
  const printed = whole.filter((piece) => piece !== undefined);
  const holders = printed.flatMap((piece) => titleHolder(document, piece) ?? []);
  return { ...ofPieces(document, printed), whole, holders };
}

function titleHolder({ numberedWords }: ReadLines, piece: ProsePiece): TitleHolder | null {
  const { slice: text, part, signs } = piece;
  if (!mayEnumerate(text, signs)) return null;
  const own = ownCuts(text);
  const isLong = text.length > LONGEST_TITLE;
  const isNumbered = isLong && holdsNumber(text);
  const holds = own.length > 0 || isNumbered || (isLong && numberedWords(text).length > 0);
  return holds ? { part, text, own, isNumbered } : null;
}

/**
 * The pieces of a document cut at a family's titles, with titles that were broken over two lines joined. `known` are
 * the family's chapters; `finder` is null where it has none.
 */
export function piecesOf(
  uncut: UncutPieces,
  finder: TitleFinder | null,
  known: readonly Chapter[],
): ProsePieces {
  const { document } = uncut;
  const printed = asPrinted(uncut, finder);
  const read = withWholeTitles(printed.read, document, known);
  return read === printed.read ? printed : ofPieces(document, read);
}

function asPrinted(uncut: UncutPieces, finder: TitleFinder | null): ProsePieces {
  const { document, whole, holders } = uncut;
  if (finder === null) return uncut;
  const cuts = new Map<number, readonly string[]>();
  for (const holder of holders) {
    const own = cutsOf(document, holder, finder);
    if (own.length > 1) cuts.set(holder.part, own);
  }
  // Few documents have a line with a title inside it; for all others the pieces are the same for every family.
  if (cuts.size === 0) return uncut;
  return ofPieces(
    document,
    whole.flatMap((piece, part) => {
      const own = cuts.get(part);
      return own === undefined ? (piece ?? []) : pieces(document, part, own);
    }),
  );
}

function ofPieces(document: ReadLines, read: readonly ProsePiece[]): ProsePieces {
  const marked = read.flatMap((piece, index) => (isMarked(document, piece) ? [index] : []));
  return { document, read, numbers: lastNumbers(read.map(({ numbered }) => numbered)), marked };
}

function isMarked({ numberedTitle, headingTitle }: ReadLines, piece: ProsePiece): boolean {
  const { text, cut, numbered, heading } = piece;
  return (
    cut ||
    numbered !== null ||
    (heading ? headingTitle : numberedTitle)(text) !== null ||
    mayBeginPaper(text) ||
    headsList(text)
  );
}

/** The parts of a line, without those that hold no prose. */
function pieces({ lines }: ReadLines, part: number, slices: readonly string[]): readonly ProsePiece[] {
  const { index: block, at, heading, linked } = lines[part]!;
  const cut = slices.length > 1;
  const found: ProsePiece[] = [];
  for (const slice of slices) {
    const text = slice.trim();
    if (text === "" || isFurniture(text)) continue;
    const numbered = enumerated(text);
    found.push({ text, slice, at, heading, linked, block, part, cut, signs: signsOf(slice), numbered });
  }
  return found;
}

/** The parts into which a line's titles cut it. */
function cutsOf(
  document: ReadLines,
  { text, own, isNumbered }: TitleHolder,
  { titles, byStart }: TitleFinder,
): readonly string[] {
  const known = (line: string) => (isNumbered ? titles(line) : []);
  const damaged = (found: readonly LineStretch[]) =>
    damagedTitles(document.numberedWords(text), byStart, found);
  return cutAtTitles(text, known, own, damaged);
}
