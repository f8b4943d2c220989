import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { ColumnTypes, TableFile, PanelValue } from "./rows.ts";

const types = { text: "STRING", integer: "INT32", number: "DOUBLE" } as const;

/** Parquet; hands bytes to `take` as they come and holds one row group. */
export function parquetFile(
  columns: ColumnTypes,
  take: (bytes: Uint8Array) => void,
  rowsPerGroup = 50_000,
): TableFile {
  const named = Object.entries(columns).map(([name, type]) => ({
    name,
    type: types[type],
    nullable: true,
    data: [] as PanelValue[],
  }));
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: named }),
    createdBy: "gongkai",
  });
  const emptied = (): void => {
    take(writer.getBytes().slice());
    writer.index = 0;
  };
  const flush = (): void => {
    if (named[0]!.data.length === 0) return;
    void file.write({
      columnData: named.map(({ name, type, data }) => ({ name, type, data, offsetIndex: false })),
      rowGroupSize: rowsPerGroup,
    });
    for (const column of named) column.data = [];
    emptied();
  };
  return {
    add(row) {
      row.forEach((value, at) => named[at]!.data.push(value));
      if (named[0]!.data.length === rowsPerGroup) flush();
    },
    finish() {
      flush();
      void file.finish();
      emptied();
    },
  };
}
