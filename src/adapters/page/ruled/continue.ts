import { hasEnumerator } from "../../../printed/enumerators.ts";
import { isFilled } from "../../../printed/numbers.ts";
import { contentOf } from "../sheet/table.ts";
import { doubtTorn, tornNumbers } from "./torn.ts";
import type { CellPair } from "./torn.ts";
import type { TableCell, Fragment, PageTable } from "../sheet/table.ts";
import {
  CELL_MARGINS,
  COLUMN,
  CONTINUED_EDGE,
  MOST_SHIFT,
  NEXT_CHARACTER,
  USUAL_SIZE,
} from "./tolerances.ts";

export function tableOfFragment(fragment: Fragment): PageTable {
  return {
    ruled: true,
    fragments: [fragment],
    columns: fragment.columns,
    height: fragment.rows.length - 1,
    cells: fragment.cells,
  };
}

/** The table continued by a fragment at the top of the next page, or undefined when the fragment is a table of its own. */
export function continueTable(table: PageTable, following: Fragment): PageTable | undefined {
  if (!table.ruled) return undefined;
  const next = withOpenColumns(table.columns, following);
  const [left, right] = [table.columns[0]!, table.columns.at(-1)!];
  const shift = left - next.columns[0]!;
  if (Math.abs(right - (next.columns.at(-1)! + shift)) > CONTINUED_EDGE || Math.abs(shift) > MOST_SHIFT)
    return undefined;
  // The parts are joined by x and never by the number of columns: the third label column may begin on the second page
  // only.
  const own = next.columns.map((x) => x + shift);
  const columns = mergeBoundaries(table.columns, own);
  const first = regrid(table.cells, table.columns, columns, 0);
  const header = repeatedRows(first, regrid(next.cells, own, columns, 0), next.rows.length - 1);
  if (header === next.rows.length - 1) return undefined;
  const second = regrid(next.cells, own, columns, 0)
    .filter((cell) => cell.row >= header)
    .map((cell) => ({ ...cell, row: cell.row - header, rowEnd: cell.rowEnd - header }));
  const last = table.fragments.at(-1)!;
  const open = last.openBottom || (next.openTop && header === 0);
  const { cells, height } = joinRows(first, table.height, second, next.rows.length - 1 - header, open);
  return { ruled: true, fragments: [...table.fragments, next], columns, height, cells };
}

/**
 * Merged label cells that go on over the whole page meet no line that crosses it, so its lattice begins right of them:
 * the right edges agree, and its left edge is a column of the table. The cells are put back, empty, one for each
 * column.
 */
function withOpenColumns(columns: readonly number[], next: Fragment): Fragment {
  const [left, right] = [next.columns[0]!, next.columns.at(-1)!];
  const first = columns.findIndex((x) => Math.abs(x - left) <= COLUMN);
  if (first <= 0 || Math.abs(columns.at(-1)! - right) > CONTINUED_EDGE) return next;
  const height = next.rows.length - 1;
  const open = columns.slice(0, first).map((x, column): TableCell => {
    const box = [x, next.rows[0]!, columns[column + 1]!, next.rows[height]!] as const;
    return { row: 0, rowEnd: height, column, columnEnd: column + 1, ...contentOf([], box, next.page) };
  });
  const own = next.cells.map((cell) => ({
    ...cell,
    column: cell.column + first,
    columnEnd: cell.columnEnd + first,
  }));
  return { ...next, columns: [...columns.slice(0, first), ...next.columns], cells: [...open, ...own] };
}

function mergeBoundaries(a: readonly number[], b: readonly number[]): number[] {
  const merged = [...a];
  for (const x of b) if (!a.some((other) => Math.abs(other - x) <= COLUMN)) merged.push(x);
  return merged.sort((p, q) => p - q);
}

function regrid(
  cells: readonly TableCell[],
  from: readonly number[],
  to: readonly number[],
  rows: number,
): TableCell[] {
  const place = from.map((x) => nearest(to, x));
  return cells.map((cell) => ({
    ...cell,
    row: cell.row + rows,
    rowEnd: cell.rowEnd + rows,
    column: place[cell.column]!,
    columnEnd: Math.max(place[cell.columnEnd]!, place[cell.column]! + 1),
  }));
}

function nearest(values: readonly number[], x: number): number {
  let best = 0;
  for (const [index, value] of values.entries())
    if (Math.abs(value - x) < Math.abs(values[best]! - x)) best = index;
  return best;
}

/** How many of `next`'s first rows repeat the table's own first rows: a header printed again. */
function repeatedRows(table: readonly TableCell[], next: readonly TableCell[], height: number): number {
  const rowKey = (cells: readonly TableCell[], row: number) =>
    cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map(
        (cell) =>
          `${cell.column}-${cell.columnEnd}:${cell.rowEnd - cell.row}:${cell.text.replace(/\s/g, "")}`,
      )
      .join("|");
  let same = 0;
  while (same < height && rowKey(table, same) === rowKey(next, same)) same++;
  // A header ends at a row that no cell crosses, and it contains words.
  while (same > 0 && next.some((cell) => cell.row < same && cell.rowEnd > same)) same--;
  const words = next.filter((cell) => cell.row < same && /[^\d\s.,/—-]/.test(cell.text));
  return words.length >= 2 ? same : 0;
}

