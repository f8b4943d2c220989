import type { GridCell } from "../../model/index.ts";
import type { FormHeader } from "./form-row.ts";

/** What may stand before the numbers of columns. */
const COLUMN_NUMBER = /^(?:栏次|行次|列次|序号|[甲乙丙丁])$/u;
/**
 * What stands before the numbers of columns and before nothing else. In the second of two halves these numbers may
 * therefore continue from the first half's.
 */
const COLUMN_NUMBERS_ALONE = /^[栏列]次$/u;
/** Neither a column's number with its brackets nor the word before it has more characters. */
const LONGEST = 4;
/** The heading of a column that numbers the rows. */
const ROW_NUMBER = /^行[次号]$/u;
/** The heading of a column that counts the rows of a list, or of a half of one, and names none. */
const COUNTS_ROWS = /^(?:序号|行[次号])$/u;

/** Whether a cell holds the number of its row, by the headings above. */
export function isRowNumber({ column, text }: GridCell, header: FormHeader | undefined): boolean {
  const heading = header?.columns.find((one) => one.column === column);
  return /^\s*\d+\s*$/u.test(text) && heading !== undefined && COUNTS_ROWS.test(heading.leaf);
}

/** Whether a heading stands over what numbers the rows in any form, be it numbers or codes. */
export function numbersRows(heading: string): boolean {
  return NUMBERS_ROWS.test(heading);
}

const NUMBERS_ROWS = /^(?:序号|[行栏]次|行号|编号|代码)$/u;

/**
 * Whether a row holds the columns' numbers (栏次 1 2 3): a header like those above it, counting from 1 in order with a
 * row of values below.
 */
export function isNumbering(cells: readonly GridCell[], below: readonly GridCell[] | undefined): boolean {
  const texts: string[] = [];
  for (const cell of cells) {
    const text = cell.text.trim();
    if (text.length > LONGEST) return false; // nearly every row has a label
    if (text !== "") texts.push(text);
  }
  const numbers = texts.filter((text) => /^[(（]?\d{1,2}[)）]?$/u.test(text));
  const named =
    texts.length > numbers.length &&
    texts.every((text) => numbers.includes(text) || COLUMN_NUMBER.test(text));
  if (named && numbers.length > 0 && COLUMN_NUMBERS_ALONE.test(texts[0]!)) return followEachOther(numbers);
  if (numbers.length < 2 || !(named || texts.length === numbers.length)) return false;
  const sequence = numbers.every((text, index) => Number(text.replace(/\D/gu, "")) === index + 1);
  return (
    sequence &&
    (named || (numbers.length >= 3 && below !== undefined && below.some(({ text }) => /\d/u.test(text))))
  );
}

function followEachOther(numbers: readonly string[]): boolean {
  const counted = numbers.map((text) => Number(text.replace(/\D/gu, "")));
  return counted.every((number, index) => number === counted[0]! + index);
}

/**
 * Whether nothing but its number stands in a row, as where the shorter of two halves continues below its last label.
 */
export function isNumberAlone(cells: readonly GridCell[], header: FormHeader | undefined): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  const heading = header?.columns.find(({ column }) => column === filled[0]?.column);
  return filled.length === 1 && heading !== undefined && ROW_NUMBER.test(heading.leaf);
}
