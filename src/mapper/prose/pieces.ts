import { prepared } from "../../arithmetic/prepared.ts";
import type { KnownLabel } from "../../printed/labels.ts";
import { withWholeTitles } from "./broken-titles.ts";
import { damagedTitles, titlesByStart, type TitlesByStart } from "./damaged-titles.ts";
import type { ReadLines } from "./line-reading.ts";
import { cutAtTitles, lastNumbers, type LineStretch } from "./outline.ts";
import type { ProseLine } from "./prose-lines.ts";

/** A line or a piece of one, and the document it is from. */
export interface ProsePiece extends ProseLine {
  readonly slice: string;
  /** Which line it is of. */
  readonly part: number;
}

export interface ProsePieces {
  readonly document: ReadLines;
  readonly read: readonly ProsePiece[];
  /** The last piece at which each number of each style stands. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** What cuts lines: finds numbered titles in a text, and titles with a slip of the pen. */
export interface TitleFinder {
  readonly titles: (text: string) => readonly LineStretch[];
  readonly byStart: TitlesByStart;
}

export function titleFinder(titles: TitleFinder["titles"], known: readonly KnownLabel[]): TitleFinder {
  return { titles, byStart: titlesByStart(known) };
}

/**
 * The pieces of a document as a family's titles cut it, a title broken over two lines put together. `finder` is null where the
 * family has no chapters, which are `known`.
 */
export function piecesOf(
  document: ReadLines,
  finder: TitleFinder | null,
  known: readonly { readonly label: KnownLabel }[],
): ProsePieces {
  const printed = asPrinted(document, finder);
  const read = withWholeTitles(printed.read, document, known);
  return read.length === printed.read.length ? printed : ofPieces(document, read);
}

function asPrinted(document: ReadLines, finder: TitleFinder | null): ProsePieces {
  const cuts = document.lines.map(({ text }) => (finder === null ? null : cutsOf(document, text, finder)));
  // Few documents have a line that holds a title; the others are the same for every family.
  if (cuts.every((own) => own === null)) return uncut(document);
  const { whole } = uncut(document);
  return ofPieces(
    document,
    cuts.flatMap((own, part) => (own === null ? (whole[part] ?? []) : pieces(document, part, own))),
  );
}

/** The document without any cut: its pieces, and the piece of each line that is one. */
const uncut = prepared(
  (document: ReadLines): ProsePieces & { readonly whole: readonly (ProsePiece | undefined)[] } => {
    const whole = document.lines.map(({ text }, part) => pieces(document, part, [text])[0]);
    return {
      ...ofPieces(
        document,
        whole.filter((piece) => piece !== undefined),
      ),
      whole,
    };
  },
);

function ofPieces(document: ReadLines, read: readonly ProsePiece[]): ProsePieces {
  return { document, read, numbers: lastNumbers(read.map(({ text }) => document.enumerated(text))) };
}

/** A line in parts, less those of which nothing is prose. */
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

/** The parts of a line before and after its titles; null where it is whole. */
function cutsOf(
  document: ReadLines,
  line: string,
  { titles, byStart }: TitleFinder,
): readonly string[] | null {
  const known = (text: string) => (document.holdsNumber(text) ? titles(text) : []);
  const damaged = (found: readonly LineStretch[]) =>
    damagedTitles(document.numberedWords(line), byStart, found);
  const cuts = cutAtTitles(line, known, document.ownCuts(line), damaged);
  return cuts.length > 1 ? cuts : null;
}
