import type { Adapter, Limits, Reading, Source, Token } from "../../model/index.ts";
import { decode } from "../decode.ts";
import { refusable, tooLarge } from "../refusal.ts";
import { csvFormat } from "./format.ts";
import { valueRecords } from "./records.ts";

/** Comma-separated values: a sheet's cells as lines of columns, which tabs part. */
export const commaSeparated: Adapter = { ...csvFormat, read: refusable(readValues) };

function readValues({ bytes }: Source, limits: Limits): Reading {
  const { text, encoding, isText, diagnostics } = decode(bytes);
  if (!isText) return { tokens: [], metadata: [], encoding, diagnostics };
  const records = valueRecords(text.replace(/^\ufeff/, ""));
  const cells = records.reduce((sum, { fields }) => sum + fields.length, 0);
  if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
  const tokens = records.flatMap(({ fields, line }): Token[] => {
    const said = fields.filter((field) => field.trim() !== "");
    // What stands alone is a paragraph, whose lines are its own; a cell's are one value.
    const lines = said.length > 1 ? [fields.map(oneLine).join("\t")] : (said[0] ?? "").split("\n");
    return lines.map((one): Token => ({ kind: "line", text: one.trimEnd(), at: { line } }));
  });
  return { tokens, metadata: [], encoding, diagnostics };
}

const oneLine = (field: string): string => field.trim().replace(/[\t\n]+/g, " ");
