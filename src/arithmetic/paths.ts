import type { BlockTemplate, ColumnTemplate, RowTemplate, TableTemplate, ValueType } from "../model/index.ts";

/** One cell of a form: where its value stands in the record, and what kind of value it is. */
export interface FormCell {
  /** JSON Pointer: `/report/tables/applications/total/newlyReceived`. */
  readonly pointer: string;
  readonly table: string;
  readonly block: BlockTemplate;
  readonly row: RowTemplate;
  readonly column: ColumnTemplate;
  readonly type: ValueType;
  readonly unit: string | undefined;
}

/** Every cell of a table in the form's own order, row by row. */
export function formCells(table: TableTemplate): readonly FormCell[] {
  return table.blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map((column): FormCell => {
        const type = row.type ?? column.type;
        const unit = row.unit ?? column.unit;
        return { pointer: cellPointer(table, row.key, column.key), table: table.id, block, row, column, type, unit };
      }),
    ),
  );
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
