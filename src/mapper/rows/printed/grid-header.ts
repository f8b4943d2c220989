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
  const above = cellsByColumn(cells);
  const at = new Map(cells.map((cell, index) => [cell, index]));
  return {
    foreign: false,
    columns: rows.at(-1)!.map((cell) => {
      const { column, columnSpan } = cell;
      const texts = cellsAbove(above, cell).map((index) => printed[index]!);
      const leaf = printed[at.get(cell)!]! || (texts.findLast((own) => own !== "") ?? "");
      return { column, columnSpan, text: texts.join(""), texts, leaf };
    }),
  };
}

/** Which cells stand in each column, by index: a turned table of text can be as wide as the text is long. */
function cellsByColumn(cells: readonly GridCell[]): ReadonlyMap<number, readonly number[]> {
  const columns = new Map<number, number[]>();
  cells.forEach(({ column, columnSpan }, index) => {
    for (let own = column; own < column + columnSpan; own++) {
      const known = columns.get(own);
      if (known) known.push(index);
      else columns.set(own, [index]);
    }
  });
  return columns;
}

/** The cells that share a column with one, in their order. */
function cellsAbove(
  columns: ReturnType<typeof cellsByColumn>,
  { column, columnSpan }: GridCell,
): readonly number[] {
  if (columnSpan === 1) return columns.get(column)!;
  const found = new Set<number>();
  for (let own = column; own < column + columnSpan; own++)
    for (const index of columns.get(own)!) found.add(index);
  return [...found].sort((one, other) => one - other);
}
