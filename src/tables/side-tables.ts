import type { Block, Grid, GridCell } from "../model/index.ts";
import { normalizeLabel } from "../printed/folding.ts";
import { isPageEnd } from "../printed/page-numbers.ts";

/** A shorter table has too few labels to show that another one goes on with its columns. */
const FEWEST_ROWS = 5;
/** No form is wider. Each table that is joined is looked through again, so they do not grow without end. */
const MOST_COLUMNS = 100;

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
  if (first.width + second.width > MOST_COLUMNS) return null;
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
  const [own, other] = [edgesOf(first), edgesOf(second)];
  let common = 0;
  for (let column = 1; column <= Math.min(first.width, second.width); column++) {
    if (textsIn(own.ends[column]!) !== textsIn(other.ends[column]!)) return common;
    // A merge that ends further right stands over this column in both.
    if (!own.crossed.has(column) && !other.crossed.has(column)) common = column;
  }
  return common;
}

/** For each column the cells that end with it, and the columns whose right edge a cell stands over. */
function edgesOf({ cells, width }: Grid) {
  const ends = Array.from({ length: width + 1 }, (): GridCell[] => []);
  const crossed = new Set<number>();
  for (const cell of cells) {
    const last = cell.column + cell.columnSpan - 1;
    ends[last]!.push(cell);
    for (let column = cell.column; column < last; column++) crossed.add(column);
  }
  return { ends, crossed };
}

function textsIn(cells: readonly GridCell[]): string {
  return cells
    .map(({ row, rowSpan, columnSpan, text }) => `${row} ${rowSpan} ${columnSpan} ${normalizeLabel(text)}`)
    .join("\n");
}

/** The lowest heading of each column right of the labels; null where one has none, or the table has no numbers. */
function headingsOf({ cells, width }: Grid, labels: number): readonly string[] | null {
  const values = cells.filter(({ column }) => column > labels);
  const top = values.find(({ text }) => /\d/u.test(text.normalize("NFKC")))?.row;
  if (top === undefined) return null;
  const headings = new Array<string>(width - labels).fill("");
  for (const { row, column, columnSpan, text } of values) {
    if (row >= top) break;
    if (text.trim() !== "")
      headings.fill(normalizeLabel(text), column - labels - 1, column - labels - 1 + columnSpan);
  }
  return headings.includes("") ? null : headings;
}
