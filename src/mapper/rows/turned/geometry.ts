import type { GridCell } from "../../../model/index.ts";

/** Cells in rows and columns counted from 1, as many of each as they need. */
export interface GridPart {
  readonly height: number;
  readonly width: number;
  readonly cells: readonly GridCell[];
}

/**
 * Turns rows into columns. A cell that was merged over columns in which no other cell begins covers one row afterwards.
 */
export function transposed({ height, width, cells }: GridPart): GridPart {
  return withoutIdleRows({
    height: width,
    width: height,
    cells: cells.map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    })),
  });
}

/** Removes rows in which no cell begins. */
function withoutIdleRows({ width, cells }: GridPart): GridPart {
  const begun = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const place = new Map(begun.map((row, index) => [row, index + 1]));
  return {
    height: begun.length,
    width,
    cells: cells.map((cell) => {
      const covered = begun.filter((row) => row >= cell.row && row < cell.row + cell.rowSpan);
      return { ...cell, row: place.get(cell.row)!, rowSpan: covered.length };
    }),
  };
}

/** The columns in another order, given by their numbers; null where that would tear a merged cell apart. */
export function withColumns(region: GridPart, order: readonly number[]): GridPart | null {
  const place = new Map(order.map((column, index) => [column, index + 1]));
  const cells = region.cells.map((cell) => {
    const places = Array.from({ length: cell.columnSpan }, (_, index) => place.get(cell.column + index)!);
    const column = Math.min(...places);
    return Math.max(...places) - column + 1 === cell.columnSpan ? { ...cell, column } : null;
  });
  return cells.includes(null) ? null : { ...region, cells: cells as readonly GridCell[] };
}

/**
 * The rows from `from` up to but not including the second number, as a region of its own; null where a merged cell
 * reaches out of it.
 */
export function rowsBetween({ width, cells }: GridPart, from: number, to: number): GridPart | null {
  const own = cells.filter(({ row, rowSpan }) => row < to && row + rowSpan > from);
  if (own.some(({ row, rowSpan }) => row < from || row + rowSpan > to)) return null;
  return { height: to - from, width, cells: own.map((cell) => ({ ...cell, row: cell.row - from + 1 })) };
}

/** Regions set below each other. Where one is narrower, the missing part at its right was never printed. */
export function stackedRegions(regions: readonly GridPart[]): GridPart {
  const width = Math.max(...regions.map((region) => region.width));
  const cells: GridCell[] = [];
  let height = 0;
  for (const region of regions) {
    const above = height;
    for (const cell of region.cells) cells.push({ ...cell, row: cell.row + above });
    for (let row = 1; row <= region.height; row++)
      for (let column = region.width + 1; column <= width; column++)
        cells.push({ ...fillerOf(region), row: row + above, column });
    height += region.height;
  }
  return { height, width, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

function fillerOf({ cells }: GridPart): GridCell {
  return { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: "", filler: true, at: cells[0]!.at };
}

/** For each row the cells that cover it, left to right. */
export function coveringRows({ height, cells }: GridPart): readonly (readonly GridCell[])[] {
  const rows: GridCell[][] = Array.from({ length: height }, () => []);
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) rows[row - 1]?.push(cell);
  return rows.map((own) => own.sort((a, b) => a.column - b.column));
}
