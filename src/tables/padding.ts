import { isFilled } from "../printed/numbers.ts";

/** A row of cells between pipes, and how many cells at its end only fill the row up. */
export interface PipeRow<Cell> {
  readonly cells: readonly Cell[];
  readonly padding: number;
}

/**
 * The rows without their padding. A single pipe at the end may be padding or a blank value. It is padding where no row
 * has a text in that column, where the row without it has as many values as the other rows, and where the row is too
 * short even with it (a cell is lost then).
 */
export function withoutPadding<Cell extends { readonly text: string }>(
  rows: readonly PipeRow<Cell>[],
): readonly (readonly Cell[])[] {
  if (!rows.some(({ padding }) => padding > 1)) return rows.map(({ cells }) => cells);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const isFilledUp = rows.every(({ cells }) => (cells[width - 1]?.text ?? "") === "");
  const certain = rows.map(({ cells, padding }) => (padding > 1 ? cells.slice(0, -padding) : cells));
  const values = certain.map(filledAtEnd);
  const most = Math.max(...values.filter((_, at) => rows[at]!.padding !== 1));
  return certain.map((cells, at) =>
    rows[at]!.padding === 1 &&
    (isFilledUp || cells.length < width || filledAtEnd(cells.slice(0, -1)) === most)
      ? cells.slice(0, -1)
      : cells,
  );
}

/** How many cells at the end of a row hold a number, or a dash in its place. */
function filledAtEnd(cells: readonly { readonly text: string }[]): number {
  const label = cells.findLastIndex(({ text }) => !isFilled(text));
  return cells.length - 1 - label;
}
