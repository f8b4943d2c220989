import type { CellShape, RowShape } from "../word/grid.ts";
import { lowestRow } from "../word/look.ts";
import { maximumColumns } from "../word/regions.ts";

/** A row's definition while it is read: \trowd … \cellx, before or after its cells. */
export interface RowDefinition {
  left: number;
  readonly edges: number[];
  readonly cells: CellShape[];
  /** Merges of the cell whose right edge comes next. */
  next: { -readonly [K in keyof CellShape]: CellShape[K] };
  height: number;
  floats: boolean;
}

export function newRow(): RowDefinition {
  return { left: 0, edges: [], cells: [], next: plainCell(), height: 0, floats: false };
}

const plainCell = (): RowDefinition["next"] => ({ horizontal: "none", vertical: "none" });

/** What the control words of row definitions do (RTF 1.9.1, table definitions); `value` is the word's number. */
export const rowWords = new Map<string, (row: RowDefinition, value: number) => void>([
  ["trleft", (row: RowDefinition, value: number) => void (row.left = value)],
  ["trrh", (row: RowDefinition, value: number) => void (row.height = value)],
  ...["tposx", "tposy", "tposnegx", "tposnegy"].map((name): [string, (row: RowDefinition) => void] => [
    name,
    (row) => void (row.floats = true),
  ]),
  ["clmgf", (row: RowDefinition) => void (row.next.horizontal = "restart")],
  ["clmrg", (row: RowDefinition) => void (row.next.horizontal = "continue")],
  ["clvmgf", (row: RowDefinition) => void (row.next.vertical = "restart")],
  ["clvmrg", (row: RowDefinition) => void (row.next.vertical = "continue")],
  ...["cldglu", "cldgll"].map((name): [string, (row: RowDefinition) => void] => [
    name,
    (row) => void (row.next.isCrossed = true),
  ]),
  [
    "cellx",
    (row: RowDefinition, value: number) => {
      if (row.cells.length < maximumColumns) {
        row.edges.push(value);
        row.cells.push(row.next);
      }
      row.next = plainCell();
    },
  ],
]);

export function rowShape({ left, edges, cells, height, floats }: RowDefinition): RowShape | null {
  if (cells.length === 0) return null;
  // A negative height is exact.
  const gone = height < 0 && -height <= lowestRow ? "hidden" : null;
  const exact = height < 0 ? -height : undefined;
  return { edges: [Math.min(left, edges[0]!), ...edges], cells, gone, height: exact, floats };
}
