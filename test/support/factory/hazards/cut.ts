import type { TableBlock } from "../blocks.ts";
import type { FormCell, FormRow } from "../forms.ts";
import type { Around, Hazard, Hazarded } from "./index.ts";
import { cell, replaceTable } from "./place.ts";

const isSingle = ({ rowSpan, colSpan }: FormCell): boolean => rowSpan === 1 && colSpan === 1;
const isNumber = ({ role, text }: FormCell): boolean => role === "value" && /^\d+$/u.test(text);

/** The rows whose cells are all single and that have so many plain numbers. */
function rowsOfNumbers(table: TableBlock, least: number): readonly FormRow[] {
  return table.rows.filter((row) => row.every(isSingle) && row.filter(isNumber).length >= least);
}

/** A row lacks a cell, a number or one before it, and a blank cell at the row's end makes up for it. */
export const cellGone: Hazard = (table, around) => {
  const rows = rowsOfNumbers(table, 2);
  if (rows.length === 0) return null;
  const row = around.random.pick(rows);
  const gone = around.random.pick(row.slice(row[0]!.role === "value" ? 0 : 1, -1));
  const cells = [...row.filter((one) => one !== gone), cell("", "value")];
  return withRows(table, around, row, [cells], gone.path);
};

/** Two numbers share a cell, and a blank cell at the row's end makes up for it. */
export const cellsGlued: Hazard = (table, around) => {
  const rows = rowsOfNumbers(table, 2).filter((row) => pairsIn(row).length > 0);
  if (rows.length === 0) return null;
  const row = around.random.pick(rows);
  const at = around.random.pick(pairsIn(row));
  const [first, second] = [row[at]!, row[at + 1]!];
  const glued = cell(first.text + second.text, "value");
  const cells = [...row.slice(0, at), glued, ...row.slice(at + 2), cell("", "value")];
  return withRows(table, around, row, [cells], first.path, second.path);
};

/** Both in one table, of so many rows that two which end in a blank are exceptions. */
export const cellGoneCellsGlued: Hazard = (table, around) => {
  const gone = rowsOfNumbers(table, 2).length < MANY ? null : cellGone(table, around);
  const changed = gone?.blocks[around.at];
  if (!gone || changed?.kind !== "table") return null;
  const glued = cellsGlued(changed, { ...around, blocks: gone.blocks });
  return glued && { ...glued, untold: [...(gone.untold ?? []), ...(glued.untold ?? [])] };
};

const MANY = 8;

function pairsIn(row: FormRow): readonly number[] {
  return row.flatMap((one, at) => (row[at + 1] && isNumber(one) && isNumber(row[at + 1]!) ? [at] : []));
}

/** One heading too many before a column of numbers, and a blank cell at the end of each row below. */
export const headingTooMany: Hazard = (table, { blocks, at, random }) => {
  const [heading, ...others] = table.rows;
  if (table.headerRows !== 1 || !table.rows.every((row) => row.every(isSingle))) return null;
  const first = others[0]?.findIndex(({ role }) => role === "value") ?? -1;
  if (first < 1) return null;
  const place = random.int(first, heading!.length - 1);
  const stranger = cell(random.pick(["类别", "编号", "说明"]), "header");
  const rows = [
    heading!.toSpliced(place, 0, stranger),
    ...others.map((row): FormRow => [...row, cell("", "value")]),
  ];
  return { blocks: replaceTable(blocks, at, [{ ...table, width: table.width + 1, rows }]) };
};

/** A label that runs over two rows, the values beside its first piece. */
export const labelInTwoRows: Hazard = (table, around) => {
  const rows = rowsOfNumbers(table, 1).filter((row) => labelOf(row).trim().length > 3);
  if (rows.length === 0) return null;
  const row = around.random.pick(rows);
  const label = labelOf(row);
  const cut = around.random.int(label.length - label.trimStart().length + 1, label.length - 1);
  const piece = (text: string) => (one: FormCell, index: number) =>
    index === 0 ? { ...one, text } : text === label.slice(cut) ? blank(one) : one;
  const pieces = [row.map(piece(label.slice(0, cut))), row.map(piece(label.slice(cut)))];
  return withRows(table, around, row, pieces);
};

/** A number behind a label (行政强制 Class 2), and its values in the row below. */
export const numberBehindLabel: Hazard = (table, around) => {
  const rows = rowsOfNumbers(table, 1).filter((row) => row[0]!.role === "label");
  if (rows.length === 0) return null;
  const row = around.random.pick(rows);
  const text = `${labelOf(row)} ${around.random.pick(["Class", "No.", "类别", "第"])} ${around.random.int(1, 9)}`;
  const pieces = [
    row.map((one, index) => (index === 0 ? { ...one, text } : one.role === "value" ? blank(one) : one)),
    row.map((one) => (one.role === "value" ? one : blank(one))),
  ];
  return withRows(table, around, row, pieces);
};

function labelOf(row: FormRow): string {
  return row[0]!.role === "label" ? row[0]!.text : "";
}

function blank({ role }: FormCell): FormCell {
  return cell("", role);
}

/** The table with other rows in place of one; cells over several rows grow with them. */
function withRows(
  table: TableBlock,
  { blocks, at }: Around,
  row: FormRow,
  instead: readonly FormRow[],
  ...untold: readonly (string | undefined)[]
): Hazarded {
  const index = table.rows.indexOf(row);
  const more = instead.length - 1;
  const rows = table.rows.flatMap((own, number): readonly FormRow[] =>
    number === index
      ? instead
      : [
          own.map((one) =>
            number < index && number + one.rowSpan > index ? { ...one, rowSpan: one.rowSpan + more } : one,
          ),
        ],
  );
  return {
    blocks: replaceTable(blocks, at, [{ ...table, rows }]),
    untold: untold.filter((path) => path !== undefined),
  };
}
