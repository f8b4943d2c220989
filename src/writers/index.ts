import type { Conversion, Template } from "../model/index.ts";
import type { TextFile, Writer } from "./contract/writer.ts";
import { csv } from "./tables/csv.ts";
import { duckdb } from "./tables/duckdb.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { notes } from "./notes.ts";
import { parquet } from "./tables/parquet.ts";
import { workbook } from "./xlsx/writer.ts";

export type * from "./contract/writer.ts";

/**
 * Every output format, for `convert` and for `batch`, in the order in which they are listed; the first is the default of
 * `convert`. What is made of a whole dataset comes last.
 */
export const writers = [
  json,
  jsonl,
  csv,
  notes,
  parquet,
  workbook,
  duckdb,
] as const satisfies readonly Writer[];

export type WriterId = (typeof writers)[number]["id"];

/** The whole text at once: of one conversion, or of a list. */
export function write(
  writer: TextFile,
  conversions: Conversion | readonly Conversion[],
  templates: readonly Template[],
): string {
  const list = "schema" in conversions ? [conversions] : conversions;
  const { header, separator, footer } = writer.frame("schema" in conversions ? "one" : "many");
  return header + list.map((conversion) => writer.piece(conversion, templates)).join(separator) + footer;
}
