import { join } from "node:path";
import type { Template } from "../../model/index.ts";
import type { LongTable } from "../../writers/tables/long-table.ts";
import { fileSink } from "./file-sink.ts";
import type { WrittenFile } from "./file-sink.ts";
import type { DatasetConversion } from "./tables.ts";

/** One output in the making. It is given every record once, in order. */
export interface DatasetOutput {
  readonly add: (conversion: DatasetConversion) => void | Promise<void>;
  readonly finish: () => readonly WrittenFile[] | Promise<readonly WrittenFile[]>;
}

/** Years are many files in the making at once, so each holds less before it writes. */
const ROWS_A_GROUP = { one: 50_000, byYear: 10_000 } as const;
/** A year that no such report is of must not open a file of its own. */
const YEARS = { from: 1990, to: 2100 } as const;
/** What DuckDB, Spark and Arrow take for "no value" in the name of a folder. */
const NO_YEAR = "__HIVE_DEFAULT_PARTITION__";

/** Which files a long table stands in. */
export interface ParquetPlace {
  readonly out: string;
  readonly table: string;
  /** The shard whose part it is; null where the table is in one. */
  readonly part: string | null;
  readonly byYear: boolean;
}

/**
 * A long table as `cells.parquet`, by year as `cells/year=2023/cells.parquet`, or a shard's part as `cells/3-of-16.parquet`, as
 * DuckDB, Spark and Arrow find them.
 */
export async function parquetOutput<Row>(
  table: LongTable<Row>,
  { out, table: name, part, byYear }: ParquetPlace,
  templates: readonly Template[],
): Promise<DatasetOutput> {
  const { parquet } = await import("../../writers/tables/parquet.ts");
  const open = (folder: string, rowsPerGroup: number) => {
    const path = `${folder}${part ?? name}.parquet`;
    const file = fileSink(join(out, path));
    const { add, finish } = parquet(table.columns, file.write, rowsPerGroup);
    return { add, finish: (): WrittenFile => (finish(), { ...file.finish(), name: path }) };
  };
  const files = new Map<string, ReturnType<typeof open>>();
  const one = part === null ? "" : `${name}/`;
  if (!byYear) files.set(one, open(one, ROWS_A_GROUP.one));
  return {
    add(conversion) {
      const folder = byYear ? `${name}/year=${yearOf(conversion)}/` : one;
      const file = files.get(folder) ?? open(folder, ROWS_A_GROUP.byYear);
      files.set(folder, file);
      file.add(table.rows(conversion, templates));
    },
    finish: () => [...files.keys()].sort().map((folder) => files.get(folder)!.finish()),
  };
}

function yearOf({ report }: DatasetConversion): string {
  const year = report?.year ?? 0;
  return year >= YEARS.from && year <= YEARS.to ? String(year) : NO_YEAR;
}
