import type { Block, Doubt, Grid, GridCell, Place } from "../model/index.ts";
import { linesToRows } from "./lines.ts";
import { normalizeLabel, withoutEnumerator } from "./labels.ts";
import { isUnit, readValue } from "./numbers.ts";

/** A printed row that has values, whatever laid it out, before anyone asks which form it belongs to. */
export interface FormRow {
  /** Index of its block in the document. */
  readonly block: number;
  /** Texts of the cells left of the values, normalized, enumerators gone; merged cells reach into every row they cover. */
  readonly labels: readonly string[];
  /** A unit in a cell of its own between label and values. */
  readonly unit?: string;
  /** Normalized text printed since the row before, labels excluded; only the end of a long one. */
  readonly context: string;
  readonly values: readonly PrintedValue[];
  /**
   * - `cells`: from a grid
   * - `spaced`: from a grid whose columns are made by spaces alone, so that a blank value is a guess
   * - `listed`: numbers with a line end or space between
   * - `run`: digits whose borders may be lost
   */
  readonly kind: "cells" | "spaced" | "listed" | "run";
  /** Its grid writes what a merged cell covers as empty cells: a copy of a number beside it is then a number of its own. */
  readonly coveredBlank: boolean;
  /** Header rows above it in its grid, nearest first; empty where there is no grid. */
  readonly headers: readonly Header[];
  readonly at: Place;
}

export interface PrintedValue {
  readonly text: string;
  readonly at: Place;
  readonly doubt?: Doubt;
  /** Grid columns covered, from 1; absent outside grids. */
  readonly column?: number;
  readonly columnSpan?: number;
  /** The cell covers other rows too, so that its number belongs to none for certain. */
  readonly merged?: boolean;
}

/** Consecutive header rows of a grid, as the columns they make. */
export interface Header {
  readonly columns: readonly HeaderColumn[];
  /** It stands in another grid than the row, one of other columns: its labels count, its positions do not. */
  readonly foreign: boolean;
}

export interface HeaderColumn {
  readonly column: number;
  readonly columnSpan: number;
  /** Texts above each other, joined, normalized: 申请人情况法人或其他组织商业企业. */
  readonly text: string;
  /** The lowest text alone. */
  readonly leaf: string;
}

/** The largest real report has some 150; what every row is compared with every row of every form for must end. */
export const MAXIMUM_ROWS = 2_000;
const CONTEXT = 400;
const YEAR = /20\d{2}年度/gu;

/** All rows of a document that have values, in order; the first `MAXIMUM_ROWS` of a document that has more. */
export function formRows(blocks: readonly Block[]): readonly FormRow[] {
  const rows: FormRow[] = [];
  const state = { context: "" };
  let previousHeaders: { width: number; headers: readonly Header[]; block: number } | null = null;
  for (const [index, block] of blocks.entries()) {
    if (rows.length >= MAXIMUM_ROWS) break;
    if (block.kind === "line") {
      linesToRows(block, index, state, rows);
      continue;
    }
    const follows = previousHeaders !== null && onlyBlankLines(blocks, previousHeaders.block + 1, index);
    // Of columns made by spaces, as many need not be the same ones.
    const foreign = follows && (previousHeaders!.width !== block.grid.width || block.grid.layout === "aligned");
    const inherited = follows && (!foreign || block.grid.layout === "aligned") ? previousHeaders!.headers.map((header) => ({ ...header, foreign })) : [];
    const headers = gridToRows(block.grid, index, inherited, state, rows);
    previousHeaders = { width: block.grid.width, headers, block: index };
  }
  return rows;
}

/** How many values a row has; blanks of a row whose columns are made by spaces count for nothing. */
export function valueCount({ kind, values }: FormRow): number {
  return kind === "spaced" ? values.filter(({ text }) => text !== "").length : values.length;
}

/** Whether a row comes from a grid. */
export function isGridRow({ kind }: FormRow): boolean {
  return kind === "cells" || kind === "spaced";
}

/** Remembers text for the rows to come. */
export function addContext(state: { context: string }, text: string): void {
  state.context = (state.context + thisYear(normalizeLabel(text))).slice(-CONTEXT);
}

