import { isWorded } from "../../arithmetic/paths.ts";
import { prepared, remembered } from "../../arithmetic/prepared.ts";
import type { Block, Doubt, Grid, GridCell } from "../../model/index.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { matchLabel, type KnownLabel } from "../../printed/labels.ts";
import { isPageEnd } from "../../printed/page-numbers.ts";
import { isUnit, withoutStatedUnit } from "../../printed/units.ts";
import type { KnownBlock, KnownTable } from "../form/known.ts";
import { isValue } from "../../printed/numbers.ts";
import { wordsOf } from "../../printed/words.ts";
import { byPlace, MAXIMUM_FORM_ROWS, type FormRow, type FormRows, type FormHeader } from "./form-row.ts";
import { isRowNumber } from "./column-numbers.ts";
import { halvesOf } from "./halves.ts";
import { headerOf, labelsAndUnit, printed, rowsOf, withoutFillers } from "./grid-rows.ts";
import { labelledLine } from "./worded-lines.ts";

/** Whether a table of a form has cells of words: texts, dates, ticks, the names of a list. */
export const hasWords = prepared(({ table }: KnownTable): boolean =>
  table.blocks.some(
    ({ rows, columns, open }) =>
      open !== undefined || [...rows, ...columns].some(({ type }) => type !== undefined && isWorded(type)),
  ),
);

/**
 * The rows of a document as a form with cells of words sees them. No text shows by itself whether it is a value or a
 * label there, so the form's own labels separate the cells: `ICP备案号 | … | 公安机关备案号 | …` is two rows.
 */
function wordedRows(
  known: KnownTable,
  blocks: readonly Block[],
  printedAt: ReadonlyMap<string, readonly FormRow[]>,
  halves: typeof halvesOf,
): readonly FormRow[] {
  const form = labelsOf(known);
  const found: FormRow[] = [];
  let last: { readonly width: number; readonly above: Above } | null = null;
  blocks.forEach((block, index) => {
    if (found.length >= MAXIMUM_FORM_ROWS) return;
    if (block.kind === "line" && !isPageEnd(block.text)) last = null;
    if (block.kind === "grid") {
      // After a page break a table continues under the headings before it.
      const { width, layout } = block.grid;
      const parts = partsOf(form, block.grid, halves);
      const goesOn = parts.length === 1 && last?.width === width && layout !== "aligned";
      const read = parts.map((part) => gridRows(form, part, index, goesOn ? last!.above : NOTHING_ABOVE));
      last = parts.length === 1 ? { width, above: read[0]!.above } : null;
      for (const row of read.flatMap(({ rows }) => rows)) {
        const covers = printedAt.get(`${index} ${row.row}`) ?? [];
        const { against, unitAbove } = covers[0] ?? {};
        found.push({ ...row, covers, ...(against && { against }), ...(unitAbove && { unitAbove }) });
      }
      return;
    }
    const covers = printedAt.get(`${index} `) ?? [];
    const own = labelledLine(form.rows, block, index);
    found.push(...(own.length > 0 ? own.map((row) => ({ ...row, covers })) : covers));
  });
  return found.slice(0, MAXIMUM_FORM_ROWS);
}

/**
 * A document prepared for all forms, including those with cells of words. Its text is joined only when a form asks for
 * it.
 */
export function wordedDocument(blocks: readonly Block[], rows: FormRows) {
  let words: ((word: string) => boolean) | null = null;
  const has = (word: string): boolean => (words ??= wordsOf(normalizeLabel(textOf(blocks))))(word);
  let places: ReadonlyMap<string, readonly FormRow[]> | null = null;
  const halves = remembered(halvesOf);
  const rowsFor = (known: KnownTable) =>
    hasWords(known) ? wordedRows(known, blocks, (places ??= byPlace(rows)), halves) : rows.rows;
  return { rowsFor, has };
}

function textOf(blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) => (block.kind === "line" ? block.text : block.grid.cells.map(({ text }) => text)))
    .join("|");
}

/** The labels of a form, prepared for looking them up in cells. */
interface FormLabels {
  readonly rows: readonly KnownLabel[];
  /** Names of groups of rows. */
  readonly groups: ReadonlySet<string>;
  /** The blocks whose columns have headings. */
  readonly headed: readonly KnownBlock[];
  /** The most values that a row may have without a heading above. */
  readonly width: number;
}

const labelsOf = prepared(({ rows, rowGroups }: KnownTable): FormLabels => {
  const blocks = [...new Set(rows.map(({ block }) => block))];
  return {
    rows: rows.flatMap(({ label }) => (label.length > 0 ? [label] : [])),
    groups: rowGroups,
    headed: blocks.filter(({ columns }) => columns.some(({ label }) => label.length > 0)),
    width: Math.max(1, ...blocks.map(({ columns }) => columns.length)),
  };
});

/** The halves of a list laid out side by side, if each of them has the headings; otherwise the whole grid. */
function partsOf(form: FormLabels, grid: Grid, halvesOfGrid: typeof halvesOf): readonly Grid[] {
  const halves = form.headed.length > 0 ? halvesOfGrid(grid) : [grid];
  const isHeaded = (half: Grid) =>
    rowsOf(half).some((cells) => form.headed.some((known) => firstHeading(cells, known) !== null));
  return halves.length > 1 && halves.every(isHeaded) ? halves : [grid];
}

