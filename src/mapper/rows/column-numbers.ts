import type { GridCell } from "../../model/index.ts";
import type { FormHeader } from "./form-row.ts";

/** What stands before the numbers of columns. */
const COLUMN_NUMBER = /^(?:栏次|行次|列次|序号|[甲乙丙丁])$/u;
/** What stands before them and before nothing else, so that in the second of two halves they may go on from the first's. */
const COLUMN_NUMBERS_ALONE = /^[栏列]次$/u;
/** Neither a column's number, with its brackets, nor what stands before it is longer. */
const LONGEST = 4;
/** Heading of what numbers the rows. */
const ROW_NUMBER = /^行[次号]$/u;
/** Heading of what counts the rows of a list or of a half of one, and names none. */
const COUNTS_ROWS = /^(?:序号|行[次号])$/u;

/** Whether a cell holds the number of its row, by the headings above. */
export function isRowNumber({ column, text }: GridCell, header: FormHeader | undefined): boolean {
  const heading = header?.columns.find((one) => one.column === column);
  return /^\s*\d+\s*$/u.test(text) && heading !== undefined && COUNTS_ROWS.test(heading.leaf);
}

/** Whether a heading is that of what numbers the rows, in whichever form: numbers or codes. */
export function numbersRows(heading: string): boolean {
  return NUMBERS_ROWS.test(heading);
}

const NUMBERS_ROWS = /^(?:序号|[行栏]次|行号|编号|代码)$/u;

/** The columns' numbers, 栏次 1 2 3, a header like those above it: from 1 on in order, and a row of values below. */
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

/** A row that nothing but its number stands in: the shorter of two halves goes on below its last label. */
export function isNumberAlone(cells: readonly GridCell[], header: FormHeader | undefined): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  const heading = header?.columns.find(({ column }) => column === filled[0]?.column);
  return filled.length === 1 && heading !== undefined && ROW_NUMBER.test(heading.leaf);
}
