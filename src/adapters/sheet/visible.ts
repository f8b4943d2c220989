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
  const { cells, isHiddenRow, isHiddenColumn } = sheet;
  const lastRow = cells.reduce((most, { row }) => Math.max(most, row), 0);
  const lastColumn = cells.reduce((most, { column }) => Math.max(most, column), 0);
  const byPlace = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell]));
  const covered = new Set<number>();
  const regions: Region[] = [];
  let hidden = 0;
  let steps = 0;
  for (const merge of sheet.merges) {
    // A merge that runs to the end of the sheet is cut at the sheet's last cell.
    const bottom = Math.min(merge.bottom, lastRow);
    const right = Math.min(merge.right, lastColumn);
    const area = Math.max(0, bottom - merge.top + 1) * Math.max(0, right - merge.left + 1);
    steps += Math.min(area, cells.length) + (bottom - merge.top);
    if (steps > maximumSteps) throw tooLarge("merged-cells", steps, maximumSteps);
    const anchor = byPlace.get(keyOf(merge.top, merge.left));
    if (anchor === undefined || covered.has(keyOf(merge.top, merge.left))) continue;
    for (const cell of cellsIn(cells, byPlace, { ...merge, bottom, right }))
      covered.add(keyOf(cell.row, cell.column));
    const top = firstSeen(merge.top, bottom, isHiddenRow);
    const left = firstSeen(merge.left, right, isHiddenColumn);
    if (top === null || left === null) hidden += Number(anchor.text !== "");
    else regions.push(regionOf(anchor, top, left, bottom, right));
  }
  for (const cell of cells) {
    const { row, column } = cell;
    if (covered.has(keyOf(row, column))) continue;
    if (isHiddenRow(row) || isHiddenColumn(column)) hidden += Number(cell.text !== "");
    else regions.push(regionOf(cell, row, column, row, column));
  }
  return { rows: rowsOf(regions, isHiddenRow), hidden };
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
