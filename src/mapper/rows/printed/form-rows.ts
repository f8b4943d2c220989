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

/** All rows of a document, in order. Reading stops at the block in which `MAXIMUM_FORM_ROWS` are reached. */
export function formRows(blocks: readonly Block[]): FormRows {
  const rows: FormRow[] = [];
  const worded: FormRow[] = [];
  const state: RowState = { context: "", above: [], barred: false, units: {} };
  const repeated = repeatedTitles(blocks);
  const notes: NoteBelow[] = [];
  let previousHeaders: PreviousHeaders | null = null;
  // The block whose rows end above, with nothing but blank lines between.
  let rowsAbove: number | null = null;
  for (const [index, block] of blocks.entries()) {
    if (rows.length >= MAXIMUM_FORM_ROWS) break;
    if (repeated.has(block)) continue;
    if (block.kind === "line") {
      noteUnits(state.units, block.text);
      notes.push(...noteBelow(block.text, rowsAbove, () => nextPrinted(blocks, index)));
      const last = rows.pop();
      const above = previousHeaders?.block === index - 1 ? withRest(last, block.text, index - 1) : last;
      rows.push(...linesToRows(block, index, state, above));
      rowsAbove = blockAbove(above, rows.at(-1)) ?? (isBlank(block) ? rowsAbove : null);
      continue;
    }
    const follows = previousHeaders !== null && onlyPageEnds(blocks, previousHeaders.block + 1, index);
    const inherited = follows ? headersFrom(previousHeaders!, block.grid) : [];
    const table = gridToRows(block.grid, index, inherited, state);
    rows.push(...table.rows);
    if (worded.length < MAXIMUM_FORM_ROWS) worded.push(...table.worded);
    previousHeaders = { width: block.grid.width, headers: table.headers, block: index };
    rowsAbove = index;
  }
  const stated = withUnits(rows.slice(0, MAXIMUM_FORM_ROWS), notes);
  return { rows: withoutNumbering(withoutDoubtfulEnds(withoutRowEnds(stated), blocks)), worded };
}

/** A unit stated below the rows of a block. */
interface NoteBelow {
  readonly block: number;
  readonly unit: string;
}

/**
 * The unit in a note such as 注：收费金额单位为元, or a unit alone, that stands below its table. A unit right above the
 * next table is that one's.
 */
function noteBelow(
  text: string,
  block: number | null,
  nextOf: () => Block | undefined,
): readonly NoteBelow[] {
  if (block === null) return [];
  const noted = /^[（(]?(?:注|备注|说明)/u.test(text.trim()) ? moneyOfNote(text) : undefined;
  const unit = noted ?? unitBelow(text);
  // Few lines are such notes: for the others the blank lines that follow are not walked through.
  if (unit === undefined || (noted === undefined && nextOf()?.kind === "grid")) return [];
  return [{ block, unit }];
}

/** Rows with the unit of the first note below them, where nothing above states one. */
function withUnits(rows: readonly FormRow[], notes: readonly NoteBelow[]): readonly FormRow[] {
  if (notes.length === 0) return rows;
  const units = new Map(notes.map(({ block, unit }) => [block, unit] as const).reverse());
  return rows.map((row) => {
    const unitAbove = row.unitAbove ?? units.get(row.block);
    return unitAbove === undefined ? row : { ...row, unitAbove };
  });
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

/** The last row of a table whose columns are made by spaces, with the line below: its label may end there. */
function withRest(last: FormRow | undefined, text: string, table: number): FormRow | undefined {
  if (last?.kind !== "spaced" || last.block !== table) return last;
  return { ...last, rest: (last.rest ?? "") + normalizeLabel(text) };
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
 * The lines in which the report's title is repeated at the head of a page. Its year is not a number of the row that the
 * page break cut.
 */
function repeatedTitles(blocks: readonly Block[]): ReadonlySet<Block> {
  const titles = new Set<string>();
  return new Set(
    blocks.filter((block) => {
      // Nearly every line ends in something else than 报告 or 年报.
      if (block.kind !== "line" || !/[告报]$/u.test(block.text.trimEnd())) return false;
      const text = block.text.replace(/\s+/gu, "");
      if (text.length > 60 || !/(?:报告|年报)$/u.test(text)) return false;
      const isRepeated = titles.has(text);
      titles.add(text);
      return isRepeated;
    }),
  );
}

function onlyPageEnds(blocks: readonly Block[], from: number, to: number): boolean {
  return blocks.slice(from, to).every((block) => block.kind === "line" && isPageEnd(block.text));
}
