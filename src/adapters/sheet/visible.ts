import { isValue } from "../../printed/numbers.ts";
import { tooLarge } from "../refusal.ts";
import type { Range, Sheet, SheetCell } from "./sheet.ts";

/** A visible cell with everything that is merged into it. */
export interface Region extends Range {
  readonly text: string;
  readonly doubt?: string | undefined;
  readonly framed: boolean;
}

/** A row of the sheet that is not blank. */
export interface VisibleRow {
  readonly row: number;
  /** The regions that begin in this row, from left to right. */
  readonly regions: readonly Region[];
  /** A region reaches into this row from above. */
  readonly isJoined: boolean;
  /** A visible blank row stands above it. */
  readonly isParted: boolean;
}

/** At most so many steps over the cells and rows of all merges: far more than a report needs, and still quick. */
const maximumSteps = 10_000_000;

/**
 * Leaves out what is hidden and what a merge covers; gives rows from top to bottom. `hidden` counts the cells left out.
 * Throws a Refusal `too-large` where merges overlap by the thousand.
 */
export function visibleRows(sheet: Sheet): { readonly rows: readonly VisibleRow[]; readonly hidden: number } {
  const { isHiddenRow, isHiddenColumn } = sheet;
  const cells = oneForEachPlace(sheet.cells);
  const { covered, regions, disputed, ...merged } = mergedRegions({ ...sheet, cells });
  let { hidden } = merged;
  for (const cell of cells) {
    const { row, column } = cell;
    if (covered.has(keyOf(row, column))) continue;
    if (isHiddenRow(row) || isHiddenColumn(column)) hidden += Number(cell.text !== "");
    else regions.push(regionOf(cell, row, column, row, column));
  }
  return { rows: rowsOf(inDoubt(regions, disputed), isHiddenRow), hidden };
}

/** The regions that merges make, the places they cover, and the merges that lie over others. */
function mergedRegions({ cells, merges, isHiddenRow, isHiddenColumn }: Sheet): {
  readonly regions: Region[];
  readonly covered: ReadonlySet<number>;
  readonly disputed: readonly Range[];
  readonly hidden: number;
} {
  const byPlace = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const lastRow = cells.reduce((most, { row }) => Math.max(most, row), 0);
  const lastColumn = cells.reduce((most, { column }) => Math.max(most, column), 0);
  const covered = new Set<number>();
  const regions: Region[] = [];
  const disputed: Range[] = [];
  let hidden = 0;
  let steps = 0;
  for (const merge of merges) {
    // A merge that runs to the end of the sheet is cut at the sheet's last cell.
    const bottom = Math.min(merge.bottom, lastRow);
    const right = Math.min(merge.right, lastColumn);
    const area = Math.max(0, bottom - merge.top + 1) * Math.max(0, right - merge.left + 1);
    steps += Math.min(area, cells.length) + (bottom - merge.top);
    if (steps > maximumSteps) throw tooLarge("merged-cells", steps, maximumSteps);
    const inside = cellsIn(cells, byPlace, { ...merge, bottom, right });
    const overlaps = inside.some(({ row, column }) => covered.has(keyOf(row, column)));
    if (overlaps && disputed.length < mostDisputed) disputed.push(merge);
    const first = keyOf(merge.top, merge.left);
    const anchor = byPlace.get(first) ?? blankOver(inside, merge);
    if (anchor === undefined || covered.has(first)) continue;
    for (const { row, column } of inside) covered.add(keyOf(row, column));
    const top = firstSeen(merge.top, bottom, isHiddenRow);
    const left = firstSeen(merge.left, right, isHiddenColumn);
    if (top === null || left === null) hidden += Number(anchor.text !== "");
    else regions.push(regionOf(anchor, top, left, bottom, right));
  }
  return { regions, covered, disputed, hidden };
}

/** Where a file gives two cells with different texts, programs differ in which they show: the last one is doubtful. */
function oneForEachPlace(cells: readonly SheetCell[]): readonly SheetCell[] {
  const places = new Set(cells.map(({ row, column }) => keyOf(row, column)));
  if (places.size === cells.length) return cells;
  const byPlace = new Map<number, SheetCell>();
  for (const cell of cells) {
    const key = keyOf(cell.row, cell.column);
    const before = byPlace.get(key);
    const differs = before !== undefined && before.text !== cell.text && before.text !== "";
    byPlace.set(key, differs ? { ...cell, doubt: cell.doubt ?? "alternate-content" } : cell);
  }
  return [...byPlace.values()];
}

/** The blank first cell of a merge that covers something; a sheet's cells include no blank ones without a frame. */
function blankOver(inside: readonly SheetCell[], { top, left }: Range): SheetCell | undefined {
  if (inside.every(({ text }) => text === "")) return undefined;
  const doubt = inside.some(({ text }) => /\d/.test(text)) ? "unseen-text" : undefined;
  return { row: top, column: left, text: "", doubt, framed: inside.some(({ framed }) => framed) };
}

/** At most so many merges that lie over others are looked at; programs write none. */
const mostDisputed = 100;

/** Programs differ in what they show where two merges overlap: some undo both. */
function inDoubt(regions: Region[], disputed: readonly Range[]): Region[] {
  if (disputed.length === 0) return regions;
  const isDisputed = (one: Region): boolean =>
    disputed.some(
      ({ top, left, bottom, right }) =>
        one.top <= bottom && one.bottom >= top && one.left <= right && one.right >= left,
    );
  return regions.map((one) =>
    one.doubt === undefined && isValue(one.text) && isDisputed(one) ? { ...one, doubt: "merged-cell" } : one,
  );
}

const columns = 16_384;
const keyOf = (row: number, column: number): number => row * (columns + 1) + column;

/** The cells of a range. Walks through the smaller of the two: the cells of the sheet, or the places of the range. */
function cellsIn(
  cells: readonly SheetCell[],
  byPlace: ReadonlyMap<number, SheetCell>,
  { top, left, bottom, right }: Range,
): readonly SheetCell[] {
  if ((bottom - top + 1) * (right - left + 1) > cells.length)
    return cells.filter(
      ({ row, column }) => row >= top && row <= bottom && column >= left && column <= right,
    );
  const found: SheetCell[] = [];
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      const cell = byPlace.get(keyOf(row, column));
      if (cell !== undefined) found.push(cell);
    }
  return found;
}

function firstSeen(from: number, to: number, isHidden: (at: number) => boolean): number | null {
  for (let at = from; at <= to; at++) if (!isHidden(at)) return at;
  return null;
}

function regionOf(cell: SheetCell, top: number, left: number, bottom: number, right: number): Region {
  const { text, doubt, framed } = cell;
  return { top, left, bottom, right, text, doubt, framed };
}

function rowsOf(regions: Region[], isHiddenRow: (row: number) => boolean): VisibleRow[] {
  regions.sort((one, other) => one.top - other.top || one.left - other.left);
  const rows: VisibleRow[] = [];
  /** The last row that any region so far reaches. */
  let reached = 0;
  for (let at = 0; at < regions.length;) {
    const row = regions[at]!.top;
    const start = at;
    while (at < regions.length && regions[at]!.top === row) at++;
    const isJoined = reached >= row;
    const isParted = reached > 0 && firstSeen(reached + 1, row - 1, isHiddenRow) !== null;
    const own = regions.slice(start, at);
    rows.push({ row, regions: own, isJoined, isParted });
    for (const { bottom } of own) reached = Math.max(reached, bottom);
  }
  return rows;
}
