import { join } from "node:path";
import { csvHeader, csvRows } from "../../writers/tables/csv.ts";
import type { DatasetReport } from "../copies/reports.ts";
import type { Settings } from "../store/settings.ts";
import { byteOrderMark, fileSink } from "./file-sink.ts";
import type { WrittenFile } from "./file-sink.ts";
import { packerOf } from "./packing.ts";
import { reportTable } from "./tables.ts";

/** Writes one row for each report, beside the tables in the formats asked for. */
export async function writeReports(
  out: string,
  reports: () => Iterable<DatasetReport>,
  { formats: wanted, bom, packing = null }: Pick<Settings, "formats" | "bom" | "packing">,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  if (wanted.includes("csv")) {
    const file = fileSink(join(out, "reports.csv"), await packerOf(packing));
    file.write((bom ? byteOrderMark : "") + csvHeader(reportTable));
    for (const report of reports()) file.write(csvRows(reportTable, [report]));
    written.push(file.finish());
  }
  if (wanted.includes("parquet") || wanted.includes("duckdb")) {
    const { parquetFile } = await import("../../writers/tables/parquet-file.ts");
    const file = fileSink(join(out, "reports.parquet"));
    const writer = parquetFile(reportTable, file.write);
    writer.add(reports());
    writer.finish();
    written.push(file.finish());
  }
  return written;
}
