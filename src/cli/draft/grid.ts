import { readValue } from "../../printed/numbers.ts";
import type {
  BlockTemplate,
  ColumnTemplate,
  Grid,
  GridCell,
  RowTemplate,
  ValueType,
} from "../../model/index.ts";

/** A block of a drafted table with the numbers it was drafted from, row by row; null where a cell holds none. */
export interface DraftBlock {
  readonly block: BlockTemplate;
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * The blocks of a filled table: header rows become columns, label columns rows. Empty where the grid holds no numbers.
 * Keys are `r1`…, `c1`…; rows are counted through the table, so that every cell has a path of its own.
 */
export function draftBlocks(grid: Grid): readonly DraftBlock[] {
  const rows = coveredRows(grid);
  const first = firstValueColumn(rows);
  if (first === null) return [];
  const blocks: DraftBlock[] = [];
  let headers: (readonly GridCell[])[] = [];
  let body: (readonly GridCell[])[] = [];
  let count = 0;
  const close = (): void => {
    if (body.length > 0) {
      blocks.push(draftBlock(headers, body, first, grid.width, count));
      count += body.length;
      headers = [];
    }
    body = [];
  };
  for (const cells of rows) {
    if (isBody(cells, first)) body.push(cells);
    else {
      close();
      headers.push(cells);
    }
  }
  close();
  return blocks;
}

function draftBlock(
  headers: readonly (readonly GridCell[])[],
  body: readonly (readonly GridCell[])[],
  first: number,
  width: number,
  before: number,
): DraftBlock {
  const caption = headers
    .flat()
    .find(({ column, columnSpan, text }) => column === 1 && columnSpan === width && text.trim() !== "");
  const above = [...new Set(headers.flat())].filter((cell) => cell !== caption);
  const valueCells = body.map((cells) => cells.filter(({ column }) => column >= first));
  const widest = valueCells.reduce((a, b) => (b.length > a.length ? b : a));
  const values = valueCells.map((cells) => widest.map((_, at) => readValue(cells[at]?.text ?? "").value));
  // Header and body spans may disagree; as many headings as values go in order.
  const bottom = (headers.at(-1) ?? []).filter((cell) => cell !== caption);
  const headings = bottom.filter(({ column }) => column >= first);
  // Plain text loses the span of the corner, and the headings move left.
  const moved = headings.length < widest.length && bottom.length > widest.length;
  const spans = headings.length === widest.length ? headings : moved ? bottom.slice(-widest.length) : widest;
  const isHeading = (cell: GridCell) => cell.column >= first || spans.includes(cell);
  const corner = above
    .filter((cell) => !isHeading(cell) && cell.text.trim() !== "")
    .map(({ text }) => plain(text));
  const columns = spans.map((cell, at): ColumnTemplate => {
    const over = above.filter(
      (other) => other === cell || (isHeading(other) && !spans.includes(other) && overlaps(other, cell)),
    );
    const texts = over.map(({ text }) => plain(text)).filter((text) => text !== "");
    const own = values.flatMap((row) => row[at] ?? []);
    const label = texts.at(-1) ?? "";
    const unit = unitOf(label);
    return {
      key: `c${at + 1}`,
      label,
      group: texts.slice(0, -1),
      aliases: [],
      type: typeOf(own),
      ...(unit ? { unit } : {}),
    };
  });
  const rows = body.map((cells, at): RowTemplate => {
    const texts = cells
      .filter(({ column }) => column < first)
      .map(({ text }) => plain(text))
      .filter((text) => text !== "");
    const [, enumerator = "", label = ""] = ENUMERATED.exec(texts.at(-1) ?? "") ?? [];
    return { key: `r${before + at + 1}`, label, enumerator, group: texts.slice(0, -1), aliases: [] };
  });
  return { block: { ...(caption ? { caption: plain(caption.text) } : {}), corner, columns, rows }, values };
}

function overlaps(a: GridCell, b: GridCell): boolean {
  return a.column < b.column + b.columnSpan && a.column + a.columnSpan > b.column;
}

const ENUMERATED =
  /^([（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|)(.*)$/su;

/** For each row the cells that cover it, left to right. */
function coveredRows(grid: Grid): readonly (readonly GridCell[])[] {
  const rows: GridCell[][] = Array.from({ length: grid.height }, () => []);
  for (const cell of grid.cells)
    for (let at = 0; at < cell.rowSpan; at += 1) rows[cell.row - 1 + at]?.push(cell);
  return rows.map((cells) => cells.sort((a, b) => a.column - b.column));
}

/** Where most rows with numbers have their first one. */
function firstValueColumn(rows: readonly (readonly GridCell[])[]): number | null {
  const votes = new Map<number, number>();
  for (const cells of rows) {
    const start = cells.find(
      (_, at) =>
        cells.slice(at).every(({ text }) => isValue(text)) &&
        cells.slice(at).some(({ text }) => isNumber(text)),
    );
    if (start) votes.set(start.column, (votes.get(start.column) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** Nothing but values in the value columns, and a label or a number somewhere. */
function isBody(cells: readonly GridCell[], first: number): boolean {
  const values = cells.filter(({ column }) => column >= first);
  const told =
    cells.some(({ column, text }) => column < first && text.trim() !== "") ||
    values.some(({ text }) => isNumber(text));
  return (
    values.length > 0 &&
    values.every(({ text }) => isValue(text)) &&
    told &&
    cells.some(({ text }) => isNumber(text))
  );
}

function isValue(text: string): boolean {
  return readValue(text).status !== "unreadable";
}

function isNumber(text: string): boolean {
  return ["given", "dash", "not-applicable"].includes(readValue(text).status);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, "").slice(0, 300);
}

function unitOf(label: string): string | undefined {
  return /[（(](?:单位[:：])?(万元|亿元|元|件|条|次|个|人次|人|篇|项|起|宗|平方米|公里|吨)[）)]$/u.exec(
    label,
  )?.[1];
}

function typeOf(values: readonly number[]): ValueType {
  if (values.some((value) => value < 0)) return "signed-change";
  return values.every(Number.isInteger) ? "count" : "amount";
}
