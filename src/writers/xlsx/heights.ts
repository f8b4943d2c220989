import type { CellObject } from "write-excel-file/universal";
import { textWidth } from "../layout/text-width.ts";

export type Rows = readonly (readonly (CellObject | null)[])[];

/** Points of a line of the default font. */
const LINE = 15;

/** Row heights end at 409 points (18.3.1.73). */
const HIGHEST = 409;

/**
 * Gives rows the height that their wrapped texts need, in points. A spreadsheet program does so itself for a row of
 * single cells, but never for merged ones, and only when it opens the file before printing.
 */
export function heightened(rows: Rows, widths: readonly number[]): (CellObject | null)[][] {
  const heights = rows.map(() => LINE);
  for (const several of [false, true])
    rows.forEach((row, at) =>
      row.forEach((cell, column) => {
        const rowSpan = cell?.rowSpan ?? 1;
        if (cell === null || rowSpan > 1 !== several) return;
        const width = widths
          .slice(column, column + (cell.columnSpan ?? 1))
          .reduce((sum, one) => sum + one, 0);
        const own = heights.slice(at, at + rowSpan);
        const missing = linesOf(cell, width) * LINE - own.reduce((sum, one) => sum + one, 0);
        // What a cell over several rows lacks is shared among them.
        if (missing > 0) own.forEach((height, index) => (heights[at + index] = height + missing / rowSpan));
      }),
    );
  return rows.map((row, at) => {
    const height = Math.min(HIGHEST, Math.ceil(heights[at]!));
    return row.map((cell) => (cell === null || (cell.rowSpan ?? 1) > 1 ? cell : { ...cell, height }));
  });
}

/** About one character of a cell's width is left free. */
function linesOf({ value, wrap }: CellObject, width: number): number {
  if (!wrap || typeof value !== "string") return 1;
  return value
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / Math.max(1, width - 1))), 0);
}
