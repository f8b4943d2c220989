import type { OdtColumn } from "./open-parts.ts";
import type { WordCell, CellPicture, Item, WordRow } from "../word/items/items.ts";
import { besideFloats, cutsOff, doubted, pushesOut } from "../word/tables/room.ts";

/** A cell as it is written; a cell that a merge covers is written in its place too. */
export interface WrittenOdtCell {
  readonly isCovered: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly repeated: number;
  readonly items: readonly Item[];
  readonly picture: CellPicture;
}

/** No table of a text document is wider; more repetitions occur only in a broken file. */
export const mostColumns = 256;
/** Points; columns that are no wider than this together show no digit. */
const narrowest = 4;

/** Why the text of these columns may not be seen; `first` counts from 0. */
export function columnDoubt(columns: readonly OdtColumn[], first: number, count: number): string | undefined {
  const own = columns.slice(first, first + count);
  if (own.length === 0) return undefined;
  if (own.every(({ hidden }) => hidden)) return "hidden-text";
  return own.reduce((sum, { width }) => sum + width, 0) <= narrowest ? "too-small" : undefined;
}

/** The regions that continue into a row from above, by the column in which they begin. */
export type OpenRegions = Map<number, { readonly span: number; left: number }>;

/** Turns written cells into cells of the grid, and updates `open` for the next row. */
export function gridRow(written: readonly WrittenOdtCell[], open: OpenRegions): WordRow {
  const cells: WordCell[] = [];
  let column = 0;
  /** Columns before this one belong to the cell on the left. */
  let taken = 0;
  for (const cell of written) {
    for (let copy = 0; copy < cell.repeated && column < mostColumns; copy++, column++) {
      if (cell.isCovered && column < taken) continue;
      const placed = cell.isCovered ? coveredCell(column, open) : ownCell(cell, column, open);
      cells.push(placed);
      taken = column + placed.span;
    }
  }
  return { before: 0, cells };
}

/** The grid cell of a cell that begins here. */
function ownCell(
  { items, picture, columns, rows }: WrittenOdtCell,
  column: number,
  open: OpenRegions,
): WordCell {
  const runsDown = rows > 1;
  if (runsDown) open.set(column, { span: columns, left: rows - 1 });
  else open.delete(column);
  return { items, picture, span: columns, vertical: runsDown ? "restart" : "none", continuesLeft: false };
}

/** The grid cell of a covered place: a piece of the region above it, or a blank cell where no region is open. */
function coveredCell(column: number, open: OpenRegions): WordCell {
  const above = open.get(column);
  if (above !== undefined && --above.left === 0) open.delete(column);
  const vertical = above === undefined ? "none" : "continue";
  return { items: [], picture: "none", span: above?.span ?? 1, vertical, continuesLeft: false };
}

/**
 * The cells of a row, with doubts for the texts that a floating picture, or the fixed height of the row (in twips), may
 * hide.
 */
export function seenCells(cells: readonly WrittenOdtCell[], height: number): readonly WrittenOdtCell[] {
  return besideFloats(cells).map((cell) =>
    pushesOut(cell.items, height) || cutsOff(cell.items, height)
      ? { ...cell, items: doubted(cell.items, "too-small") }
      : cell,
  );
}
