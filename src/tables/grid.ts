import type { Doubt, Grid, GridCell, Place } from "../model/index.ts";

/** A cell on its way into a grid; positions and spans are filled in by the span recovery of each layout. */
export interface RawCell {
  readonly text: string;
  readonly at: Place;
  readonly doubt?: Doubt;
}

export interface PlacedCell extends RawCell {
  readonly filler?: boolean;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Makes the rectangle: orders cells, fills gaps with empty cells, writes each cell's own table, row and column into its place. */
export function makeGrid(layout: string, table: number, placed: readonly PlacedCell[], at: Place): Grid {
  const height = Math.max(0, ...placed.map((cell) => cell.row + cell.rowSpan - 1));
  const width = Math.max(0, ...placed.map((cell) => cell.column + cell.columnSpan - 1));
  const covered = new Set<number>();
  const cells: GridCell[] = [];
  for (const cell of placed) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        covered.add(row * 65536 + column);
    }
    cells.push(locate(cell, table));
  }
  for (let row = 1; row <= height; row++) {
    for (let column = 1; column <= width; column++) {
      if (covered.has(row * 65536 + column)) continue;
      cells.push(
        locate(
          { text: "", at: rowPlace(cells, row, at), row, column, rowSpan: 1, columnSpan: 1, filler: true },
          table,
        ),
      );
    }
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { layout, height, width, cells, at: { ...at, table } };
}

/** Written out field by field: a table has hundreds of cells, and copying objects whole is most of the work on them. */
function locate(cell: PlacedCell, table: number): GridCell {
  const { text, row, column, rowSpan, columnSpan } = cell;
  const { line, page, box } = cell.at;
  const at: Place =
    page === undefined
      ? line === undefined
        ? { table, row, column }
        : { line, table, row, column }
      : box === undefined
        ? { page, ...(line === undefined ? {} : { line }), table, row, column }
        : { page, box, table, row, column };
  if (cell.doubt) return { row, column, rowSpan, columnSpan, text, doubt: cell.doubt, at };
  return cell.filler
    ? { row, column, rowSpan, columnSpan, text, filler: true, at }
    : { row, column, rowSpan, columnSpan, text, at };
}

function rowPlace(cells: readonly GridCell[], row: number, fallback: Place): Place {
  const { line, page } = cells.find((cell) => cell.row === row)?.at ?? fallback;
  return { ...(page === undefined ? {} : { page }), ...(line === undefined ? {} : { line }) };
}
