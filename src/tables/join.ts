import type { PlacedCell } from "./grid.ts";
import { trailingValues } from "./values.ts";

/**
 * Joins an empty cell to the region above it where the two have the same columns and the place is one for labels:
 * the header rows, and the columns left of the values. An empty cell among the values is a blank value and stays.
 */
export function joinVertically(cells: readonly PlacedCell[]): PlacedCell[] {
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const { firstDataRow, valueColumn } = body([...rows.values()]);
  const regions = new Map<string, PlacedCell>();
  const joined: PlacedCell[] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    for (const cell of rows.get(row)!) {
      const key = `${cell.column}:${cell.columnSpan}`;
      const region = regions.get(key);
      const label = row < firstDataRow || cell.column < valueColumn;
      if (cell.text.trim() === "" && label && region && region.row + region.rowSpan === row) {
        const grown = { ...region, rowSpan: region.rowSpan + 1 };
        joined[joined.indexOf(region)] = grown;
        regions.set(key, grown);
        continue;
      }
      joined.push(cell);
      regions.set(key, cell);
    }
  }
  return joined;
}

/** Where the body begins: the first row with values, and the leftmost column in which such rows have them. */
function body(rows: readonly (readonly PlacedCell[])[]): { firstDataRow: number; valueColumn: number } {
  const votes = new Map<number, number>();
  let firstDataRow = Infinity;
  for (const row of rows) {
    const count = trailingValues(row.map((cell) => cell.text));
    if (count === 0) continue;
    firstDataRow = Math.min(firstDataRow, row[0]!.row);
    const column = row[row.length - count]!.column;
    votes.set(column, (votes.get(column) ?? 0) + 1);
  }
  // A form left blank: what is empty throughout below the header are its values.
  const last = rows.at(-1);
  if (
    votes.size === 0 &&
    last &&
    rows.length > 1 &&
    last.length > 1 &&
    last.every((cell) => cell.text.trim() === "")
  ) {
    return { firstDataRow: last[0]!.row, valueColumn: 1 };
  }
  const valueColumn = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? Infinity;
  return { firstDataRow, valueColumn };
}
