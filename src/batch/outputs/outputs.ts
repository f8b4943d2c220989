import { rmSync } from "node:fs";
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
import { textOutput, withoutDataset } from "./text-output.ts";

export type OutputSettings = Pick<Settings, "formats" | "bom" | "packing" | "byYear" | "language">;

/**
 * `templates` are all families that were looked for. `part` is set for the part of one shard and names its file within
 * the folder of each table. Rejects before anything is written where a database's engine is missing.
 */
export async function openOutputs(
  out: string,
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
    ...{ out, settings, templates, part },
    packer: await packerOf(settings.packing ?? null),
    tables: { cells: madeOnce(datasetCells), findings: madeOnce(datasetFindings) },
  };
  return Promise.all(needed.map((writer) => opened(writer, opening)));
}

interface Opening {
  readonly out: string;
  readonly settings: OutputSettings;
  readonly templates: readonly Template[];
  readonly part: string | null;
  readonly packer: Packer | null;
  readonly tables: { readonly cells: typeof datasetCells; readonly findings: typeof datasetFindings };
}

async function opened(writer: Writer, opening: Opening): Promise<DatasetOutput> {
  if (writer.kind === "text") return ofText(writer, opening);
  if (writer.kind === "binary") return ofBytes(writer, opening);
  return ofDatabase(writer, opening);
}

function ofText(
  writer: TextWriter,
  { out, settings, templates, part, packer, tables }: Opening,
): DatasetOutput {
  const { extension, ofTable } = writer;
  // Only tables begin with the mark: it is for spreadsheets.
  const place = {
    out,
    extension,
    part,
    packer,
    start: ofTable && settings.bom ? byteOrderMark : "",
  };
  if (!ofTable) return textOutput(withoutDataset(writer), { ...place, table: "conversions" }, templates);
  return both(
    textOutput(ofTable(tables.cells), { ...place, table: "cells" }, templates),
    textOutput(ofTable(tables.findings), { ...place, table: "findings" }, templates),
  );
}

async function ofBytes(
  writer: BinaryWriter,
  { out, settings: { byYear = false, language }, templates, part, tables }: Opening,
): Promise<DatasetOutput> {
  const { extension, ofTable, holds } = writer;
  const [place, given] = [
    { out, extension, part, byYear },
    { templates, language },
  ];
  if (holds === "one") return fileOfEach(writer, { ...place, table: wholeName(writer) }, given);
  if (!ofTable) return binaryOutput(writer, { ...place, table: "conversions" }, given);
  return both(
    await binaryOutput(ofTable(tables.cells), { ...place, table: "cells" }, given),
    await binaryOutput(ofTable(tables.findings), { ...place, table: "findings" }, given),
  );
}

/** Fills the database from the finished Parquet files and the ledger, and removes the former where nobody asked for them. */
function ofDatabase(writer: DatabaseWriter, { out, settings }: Opening): DatasetOutput {
  const long = (name: string) => join(out, settings.byYear ? `${name}/*/*.parquet` : `${name}.parquet`);
  return {
    add: () => undefined,
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
