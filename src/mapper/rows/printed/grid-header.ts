import type { GridCell } from "../../../model/index.ts";
import { thisYear, YEAR, type FormHeader } from "../form-row.ts";
import { normalizeLabel } from "../../../printed/folding.ts";

/** Header rows that stand above each other, as the columns that they make. */
export function headerOf(rows: readonly (readonly GridCell[])[]): FormHeader {
  // A cell merged over several of the rows stands only in the first of them.
  const found = new Set<GridCell>();
  for (const row of rows) for (const cell of row) found.add(cell);
  const cells = [...found];
  const normalized = cells.map(({ text }) => normalizeLabel(text));
  const named = new Set(
    normalized.flatMap((text) => (text.includes("年度") ? (text.match(YEAR) ?? []) : [])),
  );
  const printed = named.size === 1 ? normalized.map(thisYear) : normalized;
  return {
    foreign: false,
    columns: rows.at(-1)!.map((cell) => {
      const { column, columnSpan } = cell;
      const isAbove = (other: GridCell) =>
        other.column < column + columnSpan && other.column + other.columnSpan > column;
      const texts = printed.filter((_, at) => isAbove(cells[at]!));
      const leaf = printed[cells.indexOf(cell)]! || (texts.findLast((own) => own !== "") ?? "");
      return { column, columnSpan, text: texts.join(""), texts, leaf };
    }),
  };
}
