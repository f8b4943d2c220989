import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { cellPointer, putCell } from "../../arithmetic/paths.ts";
import { recordTableId } from "../../arithmetic/records.ts";
import type { Conversion, EvidenceStatus, Template, WordedDiagnostic } from "../../model/index.ts";
import type { LedgerRow } from "../outputs/ledger.ts";
import { unpackedName } from "../outputs/packing.ts";
import { csvRecords } from "../plan/manifest.ts";
import { readText } from "./lines.ts";

type CellRow = Readonly<Record<string, string | number | boolean | bigint | null>>;

/**
 * Conversions as far as the table of cells holds them: values, how each was read, and what casts doubt on it. The rows
 * of one content must follow each other. `ledger` gives the rest, by hash. The text of the report is not available.
 * Pointers are made of a form's own keys, none of which every object has, so they are safe to write to.
 */
export async function* recordsOfCells(
  path: string,
  ledger: ReadonlyMap<string, LedgerRow>,
  templates: readonly Template[],
): AsyncGenerator<Conversion> {
  let own: CellRow[] = [];
  for await (const row of rowsOf(path)) {
    if (own.length > 0 && own[0]!["sha256"] !== row["sha256"]) {
      yield* recordOf(own, ledger, templates);
      own = [];
    }
    own.push(row);
  }
  yield* recordOf(own, ledger, templates);
}

function* recordOf(
  rows: readonly CellRow[],
  ledger: ReadonlyMap<string, LedgerRow>,
  templates: readonly Template[],
): Generator<Conversion> {
  const sha256 = String(rows[0]?.["sha256"]);
  const known = ledger.get(sha256);
  if (!known) return;
  const layouts = Object.fromEntries(
    (known.layouts ?? "").split(" ").map((it) => it.split("=") as [string, string]),
  );
  const tables: Record<string, unknown> = {};
  const evidence: Record<string, { status: EvidenceStatus; raw: string; unit?: string }> = {};
  const diagnostics: WordedDiagnostic[] = [];
  for (const row of rows) {
    const own = String(row["table"]);
    const record = textOf(row["record_no"]);
    const id = record === null ? own : recordTableId(own, Number(record));
    const found = templates
      .find((template) => template.id === layouts[id])
      ?.tables.find((table) => table.id === own);
    if (!found) continue;
    const table = { ...found, id };
    const pointer = cellPointer(table, textOf(row["row"]) ?? "", textOf(row["column"]) ?? "");
    const status = textOf(row["status"]);
    const unit = textOf(row["unit"]);
    putCell(tables, pointer.split("/").slice(3), numberOf(row["value"]) ?? textOf(row["text"]));
    if (status !== null)
      evidence[pointer] = {
        status: status as EvidenceStatus,
        raw: textOf(row["raw"]) ?? "",
        ...(unit === null ? {} : { unit }),
      };
    const severity = textOf(row["flag"]);
    for (const rule of severity === null ? [] : (textOf(row["rules"]) ?? "").split(" "))
      diagnostics.push({
        rule,
        severity: severity as "error" | "warning",
        path: pointer,
        message: "",
      } as WordedDiagnostic);
  }
  const { name, bytes, format, encoding, issuer, year, title } = known;
  yield {
    schema: "gongkai/conversion/1",
    source: { name, sha256, bytes: bytes ?? 0 },
    adapter: format,
    encoding,
    layouts,
    candidates: [],
    report: { title, issuer, year, publicationDate: null, tables, sections: [] },
    evidence,
    diagnostics,
  } as unknown as Conversion;
}

/** A value as a number; null where it is empty. */
function numberOf(value: CellRow[string] | undefined): number | null {
  return value == null || value === "" ? null : Number(value);
}

function textOf(value: CellRow[string] | undefined): string | null {
  return value == null || value === "" ? null : String(value);
}

/** The rows of a CSV file, a Parquet file, or a folder of those. */
async function* rowsOf(path: string): AsyncGenerator<CellRow> {
  if (statSync(path).isDirectory()) {
    const names = readdirSync(path).sort();
    // Where the parts exist as CSV too, the Parquet files hold the same rows.
    const texts = names.filter((name) => unpackedName(name).name.endsWith(".csv"));
    for (const name of texts.length > 0 ? texts : names) yield* rowsOf(join(path, name));
  } else if (path.endsWith(".parquet")) yield* parquetRows(path);
  else yield* csvRows(path);
}

async function* parquetRows(path: string): AsyncGenerator<CellRow> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import("hyparquet");
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    yield* (await parquetReadObjects({ file, metadata, rowStart, rowEnd })) as CellRow[];
    rowStart = rowEnd;
  }
}

async function* csvRows(path: string): AsyncGenerator<CellRow> {
  let header: readonly string[] | null = null;
  for await (const record of csvRecords(readText(path))) {
    header ??= record.map((name) => name.replace(/^\ufeff/u, ""));
    if (record[0] === header[0] || record.length !== header.length) continue;
    // The writer puts an apostrophe before a text that a spreadsheet would run.
    yield Object.fromEntries(header.map((name, at) => [name, record[at]!.replace(/^'/u, "")]));
  }
}
