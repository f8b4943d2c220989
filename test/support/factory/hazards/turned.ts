import type { TableBlock } from "../blocks.ts";
import type { FormRow } from "../forms.ts";
import type { Hazard } from "./index.ts";
import { cell, cellsOf, placed, replaceTable } from "./place.ts";

/** Rows as columns. */
export const transposedTable: Hazard = (table, { blocks, at }) => {
  const turned = cellsOf(table).map((one) => ({
    ...one,
    row: one.column,
    column: one.row,
    rowSpan: one.colSpan,
    colSpan: one.rowSpan,
  }));
  if (table.rows.length > 30) return null;
  return { blocks: replaceTable(blocks, at, [placed(table, turned, table.rows.length, table.width)]) };
};

/** Numbers before their labels. */
export const labelsLast: Hazard = (table, { blocks, at }) => {
  const first = Math.min(...cellsOf(table).flatMap(({ role, column }) => (role === "value" ? [column] : [])));
  const cells = cellsOf(table);
  const torn = cells.some(
    ({ column, colSpan }) => column < first && column + colSpan > first && colSpan < table.width,
  );
  if (first === 0 || torn) return null;
  const moved = cells.map((one) => ({
    ...one,
    column:
      one.colSpan === table.width
        ? 0
        : one.column >= first
          ? one.column - first
          : one.column + table.width - first,
  }));
  return { blocks: replaceTable(blocks, at, [placed(table, moved, table.width, table.rows.length)]) };
};

/** The blocks of table 2 under their captions, in another order. */
export const captionsInOtherOrder: Hazard = (table, { blocks, at, random }) => {
  const parts = partsOf(table);
  if (!parts) return null;
  const from = random.int(1, parts.length - 1);
  const rows = [...parts.slice(from), ...parts.slice(0, from)].flat();
  return { blocks: replaceTable(blocks, at, [{ ...table, rows }]) };
};

/** The blocks of table 2 in two halves side by side. */
export const captionsInHalves: Hazard = (table, { blocks, at, random }) => {
  const parts = partsOf(table);
  if (!parts) return null;
  const cut = random.int(1, parts.length - 1);
  const [left, right] = [parts.slice(0, cut).flat(), parts.slice(cut).flat()];
  const blank: FormRow = [cell("", "header", 1, table.width)];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index): FormRow => [
    ...(left[index] ?? blank),
    ...(right[index] ?? blank),
  ]);
  return { blocks: replaceTable(blocks, at, [{ ...table, width: table.width * 2, rows }]) };
};

function partsOf({ id, rows }: TableBlock): readonly (readonly FormRow[])[] | null {
  if (id !== "proactiveDisclosure") return null;
  const parts: FormRow[][] = [];
  for (const row of rows) {
    if (row[0]!.role === "caption") parts.push([]);
    parts.at(-1)!.push(row);
  }
  return parts;
}