function joinRows(
  top: readonly TableCell[],
  topHeight: number,
  bottom: readonly TableCell[],
  bottomHeight: number,
  open: boolean,
) {
  const above = top.filter((cell) => cell.rowEnd === topHeight);
  const below = bottom.filter((cell) => cell.row === 0);
  const pairs = above.flatMap((a) => {
    const b = below.find((cell) => cell.column === a.column && cell.columnEnd === a.columnEnd);
    return b === undefined ? [] : [{ a, b }];
  });
  const whole = pairs.length === above.length && pairs.length === below.length;
  const rowCut = whole && isCutRow(pairs, open);
  const joined = new Map(
    pairs.filter(({ a, b }) => rowCut || continuesGroup(a, b, top, below)).map(({ a, b }) => [a, b]),
  );
  const taken = new Set(joined.values());
  const torn: ReadonlySet<TableCell> = rowCut ? new Set() : tornNumbers(pairs, below, open, textRunsOn);
  const offset = rowCut ? topHeight - 1 : topHeight;
  const cells = [
    ...top.map((cell) => {
      const rest = joined.get(cell);
      return rest === undefined ? doubtTorn(cell, torn) : joinCells(cell, rest, offset);
    }),
    ...bottom
      .filter((cell) => !taken.has(cell))
      .map((cell) => doubtTorn(cell, torn))
      .map((cell) => ({ ...cell, row: cell.row + offset, rowEnd: cell.rowEnd + offset })),
  ].sort((a, b) => a.row - b.row || a.column - b.column);
  return { cells, height: offset + bottomHeight };
}

function joinCells(a: TableCell, b: TableCell, offset: number): TableCell {
  const doubt = a.doubt ?? b.doubt;
  return {
    ...a,
    rowEnd: b.rowEnd + offset,
    text: [a.text, b.text].filter((text) => text !== "").join("\n"),
    ...(doubt !== undefined && { doubt }),
    parts: [...a.parts, ...b.parts],
  };
}

/**
 * Whether the page break went through a row: one half holds all its values, and either its label continues or no line
 * closes the half.
 */
function isCutRow(pairs: readonly CellPair[], open: boolean): boolean {
  const single = pairs.filter(({ a, b }) => a.rowEnd - a.row === 1 && b.rowEnd - b.row === 1);
  if (single.length === 0) return false;
  if (pairs.some(({ a, b }) => isFilled(a.text) && isFilled(b.text))) return false;
  // A number under words in one cell is a value under its header, not the rest of it.
  if (pairs.some(({ a, b }) => a.text !== "" && !isFilled(a.text) && isFilled(b.text))) return false;
  if (pairs.some(({ b }) => beginsLabel(b.text))) return false;
  const labelled = (side: "a" | "b") =>
    single.some((pair) => pair[side].text !== "" && !isFilled(pair[side].text));
  const valued = (side: "a" | "b") => single.some((pair) => isFilled(pair[side].text));
  const runsOn = pairs.some(({ a, b }) => textRunsOn(a, b));
  if (valued("a") && valued("b")) return false;
  // The values stand on the middle line, so all of them are on the second page and the whole label is on the first.
  if (labelled("a") && !valued("a") && valued("b") && !labelled("b")) return true;
  return (open || runsOn) && (labelled("a") || labelled("b"));
}

/**
 * Whether a merged cell left of its rows goes on: nothing new is printed beside the first row, or only the rest of its
 * label is.
 */
function continuesGroup(
  a: TableCell,
  b: TableCell,
  top: readonly TableCell[],
  below: readonly TableCell[],
): boolean {
  const labelBeside = below.some(
    (cell) => cell.column >= b.columnEnd && cell.text !== "" && !isFilled(cell.text),
  );
  const merged = a.rowEnd - a.row > 1 || b.rowEnd - b.row > 1;
  if (!labelBeside && !merged) return false;
  if (isFilled(a.text) || isFilled(b.text)) return false;
  // Where both rows have a number of their own before their labels, the labels are two.
  if (a.text !== "" && b.text !== "" && isNumbered(a, top, a.rowEnd - 1) && isNumbered(b, below, b.row))
    return false;
  // Where empty cells stand under their label without being merged, the last of them belongs to what is above.
  if (
    a.text === "" &&
    b.text !== "" &&
    top.some((cell) => cell !== a && cell.column === a.column && cell.text === "" && cell.rowEnd < a.row + 1)
  )
    return false;
  if (a.text === "" || b.text === "") return labelBeside || (merged && b.text === "");
  return textRunsOn(a, b);
}

/** Whether a cell of one row has a filled one before it in its row. */
function isNumbered(cell: TableCell, cells: readonly TableCell[], row: number): boolean {
  if (cell.rowEnd - cell.row > 1) return false;
  return cells.some((one) => one.row === row && one.columnEnd <= cell.column && isFilled(one.text));
}

function beginsLabel(text: string): boolean {
  return hasEnumerator(text) || /^其中[:：]/.test(text);
}

function textRunsOn(a: TableCell, b: TableCell): boolean {
  // A unit that is printed again is that of the next row.
  if (a.text === "" || b.text === "" || a.text === b.text || beginsLabel(b.text)) return false;
  const part = a.parts.at(-1)!;
  const size = part.glyphs[0]?.size ?? USUAL_SIZE;
  return part.slack < CELL_MARGINS + NEXT_CHARACTER * size && !/[。；]$/.test(a.text);
}
