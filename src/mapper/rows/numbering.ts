import { foldDigits } from "../../printed/folding.ts";
import type { FormRow } from "./form-row.ts";

/** From how many rows on numbers that follow each other count the rows. */
const ROWS = 5;
/** A row between may have been lost. */
const STEP = 2;
/** Codes of rows, with the marks of notes: 01, 49**. None is 0, which is a count before the first number of the next table. */
const CODE = /^(0?[1-9]|[1-9]\d)\**$/u;

/**
 * Rows without the codes that number them (代码 01, 02, 03 …), where no heading stands over them to say so, as on a further
 * page or in lines of one cell: the first values of rows that count on from each other, or the last ones, where the number
 * of the next row was taken for one of its own. A form's own column lost this way is missed, never misread.
 */
export function withoutNumbering(all: readonly FormRow[]): readonly FormRow[] {
  const rows = withoutColumnNumbers(all);
  const led = numberedRuns(rows, 0);
  const behead = rows.map((row, index) => (led.has(index) ? { ...row, values: row.values.slice(1) } : row));
  const trailed = numberedRuns(behead, -1);
  if (trailed.size === 0) return behead;
  let context = "";
  return behead.flatMap((row, index) => {
    const before = { ...row, context: context + row.context };
    context = "";
    if (!trailed.has(index)) return [before];
    // A row that had nothing but the number of the next one is a group's heading.
    if (row.values.length > 1) return [{ ...before, values: row.values.slice(0, -1) }];
    context = before.context;
    return [];
  });
}

/** What stands before the numbers of columns in text: 栏次 1 2, 甲 乙 1 2. */
const COLUMN_NUMBERS = /(?:[栏行列]次[甲乙丙]{0,3}|甲乙丙?)$/u;

/** Columns numbered below their heads, 1 2 or 12, are a header; its words go before the next row. */
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

/** Indexes of rows in runs whose first or last values count on from each other, most rows having others besides. */
function numberedRuns(rows: readonly FormRow[], at: 0 | -1): ReadonlySet<number> {
  const codes = rows.map((row) => codeOf(row, at));
  const numbered = new Set<number>();
  let from = 0;
  for (let index = 1; index <= rows.length; index++) {
    if (index < rows.length && follows(codes[index - 1]!, codes[index]!)) continue;
    const besides = rows.slice(from, index).filter(({ values }) => values.length > 1).length;
    if (index - from >= ROWS && besides * 2 > index - from)
      for (let row = from; row < index; row++) numbered.add(row);
    from = index;
  }
  return numbered;
}

function follows(code: number | null, next: number | null): boolean {
  return code !== null && next !== null && next > code && next - code <= STEP;
}

/** The number that a row without cell borders begins with or ends in. */
function codeOf({ kind, apart, values }: FormRow, at: 0 | -1): number | null {
  const lines = kind === "listed" || (kind === "run" && apart === true) || (kind === "spaced" && at === 0);
  if (!lines || (at === 0 && values.length < 2)) return null;
  const code = CODE.exec(foldDigits(values.at(at)?.text ?? "").trim())?.[1];
  return code === undefined ? null : Number(code);
}
