import type { KnownLabel } from "../../../printed/labels.ts";
import { withWholeTitles } from "./broken-titles.ts";
import { damagedTitles, titlesByStart, type TitlesByStart } from "./damaged-titles.ts";
import type { ReadLines } from "./line-reading.ts";
import { cutAtTitles, lastNumbers, type LineStretch } from "./outline.ts";
import type { ProseLine } from "../prose-line.ts";

/** A line or a piece of one, and the document it is from. */
export interface ProsePiece extends ProseLine {
  readonly slice: string;
  /** Index of the line to which it belongs. */
  readonly part: number;
}

export interface ProsePieces {
  readonly document: ReadLines;
  readonly read: readonly ProsePiece[];
  /** The last piece at which each number of each style stands. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A document without any cuts, for every family the same. */
export interface UncutPieces extends ProsePieces {
  /** For each line its piece, if it has one. */
  readonly whole: readonly (ProsePiece | undefined)[];
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
  return {
    ...ofPieces(
      document,
      whole.filter((piece) => piece !== undefined),
    ),
    whole,
  };
}

/**
 * The pieces of a document cut at a family's titles, with titles that were broken over two lines joined. `known` are
 * the family's chapters; `finder` is null where it has none.
 */
export function piecesOf(
  uncut: UncutPieces,
  finder: TitleFinder | null,
  known: readonly { readonly label: KnownLabel }[],
): ProsePieces {
  const { document } = uncut;
  const printed = asPrinted(uncut, finder);
  const read = withWholeTitles(printed.read, document, known);
  return read.length === printed.read.length ? printed : ofPieces(document, read);
}

function asPrinted(uncut: UncutPieces, finder: TitleFinder | null): ProsePieces {
  const { document, whole } = uncut;
  const cuts = document.lines.map(({ text }) => (finder === null ? null : cutsOf(document, text, finder)));
  // Few documents have a line with a title inside it; for all others the pieces are the same for every family.
  if (cuts.every((own) => own === null)) return uncut;
  return ofPieces(
    document,
    cuts.flatMap((own, part) => (own === null ? (whole[part] ?? []) : pieces(document, part, own))),
  );
}

function ofPieces(document: ReadLines, read: readonly ProsePiece[]): ProsePieces {
  return { document, read, numbers: lastNumbers(read.map(({ text }) => document.enumerated(text))) };
}

/** The parts of a line, without those that hold no prose. */
function pieces(document: ReadLines, part: number, slices: readonly string[]): readonly ProsePiece[] {
  const { index: block, at, heading, linked } = document.lines[part]!;
  const found: ProsePiece[] = [];
  for (const slice of slices) {
    const text = slice.trim();
    const gone = text === "" || document.isFurniture(text);
    if (!gone) found.push({ text, slice, at, heading, linked, block, part, cut: slices.length > 1 });
  }
  return found;
}

/** The parts into which a line's titles cut it; null where it stays whole. */
function cutsOf(
  document: ReadLines,
  line: string,
  { titles, byStart }: TitleFinder,
): readonly string[] | null {
  if (!document.mayEnumerate(line)) return null;
  const known = (text: string) => (document.holdsNumber(text) ? titles(text) : []);
  const damaged = (found: readonly LineStretch[]) =>
    damagedTitles(document.numberedWords(line), byStart, found);
  const cuts = cutAtTitles(line, known, document.ownCuts(line), damaged);
  return cuts.length > 1 ? cuts : null;
}
