import { isFilled, isValue } from "../../printed/numbers.ts";
import { black, isFaintOnGround } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import { isWithin } from "./sheet.ts";
import type { DrawnOver, Range, SheetCell } from "./sheet.ts";

/** A cell for which it is not yet decided whether it can be seen. */
export type DraftCell = { -readonly [K in keyof SheetCell]: SheetCell[K] } & {
  /** Characters of room it needs; 0 where it may run over its neighbours or is shrunk to fit. */
  needed: number;
  /** Characters of room that a value with words needs where its neighbour is filled; 0 or absent for others. */
  clipped?: number;
  /** The edge at which such a value stands; it runs over the neighbour at the other edge. The left one if absent. */
  standsAt?: CellEdge;
  /** The number that its text shows, where it has one. */
  stored?: number | undefined;
  /** The colour of its letters, and of what is under them; null or absent where the program chooses. */
  colour?: Rgb | null;
  ground?: Rgb | null;
};

export type CellEdge = "left" | "centre" | "right";

/** Points; a row of this height or less shows nothing of its text. */
export const lowestRow = 2;
/** A row must be at least this part of its letters' size high for them to be seen. */
const leastHeight = 0.6;
/** Characters of the usual font; a column narrower than this shows nothing. */
export const narrowestColumn = 0.3;
/** Points; the usual size of a workbook's letters. */
export const usualSize = 11;

/**
 * Whether digits of this size, in points, are cut off in a row of this height; every line of a value must fit into it,
 * and so must the height to which turned text rises, as a share of its size.
 */
export function isCutOff(size: number, height: number, text = "", risen = 0): boolean {
  // Of the last letter it is enough to see a part.
  if (height < size * (risen - 1 + leastHeight)) return true;
  const further = text.includes("\n") && isValue(text) ? text.split("\n").length - 1 : 0;
  return height < size * (leastHeight + further);
}

/** How high a text rises that is turned by so many degrees, or whose letters stand one over the other, as a share of their size. */
export function risenHeight(text: string, degrees: number | "stacked"): number {
  const share = degrees === "stacked" ? 1 : digitShare * Math.abs(Math.sin((degrees / 180) * Math.PI));
  return widthOf(text.trim()) * share;
}

/** The degrees that workbooks of Excel count up to 90 upwards, then downwards; 255 stacks the letters (18.18.4). */
export const excelTurn = (count: number): number | "stacked" =>
  count === 255 ? "stacked" : count > 90 ? count - 90 : count;

/** One number for each place of a sheet, which has fewer columns than a row takes here. */
const placeKey = (row: number, column: number): number => row * 32_768 + column;

/**
 * Casts doubt on numbers wider than their columns, which are shown as a row of `#`, and on values with words (12万人)
 * that end where a filled neighbour begins, or at the edge of their merged cell. `width` gives the width of several columns together, in characters.
 */
export function markNarrow(
  cells: readonly DraftCell[],
  merges: readonly Range[],
  width: (left: number, right: number) => number,
): void {
  const filled = new Set(
    cells.some(({ clipped = 0 }) => clipped > 0)
      ? cells.filter(({ text }) => text !== "").map(({ row, column }) => placeKey(row, column))
      : [],
  );
  const merged = new Map(merges.map((range) => [placeKey(range.top, range.left), range]));
  for (const cell of cells) {
    const { row, column, needed, clipped = 0, standsAt = "left" } = cell;
    if ((needed === 0 && clipped === 0) || cell.doubt !== undefined) continue;
    const right = merged.get(placeKey(row, column))?.right ?? column;
    const room = width(column, right);
    // A merged cell shows nothing outside itself, and nothing is shown left of the first column.
    const isCut =
      right > column ||
      (standsAt !== "right" && filled.has(placeKey(row, right + 1))) ||
      (standsAt !== "left" && (column === 1 || filled.has(placeKey(row, column - 1))));
    if (needed > room || (clipped > room && isCut)) cell.doubt = "too-small";
  }
}

