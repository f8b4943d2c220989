/** A row of texts, one a column. */
export type Row = readonly string[];

/** Columns as wide as their longest text; the last one is left ragged. */
export function alignedRows(rows: readonly Row[]): string {
  const width = (column: number): number => Math.max(...rows.map((row) => (row[column] ?? "").length));
  return rows
    .map(
      (row) => row.map((text, at) => (at < row.length - 1 ? text.padEnd(width(at)) : text)).join("  ") + "\n",
    )
    .join("");
}
