import type { Grid, GridCell } from "../../model/index.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { readValue } from "../../printed/numbers.ts";
import { isUnit } from "../../printed/units.ts";

/** From how many rows on a label right of numbers shows that another half begins there, without a header that says so. */
const ROWS = 3;

/**
 * The parts of a table laid out side by side to save paper: label, numbers, label, numbers. What is merged over the cut
 * stands over the first part.
 */
export function halvesOf(grid: Grid): readonly Grid[] {
  const cut = cutColumn(grid);
  if (cut === null) return [grid];
  const left = grid.cells
    .filter(({ column }) => column < cut)
    .map((cell) => ({ ...cell, columnSpan: Math.min(cell.columnSpan, cut - cell.column) }));
  const right = grid.cells
    .filter(({ column }) => column >= cut)
    .map((cell) => ({ ...cell, column: cell.column - cut + 1 }));
  return [
    { ...grid, width: cut - 1, cells: left },
    ...halvesOf({ ...grid, width: grid.width - cut + 1, cells: right }),
  ];
}

/** The column a second half begins in, or null. */
function cutColumn(grid: Grid): number | null {
  const rows = rowsIn(grid);
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

/** A label with a number right before it, text before that, and a value after it. */
function beginsHalf(cells: readonly GridCell[], index: number): boolean {
  return (
    isLabel(cells[index]!.text) &&
    isNumber(cells[index - 1]!.text) &&
    cells.slice(0, index - 1).some(({ text }) => isLabel(text)) &&
    cells.slice(index + 1).some(({ text }) => isNumber(text))
  );
}

/** What stands between a group's name and its rows' labels is nothing but their numbers: 一、主动公开 | 1 | 公开信息数 | 5. */
function isNumbering(rows: readonly (readonly GridCell[])[], column: number): boolean {
  const left = rows.map((cells) => cells.filter((cell) => cell.column < column));
  const numbers = left.map((cells) => cells.filter(({ text }) => isNumber(text)));
  if (numbers.some((own) => own.length > 1)) return false;
  const sequence = numbers.flatMap((own) => own.map(({ text }) => readValue(text).value));
  return sequence.every((value, index) => index === 0 || value === sequence[index - 1]! + 1);
}

/** A header of which the second half says what the first does. */
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
  return /\d|[０-９]/u.test(text) && readValue(text).value !== null;
}

function isLabel(text: string): boolean {
  const normalized = normalizeLabel(text);
  return (
    /[\u4e00-\u9fff]{2}/u.test(normalized) && !isUnit(normalized) && readValue(text).status === "unreadable"
  );
}
