import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Column, LongTableValue } from "../contract/long-table.ts";

/** A Parquet file in the making; `finish` must be called once, and nothing after it. */
export interface ParquetFile<Row> {
  readonly add: (rows: Iterable<Row>) => void;
  readonly finish: () => void;
}

const TYPES = { string: "STRING", integer: "INT32", number: "DOUBLE", boolean: "BOOLEAN" } as const;

/** A table, typed. Hands bytes to `take` as they come; holds one row group. */
export function parquetFile<Row>(
  table: readonly Pick<Column<Row>, "name" | "type" | "of">[],
  take: (bytes: Uint8Array) => void,
  rowsPerGroup = 50_000,
): ParquetFile<Row> {
  const columns = table.map(({ name, type, of }) => ({ name, type: TYPES[type], of }));
  const writer = new ByteWriter();
  const emptied = (): void => {
    take(writer.getBytes().slice());
    writer.index = 0;
  };
  const columnData = columns.map(({ name, type }) => ({ name, type, data: [], nullable: true }));
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData }),
    createdBy: "gongkai",
  });
  let held: (LongTableValue | null)[][] = columns.map(() => []);
  let rowsHeld = 0;
  const flush = (): void => {
    if (rowsHeld === 0) return;
    // Without an offset index, which would stay in memory until the end: long tables are read in whole row groups.
    const columnData = columns.map(({ name, type }, at) => ({
      name,
      type,
      data: held[at] ?? [],
      offsetIndex: false,
    }));
    void file.write({ columnData, rowGroupSize: rowsPerGroup });
    held = columns.map(() => []);
    rowsHeld = 0;
    emptied();
  };
  return {
    add(rows) {
      for (const row of rows) {
        for (let at = 0; at < columns.length; at++) held[at]!.push(columns[at]!.of(row) ?? null);
        if (++rowsHeld === rowsPerGroup) flush();
      }
    },
    finish() {
      flush();
      void file.finish();
      emptied();
    },
  };
}
