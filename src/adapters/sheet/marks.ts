import { isValue } from "../../printed/numbers.ts";
import { black, isFaintOnGround } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import { isWithin } from "./sheet.ts";
import type { DrawnOver, Range, SheetCell } from "./sheet.ts";

/** A cell that is still asked whether it can be seen. */
export type DraftCell = { -readonly [K in keyof SheetCell]: SheetCell[K] } & {
  /** Characters it takes; 0 where it may run over its neighbours or is fitted in. */
  needed: number;
  /** Of its letters, and under them; null or absent where the program chooses. */
  colour?: Rgb | null;
  ground?: Rgb | null;
};

/** Points; a row of this height or less shows nothing of its text. */
export const lowestRow = 2;
/** Part of the size of its letters a row must be high for them to be seen. */
const leastHeight = 0.6;
/** Characters of the usual font; a narrower column shows nothing. */
export const narrowestColumn = 0.3;
/** Points; the usual size of a workbook's letters. */
export const usualSize = 11;

/** Whether digits of this size, in points, are cut off in a row of this height; all lines of a value must stand in it. */
export function isCutOff(size: number, height: number, text = ""): boolean {
  const further = text.includes("\n") && isValue(text) ? text.split("\n").length - 1 : 0;
  return height < size * (leastHeight + further);
}

/** A number wider than its column is shown as a row of `#`; `width` is that of columns together, in characters. */
export function markNarrow(
  cells: readonly DraftCell[],
  merges: readonly Range[],
  width: (left: number, right: number) => number,
): void {
  const merged = new Map(merges.map((range) => [`${range.top}:${range.left}`, range]));
  for (const cell of cells) {
    if (cell.needed === 0 || cell.doubt !== undefined) continue;
    const right = merged.get(`${cell.row}:${cell.column}`)?.right ?? cell.column;
    if (cell.needed > width(cell.column, right)) cell.doubt = "too-small";
  }
}

/** Casts doubt on the digits under what is drawn over them. */
export function markDrawn(cells: readonly DraftCell[], drawn: readonly DrawnOver[]): void {
  for (const { kind, over } of drawn)
    for (const cell of cells)
      if (isWithin(over, cell.row, cell.column) && isValue(cell.text))
        cell.doubt ??= kind === "picture" ? "picture" : "drawn";
}

/** Casts doubt on digits before the first row and column that a sheet with frozen panes ever shows. */
export function markUnreached(
  cells: readonly DraftCell[],
  reached: { readonly row: number; readonly column: number },
): void {
  if (reached.row === 1 && reached.column === 1) return;
  for (const cell of cells)
    if ((cell.row < reached.row || cell.column < reached.column) && /\d/.test(cell.text))
      cell.doubt ??= "unseen-text";
}

/** Letters whose colour is left to the program: on a dark fill Excel leaves them black, others turn them white. */
export function isUndecided(colour: Rgb | null, ground: Rgb | null): boolean {
  return colour === null && ground !== null && isFaintOnGround(black, ground);
}

/** How a cell holds its text. */
export interface Fitting {
  /** Points. */
  readonly size: number;
  readonly shrinks: boolean;
  /** Characters the text is set off by. */
  readonly indent: number;
}

/** Part of its size that a digit is wide, where no width of the font is stated: a half in Song, more in most Latin fonts. */
export const digitShare = 0.55;

/** Part of its size that a text fitted into its cell must keep to be read. */
const smallestShare = 0.35;

/** How many characters of the usual font a cell must be wide for all of a number; 0 for what may run over. */
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

const narrow = ".,:;'| ";

/** How many characters wide a text is: signs between digits take half of one, Chinese two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += narrow.includes(character) ? 0.5 : character > "\u2e80" ? 2 : 1;
  return width;
}
