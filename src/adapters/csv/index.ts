import type { Adapter, Limits, Reading, Source, Token } from "../../model/index.ts";
import { decode } from "../decode.ts";
import { refusable, tooLarge } from "../refusal.ts";
import { csvFormat } from "./format.ts";
import { valueRecords, type CsvRecord } from "./records.ts";
import { tableWidths } from "./table-widths.ts";

/** Comma-separated values: the cells of a sheet become lines whose columns are separated by tabs. */
export const commaSeparated: Adapter = { ...csvFormat, read: refusable(readValues) };

function readValues({ bytes }: Source, limits: Limits): Reading {
  const { text, encoding, isText, diagnostics } = decode(bytes);
  if (!isText) return { tokens: [], metadata: [], encoding, diagnostics };
  const records = valueRecords(text.replace(/^\ufeff/, "")).map((record) => ({
    ...record,
    fields: record.fields.map(asShown),
  }));
  const widths = tableWidths(records);
  const cells = records.reduce((sum, { fields }, index) => sum + Math.max(fields.length, widths[index]!), 0);
  if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
  const usual = usualWidth(records.filter(({ fields }) => fields.length > 1));
  const tokens = records.flatMap(({ fields, line }, index): Token[] => {
    // Where programs write all records as wide as each other, a shorter one has lost a field; which one is unknown.
    const lost = fields.length > 1 ? Math.max(0, usual - fields.length) : 0;
    const width = Math.max(Math.min(widths[index]!, 2), widths[index]! - lost);
    const tokenOf = (one: string): Token => ({ kind: "line", text: one, at: { line } });
    if (width > 1) {
      const padded = Array.from({ length: width }, (_, at) => oneLine(fields[at] ?? ""));
      return [tokenOf(padded.join("\t"))];
    }
    // A field that stands alone is a paragraph and keeps its lines; the lines of a cell in a table make one value.
    const alone = fields.find((field) => field.trim() !== "") ?? "";
    return alone.split("\n").map((one) => tokenOf(one.trimEnd()));
  });
  return { tokens, metadata: [], encoding, diagnostics };
}

/** The number of fields of nearly all these records; 0 where their numbers differ. */
function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
  return records.length - count <= records.length * EXCEPTION ? width : 0;
}

/** Records of another width are exceptions if not more than this share of all has one. */
const EXCEPTION = 0.1;

/** `="0012"` is how programs write a text that a spreadsheet shows as it is, digit by digit. */
const asShown = (field: string): string =>
  field.startsWith("=") ? field.replace(/^="([^"]*)"\s*$/, "$1") : field;
const oneLine = (field: string): string => field.trim().replace(/[\t\n]+/g, " ");