/**
 * The headings over a row, and the column in which they begin; null where the form's labels separate the cells instead.
 */
interface Above {
  readonly headers: readonly FormHeader[];
  readonly start: number | null;
}

const NOTHING_ABOVE: Above = { headers: [], start: null };

function gridRows(
  form: FormLabels,
  grid: Grid,
  block: number,
  above: Above,
): { readonly rows: readonly FormRow[]; readonly above: Above } {
  const found: FormRow[] = [];
  let pending: (readonly GridCell[])[] = [];
  let { headers, start } = above;
  const table = rowsOf(grid);
  const wraps = grid.layout === "aligned" ? wrappedIn(table) : () => false;
  table.forEach((cells, index) => {
    const heads = form.headed.map((known) => firstHeading(cells, known)).find((column) => column !== null);
    if (heads !== undefined && heads !== null) {
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
        ...(start !== null && { names: labels.map(printed) }),
        context: "",
        values: values.map((cell) => (wraps(cell) ? { ...printed(cell), doubt: WRAPPED } : printed(cell))),
        kind: grid.layout === "aligned" ? "spaced" : "cells",
        coveredBlank: false,
        headers,
        at: values[0]!.at,
      });
  });
  return { rows: found, above: { headers, start } };
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
function firstHeading(cells: readonly GridCell[], { columns }: KnownBlock): number | null {
  const at = columns.flatMap(({ label }) => cells.find((cell) => isLabel(cell, label))?.column ?? []);
  return at.length > 0 && at.length * 2 >= columns.length ? Math.min(...at) : null;
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

interface Segment {
  readonly labels: readonly GridCell[];
  readonly values: readonly GridCell[];
}

/** A row under headings. A row of one cell alone is a note and has no values. */
function cut(cells: readonly GridCell[], start: number): Segment {
  const labels = cells.filter(({ column }) => column < start);
  const values = withoutFillers(cells.filter(({ column }) => column >= start));
  const empty = [...labels, ...values].every(({ text }) => text.trim() === "");
  return { labels, values: cells.length < 2 || empty ? [] : values };
}

/**
 * The cells of a row, leaving out labels that reach down from above and stand right of a cell that begins in this row.
 * Groups stand at the left, so such a label only seems to reach down over cells that were left empty.
 */
function ownCells(form: FormLabels, cells: readonly GridCell[], row: number): readonly GridCell[] {
  const first = cells.findIndex((cell) => cell.row === row && cell.text.trim() !== "");
  if (first < 0) return cells;
  return cells.filter(
    (cell, at) => at <= first || cell.row === row || !form.rows.some((label) => isLabel(cell, label)),
  );
}

/** A row without headings, cut where one of the form's labels begins another row. */
function segments(form: FormLabels, cells: readonly GridCell[]): readonly Segment[] {
  const named = cells.map((cell) => form.rows.some((label) => isLabel(cell, label)));
  const starts: number[] = [];
  for (let at = 0; at + 1 < cells.length; at++) {
    const last = starts.at(-1);
    if (!named[at]) continue;
    // In 办件量 | 总数 | 88000, where labels stand beside each other, the last one is the row's own.
    if (last !== undefined && at === last + 1) starts[starts.length - 1] = at;
    else if (last === undefined || at > last + form.width) starts.push(at);
  }
  if (starts.length === 0) return [unnamed(cells)];
  // In a second form beside the first, the names of groups stand right before its labels.
  const from = starts.map((label, index) => (index === 0 ? 0 : groupsBefore(form, cells, label)));
  return starts.map((label, index) => {
    const rest = withoutFillers(cells.slice(label + 1, from[index + 1] ?? cells.length));
    const unit = rest.length > 1 && isUnit(normalizeLabel(rest[0]!.text)) ? 1 : 0;
    const values = rest.slice(unit);
    const filled = values.findLastIndex(({ text }) => text.trim() !== "") + 1;
    return {
      labels: [...cells.slice(from[index]!, label + 1), ...rest.slice(0, unit)],
      values: values.slice(0, Math.max(filled, Math.min(form.width, values.length))),
    };
  });
}

function groupsBefore({ groups }: FormLabels, cells: readonly GridCell[], label: number): number {
  let from = label;
  while (from > 0 && isGroup(groups, cells[from - 1]!)) from -= 1;
  return from;
}

function isGroup(groups: ReadonlySet<string>, { text }: GridCell): boolean {
  const plain = withoutStatedUnit(normalizeLabel(text));
  return groups.has(withoutEnumerator(plain));
}

/** A row without any label of the form: its last cell is the value. */
function unnamed(cells: readonly GridCell[]): Segment {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  return filled.length < 2
    ? { labels: [], values: [] }
    : { labels: filled.slice(0, -1), values: filled.slice(-1) };
}

function isLabel({ text }: GridCell, label: KnownLabel): boolean {
  if (text.length > 120) return false;
  return matchLabel(withoutEnumerator(normalizeLabel(text)), label).score >= 0.9;
}