/** 2014年度 above a column is what a form calls 本年度; where two years are named, which one is this year's is not told. */
function thisYear(normalized: string): string {
  const years = new Set(normalized.match(YEAR));
  return years.size === 1 ? normalized.replace(YEAR, "本年度") : normalized;
}

function onlyBlankLines(blocks: readonly Block[], from: number, to: number): boolean {
  return blocks.slice(from, to).every((block) => block.kind === "line" && (block.text.trim() === "" || isPageNumber(block.text)));
}

/** `- 4 -` between the pages of a table. */
function isPageNumber(text: string): boolean {
  return /^[-—–－―‐\s]*\d{1,4}[-—–－―‐\s]*$/u.test(text.trim());
}

function gridToRows(grid: Grid, block: number, inherited: readonly Header[], state: { context: string }, rows: FormRow[]): readonly Header[] {
  const table = rowsOf(grid);
  const valueColumn = firstValueColumn(table);
  const coveredBlank = table.some((cells, index) => isCaptionWithBlanks(cells, table[index + 1] ?? []));
  let headers = inherited;
  let pending: GridCell[][] = [];
  const above = () => {
    // A label wrapped over several rows heads nothing.
    const heading = pending.some((cells) => cells.some((cell) => cell.column >= (valueColumn ?? 1) && cell.text.trim() !== ""));
    if (heading) headers = [header(pending), ...headers].slice(0, 8);
    pending = [];
  };
  table.forEach((cells, index) => {
    const own = cells.filter((cell) => cell.row === index + 1);
    const split = valueColumn === null ? null : splitRow(cells, valueColumn, index === table.length - 1);
    // Where spaces alone make the columns, a line without numbers is the rest of a wrapped label.
    const wrapped = grid.layout === "aligned" && split?.values.every((cell) => cell.text === "");
    if (!split || wrapped) {
      pending.push(cells);
      addContext(state, own.map((cell) => cell.text).join(""));
      return;
    }
    above();
    if (rows.length < MAXIMUM_ROWS) rows.push({
      block,
      ...labelsAndUnit(grid.layout === "aligned" ? split.labels.flatMap(pieces) : split.labels),
      context: state.context,
      values: split.values.map((cell) => printed(cell)),
      kind: grid.layout === "aligned" ? "spaced" : "cells",
      coveredBlank,
      headers,
      at: split.values[0]!.at,
    });
    state.context = "";
  });
  above();
  return headers;
}

/** Where spaces alone part the columns, a group's name and the row's own label are pieces of one cell. */
function pieces(cell: GridCell): readonly GridCell[] {
  return cell.text.split("\n").map((text) => ({ ...cell, text }));
}

/** The texts left of the values; a cell of its own for the unit, or for a dash in its place, is no label. */
function labelsAndUnit(cells: readonly GridCell[]): Pick<FormRow, "labels" | "unit"> {
  const texts = cells.map((cell) => withoutEnumerator(normalizeLabel(cell.text))).filter((text) => text !== "");
  const labels = texts.filter((text, index) => index === 0 || !(isUnit(text) || /^[-—]+$/u.test(text)));
  const unit = texts.slice(1).find(isUnit);
  return { labels, ...(unit === undefined ? {} : { unit }) };
}

function printed(cell: GridCell): PrintedValue {
  const { text, at, column, columnSpan, doubt } = cell;
  const merged = cell.rowSpan > 1 && text.trim() !== "";
  return { text, at, column, columnSpan, ...(doubt ? { doubt } : {}), ...(merged ? { merged } : {}) };
}

/** For each grid row the regions that cover it, left to right. */
function rowsOf(grid: Grid): GridCell[][] {
  const table: GridCell[][] = Array.from({ length: grid.height }, () => []);
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) table[row - 1]?.push(cell);
  }
  return table.map((cells) => cells.sort((a, b) => a.column - b.column));
}

