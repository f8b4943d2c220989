import { join } from "node:path";
import type { Conversion, Template } from "../model/index.ts";
import { csvHeader, csvOf, csvRows } from "../writers/csv.ts";
import { jsonl } from "../writers/jsonl.ts";
import type { LongTable } from "../writers/long-table.ts";
import type { Writer } from "../writers/writer.ts";
import { fileSink } from "./file-sink.ts";
import type { WrittenFile } from "./file-sink.ts";
import type { DatasetReport } from "./reports.ts";
import { datasetCells, datasetFindings, reportTable } from "./tables.ts";
import type { DatasetConversion } from "./tables.ts";

/** The dataset's own files, besides the ledger; `jsonl` is always among them. */
export const formats = ["jsonl", "csv", "parquet", "xlsx", "duckdb"] as const;
export type Format = (typeof formats)[number];

/** One output in the making. It is given every record once, in order. */
export interface Output {
  readonly add: (conversion: DatasetConversion) => void | Promise<void>;
  readonly finish: () => readonly WrittenFile[] | Promise<readonly WrittenFile[]>;
}

export const byteOrderMark = "\ufeff";

/** What the formats stand in; each is there only when it was asked for. */
export const outputNames = [
  "conversions.jsonl",
  "cells.csv",
  "cells.parquet",
  "findings.csv",
  "findings.parquet",
  "reports.csv",
  "reports.parquet",
  "gongkai.duckdb",
  "xlsx",
] as const;

/** `templates` are all families that were looked for. Throws DuckdbMissing before anything is written. */
export async function openOutputs(
  out: string,
  wanted: readonly Format[],
  bom: boolean,
  templates: readonly Template[],
): Promise<readonly Output[]> {
  const { load } = await import("../writers/duckdb.ts");
  if (wanted.includes("duckdb")) await load();
  const all: Readonly<Record<Format, () => Promise<Output>>> = {
    jsonl: async () => textOutput(alone(jsonl), join(out, "conversions.jsonl"), "", templates),
    csv: async () =>
      both(
        textOutput(csvOf(datasetCells), join(out, "cells.csv"), bom ? byteOrderMark : "", templates),
        textOutput(csvOf(datasetFindings), join(out, "findings.csv"), bom ? byteOrderMark : "", templates),
      ),
    parquet: () => parquetOutput(out, templates),
    xlsx: () => xlsxOutput(join(out, "xlsx"), templates),
    duckdb: () => duckdbOutput(out),
  };
  // The database is filled from the Parquet files and must come after it.
  const needed = formats.filter(
    (format) =>
      format === "jsonl" || wanted.includes(format) || (format === "parquet" && wanted.includes("duckdb")),
  );
  return Promise.all(needed.map((format) => all[format]()));
}

/** Two outputs of one format: the cells, and beside them the findings. */
function both(first: Output, second: Output): Output {
  return {
    async add(conversion) {
      await first.add(conversion);
      await second.add(conversion);
    },
    finish: async () => [...(await first.finish()), ...(await second.finish())],
  };
}

/** A conversion by itself, whichever report it is a copy of. */
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

/** One row a report, in the formats asked for. */
export async function writeReports(
  out: string,
  reports: readonly DatasetReport[],
  wanted: readonly Format[],
  bom: boolean,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  if (wanted.includes("csv")) {
    const file = fileSink(join(out, "reports.csv"));
    file.write((bom ? byteOrderMark : "") + csvHeader(reportTable));
    for (const report of reports) file.write(csvRows(reportTable, [report]));
    written.push(file.finish());
  }
  if (wanted.includes("parquet") || wanted.includes("duckdb")) {
    const { parquet } = await import("../writers/parquet.ts");
    const file = fileSink(join(out, "reports.parquet"));
    const writer = parquet(reportTable, file.write);
    writer.add(reports);
    writer.finish();
    written.push(file.finish());
  }
  return written;
}

function textOutput(
  writer: Pick<Writer, "frame" | "piece">,
  path: string,
  start: string,
  templates: readonly Template[],
): Output {
  const { header, separator, footer } = writer.frame("many");
  const file = fileSink(path);
  file.write(start + header);
  let first = true;
  return {
    add(conversion) {
      file.write((first ? "" : separator) + writer.piece(conversion, templates));
      first = false;
    },
    finish() {
      file.write(footer);
      return [file.finish()];
    },
  };
}

async function parquetOutput(out: string, templates: readonly Template[]): Promise<Output> {
  const { parquet } = await import("../writers/parquet.ts");
  const output = <Row>(table: LongTable<Row>, name: string): Output => {
    const file = fileSink(join(out, name));
    const writer = parquet(table.columns, file.write);
    return {
      add: (conversion) => writer.add(table.rows(conversion, templates)),
      finish() {
        writer.finish();
        return [file.finish()];
      },
    };
  };
  return both(output(datasetCells, "cells.parquet"), output(datasetFindings, "findings.parquet"));
}

/** A workbook each: `xlsx/<year>/<issuer>-<hash>.xlsx`. */
async function xlsxOutput(folder: string, templates: readonly Template[]): Promise<Output> {
  const { xlsx } = await import("../writers/xlsx.ts");
  return {
    async add(conversion) {
      const { issuer, year } = conversion.report ?? {};
      const issuerName = (issuer ?? "").replace(/[^\p{L}\p{N}]+/gu, "").slice(0, 40) || "report";
      const file = fileSink(
        join(folder, String(year ?? "0000"), `${issuerName}-${conversion.source.sha256.slice(0, 10)}.xlsx`),
      );
      file.write(await xlsx(conversion, templates));
      file.finish();
    },
    finish: () => [],
  };
}

/** Made from the finished Parquet files and ledger. Its bytes are DuckDB's affair and may differ from run to run. */
async function duckdbOutput(out: string): Promise<Output> {
  const { duckdb, literal } = await import("../writers/duckdb.ts");
  const path = join(out, "gongkai.duckdb");
  return {
    add: () => undefined,
    async finish() {
      await duckdb(path, [
        `CREATE TABLE cells AS SELECT * FROM read_parquet(${literal(join(out, "cells.parquet"))})`,
        `CREATE TABLE findings AS SELECT * FROM read_parquet(${literal(join(out, "findings.parquet"))})`,
        `CREATE TABLE reports AS SELECT * FROM read_parquet(${literal(join(out, "reports.parquet"))})`,
        `CREATE TABLE ledger AS SELECT * FROM read_csv(${literal(join(out, "ledger.csv"))}, header = true, all_varchar = true)`,
      ]);
      return [];
    },
  };
}
