import type { Doubt, Grid, GridCell, Place } from "../model/index.ts";
import { isValue } from "../printed/numbers.ts";

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

/**
 * The region that a cell of one row takes. Its fields are written out: an object that begins with a spread gets its
 * further keys one by one from V8's runtime, which takes fifty times as long.
 */
export function regionOf(
  { text, at, doubt }: RawCell,
  row: number,
  column: number,
  columnSpan = 1,
): PlacedCell {
  const region = { text, at, row, column, rowSpan: 1, columnSpan };
  return doubt === undefined ? region : { ...region, doubt };
}

/**
 * Makes the rectangle: it orders the cells, fills gaps with empty cells, and writes the table, row and column into each
 * cell's place.
 */
export function makeGrid(layout: string, table: number, regions: readonly PlacedCell[], at: Place): Grid {
  const placed = withoutEmptyEdge(regions);
  const cells: GridCell[] = [];
  let [height, width, slots] = [0, 0, 0];
  for (const cell of placed) {
    height = Math.max(height, cell.row + cell.rowSpan - 1);
    width = Math.max(width, endOf(cell));
    slots += cell.rowSpan * cell.columnSpan;
    cells.push(locate(cell, table));
  }
  // Cells do not overlap, so there is no gap when they have as many slots as the rectangle.
  const covered = slots === height * width ? null : slotsOf(placed);
  for (let row = 1; covered !== null && row <= height; row++) {
    for (let column = 1; column <= width; column++) {
      if (covered.has(slot(row, column))) continue;
      cells.push(
        locate(
          { text: "", at: rowPlace(cells, row, at), row, column, rowSpan: 1, columnSpan: 1, filler: true },
          table,
        ),
      );
    }
  }
  if (!areInOrder(cells)) cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { layout, height, width, cells, at: { ...at, table } };
}

function areInOrder(cells: readonly GridCell[]): boolean {
  for (let index = 1; index < cells.length; index++) {
    const [before, own] = [cells[index - 1]!, cells[index]!];
    if (own.row < before.row || (own.row === before.row && own.column < before.column)) return false;
  }
  return true;
}

function slotsOf(placed: readonly PlacedCell[]): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const cell of placed) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        covered.add(slot(row, column));
    }
  }
  return covered;
}

function slot(row: number, column: number): number {
  return row * 65536 + column;
}

/**
 * Leaves out columns at the right edge in which neither a heading nor a value is printed: a row there would end in a
 * blank value for which the form has no column. A column of blanks below a heading stays, and so does one in a table
 * whose columns have no headings. A cell that begins in the first column may run over the whole table, so it is cut.
 */
function withoutEmptyEdge(placed: readonly PlacedCell[]): readonly PlacedCell[] {
  const printed = placed.filter((cell) => cell.column > 1 && cell.text.trim() !== "");
  const edge = widthOf(printed);
  if (edge === widthOf(placed)) return placed;
  const headed = printed.some((cell) => endOf(cell) === edge && !isValue(cell.text));
  if (!headed) return placed;
  return placed.flatMap((cell) => {
    if (endOf(cell) <= edge) return [cell];
    return cell.column > edge ? [] : [{ ...cell, columnSpan: edge - cell.column + 1 }];
  });
}

function endOf(cell: PlacedCell): number {
  return cell.column + cell.columnSpan - 1;
}

function widthOf(placed: readonly PlacedCell[]): number {
  let most = 0;
  for (const cell of placed) most = Math.max(most, endOf(cell));
  return most;
}

/**
 * The fields are written out one by one because a table has hundreds of cells, and copying whole objects would be most
 * of the work.
 */
function locate(cell: PlacedCell, table: number): GridCell {
  const { text, row, column, rowSpan, columnSpan } = cell;
  const { file, line, page, box, recognized } = cell.at;
  const inFile: Place =
    page === undefined
      ? line === undefined
        ? { table, row, column }
        : { line, table, row, column }
      : box === undefined
        ? { page, ...(line === undefined ? {} : { line }), table, row, column }
        : recognized === undefined
          ? { page, box, table, row, column }
          : { page, box, table, row, column, recognized };
  const at = file === undefined ? inFile : { file, ...inFile };
  if (cell.doubt) return { row, column, rowSpan, columnSpan, text, doubt: cell.doubt, at };
  return cell.filler
    ? { row, column, rowSpan, columnSpan, text, filler: true, at }
    : { row, column, rowSpan, columnSpan, text, at };
}

function rowPlace(cells: readonly GridCell[], row: number, fallback: Place): Place {
  const { file, line, page } = cells.find((cell) => cell.row === row)?.at ?? fallback;
  return {
    ...(file === undefined ? {} : { file }),
    ...(page === undefined ? {} : { page }),
    ...(line === undefined ? {} : { line }),
  };
}
