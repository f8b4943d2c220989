import type { Block, Grid } from "../../../model/index.ts";
import { isPageEnd } from "../../../printed/page-numbers.ts";
import {
  MAXIMUM_FORM_ROWS,
  type FormRow,
  type FormRows,
  type FormHeader,
  type RowState,
} from "../form-row.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { gridToRows } from "./grid-rows.ts";
import { moneyOfNote } from "../../../printed/units.ts";
import { noteUnits, unitBelow } from "../stated-units.ts";
import { linesToRows } from "./line-rows.ts";
import { withoutNumbering } from "./numbering.ts";
import { withoutDoubtfulEnds } from "./page-ends.ts";

/** All rows of a document, in order. Reading stops at the block before which `MAXIMUM_FORM_ROWS` are reached. */
export function formRows(blocks: readonly Block[]): FormRows {
  const rows: FormRow[] = [];
  const state: RowState = { context: "", barred: false, units: {}, worded: [] };
  const titles = new Set<string>();
  let previousHeaders: PreviousHeaders | null = null;
  // The block whose rows end above, with nothing but blank lines between.
  let rowsAbove: number | null = null;
  for (const [index, block] of blocks.entries()) {
    if (rows.length >= MAXIMUM_FORM_ROWS) break;
    if (block.kind === "line") {
      if (isRunningTitle(block.text.replace(/\s+/gu, ""), titles)) continue;
      noteUnits(state.units, block.text);
      if (previousHeaders?.block === index - 1) restBelow(block.text, rows, index - 1);
      if (rowsAbove !== null) noteBelow(block.text, rows, rowsAbove, () => nextPrinted(blocks, index));
      const before = rows.at(-1);
      linesToRows(block, index, state, rows);
      rowsAbove = blockAbove(before, rows.at(-1)) ?? (isBlank(block) ? rowsAbove : null);
      continue;
    }
    const follows = previousHeaders !== null && onlyPageEnds(blocks, previousHeaders.block + 1, index);
    const inherited = follows ? headersFrom(previousHeaders!, block.grid) : [];
    const headers = gridToRows(block.grid, index, inherited, state, rows);
    previousHeaders = { width: block.grid.width, headers, block: index };
    rowsAbove = index;
  }
  return { rows: withoutNumbering(withoutDoubtfulEnds(withoutRowEnds(rows), blocks)), worded: state.worded };
}

/**
 * Reads a note such as 注：收费金额单位为元, or a unit alone, that stands below its table. A unit right above the next
 * table is that one's.
 */
function noteBelow(text: string, rows: FormRow[], table: number, nextOf: () => Block | undefined): void {
  const noted = /^[（(]?(?:注|备注|说明)/u.test(text.trim()) ? moneyOfNote(text) : undefined;
  const unitAbove = noted ?? unitBelow(text);
  // Few lines are such notes: for the others the blank lines that follow are not walked through.
  if (unitAbove === undefined || (noted === undefined && nextOf()?.kind === "grid")) return;
  for (let at = rows.length - 1; at >= 0 && rows[at]!.block === table; at--)
    if (rows[at]!.unitAbove === undefined) rows[at] = { ...rows[at]!, unitAbove };
}

interface PreviousHeaders {
  readonly width: number;
  readonly headers: readonly FormHeader[];
  readonly block: number;
}

/**
 * The headers that a grid takes over from the one before. When spaces make the columns, an equal number of columns need
 * not mean the same columns.
 */
function headersFrom({ width, headers }: PreviousHeaders, grid: Grid): readonly FormHeader[] {
  const aligned = grid.layout === "aligned";
  const foreign = width !== grid.width || aligned;
  return !foreign || aligned ? headers.map((header) => ({ ...header, foreign })) : [];
}

/** The block of the rows that end with this line; null where it belongs to none. */
function blockAbove(before: FormRow | undefined, last: FormRow | undefined): number | null {
  return last !== undefined && last !== before ? last.block : null;
}

function isBlank(block: Block): boolean {
  return block.kind === "line" && block.text.trim() === "";
}

function nextPrinted(blocks: readonly Block[], index: number): Block | undefined {
  let next = index + 1;
  for (; next < blocks.length; next++) {
    const block = blocks[next]!;
    if (!isBlank(block)) return block;
  }
  return undefined;
}

/** Adds the line below a table whose columns are made by spaces to its last row, whose label may end there. */
function restBelow(text: string, rows: FormRow[], table: number): void {
  const last = rows.at(-1);
  if (last?.kind === "spaced" && last.block === table)
    rows[rows.length - 1] = { ...last, rest: (last.rest ?? "") + normalizeLabel(text) };
}

/**
 * In text of one cell a line, a bar after the last cell of a row looks like a blank cell. One blank more than the row
 * before has is therefore not a cell.
 */
function withoutRowEnds(rows: readonly FormRow[]): readonly FormRow[] {
  let length = 0;
  return rows.map((row) => {
    if (row.kind !== "listed") return row;
    const surplus = row.values.length === length + 1 && row.values.at(-1)!.text === "";
    if (!surplus) length = row.values.length;
    return surplus ? { ...row, values: row.values.slice(0, -1) } : row;
  });
}

/**
 * Whether a text is the report's title repeated at the head of a page. Its year is not a number of the row that the
 * page break cut.
 */
function isRunningTitle(text: string, titles: Set<string>): boolean {
  if (text.length > 60 || !/(?:报告|年报)$/u.test(text)) return false;
  if (titles.has(text)) return true;
  titles.add(text);
  return false;
}

function onlyPageEnds(blocks: readonly Block[], from: number, to: number): boolean {
  return blocks.slice(from, to).every((block) => block.kind === "line" && isPageEnd(block.text));
}