/** One text and nothing but empty cells, with a row of texts below it: a caption, what it covers left empty. */
function isCaptionWithBlanks(cells: readonly GridCell[], below: readonly GridCell[]): boolean {
  const [first, ...rest] = cells;
  if (first === undefined || first.text.trim() === "" || rest.length < 2 || rest.some((cell) => cell.text.trim() !== "")) return false;
  const texts = new Set(below.map((cell) => cell.text.trim()).filter((text) => text !== ""));
  return texts.size >= 2 && [...texts].every((text) => !isValueLike(text));
}

/** The grid column values begin in, by vote of the rows that end in numbers; blank forms vote with their empty cells. */
function firstValueColumn(table: readonly (readonly GridCell[])[]): number | null {
  const votes = new Map<number, number>();
  const vote = (minimum: (values: readonly GridCell[]) => boolean) => {
    for (const cells of table) {
      let start = cells.length;
      while (start > 0 && isValueLike(cells[start - 1]!.text)) start -= 1;
      const values = cells.slice(start);
      if (values.length > 0 && minimum(values)) votes.set(values[0]!.column, (votes.get(values[0]!.column) ?? 0) + 1);
    }
  };
  vote((values) => values.some((cell) => cell.text.trim() !== "" && readValue(cell.text).value !== null));
  if (votes.size === 0) vote((values) => values.length >= 2 && values[0]!.column > 1);
  if (votes.size === 0 && table.length > 1 && table.at(-1)!.length > 1 && table.at(-1)!.every((cell) => isValueLike(cell.text))) return 1;
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** Labels and values of a row, or null where the row has none: a header, a caption, a group label alone. */
function splitRow(cells: readonly GridCell[], valueColumn: number, last: boolean) {
  let start = cells.findIndex((cell) => cell.column >= valueColumn);
  if (start < 0) return null;
  // A label pushed to the right by a fragment before it (（三）不 | 4.保护第三方合法权益 | 0 …).
  while (start < cells.length && isLabelText(cells[start]!.text) && cells.slice(start + 1).some((cell) => isNumeric(cell.text))) start += 1;
  // A row whose labels were lost may begin with its values.
  while (start > 0 && isNumeric(cells[start - 1]!.text)) start -= 1;
  const [labels, values] = [cells.slice(0, start), withoutFillers(cells.slice(start))];
  const numbers = values.filter((cell) => isNumeric(cell.text)).length;
  const texts = values.filter((cell) => !isValueLike(cell.text)).length;
  if (numbers === 0 && (texts > 0 || (labels.every((cell) => cell.text.trim() === "") && !(valueColumn === 1 && last)))) return null;
  return texts > numbers || values.length === 0 ? null : { labels, values };
}

/** A row shorter than its grid ends where its last printed cell does; what follows is no blank value. */
function withoutFillers(cells: readonly GridCell[]): readonly GridCell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.filler !== true) + 1);
}

function isValueLike(text: string): boolean {
  const { status, joined } = readValue(text);
  return status !== "unreadable" || joined !== undefined;
}

function isNumeric(text: string): boolean {
  const { status, joined } = readValue(text);
  return status === "given" || status === "dash" || status === "not-applicable" || joined !== undefined;
}

function isLabelText(text: string): boolean {
  return /[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]/su.test(text) && !isValueLike(text);
}

function header(rows: readonly (readonly GridCell[])[]): Header {
  const bottom = rows.at(-1)!;
  const named = new Set(rows.flatMap((cells) => cells.flatMap((cell) => normalizeLabel(cell.text).match(YEAR) ?? [])));
  const textOf = (text: string) => (named.size === 1 ? thisYear(normalizeLabel(text)) : normalizeLabel(text));
  return {
    foreign: false,
    columns: bottom.map(({ column, columnSpan, text }) => {
      const above = new Set(rows.flatMap((cells) => cells.filter((cell) => cell.column < column + columnSpan && cell.column + cell.columnSpan > column)));
      const texts = [...above].map((cell) => textOf(cell.text));
      return { column, columnSpan, text: texts.join(""), leaf: textOf(text) || (texts.findLast((own) => own !== "") ?? "") };
    }),
  };
}
