import { ledgerColumns } from "./columns.ts";
import type { DescribedColumn } from "./columns.ts";
import type { WrittenFile } from "./file-sink.ts";
import { unpackedName } from "./packing.ts";
import { datasetCells, datasetFindings, reportTable } from "./tables.ts";

/**
 * `datapackage.json` (Frictionless Data Package 1): what the files are and what their columns mean, in both languages.
 * It is written last, so that every file it names is complete.
 */
export function dataPackage(files: readonly WrittenFile[], fields: readonly string[]): string {
  // Foreign keys refer to the reports, which exist as CSV only where that format was asked for.
  const reports = files.find(({ name }) => unpackedName(name).name === "reports.csv");
  const resources = files.flatMap(({ name, bytes, sha256 }) => {
    // The file of a year or a shard has the same description as the whole table.
    const { name: unpacked, ending } = unpackedName(name);
    const known = described[unpacked.replace(/\/(?:[^/]*\/)*[^/.]*\./u, ".")];
    if (!known) return [];
    const { columns, keys = {}, ...rest } = known(fields);
    const schema = columns && {
      fields: columns.map(field),
      missingValues: [""],
      ...(reports ? keys : {}),
    };
    return [
      {
        name: resourceName(unpacked),
        path: name,
        ...rest,
        ...(ending ? { compression: ending.slice(1) } : {}),
        bytes,
        hash: `sha256:${sha256}`,
        ...(schema ? { schema } : {}),
      },
    ];
  });
  return (
    JSON.stringify(
      {
        name: "gongkai-batch",
        profile: "data-package",
        title: "政府信息公开工作年度报告 / Government information disclosure reports",
        resources,
      },
      null,
      2,
    ) + "\n"
  );
}

/** The path in lower case with hyphens. It is that of the file unpacked, so that foreign keys are the same for packed files. */
function resourceName(path: string): string {
  return path.toLowerCase().replace(/[^a-z0-9]+/gu, "-");
}

interface Description {
  readonly profile: string;
  readonly format: string;
  readonly mediatype: string;
  readonly encoding?: string;
  readonly description: string;
  readonly columns?: readonly DescribedColumn[];
  readonly keys?: { readonly primaryKey?: string; readonly foreignKeys?: readonly object[] };
}

const ofReport = {
  foreignKeys: [{ fields: "report_id", reference: { resource: "reports-csv", fields: "report_id" } }],
};

/**
 * The encoding is `utf-8` with a byte order mark, too. The standard asks for a name that IANA registers, which
 * `utf-8-sig` is not, and Frictionless for Python, R and Java then skip the mark by themselves.
 */
const csv = {
  profile: "tabular-data-resource",
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
} as const;
const jsonl = {
  profile: "data-resource",
  format: "jsonl",
  mediatype: "application/x-ndjson",
  encoding: "utf-8",
} as const;

const described: Readonly<Record<string, (fields: readonly string[]) => Description>> = {
  "conversions.jsonl": () => ({
    ...jsonl,
    description:
      "Every record with its evidence and findings, one a line, by hash. 每行一条记录，含出处和问题，按哈希排序。",
  }),
  "conversions.json": () => ({
    ...jsonl,
    format: "json",
    mediatype: "application/json",
    description:
      "Every record with its evidence and findings, as one array. 全部记录（含出处和问题）组成的数组。",
  }),
  "conversions.notes.txt": () => ({
    ...jsonl,
    format: "txt",
    mediatype: "text/plain",
    description: "The findings of every record, one a line, for people. 每条记录的问题，每行一条，供阅读。",
  }),
  "cells.csv": () => ({
    ...csv,
    description: "Every cell of every record. 每条记录的每个单元格。",
    columns: datasetCells.columns,
    keys: ofReport,
  }),
  "cells.parquet": () => ({
    profile: "data-resource",
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    description: "The same as cells.csv, typed. 内容同 cells.csv，带类型。",
  }),
  "findings.csv": () => ({
    ...csv,
    description: "Every finding, one row for each cell it names. 每个问题，所涉单元格各占一行。",
    columns: datasetFindings.columns,
    keys: ofReport,
  }),
  "findings.parquet": () => ({
    profile: "data-resource",
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    description: "The same as findings.csv, typed. 内容同 findings.csv，带类型。",
  }),
  "reports.csv": () => ({
    ...csv,
    description:
      "One row for every report, however many copies of it there are. 每份报告一行，不论有几份文件。",
    columns: reportTable,
    keys: { primaryKey: "report_id" },
  }),
  "reports.parquet": () => ({
    profile: "data-resource",
    format: "parquet",
    mediatype: "application/vnd.apache.parquet",
    description: "The same as reports.csv, typed. 内容同 reports.csv，带类型。",
  }),
  "ledger.csv": (fields) => ({
    ...csv,
    description: "One row for every input. 每份输入一行。",
    columns: [...ledgerColumns, ...fields.map(carried)],
    keys: ofReport,
  }),
  "ledger.jsonl": () => ({ ...jsonl, description: "The ledger, one row a line. 台账，每行一份输入。" }),
};

function carried(name: string): DescribedColumn {
  return {
    name: `manifest_${name}`,
    type: "string",
    en: `Column ${name} of the manifest`,
    zh: `清单中的 ${name} 列`,
  };
}

function field({ name, type, en, zh, among }: DescribedColumn): object {
  return { name, type, description: `${en}. ${zh}。`, ...(among ? { constraints: { enum: among } } : {}) };
}
