import type { Conversion, Template } from "../model/index.ts";
import { csv } from "./tables/csv.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import { notes } from "./notes.ts";
import type { Writer } from "./tables/writer.ts";

export type { Frame, Writer } from "./tables/writer.ts";

/** In the order in which they are listed; the first is the default of the command line. */
export const writers: readonly Writer[] = [json, jsonl, csv, notes];

/** The whole text at once: of one conversion, or of a list. */
export function write(
  writer: Writer,
  conversions: Conversion | readonly Conversion[],
  templates: readonly Template[],
): string {
  const list = "schema" in conversions ? [conversions] : conversions;
  const { header, separator, footer } = writer.frame("schema" in conversions ? "one" : "many");
  return header + list.map((conversion) => writer.piece(conversion, templates)).join(separator) + footer;
}
