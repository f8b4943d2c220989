import type { GridCell } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";

/** The headings of a first column of years. */
const YEARS = /^(?:统计|报告)?年[度份]$/u;
/** The heading of such a column stands in one of so many first rows. */
const HEADING_ROWS = 4;
const YEAR = /^\s*((?:19|20)\d\d)\s*$/u;

/** The rows with the years of a first column headed 年度 as labels, 2023年: bare digits would be taken for a value. */
export function withYearsAsLabels(table: GridCell[][]): GridCell[][] {
  const isHeaded = table
    .slice(0, HEADING_ROWS)
    .some(([first]) => first?.column === 1 && YEARS.test(normalizeLabel(first.text)));
  if (!isHeaded) return table;
  return table.map((cells) =>
    cells.map((cell) => (cell.column === 1 ? { ...cell, text: cell.text.replace(YEAR, "$1年") } : cell)),
  );
}
