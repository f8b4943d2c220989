import type { LongTable } from "../contract/long-table.ts";
import type { BinaryTable, BinaryWriter } from "../contract/writer.ts";
import { cellTable } from "./cell-table.ts";

/** Long form as in CSV, typed and compressed. */
export const parquet: BinaryWriter<"parquet"> = {
  kind: "binary",
  id: "parquet",
  extension: "parquet",
  description: "the same rows as csv, typed: for DuckDB, pandas, Spark",
  holds: "many",
  ...parquetOf(cellTable),
  ofTable: parquetOf,
};

/** A long table as Parquet. */
function parquetOf<Row>({ columns, rows }: LongTable<Row>): BinaryTable {
  return {
    async open(take, { templates, rowsPerGroup }) {
      const { parquetFile } = await import("./parquet-file.ts");
      const { add, finish } = parquetFile(columns, take, rowsPerGroup);
      return { add: (conversion) => add(rows(conversion, templates)), finish };
    },
    async inSteps(take, keep, { templates, rowsPerGroup }) {
      const { parquetInSteps } = await import("./parquet-in-steps.ts");
      const { draft, late, ...rest } = parquetInSteps(columns, { take, keep }, rowsPerGroup);
      return {
        draft: (conversion) => draft(rows(conversion, templates)),
        late: (conversion) => late(rows(conversion, templates)),
        ...rest,
      };
    },
  };
}
