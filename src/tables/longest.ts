import { isFilled, isNumber } from "../printed/numbers.ts";
import type { RawCell } from "./grid.ts";
import { trailingValues } from "./values.ts";

type Row = readonly RawCell[];

/** At least so many rows with the same number of values show how many value columns a table has. */
const FEWEST = 3;
/** A row with more than so many extra values belongs to a table with merged cells. */
const MOST_BEYOND = 2;

/**
 * If a single row has more values than all others, its extra cells stand beside the table's columns; if it set the
 * table's width, it would move the columns of every other row. Empty extra cells are left out. If one is filled in, a
 * cell may as well have slipped in before it, so all values of the row become doubtful and the extra text goes to the
 * last of them.
 */
export function withinColumns(rows: readonly Row[]): readonly Row[] {
  const counts = rows.map(valuesOf);
  const most = Math.max(0, ...counts);
  const at = counts.indexOf(most);
  const columns = Math.max(0, ...counts.filter((count) => count < most));
  const isAlone = counts.lastIndexOf(most) === at && most - columns <= MOST_BEYOND;
  if (!isAlone || counts.filter((count) => count === columns).length < FEWEST) return rows;
  return rows.map((row, index) => (index === at ? cut(row, row.length - most, columns) : row));
}

/** How many values end a row that has a label and a number; 0 for other rows. */
function valuesOf(row: Row): number {
  const count = trailingValues(row.map(({ text }) => text));
  return count < row.length && row.slice(row.length - count).some(({ text }) => isNumber(text)) ? count : 0;
}

function cut(row: Row, labels: number, columns: number): Row {
  const kept = row.slice(0, labels + columns);
  const beyond = row.slice(labels + columns).filter(({ text }) => isFilled(text));
  if (beyond.length === 0) return kept;
  return kept.map((cell, index): RawCell => {
    if (index < labels) return cell;
    const text = index === kept.length - 1 ? [cell, ...beyond].map((one) => one.text).join(" ") : cell.text;
    return { ...cell, text, doubt: { kind: "unreadable", reason: "row-too-long" } };
  });
}
