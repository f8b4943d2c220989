import type { PlacedCell } from "./grid.ts";
import { isNumber } from "../printed/numbers.ts";
import { halvesAmong, trailingValues } from "./values.ts";

/**
 * Joins an empty cell to the region above it where both cover the same columns and the place is one for labels: the
 * header rows, and the columns left of the values. An empty cell among the values is a blank value and stays.
 */
export function joinVertically(cells: readonly PlacedCell[]): readonly PlacedCell[] {
  if (!cells.some(isEmpty)) return cells;
  const rows = new Map<number, PlacedCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const { firstDataRow, valueColumn, ends } = body([...rows.values()]);
  // For each set of columns, the index in `joined` of the last cell that covers them.
  const regions = new Map<number, number>();
  const joined: PlacedCell[] = [];
  // How many rows the joined cells go down, by their indexes.
  const depths = new Map<number, number>();
  for (const [row, cells] of [...rows].sort(([a], [b]) => a - b)) {
    // An empty row between rows of values is only a space and continues no cell above it.
    // Nor does a blank text beside a label of its own (公安机关备案号 | ) below another label with its text.
    const apart = row > firstDataRow ? cells.every(isEmpty) : arePairs(rows.get(row - 1), cells);
    for (const cell of cells) {
      const columns = cell.column * 65536 + cell.columnSpan;
      const at = regions.get(columns);
      const label = row < firstDataRow || (cell.column < valueColumn && !ends.has(cell.column));
      if (label && !apart && at !== undefined && isEmpty(cell)) {
        const depth = depths.get(at) ?? joined[at]!.rowSpan;
        if (joined[at]!.row + depth === row) {
          depths.set(at, depth + 1);
          continue;
        }
      }
      regions.set(columns, joined.length);
      joined.push(cell);
    }
  }
  for (const [at, rowSpan] of depths) joined[at] = { ...joined[at]!, rowSpan };
  return joined;
}

/** Whether both rows have only a label and a cell behind it. */
function arePairs(above: readonly PlacedCell[] | undefined, own: readonly PlacedCell[]): boolean {
  return [above, own].every((row) => row?.length === 2 && !isEmpty(row[0]!));
}

interface Body {
  readonly firstDataRow: number;
  readonly valueColumn: number;
  /** Columns of the values that belong to the left halves of a table laid out in halves. */
  readonly ends: ReadonlySet<number>;
}

/** Where the body begins: the first row with values, and the leftmost column in which such rows have them. */
function body(rows: readonly (readonly PlacedCell[])[]): Body {
  const votes = new Map<number, number>();
  let firstDataRow = Infinity;
  const texts = rows.map(textsOf);
  const counts = texts.map(trailingValues);
  for (const [index, row] of rows.entries()) {
    const count = counts[index]!;
    if (count === 0 || isLowerHeading(row, count)) continue;
    firstDataRow = Math.min(firstDataRow, row[0]!.row);
    const column = row[row.length - count]!.column;
    votes.set(column, (votes.get(column) ?? 0) + 1);
  }
  // In a form left blank, the cells that are empty throughout below the header are its values.
  const last = rows.at(-1);
  if (votes.size === 0 && last && rows.length > 1 && last.length > 1 && last.every(isEmpty)) {
    return { firstDataRow: last[0]!.row, valueColumn: 1, ends: new Set() };
  }
  const halves = halvesAmong(texts, counts);
  // In a row without halves this is the column of its first cell.
  const lastHalf = rows.reduce((most, row, at) => Math.max(most, row[halves[at]!.last]?.column ?? 0), 0);
  const voted = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? Infinity;
  const valueColumn = Math.max(voted, lastHalf);
  // A row that ends in words still has values where a label stands before a number inside it.
  const mixed = rows.find((row, at) => isLabelled(row, valueColumn) || halves[at]!.last > 0);
  const first = Math.min(firstDataRow, mixed?.[0]!.row ?? Infinity);
  const ends = rows.flatMap((row, at) => halves[at]!.ends.map((end) => row[end]!.column));
  return { firstDataRow: first, valueColumn, ends: new Set(ends) };
}

/**
 * A further row of headings: it stands under a corner cell and ends under columns that go down to it, so its empty
 * cells continue those above (警告 and its like under 处罚案件数量, nothing under 罚没金额).
 */
function isLowerHeading(row: readonly PlacedCell[], values: number): boolean {
  const texts = row.map(({ text }) => text.trim());
  const headings = texts.slice(1, texts.length - values).filter((text) => text !== "");
  return (
    texts[0] === "" &&
    headings.length > 1 &&
    !headings.some(isNumber) &&
    texts.slice(texts.length - values).every((text) => text === "")
  );
}

function isEmpty({ text }: PlacedCell): boolean {
  return text.trim() === "";
}

function textsOf(row: readonly PlacedCell[]): readonly string[] {
  return row.map(({ text }) => text.trim());
}

function isLabelled(row: readonly PlacedCell[], valueColumn: number): boolean {
  const label = row.findIndex(({ text, column }) => column < valueColumn && /\p{L}/u.test(text));
  return label >= 0 && row.some(({ text, column }) => column >= valueColumn && isNumber(text));
}
