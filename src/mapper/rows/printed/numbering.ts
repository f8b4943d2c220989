import { foldDigits } from "../../../printed/folding.ts";
import { namesYear } from "../../../printed/relative-years.ts";
import { doubtCodesInNumbers } from "./codes-in-numbers.ts";
import { withoutLeadingCodes } from "./leading-codes.ts";
import type { FormRow } from "../form-row.ts";

/** At least so many rows with successive numbers are taken to be numbered. */
const ROWS = 5;
/** The largest step between two row numbers: one row between them may have been lost. */
const STEP = 2;
/** At most so many rows between two runs of a list may have been left out. */
const LEFT_OUT = 30;
/** A run goes on behind at most so many rows without a number if it counts them in. */
const UNNUMBERED = 3;
/**
 * Codes of rows, perhaps with the marks of notes: 01, 49**. No code is 0; a 0 is a count before the first number of the
 * next table.
 */
const CODE = /^(0?[1-9]|[1-9]\d)\**$/u;

/**
 * The rows without the codes that number them (代码 01, 02, 03 …), where no heading says so, as on a further page or in
 * lines of one cell. Codes are the first values of rows that count on from each other, or the last ones where the next
 * row's number was read as a value of this row. If a form's own column is lost this way, its values are missing but
 * never wrong.
 */
export function withoutNumbering(all: readonly FormRow[]): readonly FormRow[] {
  const rows = withoutColumnNumbers(withoutLeadingCodes(all));
  const led = numberedRuns(rows, 0);
  const behead = doubtCodesInNumbers(rows, led, 0).map((row, index) =>
    led.has(index) ? { ...row, values: row.values.slice(1), numbered: row.values[0]!.text.trim() } : row,
  );
  const trailed = numberedRuns(behead, -1);
  if (trailed.size === 0) return behead;
  let context = "";
  return doubtCodesInNumbers(behead, trailed, -1).flatMap((row, index) => {
    const before = { ...row, context: context + row.context };
    context = "";
    if (!trailed.has(index)) return [before];
    // A row whose only value was the number of the next row is a group's heading.
    if (row.values.length > 1) return [{ ...before, values: row.values.slice(0, -1) }];
    context = before.context;
    return [];
  });
}

/** What stands before the numbers of columns in text: 栏次 1 2, 甲 乙 1 2. */
const COLUMN_NUMBERS = /(?:[栏行列]次[甲乙丙]{0,3}|甲乙丙?)$/u;

/**
 * Takes out numbers below the heads of columns (1 2 or 12), which are a header; the words before them go to the next
 * row.
 */
function withoutColumnNumbers(rows: readonly FormRow[]): readonly FormRow[] {
  if (!rows.some(isColumnNumbers)) return rows;
  let context = "";
  return rows.flatMap((row) => {
    const own = context === "" ? row : { ...row, context: context + row.context };
    context = "";
    if (!isColumnNumbers(row)) return [own];
    context = own.context.replace(COLUMN_NUMBERS, "");
    return [];
  });
}

function isColumnNumbers({ kind, labels, context, values }: FormRow): boolean {
  if (kind === "cells" || kind === "spaced" || labels.length > 0 || !COLUMN_NUMBERS.test(context))
    return false;
  const digits = values.map(({ text }) => foldDigits(text).trim()).join("");
  return digits !== "" && "123456789".startsWith(digits);
}

/**
 * The codes of the rows, by their indexes, in runs whose first or last values count on from each other, if most rows of
 * the run have further values.
 */
function numberedRuns(rows: readonly FormRow[], at: 0 | -1): ReadonlyMap<number, number> {
  const codes = rows.map((row) => codeOf(row, at));
  const numbered = new Map<number, number>();
  const runs: (readonly number[] | undefined)[] = [];
  codes.forEach((code, index) => {
    if (code === null) return;
    const last = lastBefore(codes, index, code);
    const run = [...((last === undefined ? undefined : runs[last]) ?? []), index];
    if (last !== undefined) delete runs[last];
    runs[index] = run;
  });
  const isLong = (run: readonly number[]) => {
    const besides = run.filter((index) => rows[index]!.values.length > 1).length;
    return run.length >= ROWS && besides * 2 > run.length && !run.some((index) => isBelowYears(rows[index]!));
  };
  const number = (run: readonly number[]) => run.forEach((index) => numbered.set(index, codes[index]!));
  const own = runs.filter((run) => run !== undefined);
  own.filter(isLong).forEach(number);
  if (numbered.size === 0) return numbered;
  // Where the rows between were left out, the list goes on in a shorter run of its own.
  const goesOn = (at: number, away: 1 | -1) => {
    const near = Array.from({ length: UNNUMBERED }, (_, index) => at + away * (index + 1));
    const beside = near.find((index) => numbered.has(index));
    const step = beside === undefined ? 0 : (codes[beside]! - codes[at]!) * away;
    return step > 0 && step <= LEFT_OUT;
  };
  for (const run of own.filter(({ length }) => length > 1))
    if (!numbered.has(run[0]!) && (goesOn(run[0]!, -1) || goesOn(run.at(-1)!, 1))) number(run);
  return numbered;
}

/** The nearest row above from which a row's code counts on, perhaps with rows between whose codes were lost. */
function lastBefore(codes: readonly (number | null)[], index: number, code: number): number | undefined {
  const before = codes[index - 1] ?? null;
  if (before !== null && follows(before, code)) return index - 1;
  return Array.from({ length: UNNUMBERED }, (_, lost) => index - lost - 2).find(
    (other) => codes[other] !== undefined && codes[other] !== null && code - codes[other] === index - other,
  );
}

/** Whether the headings right above a row name two years: a row then has two numbers, and neither is its code. */
function isBelowYears({ above = [] }: FormRow): boolean {
  return above.filter(namesYear).length > 1;
}

function follows(code: number, next: number): boolean {
  return next > code && next - code <= STEP;
}

/** The number with which a row without cell borders begins (`at` 0) or ends (`at` -1). */
function codeOf({ kind, apart, values }: FormRow, at: 0 | -1): number | null {
  const lines = kind === "listed" || (kind === "run" && apart === true) || (kind === "spaced" && at === 0);
  if (!lines || (at === 0 && values.length < 2)) return null;
  const code = CODE.exec(foldDigits(values.at(at)?.text ?? "").trim())?.[1];
  return code === undefined ? null : Number(code);
}
