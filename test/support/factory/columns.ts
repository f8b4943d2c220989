import type { PlacedCell, TableBlock } from "./blocks.ts";
import { placeCells } from "./blocks.ts";

/** Right edges of a table's columns, in twips; the value columns share equally what the label columns leave. */
export function columnEdges({ id, width, widths }: TableBlock, page = 9_700): number[] {
  const labels =
    widths ?? (id === "applications" ? [0.08, 0.1, 0.28] : id === "reviewAndLitigation" ? [] : [0.4]);
  const taken = labels.reduce((total, share) => total + share, 0);
  const rest = (1 - taken) / (width - labels.length);
  let edge = 0;
  return Array.from({ length: width }, (_, column) => (edge += Math.floor(page * (labels[column] ?? rest))));
}

/** Cells of each row as Word writes them: one for each place where a cell begins or goes on below. */
export function writtenRows(table: TableBlock): { cell: PlacedCell; begins: boolean; right: number }[][] {
  const edges = columnEdges(table);
  return placeCells(table).map((row, at) =>
    row
      .filter((cell, column) => cell.column === column)
      .map((cell) => ({ cell, begins: cell.row === at, right: edges[cell.column + cell.colSpan - 1]! })),
  );
}
