import { rmSync } from "node:fs";
import { join, posix } from "node:path";
import type { Language } from "../../findings/index.ts";
import type { Conversion, Template } from "../../model/index.ts";
import { csvHeader, csvOf, csvRows } from "../../writers/tables/csv.ts";
import { jsonl } from "../../writers/jsonl.ts";
import type { LongTable } from "../../writers/tables/long-table.ts";
import type { Writer } from "../../writers/tables/writer.ts";
import { fileSink } from "./file-sink.ts";
import type { FileSink, WrittenFile } from "./file-sink.ts";
import { packedEndings, packerOf } from "./packing.ts";
import { parquetOutput } from "./parquet-output.ts";
import type { DatasetOutput } from "./parquet-output.ts";
import type { DatasetReport } from "../copies/reports.ts";
import { formats, type OutputFormat, type Settings } from "../store/settings.ts";
import { datasetCells, datasetFindings, reportTable } from "./tables.ts";
import type { DatasetConversion } from "./tables.ts";

export const byteOrderMark = "\ufeff";

/** The outputs that grow with the archive; with `--parts` each is a folder. */
export const longTables: readonly string[] = ["conversions", "cells", "findings"];

/** The files and folders of all formats; each exists only if it was asked for. */
export const outputNames: readonly string[] = [
  ...["conversions.jsonl", "cells.csv", "findings.csv", "reports.csv"].flatMap((it) => [
    it,
    ...Object.values(packedEndings).map((ending) => `${it}${ending}`),
  ]),
  ...["cells", "findings", "reports"].map((it) => `${it}.parquet`),
  ...longTables,
  "gongkai.duckdb",
  "xlsx",
];

export type OutputSettings = Pick<Settings, "formats" | "bom" | "packing" | "byYear" | "language">;

/**
 * `templates` are all families that were looked for. `part` is set for the part of one shard and names its file within
 * the folder of each table. Throws DuckdbMissing before anything is written.
 */
export async function openOutputs(
  out: string,
  { formats: wanted, bom, packing = null, byYear = false, language }: OutputSettings,
  templates: readonly Template[],
  part: string | null = null,
): Promise<readonly DatasetOutput[]> {
  const { loadDuckdb } = await import("../../writers/tables/duckdb.ts");
  if (wanted.includes("duckdb")) await loadDuckdb();
  const packer = await packerOf(packing);
  const text = (writer: Pick<Writer, "frame" | "piece">, table: string, extension: string, start = "") => {
    const name = part === null ? `${table}.${extension}` : `${table}/${part}.${extension}`;
    return textOutput(writer, fileSink(join(out, name), packer), name, start, templates);
  };
  const start = bom ? byteOrderMark : "";
  const [cells, findings] = [madeOnce(datasetCells), madeOnce(datasetFindings)];
  const all: Readonly<Record<OutputFormat, () => Promise<DatasetOutput>>> = {
    jsonl: async () => text(alone(jsonl), "conversions", "jsonl"),
    csv: async () =>
      both(text(csvOf(cells), "cells", "csv", start), text(csvOf(findings), "findings", "csv", start)),
    parquet: async () =>
      both(
        await parquetOutput(cells, { out, table: "cells", part, byYear }, templates),
        await parquetOutput(findings, { out, table: "findings", part, byYear }, templates),
      ),
    xlsx: () => xlsxOutput(join(out, "xlsx"), templates, language),
    duckdb: () => duckdbOutput(out, wanted.includes("parquet"), byYear),
  };
  // The database is filled from the Parquet files and so must come after them.
  const needed = formats.filter(
    (format) => wanted.includes(format) || (format === "parquet" && wanted.includes("duckdb")),
  );
  return Promise.all(needed.map((format) => all[format]()));
}

/** A table that keeps the rows of the last conversion, so that every output that asks for them shares them. */
function madeOnce<Row>({ columns, rows }: LongTable<Row>): LongTable<Row> {
  let last: { readonly conversion: Conversion; readonly rows: readonly Row[] } | null = null;
  return {
    columns,
    rows(conversion, templates) {
      if (last?.conversion !== conversion) last = { conversion, rows: [...rows(conversion, templates)] };
      return last.rows;
    },
  };
}

