import type { TableBlock } from "../blocks.ts";
import type { FormCell, FormRow } from "../forms.ts";
import type { Around, Hazard, Hazarded } from "./index.ts";
import { cell, replaceTable } from "./place.ts";

const isSingle = ({ rowSpan, colSpan }: FormCell): boolean => rowSpan === 1 && colSpan === 1;
const isNumber = ({ role, text }: FormCell): boolean => role === "value" && /^\d+$/u.test(text);

/** The rows of single cells whose values are at least so many and all plain numbers. */
function rowsOfNumbers(table: TableBlock, least: number): readonly FormRow[] {
  return table.rows.filter((row) => {
    const values = row.filter(({ role }) => role === "value");
    return row.every(isSingle) && values.length >= least && values.every(isNumber);
  });
}

/** A label, or a code that begins with a zero, in two cells beside each other, and the last number gone. */
export const labelTwice: Hazard = (table, around) => {
  const rows = rowsOfNumbers(table, 2).filter((row) => namesOf(row).length > 0);
  if (rows.length === 0) return null;
  const row = around.random.pick(rows);
  const name = around.random.pick(namesOf(row));
  return instead(table, around, (own) =>
    own === row ? own.slice(0, -1).toSpliced(own.indexOf(name), 0, cell(name.text, name.role)) : own,
  );
};

/** The cells that may be printed twice: the first, if it is a label, and a code. */
function namesOf(row: FormRow): readonly FormCell[] {
  const before = row.slice(0, row.findIndex(isNumber));
  return before.filter(({ role, text }, at) =>
    at === 0 ? role === "label" && /\p{sc=Han}/u.test(text) : /^0\d/u.test(text),
  );
}

/** Both rows of three numbers lack the same one and end in a blank cell, beside rows of one number. */
export const bothRowsShort: Hazard = (table, around) => {
  const rows = rowsOfNumbers(table, 3);
  if (table.id !== "proactiveDisclosure" || rows.length !== 2) return null;
  const gone = around.random.int(1, rows[0]!.length - 1);
  return instead(table, around, (own) =>
    rows.includes(own) ? [...own.toSpliced(gone, 1), cell("", "value")] : own,
  );
};

/** A number too many before the zeros that end a row, where every other row ends with its last column. */
export const numberBeforeZeros: Hazard = (table, around) => {
  const endsInZeros = (row: FormRow) => row.slice(-2).every(({ text }) => text === "0");
  const rows = rowsOfNumbers(table, 3).filter(endsInZeros);
  if (rows.length === 0 || !table.rows.every((row) => row.every(({ rowSpan }) => rowSpan === 1))) return null;
  const row = around.random.pick(rows);
  const more = cell(String(around.random.int(1, 9)), "value");
  return instead({ ...table, width: table.width + 1 }, around, (own) => {
    const last = own.at(-1)!;
    return own === row
      ? own.toSpliced(own.findIndex(isNumber), 0, more)
      : [...own.slice(0, -1), { ...last, colSpan: last.colSpan + 1 }];
  });
};

/** The table with other rows. Every value that is still read must be the report's own, or be told. */
function instead(table: TableBlock, { blocks, at }: Around, change: (row: FormRow) => FormRow): Hazarded {
  return { blocks: replaceTable(blocks, at, [{ ...table, rows: table.rows.map(change) }]) };
}
