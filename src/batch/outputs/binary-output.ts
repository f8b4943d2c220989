import { join } from "node:path";
import type { BinaryFile, BinaryTable, TableInSteps, WriterSettings } from "../../writers/index.ts";
import type { DatasetOutput, OutputPlace } from "./dataset-output.ts";
import { fileSink } from "./file-sink.ts";
import type { WrittenFile } from "./file-sink.ts";
import { shelf } from "./spool.ts";
import { unsettled } from "./tables.ts";
import type { DatasetConversion } from "./tables.ts";

/** By year many files are written at once, so each holds fewer rows before it writes them. */
const ROWS_A_GROUP = { one: 50_000, byYear: 10_000 } as const;
/** Years outside this range belong to no such report and must not open files of their own. */
const YEARS = { from: 1990, to: 2100 } as const;
/** The name of a folder that DuckDB, Spark and Arrow read as "no value". */
const NO_YEAR = "__HIVE_DEFAULT_PARTITION__";

/**
 * Writes a long table as DuckDB, Spark and Arrow find it: as `cells.parquet`, by year as
 * `cells/year=2023/cells.parquet`, or for one shard as `cells/3-of-16.parquet`.
 */
export async function binaryOutput(
  { inSteps }: BinaryTable,
  {
    out,
    aside,
    table,
    extension,
    part,
    byYear,
  }: OutputPlace & { readonly aside: string; readonly byYear: boolean },
  given: WriterSettings,
): Promise<DatasetOutput> {
  const rowsPerGroup = byYear ? ROWS_A_GROUP.byYear : ROWS_A_GROUP.one;
  const keep = shelf(join(aside, `${table}.${extension}`));
  const begun = async (folder: string) => {
    const path = `${folder}${part ?? table}.${extension}`;
    const sink = fileSink(join(out, path));
    const steps = await inSteps(sink.write, keep, { ...given, rowsPerGroup });
    return { ...steps, finish: (): WrittenFile => (steps.finish(), { ...sink.finish(), name: path }) };
  };
  const files = new Map<string, Omit<TableInSteps, "finish"> & { readonly finish: () => WrittenFile }>();
  const one = part === null ? "" : `${table}/`;
  if (!byYear) files.set(one, await begun(one));
  return {
    async draft(conversion) {
      const folder = byYear ? `${table}/year=${yearOf(conversion)}/` : one;
      const file = files.get(folder) ?? (await begun(folder));
      files.set(folder, file);
      return `${folder}\n${file.draft(conversion)}`;
    },
    settle(kept, { preferred, changed }) {
      const drafted = kept.toString();
      const end = drafted.indexOf("\n");
      const file = files.get(drafted.slice(0, end))!;
      const late = changed ? file.late(changed) : drafted.slice(end + 1);
      file.settle(late.replaceAll(JSON.stringify(unsettled), String(preferred)));
    },
    finish: () => [...files.keys()].sort().map((folder) => files.get(folder)!.finish()),
  };
}

/** Writes a file for each record, such as `xlsx/<year>/<issuer>-<hash>.xlsx`. */
export function fileOfEach(
  { open }: BinaryFile,
  { out, table, extension }: OutputPlace,
  given: WriterSettings,
): DatasetOutput {
  const write = async (conversion: DatasetConversion): Promise<void> => {
    const { issuer, year } = conversion.report ?? {};
    const issuerName = (issuer ?? "").replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 40) || "report";
    const name = `${issuerName}-${conversion.source.sha256.slice(0, 10)}.${extension}`;
    const sink = fileSink(join(out, table, String(year ?? "0000"), name));
    const file = await open(sink.write, given);
    await file.add(conversion);
    file.finish();
    sink.finish();
  };
  return {
    draft: async (conversion) => (await write(conversion), ""),
    settle: (_drafted, { changed }) => (changed ? write(changed) : undefined),
    finish: () => [],
  };
}

function yearOf({ report }: DatasetConversion): string {
  const year = report?.year ?? 0;
  return year >= YEARS.from && year <= YEARS.to ? String(year) : NO_YEAR;
}
