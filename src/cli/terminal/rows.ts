/** A row of texts, one for each column. */
export type Row = readonly string[];

/** Lines whose columns are as wide as their longest text; the last column is not padded. */
export function alignedRows(rows: readonly Row[]): string {
  const width = (column: number): number => Math.max(...rows.map((row) => (row[column] ?? "").length));
  return rows
    .map(
      (row) => row.map((text, at) => (at < row.length - 1 ? text.padEnd(width(at)) : text)).join("  ") + "\n",
    )
    .join("");
}
