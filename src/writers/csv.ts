import type { Conversion } from "../model/index.ts";
import { cells } from "./cells.ts";
import type { Cell } from "./cells.ts";
import { csvField } from "./csv-field.ts";
import type { Writer } from "./writer.ts";

/** Long form, one row a cell of the form, blank ones included. RFC 4180: UTF-8, comma, CRLF. */
export const csv: Writer = {
  id: "csv",
  extension: "csv",
  description: "one row a cell, with its value, its text as printed and its place",
  frame: () => ({ header: Object.keys(columns).join(",") + "\r\n", separator: "", footer: "" }),
  piece: (conversion, templates) =>
    [...cells(conversion, templates)]
      .map(
        (cell) =>
          Object.values(columns)
            .map((column) => csvField(column(cell, conversion)))
            .join(",") + "\r\n",
      )
      .join(""),
};

type Column = (cell: Cell, conversion: Conversion) => string | number | null | undefined;

const columns: Readonly<Record<string, Column>> = {
  issuer: (_, { report }) => report?.issuer,
  year: (_, { report }) => report?.year,
  table: ({ table }) => table,
  row: ({ row }) => row.key,
  column: ({ column }) => column.key,
  value: ({ value }) => value,
  unit: ({ evidence }) => evidence?.unit,
  raw: ({ evidence }) => evidence?.raw,
  status: ({ evidence }) => evidence?.status,
  page: ({ evidence }) => evidence?.at?.page,
  table_no: ({ evidence }) => evidence?.at?.table,
  row_no: ({ evidence }) => evidence?.at?.row,
  column_no: ({ evidence }) => evidence?.at?.column,
  source: (_, { source }) => source.name,
  sha256: (_, { source }) => source.sha256,
};
