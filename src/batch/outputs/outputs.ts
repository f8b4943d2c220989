import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Conversion, Template } from "../../model/index.ts";
import type { LongTable } from "../../writers/contract/long-table.ts";
import { writers } from "../../writers/index.ts";
import type { BinaryWriter, DatabaseWriter, TextWriter, Writer } from "../../writers/index.ts";
import type { Settings } from "../store/settings.ts";
import { binaryOutput, fileOfEach } from "./binary-output.ts";
import type { DatasetOutput } from "./dataset-output.ts";
import { byteOrderMark } from "./file-sink.ts";
import { databaseName, wholeName } from "./names.ts";
import { packerOf } from "./packing.ts";
import type { Packer } from "./packing.ts";
import { datasetCells, datasetFindings } from "./tables.ts";
import { linesAsStored, textOutput, withoutDataset } from "./text-output.ts";

export type OutputSettings = Pick<Settings, "formats" | "bom" | "packing" | "byYear" | "language">;

/**
 * `templates` are all families that were looked for. `part` is set for the part of one shard and names its file within
 * the folder of each table. Rejects before anything is written where a database's engine is missing.
 */
export async function openOutputs(
  { out, aside }: Folders,
  settings: OutputSettings,
  templates: readonly Template[],
  part: string | null = null,
): Promise<readonly DatasetOutput[]> {
  const wanted = writers.filter(({ id }) => settings.formats.includes(id));
  const databases = wanted.filter((writer) => writer.kind === "database");
  for (const { ready } of databases) await ready();
  // A database is filled from the Parquet files and comes after them, as in the list.
  const needed =
    databases.length === 0 ? wanted : writers.filter((it) => wanted.includes(it) || it.id === "parquet");
  const opening: Opening = {
    ...{ out, aside, settings, templates, part },
    packer: await packerOf(settings.packing ?? null),
    tables: { cells: madeOnce(datasetCells), findings: madeOnce(datasetFindings) },
  };
  mkdirSync(aside, { recursive: true });
  return (await Promise.all(needed.map((writer) => opened(writer, opening)))).flat();
}

export interface Folders {
  readonly out: string;
  /** For what is put aside between the two steps. */
  readonly aside: string;
}

interface Opening extends Folders {
  readonly settings: OutputSettings;
  readonly templates: readonly Template[];
  readonly part: string | null;
  readonly packer: Packer | null;
  readonly tables: { readonly cells: typeof datasetCells; readonly findings: typeof datasetFindings };
}

async function opened(writer: Writer, opening: Opening): Promise<readonly DatasetOutput[]> {
  if (writer.kind === "text") return ofText(writer, opening);
  if (writer.kind === "binary") return ofBytes(writer, opening);
  return [ofDatabase(writer, opening)];
}

function ofText(
  writer: TextWriter,
  { out, settings, templates, part, packer, tables }: Opening,
): readonly DatasetOutput[] {
  const { extension, ofTable } = writer;
  // Only tables begin with the mark: it is for spreadsheets.
  const place = {
    out,
    extension,
    part,
    packer,
    start: ofTable && settings.bom ? byteOrderMark : "",
  };
  if (!ofTable) {
    const records = textOutput(withoutDataset(writer), { ...place, table: "conversions" }, templates);
    return [writer.id === "jsonl" ? linesAsStored(records) : records];
  }
  return [
    textOutput(ofTable(tables.cells), { ...place, table: "cells" }, templates),
    textOutput(ofTable(tables.findings), { ...place, table: "findings" }, templates),
  ];
}

async function ofBytes(
  writer: BinaryWriter,
  { out, aside, settings: { byYear = false, language }, templates, part, tables }: Opening,
): Promise<readonly DatasetOutput[]> {
  const [place, given] = [
    { out, aside, extension: writer.extension, part, byYear },
    { templates, language },
  ];
  if (writer.holds === "one") return [fileOfEach(writer, { ...place, table: wholeName(writer) }, given)];
  const { ofTable } = writer;
  return [
    await binaryOutput(ofTable(tables.cells), { ...place, table: "cells" }, given),
    await binaryOutput(ofTable(tables.findings), { ...place, table: "findings" }, given),
  ];
}

/** Fills the database from the finished Parquet files and the ledger, and removes the former where nobody asked for them. */
function ofDatabase(writer: DatabaseWriter, { out, settings }: Opening): DatasetOutput {
  const long = (name: string) => join(out, settings.byYear ? `${name}/*/*.parquet` : `${name}.parquet`);
  return {
    draft: () => "",
    settle: () => undefined,
    async finish() {
      await writer.make(join(out, databaseName(writer)), [
        { name: "cells", format: "parquet", files: long("cells") },
        { name: "findings", format: "parquet", files: long("findings") },
        { name: "reports", format: "parquet", files: join(out, "reports.parquet") },
        { name: "ledger", format: "csv", files: join(out, "ledger.csv") },
      ]);
      if (!settings.formats.includes("parquet"))
        for (const name of ["cells", "findings", "cells.parquet", "findings.parquet", "reports.parquet"])
          rmSync(join(out, name), { recursive: true, force: true });
      return [];
    },
  };
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
