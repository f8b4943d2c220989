import type { Grid, GridCell } from "../../model/index.ts";
import { isDefinite, kindOf } from "./values.ts";

export type DraftRow = readonly GridCell[];

/** Headings that stand over labels, or over values, in forms of every kind. */
const CORNER =
  /^(?:序号|名称|(?:项目|指标|信息|事项|栏目)?(?:名称|内容)|项目|指标|事项|类别|类型|栏目|分类|单位|计[量算]单位)$/u;
const HEADING = /(?:数|数量|金额|额|内容|情况|数值|数据|统计|合计|总计|单位.{0,6}|年度|本年|上年)[）)]?$/u;
const UNIT = /^[（(]?(?:单位[:：])?(?:万元|亿元|元|件|条|次|个|人次|人|篇|项|起|宗|份|天|%)[）)]?$/u;

/** For each row, the cells that cover it from left to right. */
export function coveredRows(grid: Grid): readonly DraftRow[] {
  const rows: GridCell[][] = Array.from({ length: grid.height }, () => []);
  for (const cell of grid.cells)
    for (let at = 0; at < cell.rowSpan; at += 1) rows[cell.row - 1 + at]?.push(cell);
  return rows.map((cells) => cells.sort((a, b) => a.column - b.column));
}

/** The column in which a cell ends; the last cell of a short row ends where the table does. */
function endOf(cell: GridCell, cells: DraftRow, width: number): number {
  return cell === cells.at(-1) ? width : cell.column + cell.columnSpan - 1;
}

/**
 * The first column of values. Each row with values votes for the column or columns in which its first value may stand;
 * null where no row has values.
 */
export function firstDraftColumn(rows: readonly DraftRow[], width: number): number | null {
  const votes = new Map<number, number>();
  const numbered = isNumbered(rows);
  for (const cells of rows) {
    const definite = cells.findIndex((cell) => isDefinite(cell.text) && !(numbered && cell.column === 1));
    if (definite < 0) continue;
    let start = definite;
    while (start > 0 && kindOf(cells[start - 1]!.text) === "blank") start -= 1;
    const { column } = cells[start]!;
    // A value that spans several columns, or is followed by blank cells only, may begin in any of them.
    const alone = cells.slice(definite + 1).every(({ text }) => kindOf(text) === "blank");
    const end = start < definite ? column : alone ? width : endOf(cells[start]!, cells, width);
    for (let at = column; at <= end; at += 1) votes.set(at, (votes.get(at) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** Whether the first column counts the rows: 1, 2, 3 beside words. */
export function isNumbered(rows: readonly DraftRow[]): boolean {
  const counted = rows.filter(
    ([first, second]) =>
      first?.column === 1 && /^\d{1,3}$/u.test(first.text.trim()) && kindOf(second?.text ?? "") === "words",
  );
  return counted.length >= 2 && counted.every(([first], at) => Number(first!.text) === at + 1);
}

/**
 * The values of a row: the cells from the one that covers the first value column, or from the first cell that can only
 * be a value.
 */
export function draftValuesOf(
  cells: DraftRow,
  { first, width, numbered }: { first: number; width: number; numbered: boolean },
): DraftRow {
  const from = cells.findIndex(
    (cell) =>
      endOf(cell, cells, width) >= first ||
      (isDefinite(cell.text) && !(numbered && cell.column === 1) && cell.column > 1),
  );
  return from < 0 ? [] : cells.slice(from);
}

/** Whether a row holds values. `blank` is the answer for a row of labels alone; `first` is the first value column. */
export function isBody(
  cells: DraftRow,
  values: DraftRow,
  { first, width, blank, above }: { first: number; width: number; blank: boolean; above: boolean },
): boolean {
  if (values.some(({ text }) => isDefinite(text))) return true;
  if (values.length === 0 || values[0] === cells[0]) return false;
  const over = cells.slice(0, cells.indexOf(values[0]!));
  const labels = over.map(({ text }) => text.replace(/\s+/gu, ""));
  if (labels.every((label) => label === "") || labels.some((label) => CORNER.test(label))) return false;
  const words = values.filter(({ text }) => kindOf(text) === "words");
  if (words.length === 0) return blank;
  // A text alone behind its label is a value where the table has one column of values or the text spans all of them; a
  // heading has others below it.
  const [only] = values;
  const across = only!.columnSpan > 1 || first === width || cells.at(-1)!.column < first;
  const heads = above || over.some(({ rowSpan }) => rowSpan > 1);
  return values.length === 1 && across && !heads && !HEADING.test(only!.text.replace(/\s+/gu, ""));
}

/** A grid whose tables stand side by side, `项目 数量 项目 数量`, as one grid after the other. */
export function apart(grid: Grid): readonly Grid[] {
  const rows = coveredRows(grid);
  const cut = cutOf(rows, grid.width);
  if (cut === null) return [grid];
  const part = (from: number, to: number): Grid => ({
    ...grid,
    width: to - from + 1,
    cells: grid.cells.flatMap((cell) =>
      cell.column < from || cell.column > to
        ? []
        : [
            {
              ...cell,
              column: cell.column - from + 1,
              columnSpan: Math.min(cell.columnSpan, to - cell.column + 1),
            },
          ],
    ),
  });
  return [part(1, cut - 1), ...apart(part(cut, grid.width))];
}

/**
 * The column where a second table begins: both sides have labels and values, and its heading repeats the first column's
 * or is missing.
 */
function cutOf(rows: readonly DraftRow[], width: number): number | null {
  const filled = rows.filter((cells) => cells.some(({ text }) => isDefinite(text)));
  const heading = rows.find((cells) => !filled.includes(cells) && cells.length > 1);
  const textAt = (cells: DraftRow | undefined, column: number) =>
    cells?.find((cell) => cell.column === column)?.text.trim();
  for (let column = 3; column < width; column += 1) {
    const labels = filled.filter((cells) => {
      const own = cells.find((cell) => cell.column === column);
      return (
        own !== undefined &&
        kindOf(own.text) === "words" &&
        !UNIT.test(own.text.trim()) &&
        cells.some((cell) => cell.column < column && cell.column > 1 && isDefinite(cell.text)) &&
        cells.some((cell) => cell.column > column && isDefinite(cell.text))
      );
    });
    const sameHeading = heading === undefined || textAt(heading, column) === textAt(heading, 1);
    if (filled.length > 0 && labels.length * 3 >= filled.length * 2 && sameHeading) return column;
  }
  return null;
}
