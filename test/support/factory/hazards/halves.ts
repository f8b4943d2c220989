import type { FormRow } from "../forms.ts";
import type { Hazard } from "./index.ts";
import { cell, replaceTable } from "./place.ts";

/** The rows of a list in two halves side by side, each with the header's columns. */
export const twoHalves: Hazard = (table, { blocks, at }) => {
  const header = table.rows[table.headerRows - 1];
  const body = table.rows.slice(table.headerRows);
  const simple = body.every((row) => row.every(({ rowSpan, colSpan }) => rowSpan === 1 && colSpan === 1));
  if (
    !header ||
    !simple ||
    body.length < 12 ||
    header.length !== body[0]!.length ||
    new Set(body.map((row) => row.length)).size > 1
  )
    return null;
  const half = Math.ceil(body.length / 2);
  const blank: FormRow = header.map(({ role }) => cell("", role === "value" ? "header" : "label"));
  const rows: FormRow[] = [
    ...table.rows.slice(0, table.headerRows - 1).map((row) => [{ ...row[0]!, colSpan: table.width * 2 }]),
    [...header, ...header],
    ...Array.from({ length: half }, (_, index): FormRow => [
      ...body[index]!,
      ...(body[half + index] ?? blank),
    ]),
  ];
  return { blocks: replaceTable(blocks, at, [{ ...table, width: table.width * 2, rows }]) };
};
