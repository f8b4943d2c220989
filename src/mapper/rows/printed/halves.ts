import type { Grid, GridCell } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isPlain, readValue } from "../../../printed/numbers.ts";
import { isUnit } from "../../../printed/units.ts";

/** At least so many rows with a label right of numbers show that another half begins there, if no header says so. */
const ROWS = 3;
const WORD = /[\u4e00-\u9fff]{2}/u;
/** A header stands in one of the first rows. */
const HEADERS = 8;

/**
 * The parts of a table laid out side by side to save paper: label, numbers, label, numbers. What is merged over the cut
 * goes to the first part.
 */
export function halvesOf(grid: Grid): readonly Grid[] {
  const cut = cutColumn(grid);
  if (cut === null) return [grid];
  const rows = rowsIn(grid);
  const isRight = (cell: GridCell) => cell.column >= cut || isSumOfLast(cell, cut, rows[cell.row - 1]!);
  const left = grid.cells
    .filter((cell) => !isRight(cell))
    .map((cell) => ({ ...cell, columnSpan: Math.min(cell.columnSpan, cut - cell.column) }));
  const right = grid.cells.filter(isRight).map((cell) => ({
    ...cell,
    column: Math.max(cell.column - cut, 0) + 1,
    columnSpan: cell.columnSpan - Math.max(cut - cell.column, 0),
  }));
  return [
    { ...grid, width: cut - 1, cells: left },
    ...halvesOf({ ...grid, width: grid.width - cut + 1, cells: right }),
  ];
}

/**
 * Whether a label merged over the cut belongs to the right half, such as 公用经费合计 before the one sum of two halves.
 */
function isSumOfLast({ column, columnSpan, text }: GridCell, cut: number, row: readonly GridCell[]): boolean {
  const end = column + columnSpan;
  if (column >= cut || end <= cut || !isLabel(text)) return false;
  return isNumber(row.find((cell) => cell.column >= end)?.text ?? "");
}

/** The column in which a second half begins, or null. */
function cutColumn(grid: Grid): number | null {
  const rows = rowsIn(grid);
  const headed = repeatedColumn(rows);
  if (headed !== null) return headed;
  const votes = new Map<number, number>();
  let numbered = 0;
  for (const cells of rows) {
    if (!cells.some(({ text }) => isNumber(text))) continue;
    numbered += 1;
    const at = cells.findIndex((_, index) => index > 1 && beginsHalf(cells, index));
    if (at > 0) votes.set(cells[at]!.column, (votes.get(cells[at]!.column) ?? 0) + 1);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!best) return null;
  const [column, count] = best;
  if (isNumbering(rows, column)) return null;
  const enough = count >= ROWS && count * 2 >= numbered;
  return enough || rows.some((cells) => repeatsAt(cells, column)) ? column : null;
}

/** Whether a cell is a label with a number right before it, a label further left, and a number after it. */
function beginsHalf(cells: readonly GridCell[], index: number): boolean {
  return (
    isNumber(cells[index - 1]!.text) &&
    isLabel(cells[index]!.text) &&
    cells.slice(0, index - 1).some(({ text }) => isLabel(text)) &&
    cells.slice(index + 1).some(({ text }) => isNumber(text))
  );
}

/**
 * Whether the numbers left of the column only number the rows, between a group's name and the rows' labels:
 * 一、主动公开 | 1 | 公开信息数 | 5.
 */
function isNumbering(rows: readonly (readonly GridCell[])[], column: number): boolean {
  const left = rows.map((cells) => cells.filter((cell) => cell.column < column));
  const numbers = left.map((cells) => cells.filter(({ text }) => isNumber(text)));
  if (numbers.some((own) => own.length > 1)) return false;
  const sequence = numbers.flatMap((own) => own.map(({ text }) => readValue(text).value));
  return sequence.every((value, index) => index === 0 || value === sequence[index - 1]! + 1);
}

/**
 * The column where a header begins again with its first words, if rows below have labels and numbers in both halves.
 */
function repeatedColumn(rows: readonly (readonly GridCell[])[]): number | null {
  for (const cells of rows.slice(0, HEADERS)) {
    if (cells.length < 3) continue;
    const first = normalizeLabel(cells[0]!.text);
    if (!WORD.test(first)) continue;
    const at = cells.findIndex(
      ({ text }, index) => index > 1 && !isPlain(text) && normalizeLabel(text) === first && isLabel(text),
    );
    if (at < 0) continue;
    const { column } = cells[at]!;
    const isHalved = (own: readonly GridCell[]) =>
      [own.filter((cell) => cell.column < column), own.filter((cell) => cell.column >= column)].every(
        (half) => half.some(({ text }) => isLabel(text)) && half.some(({ text }) => isNumber(text)),
      );
    if (rows.some(isHalved)) return column;
  }
  return null;
}

/** Whether the second half of a header says what the first half says. */
function repeatsAt(cells: readonly GridCell[], column: number): boolean {
  const texts = (own: readonly GridCell[]) =>
    own.map(({ text }) => normalizeLabel(text)).filter((text) => text !== "");
  const first = texts(cells.filter((cell) => cell.column < column));
  const second = texts(cells.filter((cell) => cell.column >= column));
  return (
    first.length > 1 && second.length >= first.length && first.every((text, index) => text === second[index])
  );
}

function rowsIn({ cells, height }: Grid): readonly (readonly GridCell[])[] {
  const rows: GridCell[][] = Array.from({ length: height }, () => []);
  for (const cell of cells) rows[cell.row - 1]?.push(cell);
  return rows;
}

function isNumber(text: string): boolean {
  return isPlain(text) || (/\d|[０-９]/u.test(text) && readValue(text).value !== null);
}

function isLabel(text: string): boolean {
  if (text === "" || isPlain(text)) return false;
  const normalized = normalizeLabel(text);
  return WORD.test(normalized) && !isUnit(normalized) && readValue(text).status === "unreadable";
}
