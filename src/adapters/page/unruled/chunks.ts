import { hasDigits, isNumber } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import { hasEnumerator } from "../../../printed/enumerators.ts";
import { trailingUnit } from "../../../printed/units.ts";
import type { Glyph } from "../sheet/page.ts";
import type { PrintedLine } from "../sheet/printed-line.ts";
import { unionOf } from "../sheet/text.ts";
import {
  ABOVE,
  BELOW,
  DIGIT_GAP,
  EVEN_GAP,
  GAP,
  HEADER_GAP,
  LABEL_GAP,
  EDGE_ROUNDING,
  SAME_EDGE,
  SPREAD_GAP,
} from "./tolerances.ts";

/** No number with its unit has more characters. */
const LONGEST_ENTRY = 20;

/** A piece of a printed line that stands apart from the next one; in a table without rules it is a line of a cell. */
export interface Chunk {
  readonly glyphs: readonly Glyph[];
  readonly page: number;
  /** Position down the whole document: pages stand under each other. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly text: string;
  readonly box: Box;
}

/** The chunks of a line; the `offset` of the line's page is added to its vertical positions. */
export function chunksOf({ line, page }: PrintedLine, offset: number): Chunk[] {
  const sorted = [...line.glyphs].sort((a, b) => a.start - b.start);
  const pieces: Glyph[][] = [];
  for (const glyph of sorted) {
    const before = pieces.at(-1)?.at(-1);
    const isNext = isEntry(glyph) && (isEntry(before) || isCounted(pieces.at(-1)));
    const gap = isNext ? DIGIT_GAP : GAP;
    if (before !== undefined && glyph.start - before.end < gap * Math.min(glyph.size, before.size))
      pieces.at(-1)!.push(glyph);
    else pieces.push([glyph]);
  }
  return withSpread(pieces).map((glyphs) => chunkOf(glyphs, page, line.baseline + offset, line.size));
}

/** Joins digits that stand alone, evenly and nearer than columns do: they are one number whose digits are spread. */
function withSpread(pieces: readonly (readonly Glyph[])[]): readonly (readonly Glyph[])[] {
  const joined: Glyph[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const [digit, before] = [piece[0]!, joined.at(-1)?.at(-1)];
    const isLone = piece.length === 1 && pieces[index - 1]?.length === 1 && isDigit(digit) && isDigit(before);
    const gap = isLone ? (digit.start - before!.end) / digit.size : Infinity;
    const usual = isLone ? gapBefore(joined.at(-1)!) : Infinity;
    if (gap < SPREAD_GAP && (usual === undefined || Math.abs(gap - usual) < EVEN_GAP))
      joined.at(-1)!.push(digit);
    else joined.push([...piece]);
  }
  return joined;
}

/** The gap before the last of several glyphs, in em; undefined for a single one. */
function gapBefore(glyphs: readonly Glyph[]): number | undefined {
  const [before, last] = [glyphs.at(-2), glyphs.at(-1)];
  return before && last && (last.start - before.end) / last.size;
}

/** Whether a glyph is a digit, or stands for one in a cell: 无, a stroke, a dash. */
function isEntry(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && /[\d０-９无零〇/／—－-]/.test(glyph.text);
}

/** Whether a piece is a number with its unit, after which the next number begins. */
function isCounted(piece: readonly Glyph[] | undefined): boolean {
  if (piece === undefined || piece.length > LONGEST_ENTRY) return false;
  const text = piece.map((glyph) => glyph.text).join("");
  return /^[\d０-９]/.test(text) && isNumber(text) && trailingUnit(text) !== "";
}

function isDigit(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && hasDigits(glyph.text);
}

function chunkOf(glyphs: readonly Glyph[], page: number, baseline: number, size: number): Chunk {
  return {
    glyphs,
    page,
    top: baseline - ABOVE * size,
    bottom: baseline + BELOW * size,
    left: Math.min(...glyphs.map((glyph) => glyph.start)),
    right: Math.max(...glyphs.map((glyph) => glyph.end)),
    baseline,
    size,
    text: glyphs.map((glyph) => glyph.text).join(""),
    box: unionOf(glyphs.map((glyph) => glyph.box)),
  };
}

/** Cuts a chunk where a smaller gap lies between two columns: headers stand closer than the numbers under them. */
export function splitAtColumns(chunk: Chunk, left: readonly number[], right: readonly number[]): Chunk[] {
  const pieces: Glyph[][] = [];
  for (const glyph of chunk.glyphs) {
    const before = pieces.at(-1)?.at(-1);
    const parted =
      before !== undefined &&
      glyph.start - before.end > HEADER_GAP * chunk.size &&
      left.some(
        (x, column) =>
          column > 0 && before.end <= x + EDGE_ROUNDING && glyph.start >= right[column - 1]! - EDGE_ROUNDING,
      );
    if (before === undefined || parted) pieces.push([glyph]);
    else pieces.at(-1)!.push(glyph);
  }
  return pieces.length === 1
    ? [chunk]
    : pieces.map((glyphs) => chunkOf(glyphs, chunk.page, chunk.baseline, chunk.size));
}

/**
 * Cuts a chunk before a new number, （一）, and where other labels begin: labels beside each other stand closer than
 * numbers.
 */
export function splitAtLabels(chunk: Chunk, starts: readonly number[]): Chunk[] {
  const pieces: Glyph[][] = [];
  for (const [index, glyph] of chunk.glyphs.entries()) {
    const before = pieces.at(-1)?.at(-1);
    const rest = () =>
      chunk.glyphs
        .slice(index, index + 5)
        .map(({ text }) => text)
        .join("");
    const parted =
      before !== undefined &&
      glyph.start - before.end > LABEL_GAP * chunk.size &&
      (starts.filter((x) => Math.abs(x - glyph.start) < SAME_EDGE).length > 1 || hasEnumerator(rest()));
    if (before === undefined || parted) pieces.push([glyph]);
    else pieces.at(-1)!.push(glyph);
  }
  return pieces.length === 1
    ? [chunk]
    : pieces.map((glyphs) => chunkOf(glyphs, chunk.page, chunk.baseline, chunk.size));
}

export function middle({ top, bottom }: { readonly top: number; readonly bottom: number }): number {
  return (top + bottom) / 2;
}
