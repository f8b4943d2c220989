import type { Doubt, Grid, GridCell } from "../../../model/index.ts";
import { isValue } from "../../../printed/numbers.ts";
import type { KnownColumn } from "../../form/known.ts";
import type { FormRow, FormHeader } from "../form-row.ts";
import { isRowNumber } from "../column-numbers.ts";
import type { halvesOf } from "../printed/halves.ts";
import { headerOf } from "../printed/grid-header.ts";
import { labelsAndUnit, asValue, filledCells, isPageRow, rowsOf } from "../printed/row-cells.ts";
import { type LabelsOfForm, isLabel, labelIn } from "./form-labels.ts";
import { segments, ownCells, cut } from "./segments.ts";

/** A grid's rows, whatever form asks. */
export interface GridReading {
  readonly grid: Grid;
  readonly table: readonly (readonly GridCell[])[];
  /** The rows with the number of a page alone, by index. */
  readonly pages: ReadonlySet<number>;
}

export function readGrid(grid: Grid): GridReading {
  const table = rowsOf(grid);
  const isPage = (cells: readonly GridCell[], index: number) => isPageRow(filledCells(cells, index + 1));
  return { grid, table, pages: new Set(table.flatMap((cells, at) => (isPage(cells, at) ? [at] : []))) };
}

export function wordedGridRows(
  form: LabelsOfForm,
  { grid, table, pages }: GridReading,
  block: number,
  above: HeadingsAbove,
): { readonly rows: readonly FormRow[]; readonly above: HeadingsAbove } {
  const found: FormRow[] = [];
  let pending: (readonly GridCell[])[] = [];
  let { headers, start } = above;
  const wraps = grid.layout === "aligned" ? wrappedIn(table) : () => false;
  table.forEach((cells, index) => {
    if (pages.has(index)) return;
    const heads = firstHeading(form, cells);
    if (heads !== null) {
      headers = [headerOf([...pending, cells]), ...headers].slice(0, 8);
      [pending, start] = [[], heads];
      return;
    }
    const parts =
      start === null
        ? segments(form, ownCells(form, cells, index + 1))
        : [
            cut(
              GUESSED.has(grid.layout) ? withoutNameAbove(cells, start, index + 1, headers[0]) : cells,
              start,
            ),
          ];
    const rows = parts.filter(({ values }) => values.length > 0);
    if (rows.length === 0) pending.push(cells);
    for (const { labels, values } of rows)
      found.push({
        block,
        row: index + 1,
        ...labelsAndUnit(labels.filter((cell) => !isRowNumber(cell, headers[0]))),
        ...(start !== null && { names: labels.map(asValue) }),
        context: "",
        values: values.map((cell) => (wraps(cell) ? { ...asValue(cell), doubt: WRAPPED } : asValue(cell))),
        kind: grid.layout === "aligned" ? "spaced" : "cells",
        coveredBlank: false,
        headers,
        at: values[0]!.at,
      });
  });
  return { rows: found, above: { headers, start } };
}

/**
 * The headings over a row, and the column in which they begin; null where the form's labels separate the cells instead.
 */
export interface HeadingsAbove {
  readonly headers: readonly FormHeader[];
  readonly start: number | null;
}

export const NOTHING_ABOVE: HeadingsAbove = { headers: [], start: null };

/** The halves of a list laid out side by side, if each of them has the headings; otherwise the whole grid. */
export function halvesWithHeadings(
  form: LabelsOfForm,
  grid: Grid,
  halvesOfGrid: typeof halvesOf,
  readingOf: typeof readGrid,
): readonly GridReading[] {
  const halves = (form.headed.length > 0 ? halvesOfGrid(grid) : [grid]).map(readingOf);
  const isHeaded = ({ table }: GridReading) => table.some((cells) => firstHeading(form, cells) !== null);
  return halves.length > 1 && !halves.every(isHeaded) ? [readingOf(grid)] : halves;
}

const WRAPPED: Doubt = { kind: "unreadable", reason: "wrapped-text" };

/**
 * Whether a text, in columns made by spaces, continues on the line above or below: there nothing stands left of its
 * column.
 */
function wrappedIn(table: readonly (readonly GridCell[])[]): (cell: GridCell) => boolean {
  const isRest = (cells: readonly GridCell[] = [], { column }: GridCell) =>
    cells.find(({ text }) => text.trim() !== "")?.column === column;
  return (cell) => {
    const rests = [table[cell.row - 2], table[cell.row]].filter((cells) => isRest(cells, cell));
    // Digits may be the middle of a long code, but a number with text only above or only below has its heading or a
    // note there.
    return rests.length > (isValue(cell.text) ? 1 : 0);
  };
}

/** The column in which the headings of a block begin, if a row has at least half of them; otherwise null. */
function firstHeading({ headed, headingsLike }: LabelsOfForm, cells: readonly GridCell[]): number | null {
  const found = new Map<KnownColumn, number>();
  for (const cell of cells) {
    const text = labelIn(cell);
    for (const known of headingsLike(text))
      if (!found.has(known) && isLabel(text, known.label)) found.set(known, cell.column);
  }
  if (found.size === 0) return null;
  for (const { columns } of headed) {
    const at = columns.flatMap((known) => found.get(known) ?? []);
    if (at.length > 0 && at.length * 2 >= columns.length) return Math.min(...at);
  }
  return null;
}

/**
 * Layouts that write the cells covered by a merge as empty cells, so that any empty cell may be taken for a covered
 * one.
 */
const GUESSED: ReadonlySet<string> = new Set(["tabbed", "leading-tab", "pipe"]);

/**
 * Takes away a name that reached down from the row above: a row whose own name is an empty cell has none, because only
 * groups reach down. The first parts of a code reach down too, but only before a part in the row itself: in 205 | |
 * below 201 | 03 | 99 the code is 205.
 */
function withoutNameAbove(
  cells: readonly GridCell[],
  start: number,
  row: number,
  header: FormHeader | undefined,
): readonly GridCell[] {
  const isPart = ({ column, text }: GridCell) => column < start && /^\s*\d+\s*$/u.test(text);
  const name = cells.findLast((cell) => cell.column < start && !isRowNumber(cell, header));
  const lastPart = cells.findLastIndex((cell) => cell.row === row && isPart(cell));
  return cells.map((cell, at) =>
    cell.row < row && (cell === name || (at > lastPart && isPart(cell))) ? { ...cell, text: "" } : cell,
  );
}
