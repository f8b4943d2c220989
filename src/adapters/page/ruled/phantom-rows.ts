import type { PageTable } from "../sheet/table.ts";

/**
 * Removes the rows that come only from a misplaced line: a merged label cell that ends beside its last row leaves a
 * strip in which nothing is printed, and every other cell of the row would span two rows. A row that is really blank is
 * as wide as the table.
 */
export function withoutPhantomRows(table: PageTable): PageTable {
  const { columns, cells, height } = table;
  const half = (columns.at(-1)! - columns[0]!) / 2;
  const isPhantom = (row: number) => {
    const starting = cells.filter((cell) => cell.row === row);
    const wide = starting.reduce((sum, cell) => sum + columns[cell.columnEnd]! - columns[cell.column]!, 0);
    return starting.length > 0 && wide < half && starting.every(({ text }) => text === "");
  };
  const kept: number[] = [];
  let next = 0;
  for (let row = 0; row < height; row++) kept.push(row > 0 && isPhantom(row) ? next : next++);
  if (next === height) return table;
  // A row that is dropped gets the index of the row that follows.
  const index = (row: number) => (row === height ? next : kept[row]!);
  return {
    ...table,
    height: next,
    cells: cells
      .map((cell) => ({ ...cell, row: index(cell.row), rowEnd: index(cell.rowEnd) }))
      .filter((cell) => cell.rowEnd > cell.row),
  };
}
