import type { Conversion, Template } from "../model/index.ts";
import { cellTable } from "./cell-table.ts";
import { csvField } from "./csv-field.ts";
import { findingTable } from "./finding-table.ts";
import type { LongTable } from "./long-table.ts";
import type { Writer } from "./writer.ts";

/** Long form, one row a cell of the form, blank ones included. RFC 4180: UTF-8, comma, CRLF. */
export const csv: Writer = {
  id: "csv",
  extension: "csv",
  description: "one row a cell, with its value, its text as printed, its place and what casts doubt on it",
  ...csvOf(cellTable),
};

/** Beside the cells of a batch: one row a finding and cell. */
export const findingsCsv: Pick<Writer, "frame" | "piece"> = csvOf(findingTable);

function csvOf<Row>({ columns, rows }: LongTable<Row>): Pick<Writer, "frame" | "piece"> {
  const line = (fields: readonly (string | number | null | undefined)[]): string =>
    fields.map(csvField).join(",") + "\r\n";
  return {
    frame: () => ({ header: line(columns.map(({ name }) => name)), separator: "", footer: "" }),
    piece: (conversion: Conversion, templates: readonly Template[]) => {
      let text = "";
      for (const row of rows(conversion, templates)) text += line(columns.map(({ of }) => of(row)));
      return text;
    },
  };
}
