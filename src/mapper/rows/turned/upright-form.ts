import type { GridCell } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { numbersRows } from "../column-numbers.ts";
import { coveringRows, type GridPart } from "./geometry.ts";
import { isBeside, isFigure, isWording, wordOf, type Vocabulary } from "./vocabulary.ts";

/**
 * Whether a region is a table as its form prints it: every number has the label of one row before it, no label behind
 * it and, if the row has several numbers, the heading of a column above it. A region without numbers is upright.
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
        isLabelled(cell, cells, counters, region, vocabulary),
    ),
  );
}

/** The columns under 序号, 代码 and the like, whose numbers count the rows. 栏次 begins a row of column numbers. */
export function countersIn({ cells }: GridPart): ReadonlySet<number> {
  const isCounter = (word: string) => numbersRows(word) && word !== "栏次";
  return new Set(cells.filter(({ text }) => isCounter(normalizeLabel(text))).map(({ column }) => column));
}

function isLabelled(
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
