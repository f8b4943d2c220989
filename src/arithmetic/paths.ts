import type { BlockTemplate, ColumnTemplate, RowTemplate, TableTemplate, ValueType } from "../model/index.ts";
import { isOpenListRow } from "./open-rows.ts";
import { CODE_KEY, NAME_KEY } from "./name-key.ts";
import { prepared } from "./prepared.ts";

/** One cell of a form: where its value stands in the record, and what kind of value it is. */
export interface FormCell {
  /** JSON Pointer: `/report/tables/applications/total/newlyReceived`. */
  readonly pointer: string;
  /** The pointer's steps below `/report/tables`. */
  readonly steps: readonly string[];
  readonly table: string;
  readonly block: BlockTemplate;
  readonly row: RowTemplate;
  readonly column: ColumnTemplate;
  readonly type: ValueType;
  readonly unit: string | undefined;
}

/** Whether a cell of this type holds words: a text, a date, a tick. */
export function isWorded(type: ValueType): boolean {
  return type === "text" || type === "date" || type === "choice";
}

/** Every cell of a table in the form's own order, row by row. */
export const formCells = prepared((table: TableTemplate): readonly FormCell[] =>
  table.blocks.flatMap((block) => blockCells(table, block)),
);

function blockCells(table: TableTemplate, block: BlockTemplate): FormCell[] {
  return block.rows.flatMap((row) =>
    columnsOf(block, row).map((column): FormCell => {
      const pointer = cellPointer(table, row.key, column.key);
      const steps = pointer.split("/").slice(3);
      return {
        pointer,
        steps,
        table: table.id,
        block,
        row,
        column,
        type: row.type ?? column.type,
        unit: row.unit ?? column.unit,
      };
    }),
  );
}

/** The columns of a row: in a list they begin with the row's name, then its code. */
function columnsOf(block: BlockTemplate, row: RowTemplate): readonly ColumnTemplate[] {
  return isOpenListRow(block, row)
    ? [nameColumn(block), ...(block.open?.code === undefined ? [] : [codeColumn(block)]), ...block.columns]
    : block.columns;
}

/** The column of the codes in a list; a row without a code lacks nothing. */
export const codeColumn = prepared(({ open }: BlockTemplate): ColumnTemplate => ({
  key: CODE_KEY,
  label: open?.code ?? "",
  group: [],
  aliases: [],
  type: "text",
  optional: true,
}));

/** The column of the names in a list. */
export const nameColumn = prepared(({ open }: BlockTemplate): ColumnTemplate => ({
  key: NAME_KEY,
  label: open?.label ?? "",
  group: [],
  aliases: [],
  type: "text",
}));

/** Puts a value into a record's tables at its steps; a step that is a number makes a list, which has no gaps. */
export function putCell(tables: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  let at = tables;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index]!;
    if (Array.isArray(at) && !(Number(step) <= at.length)) continue;
    if (index === steps.length - 1) at[step] = value;
    else at = (at[step] ??= /^\d+$/u.test(steps[index + 1]!) ? [] : {}) as Record<string, unknown>;
  }
}

/** Pointer of the cell at a row key and a column key; either may be empty. */
export function cellPointer(table: TableTemplate, row: string, column: string): string {
  return `${tablePointer(table.id)}/${cellKey(table, row, column).replaceAll(".", "/")}`;
}

export function tablePointer(table: string): string {
  return `/report/tables/${table}`;
}

/** Key of a cell within its table, as rules of kind `once` name it: `reconsideration.total`. */
export function cellKey(table: TableTemplate, row: string, column: string): string {
  const [first, second] = table.pathOrder === "row-column" ? [row, column] : [column, row];
  return first === "" || second === "" ? first + second : `${first}.${second}`;
}
