import { readValue } from "../../../printed/numbers.ts";
import type { FormRow } from "../../rows/form-row.ts";
import type { PrintedRow } from "./list-items.ts";

/** Whether a row counts like one that numbers the columns: 栏次 | 1 | 2 | 3, 甲 | 1 | 2 | 3 or 1 | 2 | 3 | 4. */
export function countsColumns({ labels, values }: FormRow): boolean {
  const first = labels.at(-1) === "1" ? 2 : 1;
  return values.every(({ text }, index) => Number(text) === first + index);
}

export function mayNumber(row: FormRow): boolean {
  return FIRST_OF_ALL.test(row.labels.at(-1) ?? "") && countsColumns(row);
}

/** Words that stand before the numbers of the columns, right below the headings, and nowhere else. */
export const COLUMN_NUMBERS = /^(?:栏次|行次|列次|序号)$/u;

/** Words that stand there, too, but may also be the name of an item: 甲 | 1 | 2. */
const FIRST_OF_ALL = /^[1甲A-Za-z]$/u;

/** Names that come second after such a word, which is then the first of several items. */
const SECOND = /^[2乙BbIi]$/u;

/** With at least this many columns, no item has the values 1, 2, 3 … by chance. */
const COUNTED_COLUMNS = 3;

function numbersOf({ values }: FormRow): readonly (number | null)[] {
  return values.map(({ text }) => readValue(text).value);
}

/** Sums of decimals that differ by less than this are equal. */
const EQUAL = 1e-6;

/**
 * Whether 甲 | 1 | 2 numbers the columns or is the first item. The name of the next row decides, then the sums, then
 * the number of columns.
 */
export function meaningOf(one: PrintedRow, all: readonly PrintedRow[]): "item" | "numbers" | "doubtful" {
  const listed = all.filter(({ fixed }) => fixed === null);
  if (listed[0] !== one || SECOND.test(listed[1]?.row.labels.at(-1) ?? "")) return "item";
  const sums = all.filter(({ fixed }) => fixed !== null).map(({ row }) => numbersOf(row));
  const isSum = (rows: readonly PrintedRow[]) => {
    const numbers = rows.map(({ row }) => numbersOf(row));
    const holds = (total: number, at: number) =>
      Math.abs(numbers.reduce((left, row) => left - (row[at] ?? 0), total)) < EQUAL;
    return sums.some(
      (sum) =>
        sum.some((total) => total !== null) && sum.every((total, at) => total === null || holds(total, at)),
    );
  };
  const [withIt, without] = [isSum(listed), isSum(listed.slice(1))];
  if (withIt !== without) return withIt ? "item" : "numbers";
  return one.row.values.length >= COUNTED_COLUMNS && listed.length > 1 ? "numbers" : "doubtful";
}
