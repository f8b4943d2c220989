import { cellTable } from "./cell-table.ts";
import { csvField } from "./csv-field.ts";
import type { Column, LongTable, LongTableValue } from "../contract/long-table.ts";
import type { TextFile, TextWriter } from "../contract/writer.ts";

/** Long form, one row for each cell of the form, blank ones included. RFC 4180: UTF-8, comma, CRLF. */
export const csv: TextWriter<"csv"> = {
  kind: "text",
  id: "csv",
  extension: "csv",
  description: "one row a cell, with its value, its text as printed, its place and what casts doubt on it",
  ...csvOf(cellTable),
  ofTable: csvOf,
};

/** A long table as CSV. */
export function csvOf<Row>({ columns, rows }: LongTable<Row>): TextFile {
  return {
    frame: () => ({ header: csvHeader(columns), separator: "", footer: "" }),
    piece: (conversion, templates) => csvRows(columns, rows(conversion, templates)),
  };
}

/** The first line of a table. */
export function csvHeader(columns: readonly Pick<Column<never>, "name">[]): string {
  return line(columns.map(({ name }) => name));
}

export function csvRows<Row>(columns: readonly Column<Row>[], rows: Iterable<Row>): string {
  // Most columns of a long table repeat the row above: what they hold is formatted once.
  const values: (LongTableValue | null | undefined)[] = columns.map(() => undefined);
  const fields = columns.map(() => "");
  let text = "";
  for (const row of rows) {
    for (let at = 0; at < columns.length; at++) {
      const value = columns[at]!.of(row);
      if (value === values[at]) continue;
      values[at] = value;
      fields[at] = csvField(value);
    }
    text += fields.join(",") + "\r\n";
  }
  return text;
}

function line(fields: readonly (LongTableValue | null | undefined)[]): string {
  return fields.map(csvField).join(",") + "\r\n";
}
