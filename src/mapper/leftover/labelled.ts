import type { Finding, OtherTable, Place } from "../../model/index.ts";
import type { FormRow } from "../rows/form-row.ts";

/** A table of no known form, and the findings about it, which need its JSON pointer. */
export interface Unknown {
  readonly table: OtherTable;
  readonly at: Place;
  readonly findings: (pointer: string) => readonly Finding[];
}

/** Everything a row prints, for comparing two rows. */
export function printedText({ labels, values }: FormRow): string {
  return [...labels, ...values.map(({ text }) => text.trim())].join("\t");
}

/** Rows as they are published, under the headings of the first row. */
export function labelled(rows: readonly FormRow[], within: string | null, title: string | null): OtherTable {
  const first = rows[0]!;
  const [header] = first.headers;
  const columns = first.values.map(
    ({ column }) =>
      header?.columns.find(
        (printed) =>
          column !== undefined && column >= printed.column && column < printed.column + printed.columnSpan,
      )?.text ?? "",
  );
  return {
    within,
    title,
    columns: columns.every((text) => text === "") ? [] : columns,
    rows: rows.map((row) => ({ labels: labelsOfRow(row), values: row.values.map(({ text }) => text) })),
  };
}

export function labelsOfRow({ labels, unit }: FormRow): readonly string[] {
  return unit === undefined ? labels : [...labels, unit];
}
