import { join } from "node:path";
import type { Template } from "../../model/index.ts";
import type { LongTable } from "../../writers/tables/long-table.ts";
import { fileSink } from "./file-sink.ts";
import type { WrittenFile } from "./file-sink.ts";
import type { DatasetConversion } from "./tables.ts";

/** An output being written. It is given every record once, in order. */
export interface DatasetOutput {
  readonly add: (conversion: DatasetConversion) => void | Promise<void>;
  readonly finish: () => readonly WrittenFile[] | Promise<readonly WrittenFile[]>;
}

/** By year many files are written at once, so each holds fewer rows before it writes them. */
const ROWS_A_GROUP = { one: 50_000, byYear: 10_000 } as const;
/** Years outside this range belong to no such report and must not open files of their own. */
const YEARS = { from: 1990, to: 2100 } as const;
/** The name of a folder that DuckDB, Spark and Arrow read as "no value". */
const NO_YEAR = "__HIVE_DEFAULT_PARTITION__";

/** The files that a long table is written to. */
export interface ParquetPlace {
  readonly out: string;
  readonly table: string;
  /** The shard whose part this is; null where the table is written as a whole. */
  readonly part: string | null;
  readonly byYear: boolean;
}

/**
 * Writes a long table as DuckDB, Spark and Arrow find it: as `cells.parquet`, by year as
 * `cells/year=2023/cells.parquet`, or for one shard as `cells/3-of-16.parquet`.
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
