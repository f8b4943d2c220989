import type { ColumnTypes, TableFile } from "../../panel/rows.ts";
import { csvField } from "../../writers/tables/csv-field.ts";

/** A CSV file by RFC 4180: UTF-8, commas, CRLF; no field can run as a formula. */
export function csvFile(columns: ColumnTypes, take: (bytes: Uint8Array) => void): TableFile {
  const encoder = new TextEncoder();
  let held = Object.keys(columns).join(",") + "\r\n";
  const flush = (): void => {
    take(encoder.encode(held));
    held = "";
  };
  return {
    add(row) {
      held += row.map(csvField).join(",") + "\r\n";
      if (held.length > 1_000_000) flush();
    },
    finish: flush,
  };
}