/** Casts doubt on digits that something is drawn over, and on blank places of tables, where it may be a digit. */
export function markDrawn(cells: DraftCell[], drawn: readonly DrawnOver[]): void {
  if (drawn.length === 0) return;
  for (const cell of blanksUnder(cells, drawn)) cells.push(cell);
  for (const { kind, over } of drawn)
    for (const cell of cells)
      if (isWithin(over, cell.row, cell.column) && isValue(cell.text))
        cell.doubt ??= kind === "picture" ? "picture" : "drawn";
}

/** At most so many places under one thing are looked at: what is larger covers more than one cell's digits. */
const mostPlaces = 100;

/** The blank places under what is drawn, in rows that have two cells and more, and below a cell of their column. */
function blanksUnder(cells: readonly DraftCell[], drawn: readonly DrawnOver[]): DraftCell[] {
  const taken = new Set(cells.map(({ row, column }) => placeKey(row, column)));
  const tops = new Map<number, number>();
  const counts = new Map<number, number>();
  for (const { row, column } of cells) {
    tops.set(column, Math.min(row, tops.get(column) ?? row));
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const blanks: DraftCell[] = [];
  for (const { top, left, bottom, right } of drawn.map(({ over }) => over)) {
    if ((bottom - top + 1) * (right - left + 1) > mostPlaces) continue;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const isInRow = (counts.get(row) ?? 0) > 1 || taken.has(placeKey(row - 1, column));
        const isInTable = isInRow && counts.has(row) && (tops.get(column) ?? row) < row;
        if (!isInTable || taken.has(placeKey(row, column))) continue;
        taken.add(placeKey(row, column));
        blanks.push({ row, column, text: "", framed: true, needed: 0 });
      }
  }
  return blanks;
}

/** Casts doubt on digits in rows and columns that frozen panes keep from ever being shown. */
export function markUnreached(
  cells: readonly DraftCell[],
  reached: { readonly row: number; readonly column: number },
): void {
  if (reached.row === 1 && reached.column === 1) return;
  for (const cell of cells)
    if ((cell.row < reached.row || cell.column < reached.column) && /\d/.test(cell.text))
      cell.doubt ??= "unseen-text";
}

/**
 * Whether letters without a colour of their own stand on a dark fill: Excel leaves them black, other programs turn them
 * white.
 */
export function isUndecided(colour: Rgb | null, ground: Rgb | null): boolean {
  return colour === null && ground !== null && isFaintOnGround(black, ground);
}

/** How a cell holds its text. */
export interface Fitting {
  /** Points. */
  readonly size: number;
  readonly shrinks: boolean;
  /** Characters by which the text is indented. */
  readonly indent: number;
}

/**
 * Width of a digit as a part of its size, where no width of the font is stated: a half in Song, more in most Latin
 * fonts.
 */
export const digitShare = 0.55;

/** A text shrunk to fit its cell can be read as long as it keeps this part of its size. */
const smallestShare = 0.35;

/** How many characters of the usual font a cell must be wide to show a whole number; 0 for text, which may run over. */
export function neededWidth(
  text: string,
  isNumber: boolean,
  { size, shrinks, indent }: Fitting,
  baseSize: number,
): number {
  if (!isNumber && !/^[\d.,\s]+$/.test(text)) return 0;
  const written = widthOf(text) * (size / baseSize) + indent;
  return shrinks ? written * smallestShare : written;
}

/** The room of a value with words that is written in one line and does not shrink; 0 for others. */
export function clippedWidth(
  text: string,
  { shrinks, wraps, indent }: { readonly shrinks: boolean; readonly wraps: boolean; readonly indent: number },
  scale: number,
): number {
  if (shrinks || wraps || !/^[\d.,\s]*\d/.test(text) || !isFilled(text)) return 0;
  return widthOf(text) * scale + indent;
}

const narrow = ".,:;'| ";

/** How many characters wide a text is: signs between digits count half a character, Chinese characters two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += narrow.includes(character) ? 0.5 : character > "\u2e80" ? 2 : 1;
  return width;
}
