import type { Grid, Place } from "../model/index.ts";
import { withCoveredHeadings } from "./covered-headings.ts";
import { makeGrid, regionOf, type PlacedCell, type RawCell } from "./grid.ts";
import { joinVertically } from "./join.ts";
import { isNumber } from "../printed/numbers.ts";
import { firstValueColumn, trailingValues } from "./values.ts";
import { type Span, neighboursOf, misfit } from "./spread-fit.ts";

/**
 * Spans are not searched for in tables with more rows or columns than this: no statutory table comes near, but hostile
 * ones do.
 */
const SEARCHED_WIDTH = 32;

const SEARCHED_HEIGHT = 400;

/**
 * Rebuilds horizontal merges that the text has lost. The fullest rows give the columns. Every other row is laid over
 * its solved neighbours so that its cells start and end where theirs do, labels are stretched rather than numbers, and
 * an empty cell continues exactly the region above it.
 */
export function spreadRows(
  layout: string,
  table: number,
  printed: readonly (readonly RawCell[])[],
  at: Place,
): Grid {
  const rows = withCoveredHeadings(printed);
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const solved = solve(rows, width);
  const placed: PlacedCell[] = [];
  for (const [index, row] of rows.entries()) {
    for (const [ordinal, cell] of row.entries()) {
      const { column, columnSpan } = solved[index]![ordinal]!;
      placed.push(regionOf(cell, index + 1, column + 1, columnSpan));
    }
  }
  return makeGrid(layout, table, joinVertically(placed), at);
}

function solve(rows: readonly (readonly RawCell[])[], width: number): readonly (readonly Span[])[] {
  const full = rows.map((row) => row.length === width);
  const solved: (readonly Span[] | undefined)[] = rows.map((row, index) =>
    full[index] ? row.map((cell, column) => span(cell, column, 1)) : undefined,
  );
  const searched = width <= SEARCHED_WIDTH && rows.length <= SEARCHED_HEIGHT;
  const texts = rows.map((row) => row.map((cell) => cell.text));
  const valueColumn = firstValueColumn(texts.filter((_, index) => full[index]));
  // Rows with numbers come first, because they settle where the labels end, and so settle the header rows above them.
  const order = texts
    .map((own, index) => ({ own, index }))
    .filter(({ index }) => !full[index])
    .map(({ own, index }) => ({ index, values: trailingValues(own), distance: distance(full, index) }))
    .sort(
      (a, b) => Number(b.values > 0) - Number(a.values > 0) || a.distance - b.distance || a.index - b.index,
    );
  for (const { index, values } of order) {
    const row = rows[index]!;
    solved[index] = searched
      ? lay(row, width, { ordinal: row.length - values, column: valueColumn }, [
          solved[index - 1],
          solved[index + 1],
          solved[index + 2],
        ])
      : row.map((cell, column) => span(cell, column, column === row.length - 1 ? width - column : 1));
  }
  return solved as (readonly Span[])[];
}

export function span(cell: RawCell, column: number, columnSpan: number): Span {
  return { column, columnSpan, blank: cell.text === "", numeric: isNumber(cell.text) };
}

function distance(full: readonly boolean[], index: number): number {
  for (let step = 1; step < full.length; step++) if (full[index - step] || full[index + step]) return step;
  return full.length;
}

/**
 * The cheapest way to cover `width` columns with this row's cells, found by dynamic programming over (cell, end
 * column).
 */
function lay(
  row: readonly RawCell[],
  width: number,
  firstValue: { readonly ordinal: number; readonly column: number | null },
  [above, below, belowThat]: readonly (readonly Span[] | undefined)[],
): readonly Span[] {
  if (row.length === 1) return [span(row[0]!, 0, width)];
  const cells = row.map((cell) => span(cell, 0, 0));
  const neighbours = neighboursOf(width, above, below, belowThat);
  const spare = width - cells.length;
  // For each cell and each column in which it may end: the cost of all cells so far, and the column in which the cell
  // begins.
  const size = width + 1;
  const costs = new Array<number>((cells.length + 1) * size).fill(Infinity);
  const from = new Array<number>(cells.length * size).fill(0);
  costs[0] = 0;
  for (const [ordinal, cell] of cells.entries()) {
    const before = ordinal * size;
    const own = before + size;
    const column = ordinal === firstValue.ordinal ? firstValue.column : null;
    const last = ordinal + 1 + spare;
    // The last cell must end at the right edge, and the first must begin at the left edge.
    for (let end = ordinal === cells.length - 1 ? last : ordinal + 1; end <= last; end++) {
      for (let start = ordinal; start < (ordinal === 0 ? 1 : end); start++) {
        const cost = costs[before + start]! + misplaced(start, column) + misfit(cell, start, end, neighbours);
        if (cost >= costs[own + end]! - 1e-9) continue;
        costs[own + end] = cost;
        from[before + end] = start;
      }
    }
  }
  return traced(cells, from, width);
}

/** The penalty when the first value of a row does not begin where the first values of the full rows do. */
function misplaced(start: number, column: number | null): number {
  return column !== null && start !== column ? 1.5 : 0;
}

/** The spans of the cheapest way, traced back from the last cell; `from` holds the column in which each cell begins. */
function traced(cells: readonly Span[], from: readonly number[], width: number): readonly Span[] {
  const spans: Span[] = [...cells];
  let end = width;
  for (let ordinal = cells.length - 1; ordinal >= 0; ordinal--) {
    const column = from[ordinal * (width + 1) + end]!;
    const { blank, numeric } = cells[ordinal]!;
    spans[ordinal] = { column, columnSpan: end - column, blank, numeric };
    end = column;
  }
  return spans;
}
