import type { Grid, GridCell } from "../../../model/index.ts";
import type { FormRow, PrintedValue } from "../form-row.ts";
import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isPageNumber } from "../../../printed/page-numbers.ts";
import { isUnit, unitNamed } from "../../../printed/units.ts";

/** For each grid row the regions that cover it, left to right. */
export function rowsOf(grid: Grid): GridCell[][] {
  const table: GridCell[][] = Array.from({ length: grid.height }, () => []);
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) table[row - 1]?.push(cell);
  }
  for (const cells of table) if (!isInOrder(cells)) cells.sort((a, b) => a.column - b.column);
  return table;
}

function isInOrder(cells: readonly GridCell[]): boolean {
  return cells.every(({ column }, index) => index === 0 || column >= cells[index - 1]!.column);
}

/** A cell as the value of a row. */
export function asValue(cell: GridCell): PrintedValue {
  const { text, at, column, columnSpan, doubt } = cell;
  const merged = cell.rowSpan > 1 && text.trim() !== "";
  if (!doubt && !merged) return { text, at, column, columnSpan };
  return { text, at, column, columnSpan, ...(doubt ? { doubt } : {}), ...(merged ? { merged } : {}) };
}

/** A row shorter than its grid ends where its last printed cell ends; the filling after it is no blank value. */
export function withoutFillers(cells: readonly GridCell[]): readonly GridCell[] {
  const end = cells.findLastIndex((cell) => cell.filler !== true) + 1;
  return end === cells.length ? cells : cells.slice(0, end);
}

/** The texts left of the values. A cell that holds only the unit, or a dash in its place, is not a label. */
export function labelsAndUnit(cells: readonly GridCell[]): Pick<FormRow, "labels" | "unit"> {
  const labels: string[] = [];
  let unit: string | undefined;
  let isFirst = true;
  for (const cell of cells) {
    const plain = withoutEnumerator(normalizeLabel(cell.text));
    const text = plain.endsWith(":") ? plain.slice(0, -1) : plain;
    if (text === "") continue;
    const named = isFirst ? undefined : (unitNamed(text) ?? (isUnit(text) ? text : undefined));
    if (named !== undefined) unit ??= named;
    else if (isFirst || !/^[-—]+$/u.test(text)) labels.push(text);
    isFirst = false;
  }
  return unit === undefined ? { labels } : { labels, unit };
}

/** The cells that begin in a row, counted from 1, and have a text. */
export function filledCells(cells: readonly GridCell[], row: number): readonly GridCell[] {
  return cells.filter((cell) => cell.row === row && cell.text !== "" && cell.text.trim() !== "");
}

/** Whether nothing but the number of a page stands in a row, by its filled cells. */
export function isPageRow(filled: readonly GridCell[]): boolean {
  return filled.length === 1 && isPageNumber(filled[0]!.text);
}
