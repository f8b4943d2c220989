import type { Block, Grid, GridCell } from "../model/index.ts";
import { normalizeLabel } from "../printed/folding.ts";
import { isPageEnd } from "../printed/page-numbers.ts";

/** A shorter table has too few labels to show that another one goes on with its columns. */
const FEWEST_ROWS = 5;

/**
 * Joins tables of which each repeats the labels of the one above and goes on with further columns, as a table too wide
 * for its page is cut. They have the same labels in every row, and no heading in common.
 */
export function joinSideTables(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let last = -1;
  for (const block of blocks) {
    const before = joined[last];
    const whole =
      block.kind === "grid" && before?.kind === "grid" ? joinedGrid(before.grid, block.grid) : null;
    if (whole !== null) joined[last] = { kind: "grid", grid: whole };
    else joined.push(block);
    if (whole !== null) continue;
    if (block.kind === "grid") last = joined.length - 1;
    else if (!isPageEnd(block.text)) last = -1;
  }
  return joined;
}

function joinedGrid(first: Grid, second: Grid): Grid | null {
  if (first.height !== second.height || first.height < FEWEST_ROWS || first.ragged || second.ragged)
    return null;
  const labels = commonColumns(first, second);
  if (labels === 0 || labels === first.width || labels === second.width) return null;
  const headings = [first, second].map((grid) => headingsOf(grid, labels));
  if (headings.includes(null) || headings[0]!.some((text) => headings[1]!.includes(text))) return null;
  const shift = first.width - labels;
  const cells = [
    ...first.cells,
    ...second.cells
      .filter(({ column }) => column > labels)
      .map((cell) => ({ ...cell, column: cell.column + shift })),
  ].sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...first, width: second.width + shift, cells };
}

/** How many columns both tables begin with, cell by cell. */
function commonColumns(first: Grid, second: Grid): number {
  const ends = (grid: Grid, column: number) =>
    grid.cells
      .filter((cell) => cell.column + cell.columnSpan - 1 === column)
      .map(({ row, rowSpan, columnSpan, text }) => `${row} ${rowSpan} ${columnSpan} ${normalizeLabel(text)}`)
      .join("\n");
  const most = Math.min(first.width, second.width);
  let common = 0;
  for (let column = 1; column <= most; column++) {
    const isEdge = [first, second].every((grid) => !grid.cells.some((cell) => isOver(cell, column)));
    // A merge that ends further right stands over this column in both.
    if (ends(first, column) !== ends(second, column)) return common;
    if (isEdge) common = column;
  }
  return common;
}

/** Whether a cell stands over the right edge of a column. */
function isOver({ column, columnSpan }: GridCell, edge: number): boolean {
  return column <= edge && column + columnSpan - 1 > edge;
}

/** The lowest heading of each column right of the labels; null where one has none, or the table has no numbers. */
function headingsOf(grid: Grid, labels: number): readonly string[] | null {
  const values = grid.cells.filter(({ column }) => column > labels);
  const figures = values.filter(({ text }) => /\d/u.test(text.normalize("NFKC")));
  const top = Math.min(...figures.map(({ row }) => row));
  const headings = Array.from({ length: grid.width - labels }, (_, index) => {
    const over = values.filter(
      ({ row, column, columnSpan }) =>
        row < top && column <= labels + 1 + index && column + columnSpan > labels + 1 + index,
    );
    return normalizeLabel(over.findLast(({ text }) => text.trim() !== "")?.text ?? "");
  });
  return figures.length === 0 || headings.includes("") ? null : headings;
}
