import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { BasicType } from "hyparquet-writer";
import type { Conversion, Template } from "../model/index.ts";
import { cells } from "./cells.ts";
import type { Cell } from "./cells.ts";

/** A Parquet file in the making; `finish` must be called once, and nothing after it. */
export interface ParquetFile {
  /** `templates` must hold every layout the conversion names. */
  readonly add: (conversion: Conversion, templates: readonly Template[]) => void;
  readonly finish: () => void;
}

/** The long form of the CSV writer, typed: one row a cell. Hands bytes to `take` as they come; holds one row group. */
export function parquet(take: (bytes: Uint8Array) => void, rowsPerGroup = 50_000): ParquetFile {
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
  let held: (string | number | null)[][] = columns.map(() => []);
  const flush = (): void => {
    if (held[0]?.length === 0) return;
    // No offset index: it stays in memory until the end, and long tables are read whole groups at a time.
    const columnData = columns.map(({ name, type }, at) => ({
      name,
      type,
      data: held[at] ?? [],
      offsetIndex: false,
    }));
    void file.write({ columnData, rowGroupSize: rowsPerGroup });
    held = columns.map(() => []);
    emptied();
  };
  return {
    add(conversion, templates) {
      for (const cell of cells(conversion, templates)) {
        columns.forEach(({ of }, at) => held[at]?.push(of(cell, conversion) ?? null));
        if (held[0]?.length === rowsPerGroup) flush();
      }
    },
    finish() {
      flush();
      void file.finish();
      emptied();
    },
  };
}

interface Column {
  readonly name: string;
  readonly type: BasicType;
  readonly of: (cell: Cell, conversion: Conversion) => string | number | null | undefined;
}

const columns: readonly Column[] = [
  { name: "issuer", type: "STRING", of: (_, { report }) => report?.issuer },
  { name: "year", type: "INT32", of: (_, { report }) => report?.year },
  { name: "table", type: "STRING", of: ({ table }) => table },
  { name: "row", type: "STRING", of: ({ row }) => row.key },
  { name: "column", type: "STRING", of: ({ column }) => column.key },
  { name: "value", type: "DOUBLE", of: ({ value }) => value },
  { name: "unit", type: "STRING", of: ({ evidence }) => evidence?.unit },
  { name: "raw", type: "STRING", of: ({ evidence }) => evidence?.raw },
  { name: "status", type: "STRING", of: ({ evidence }) => evidence?.status },
  { name: "page", type: "INT32", of: ({ evidence }) => evidence?.at?.page },
  { name: "table_no", type: "INT32", of: ({ evidence }) => evidence?.at?.table },
  { name: "row_no", type: "INT32", of: ({ evidence }) => evidence?.at?.row },
  { name: "column_no", type: "INT32", of: ({ evidence }) => evidence?.at?.column },
  { name: "source", type: "STRING", of: (_, { source }) => source.name },
  { name: "sha256", type: "STRING", of: (_, { source }) => source.sha256 },
];