/** Joins two outputs of one format: the cells and the findings. */
function both(first: DatasetOutput, second: DatasetOutput): DatasetOutput {
  return {
    async add(conversion) {
      await first.add(conversion);
      await second.add(conversion);
    },
    finish: async () => [...(await first.finish()), ...(await second.finish())],
  };
}

/** Writes a conversion by itself, without the report it is a copy of. */
function alone({ frame, piece }: Writer): Pick<Writer, "frame" | "piece"> {
  return {
    frame,
    piece: (conversion, templates) => {
      const plain: Partial<DatasetConversion> = { ...conversion };
      delete (plain as { dataset?: unknown }).dataset;
      return piece(plain as Conversion, templates);
    },
  };
}

/** Writes one row for each report, in the formats asked for. */
export async function writeReports(
  out: string,
  reports: () => Iterable<DatasetReport>,
  { formats: wanted, bom, packing = null }: OutputSettings,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  if (wanted.includes("csv")) {
    const file = fileSink(join(out, "reports.csv"), await packerOf(packing));
    file.write((bom ? byteOrderMark : "") + csvHeader(reportTable));
    for (const report of reports()) file.write(csvRows(reportTable, [report]));
    written.push(file.finish());
  }
  if (wanted.includes("parquet") || wanted.includes("duckdb")) {
    const { parquet } = await import("../../writers/tables/parquet.ts");
    const file = fileSink(join(out, "reports.parquet"));
    const writer = parquet(reportTable, file.write);
    writer.add(reports());
    writer.finish();
    written.push(file.finish());
  }
  return written;
}

function textOutput(
  writer: Pick<Writer, "frame" | "piece">,
  file: FileSink,
  name: string,
  start: string,
  templates: readonly Template[],
): DatasetOutput {
  const { header, separator, footer } = writer.frame("many");
  file.write(start + header);
  let first = true;
  return {
    add(conversion) {
      file.write((first ? "" : separator) + writer.piece(conversion, templates));
      first = false;
    },
    finish() {
      file.write(footer);
      const written = file.finish();
      return [{ ...written, name: posix.join(posix.dirname(name), written.name) }];
    },
  };
}

/** Writes a workbook for each record: `xlsx/<year>/<issuer>-<hash>.xlsx`. */
async function xlsxOutput(
  folder: string,
  templates: readonly Template[],
  language: Language,
): Promise<DatasetOutput> {
  const { xlsxWriter } = await import("../../writers/xlsx/index.ts");
  return {
    async add(conversion) {
      const { issuer, year } = conversion.report ?? {};
      const issuerName = (issuer ?? "").replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 40) || "report";
      const file = fileSink(
        join(folder, String(year ?? "0000"), `${issuerName}-${conversion.source.sha256.slice(0, 10)}.xlsx`),
      );
      file.write(await xlsxWriter(conversion, templates, language));
      file.finish();
    },
    finish: () => [],
  };
}

/**
 * Makes the database from the finished Parquet files and the ledger, and removes the Parquet files where nobody asked
 * for them. DuckDB decides its bytes, which may differ from run to run.
 */
async function duckdbOutput(out: string, keepParquet: boolean, byYear: boolean): Promise<DatasetOutput> {
  const { duckdb, literal } = await import("../../writers/tables/duckdb.ts");
  const table = (name: string, path: string) =>
    `CREATE TABLE ${name} AS SELECT * FROM read_parquet(${literal(join(out, path))}, hive_partitioning = false)`;
  const long = (name: string) => (byYear ? `${name}/*/*.parquet` : `${name}.parquet`);
  return {
    add: () => undefined,
    async finish() {
      await duckdb(join(out, "gongkai.duckdb"), [
        table("cells", long("cells")),
        table("findings", long("findings")),
        table("reports", "reports.parquet"),
        // Nothing is left for DuckDB to guess, because a name may hold quotes and line ends.
        `CREATE TABLE ledger AS SELECT * FROM read_csv(${literal(join(out, "ledger.csv"))}, header = true, all_varchar = true,
          delim = ',', quote = '"', escape = '"', new_line = '\\r\\n')`,
      ]);
      if (!keepParquet)
        for (const name of ["cells", "findings", "cells.parquet", "findings.parquet", "reports.parquet"])
          rmSync(join(out, name), { recursive: true, force: true });
      return [];
    },
  };
}
