import { placeCells } from "../blocks.ts";
import type { FormBlock, PlacedCell, TableBlock } from "../blocks.ts";
import type { CellRole, FormCell } from "../forms.ts";

export function paragraph(text: string): FormBlock {
  return { kind: "paragraph", text };
}

export function cell(text: string, role: CellRole, rowSpan = 1, colSpan = 1): FormCell {
  return { text, role, rowSpan, colSpan };
}

/** The blocks with other ones in place of one. */
export function replaceTable(
  blocks: readonly FormBlock[],
  at: number,
  instead: readonly FormBlock[],
): readonly FormBlock[] {
  return [...blocks.slice(0, at), ...instead, ...blocks.slice(at + 1)];
}

export function cellsOf(table: TableBlock): readonly PlacedCell[] {
  return [...new Set(placeCells(table).flat())];
}

/** A table of cells at their places. */
export function placed(
  table: TableBlock,
  cells: readonly PlacedCell[],
  width: number,
  height: number,
): TableBlock {
  const rows: PlacedCell[][] = Array.from({ length: height }, () => []);
  for (const one of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) rows[one.row]!.push(one);
  return { kind: "table", id: table.id, width, headerRows: 1, rows };
}
