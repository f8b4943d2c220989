import { readValue } from "../../printed/numbers.ts";
import type { BlockTemplate, ColumnTemplate, Grid, GridCell, RowTemplate } from "../../model/index.ts";
import { asList } from "./list.ts";
import { apart, coveredRows, firstDraftColumn, isBody, isNumbered, draftValuesOf } from "./shape.ts";
import type { DraftRow } from "./shape.ts";
import { commonestType, isDefinite, typeOf } from "./values.ts";

/** A block of a drafted table with the numbers it was drafted from, row by row; a cell without a number is null. */
export interface DraftBlock {
  readonly block: BlockTemplate;
  readonly values: readonly (readonly (number | null)[])[];
  /** For a block with a list, the numbers of the list's rows; `values` then holds only those of the fixed rows. */
  readonly listed?: readonly (readonly (number | null)[])[];
}

/**
 * The blocks of a filled table. Header rows become columns and label columns become rows; the contents of a row or
 * column give its type. Numbers, dates, ticks and addresses are never labels, nor are words where other rows have
 * values. Empty where the grid holds no values. Keys are `r1`…, `c1`…; rows are counted through the whole table, so
 * that every cell has a path of its own.
 */
export function draftBlocks(grid: Grid): readonly DraftBlock[] {
  const blocks: DraftBlock[] = [];
  let count = 0;
  for (const table of apart(grid))
    for (const block of blocksOf(table, () => count)) {
      blocks.push(block);
      count += block.block.rows.length;
    }
  // Two lists in one table would share one place in the record.
  return blocks.length === 1 ? blocks.map(asList) : blocks;
}

function* blocksOf(grid: Grid, count: () => number): Generator<DraftBlock> {
  const rows = coveredRows(grid);
  const { width } = grid;
  const first = firstDraftColumn(rows, width);
  if (first === null) return;
  const numbered = isNumbered(rows);
  const lines = rows.map((cells) => ({ cells, values: draftValuesOf(cells, { first, width, numbered }) }));
  const isValues = (at: number, blank: boolean): boolean => {
    const next = lines[at + 1];
    // Several words below a single one make it a heading with its parts.
    const above =
      next !== undefined && next.values.length > 1 && next.values.every(({ text }) => !isDefinite(text));
    const { cells, values } = lines[at]!;
    return isBody(cells, values, { first, width, blank, above });
  };
  let headers: DraftRow[] = [];
  let body: Line[] = [];
  for (const [at, line] of lines.entries()) {
    // A label without values above a heading is a caption, and not a row that was left blank.
    const blank = body.length > 0 && (at + 1 === lines.length || isValues(at + 1, true));
    if (isValues(at, blank)) {
      body.push(line);
      continue;
    }
    if (body.length > 0) {
      yield draftBlock(headers, body, { first, width, before: count(), numbered });
      headers = [];
      body = [];
    }
    headers.push(line.cells);
  }
  if (body.length > 0) yield draftBlock(headers, body, { first, width, before: count(), numbered });
}

interface Line {
  readonly cells: DraftRow;
  readonly values: DraftRow;
}

function draftBlock(
  headers: readonly DraftRow[],
  body: readonly Line[],
  {
    first,
    width,
    before,
    numbered,
  }: {
    readonly first: number;
    readonly width: number;
    readonly before: number;
    readonly numbered: boolean;
  },
): DraftBlock {
  const caption = headers
    .flat()
    .find(({ column, columnSpan, text }) => column === 1 && columnSpan === width && text.trim() !== "");
  const above = [...new Set(headers.flat())].filter((cell) => cell !== caption);
  const valueCells = body.map(({ values }) => values);
  const widest = valueCells.reduce((a, b) => (b.length > a.length ? b : a));
  const values = valueCells.map((cells) => widest.map((_, at) => readValue(cells[at]?.text ?? "").value));
  const types = widest.map((_, at) => commonestType(valueCells.map((cells) => cells[at]?.text ?? "")));
  // The spans of header and body may disagree; where there are as many headings as values, they are paired in order.
  const bottom = (headers.at(-1) ?? []).filter((cell) => cell !== caption);
  const headings = bottom.filter(({ column }) => column >= first);
  // Plain text loses the span of the corner, so that the headings move left.
  const moved = headings.length < widest.length && bottom.length > widest.length;
  const spans = headings.length === widest.length ? headings : moved ? bottom.slice(-widest.length) : widest;
  const isHeading = (cell: GridCell) => cell.column >= first || spans.includes(cell);
  const corner = above
    .filter((cell) => !isHeading(cell) && cell.text.trim() !== "")
    .map(({ text }) => plain(text));
  // A column that nobody filled in may be one that only some offices print.
  const isLeftBlank = (at: number) =>
    body.length > 1 && widest.length > 1 && valueCells.every((own) => (own[at]?.text ?? "").trim() === "");
  const columns = spans.map((cell, at): ColumnTemplate => {
    const over = above.filter(
      (other) => other === cell || (isHeading(other) && !spans.includes(other) && overlaps(other, cell)),
    );
    const texts = over.map(({ text }) => plain(text)).filter((text) => text !== "");
    const label = texts.at(-1) ?? "";
    const unit = unitOf(label);
    return {
      key: `c${at + 1}`,
      label,
      group: texts.slice(0, -1),
      aliases: [],
      ...types[at]!,
      ...(unit ? { unit } : {}),
      ...(isLeftBlank(at) ? { optional: true, ...(WORDS.test(label) ? { type: "text" as const } : {}) } : {}),
    };
  });
  const rows = body.map(({ cells, values: own }, at): RowTemplate => {
    const labels = cells.slice(0, own.length === 0 ? cells.length : cells.indexOf(own[0]!));
    const texts = labels
      .filter(({ column }) => !(numbered && column === 1))
      .map(({ text }) => plain(text))
      .filter((text) => text !== "");
    const typed = typeOf(own.map(({ text }) => text));
    const differs = typed && types.every((type) => JSON.stringify(type) !== JSON.stringify(typed));
    const [, enumerator = "", label = ""] = ENUMERATED.exec(texts.at(-1) ?? "") ?? [];
    return {
      key: `r${before + at + 1}`,
      label,
      enumerator,
      group: texts.slice(0, -1),
      aliases: [],
      ...(differs && isOtherKind(typed.type, types) ? typed : {}),
    };
  });
  return { block: { ...(caption ? { caption: plain(caption.text) } : {}), corner, columns, rows }, values };
}

/** Headings of columns that are filled in with words. */
const WORDS = /备注|说明|理由|原因|地址|地点|联系/u;

/** Whether a row's type differs in kind from those of the columns. Whole numbers among amounts are amounts. */
function isOtherKind(type: RowTemplate["type"], types: readonly { readonly type: string }[]): boolean {
  const isNumber = (it: string | undefined) => /^(?:count|amount|signed-(?:change|amount))$/u.test(it ?? "");
  return !isNumber(type) || !types.some((other) => isNumber(other.type));
}

function overlaps(a: GridCell, b: GridCell): boolean {
  return a.column < b.column + b.columnSpan && a.column + a.columnSpan > b.column;
}

const ENUMERATED =
  /^([（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|)(.*)$/su;

function plain(text: string): string {
  return text.replace(/\s+/gu, "").slice(0, 300);
}

function unitOf(label: string): string | undefined {
  return /[（(](?:单位[:：])?(万元|亿元|元|件|条|次|个|人次|人|篇|项|起|宗|平方米|公里|吨)[）)]$/u.exec(
    label,
  )?.[1];
}
