import { joinedWords, type Printed } from "./chunks.ts";
import { valueColumns } from "./columns.ts";
import { nearestColumn } from "./place.ts";
import { valuesOf } from "./width.ts";

/** So many rows are needed to show how many numbers a row of the table has. */
const ROWS = 3;

/**
 * Joins digits that stand apart: `1 0` in a column where the other rows have one number, in a row with more numbers
 * than any of them, is one cell. Left apart, the two would make a column too many, and one of them would stand in it.
 */
export function joinDigits(rows: readonly Printed[]): readonly Printed[] {
  const together = rows.filter((row) => row.numeric && !standsApart(row));
  if (together.length < ROWS || together.length === rows.length) return rows;
  const most = Math.max(...together.map(({ values }) => values.length));
  const isCrowded = (row: Printed) => standsApart(row) && row.values.length > most;
  if (!rows.some(isCrowded)) return rows;
  const columns = valueColumns(rows.filter((row) => !isCrowded(row)));
  return rows.map((row) => {
    if (!isCrowded(row)) return row;
    const values = new Set(row.values);
    const parts = joinedWords(
      row.parts,
      (last, part) => values.has(part) && nearestColumn(last, columns) === nearestColumn(part, columns),
    );
    return { ...row, parts, values: valuesOf(parts) };
  });
}

/** Whether two numbers of the line are one space apart. */
function standsApart({ values, numeric }: Printed): boolean {
  if (!numeric) return false;
  return values.some(({ start }, index) => index > 0 && start === values[index - 1]!.end + 1);
}
