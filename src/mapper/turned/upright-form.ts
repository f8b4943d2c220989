import type { GridCell } from "../../model/index.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { numbersRows } from "../rows/column-numbers.ts";
import { coveringRows, type GridPart } from "./geometry.ts";
import { isBeside, isFigure, isWording, wordOf, type Vocabulary } from "./vocabulary.ts";

/**
 * Whether a region is a table as its form prints it: before every number the label of one row and behind it none, above it the heading of a column where the row has several. A region without numbers is.
 */
export function isUpright(region: GridPart, vocabulary: Vocabulary): boolean {
  const rows = coveringRows(region);
  const counters = countersIn(region);
  return rows.every((cells, index) =>
    cells.every(
      (cell) =>
        cell.row !== index + 1 ||
        !isFigure(cell.text) ||
        counters.has(cell.column) ||
        isTold(cell, cells, counters, region, vocabulary),
    ),
  );
}

/** Columns under 序号, 代码 and the like: their numbers are the rows' own. */
export function countersIn({ cells }: GridPart): ReadonlySet<number> {
  return new Set(cells.filter(({ text }) => numbersRows(normalizeLabel(text))).map(({ column }) => column));
}

function isTold(
  figure: GridCell,
  row: readonly GridCell[],
  counters: ReadonlySet<number>,
  { cells }: GridPart,
  { rows, columns, around, unlabelled }: Vocabulary,
): boolean {
  const words = row.filter(({ text }) => isWording(text) && !isBeside(text));
  if (words.some(({ column }) => column > figure.column)) return false;
  const [label, ...before] = words.map(({ text }) => wordOf(text)).toReversed();
  const headed = cells.some(
    (cell) =>
      cell.row + cell.rowSpan <= figure.row &&
      cell.column <= figure.column &&
      cell.column + cell.columnSpan > figure.column &&
      columns.has(wordOf(cell.text)),
  );
  if (label === undefined) return unlabelled && headed;
  if (!rows.has(label) || before.some((word) => rows.has(word) && !around.has(word))) return false;
  const alone = row.every((other) => other === figure || counters.has(other.column) || !isFigure(other.text));
  return headed || (alone && rows.get(label) === false);
}
