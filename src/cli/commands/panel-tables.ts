import { closeSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { findingColumns, panelColumns, panelReportColumns } from "../../panel/rows.ts";
import type { ColumnTypes, PanelValue, TableFile } from "../../panel/rows.ts";
import { csvField } from "../../writers/tables/csv-field.ts";
import { parquetFile } from "../../writers/tables/parquet-file.ts";
import { UsageError } from "../terminal/io.ts";
import type { CommandContext } from "../terminal/context.ts";
import { wording } from "../wording/wording.ts";

/** The tables of a panel. `close` gives them their final names, so that an interrupted run leaves no half-written file. */
export type PanelTables = Readonly<Record<"panel" | "reports" | "findings" | "unplaced", TableFile>> & {
  readonly close: () => void;
};

/** Opens the files of a panel. Throws UsageError where the folder cannot be written. */
export function openTables(
  { out, to }: { readonly out: string; readonly to: "csv" | "parquet" },
  { language }: CommandContext,
): PanelTables {
  const open: (() => void)[] = [];
  const table = (name: string, columns: ColumnTypes, format: typeof csvTable): TableFile => {
    const path = join(out, name);
    const handle = openSync(path + ".part", "w");
    const file = format(columns, (bytes) => {
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    });
    open.push(() => {
      file.finish();
      closeSync(handle);
      renameSync(path + ".part", path);
    });
    return file;
  };
  try {
    mkdirSync(out, { recursive: true });
    return {
      panel: table(`panel.${to}`, panelColumns, to === "csv" ? csvTable : parquetTable),
      reports: table("reports.csv", panelReportColumns, csvTable),
      findings: table("findings.csv", findingColumns, csvTable),
      unplaced: table("unplaced.csv", unplacedColumns, csvTable),
      close: () => open.forEach((close) => close()),
    };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(wording[language].unwritable(out, code ?? message));
  }
}

const unplacedColumns: ColumnTypes = { source: "text", reason: "text", message: "text" };

/** How many characters are held before they are written. */
const HELD = 1_000_000;

/** RFC 4180: UTF-8, commas, CRLF; no field can run as a formula. */
function csvTable(columns: ColumnTypes, take: (bytes: Uint8Array) => void): TableFile {
  const encoder = new TextEncoder();
  let held = Object.keys(columns).join(",") + "\r\n";
  const flush = (): void => {
    take(encoder.encode(held));
    held = "";
  };
  return {
    add(row) {
      held += row.map(csvField).join(",") + "\r\n";
      if (held.length > HELD) flush();
    },
    finish: flush,
  };
}

function parquetTable(columns: ColumnTypes, take: (bytes: Uint8Array) => void): TableFile {
  const typed = Object.entries(columns).map(([name, type], at) => ({
    name,
    type: type === "text" ? ("string" as const) : type,
    of: (row: readonly PanelValue[]) => row[at],
  }));
  const { add, finish } = parquetFile(typed, take);
  return { add: (row) => add([row]), finish };
}
