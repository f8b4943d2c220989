import type { Adapter, Limits, Reading, Source, Token } from "../../model/index.ts";
import { decode } from "../decode.ts";
import { refusable, tooLarge } from "../refusal.ts";
import { csvFormat } from "./format.ts";
import { valueRecords } from "./records.ts";
import type { CsvRecord } from "./records.ts";

/** Comma-separated values: a sheet's cells as lines of columns, which tabs part. */
export const commaSeparated: Adapter = { ...csvFormat, read: refusable(readValues) };

function readValues({ bytes }: Source, limits: Limits): Reading {
  const { text, encoding, isText, diagnostics } = decode(bytes);
  if (!isText) return { tokens: [], metadata: [], encoding, diagnostics };
  const records = valueRecords(text.replace(/^\ufeff/, ""));
  const widths = tableWidths(records);
  const cells = records.reduce((sum, { fields }, index) => sum + Math.max(fields.length, widths[index]!), 0);
  if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
  const tokens = records.flatMap(({ fields, line }, index): Token[] => {
    const width = widths[index]!;
    const tokenOf = (one: string): Token => ({ kind: "line", text: one, at: { line } });
    if (width > 1) {
      const padded = Array.from({ length: width }, (_, at) => oneLine(fields[at] ?? ""));
      return [tokenOf(padded.join("\t"))];
    }
    // What stands alone is a paragraph, whose lines are its own; a cell's are one value.
    const alone = fields.find((field) => field.trim() !== "") ?? "";
    return alone.split("\n").map((one) => tokenOf(one.trimEnd()));
  });
  return { tokens, metadata: [], encoding, diagnostics };
}

/**
 * How many columns the table of each record has, 0 for what stands alone: a spreadsheet writes all records as wide as the widest,
 * and the last cells of a row may be blank.
 */
function tableWidths(records: readonly CsvRecord[]): readonly number[] {
  const widths = new Array<number>(records.length).fill(0);
  for (let start = 0; start < records.length;) {
    let end = start;
    let width = 0;
    for (; end < records.length && isOfTable(records[end]!); end++)
      width = Math.max(width, records[end]!.fields.findLastIndex(isSaid) + 1);
    widths.fill(width, start, end);
    start = end + 1;
  }
  return widths;
}

const isSaid = (field: string): boolean => field.trim() !== "";

/** Words that stand alone begin in the first column; behind a blank one, they stand beside a cell that goes on from above. */
function isOfTable({ fields }: CsvRecord): boolean {
  const { length } = fields.filter(isSaid);
  return length > 1 || (length === 1 && !isSaid(fields[0]!));
}

const oneLine = (field: string): string => field.trim().replace(/[\t\n]+/g, " ");
