import type { Writer } from "../../writers/index.ts";
import { writers } from "../../writers/index.ts";
import { packedEndings } from "./packing.ts";

/** The outputs that grow with the archive; with `--parts` each is a folder. */
export const longTables: readonly string[] = ["conversions", "cells", "findings"];

/** The file of a database. */
export function databaseName({ extension }: Pick<Writer, "extension">): string {
  return `gongkai.${extension}`;
}

/** The files and folders of all formats; each exists only if it was asked for. */
export const outputNames: readonly string[] = [...writers.flatMap(namesOf), ...longTables];

/** The file that describes the others; where it stands, they are whole. */
export const descriptionName = "datapackage.json";

/** What is written whatever formats are asked for. */
export const alwaysWritten: readonly string[] = [
  descriptionName,
  "ledger.csv",
  "ledger.jsonl",
  "summary.html",
  "timings.csv",
  "timings.html",
];

function namesOf(writer: Writer): readonly string[] {
  const ofTables = writer.kind !== "database" && writer.ofTable !== undefined;
  const tables = ofTables ? ["cells", "findings", "reports"] : ["conversions"];
  const files = tables.map((table) => `${table}.${writer.extension}`);
  if (writer.kind === "text")
    return files.flatMap((name) => ["", ...Object.values(packedEndings)].map((ending) => name + ending));
  return isWhole(writer) ? [wholeName(writer)] : files;
}

/** Whether a format makes a database or a file for each record, which have no parts. */
export function isWhole(writer: Writer): boolean {
  return writer.kind === "database" || (writer.kind === "binary" && writer.holds === "one");
}

/** The database, or the folder of the records' files. The data package does not list them. */
export function wholeName(writer: Writer): string {
  return writer.kind === "database" ? databaseName(writer) : writer.id;
}
