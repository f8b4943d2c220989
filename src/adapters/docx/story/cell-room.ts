import type { DocxStyles } from "../look/styles.ts";
import { lowestLine } from "../../word/tables/room.ts";
import type { OpenCell, OpenTable } from "./story-state.ts";

/** Twips; a cell of this fixed width or less has no room for a digit between its margins. */
const narrowestCell = 120;
/** Twips of a digit, of the usual size. */
const digit = 105;

/** Twips of the width that the cell, or else the columns it spans, states; infinite where neither does. */
export function widthOfCell({ grid, row }: OpenTable, { width, span }: OpenCell): number {
  if (width !== undefined) return width;
  const column = row?.cells.reduce((sum, { span: taken }) => sum + taken, row.before) ?? 0;
  const stated = grid.slice(column, column + span);
  return stated.length < span || stated.includes(0)
    ? Number.POSITIVE_INFINITY
    : stated.reduce((sum, one) => sum + one, 0);
}

/** True if the width, or the margins, of a cell leave no room for a digit. */
export function hasNoRoom(cell: OpenCell, table: OpenTable, styles: DocxStyles): boolean {
  const { format, row } = table;
  const chain = styles.chain(format.style, "table");
  const ofStyle = chain.find(({ margins }) => margins !== undefined)?.margins;
  const ofPart = chain.find(({ partMargins }) => partMargins !== undefined)?.partMargins;
  const width = widthOfCell(table, cell) * shrinkage(table);
  if (format.fixed && width <= narrowestCell) return true;
  return [undefined, ofPart].some((part) => {
    const margins = { ...ofStyle, ...format.margins, ...row?.margins, ...part, ...cell.margins };
    const { left = 0, right = 0, top = 0 } = margins;
    return left + right > width - digit || top > (row?.height ?? Number.POSITIVE_INFINITY) - lowestLine;
  });
}

/** What is left of the columns of a fixed layout where the table states less than half of their width (17.4.63). */
function shrinkage({ format, grid }: OpenTable): number {
  const columns = grid.reduce((sum, one) => sum + one, 0);
  const share = format.fixed && columns > 0 ? (format.width ?? columns) / columns : 1;
  return share < 0.5 ? share : 1;
}
