import type { LineToken } from "../../model/index.ts";
import { displayColumns, displayWidth, slice } from "../display.ts";
import { makeGrid, type PlacedCell } from "../grid.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import { isNumber, isValue } from "../../printed/numbers.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import { isBlank, lineAt, MAXIMUM_ROWS, type Layout } from "../layout.ts";

interface Chunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Columns made by spaces alone, as `pdftotext -layout` prints them. Numbers standing under each other make the value
 * columns; what is left of them is one label column. Every printed line is a row: a label wrapped over several lines
 * around its values is put together later, by whoever knows the form's labels.
 */
export const aligned: Layout = {
  id: "aligned",
  description: "columns aligned with spaces",
  claim(tokens, index, table) {
    const first = lineAt(tokens, index);
    if (
      !first ||
      !/\S[ \u00a0\u3000\f]{2,}\S/u.test(first.text) ||
      chunks(first.text).length < 2 ||
      isProse(first.text)
    )
      return null;
    const lines: Printed[] = [];
    let kept = 0;
    let end = index;
    let quiet = 0;
    let blank = false;
    for (let next = index; next < tokens.length; next++) {
      const line = lineAt(tokens, next);
      if (
        !line ||
        lines.length === MAXIMUM_ROWS ||
        line.at.page !== first.at.page ||
        line.text.includes("\t") ||
        isProse(line.text)
      )
        break;
      if (isPageNumber(line.text)) continue;
      if (isBlank(line.text)) {
        blank = true;
        continue;
      }
      const parts = chunks(line.text);
      const numeric =
        parts.some((part) => isNumber(part.text)) ||
        (parts.length >= 3 && parts.every((part) => isValue(part.text)));
      // Another header below the numbers begins a block whose columns stand elsewhere; 三、… after a gap is a section's title.
      if (parts.length >= 2 && !numeric && lines.slice(0, kept).some((above) => above.numeric)) break;
      if (parts.length === 1 && blank && !numeric && outlineLevel(line.text) === 1) break;
      quiet = parts.length >= 2 ? 0 : quiet + 1;
      if (quiet > 6) break;
      blank = false;
      lines.push({ line, parts, numeric });
      if (parts.length < 2) continue;
      kept = lines.length;
      end = next + 1;
    }
    const rows = lines.slice(0, kept);
    const columns = valueColumns(rows);
    if (columns.length === 0) return null;
    // Spaces between cells, but no columns under each other: where every row has as many cells, they go in order.
    const even = new Set(rows.map(({ parts }) => parts.length)).size === 1 && rows.length > 1;
    const placed = even ? inOrder(rows) : place(rows, countedColumns(rows) ?? columns);
    return { grid: makeGrid("aligned", table, placed, first.at), next: end };
  },
};

interface Printed {
  readonly line: LineToken;
  readonly parts: readonly Chunk[];
  readonly numeric: boolean;
}

/** A line of running text: long and with a sentence's punctuation outside brackets. */
function isProse(text: string): boolean {
  const plain = text.replace(/[（(][^）)]*[）)]?/gu, "").trim();
  return /。|；|：.{10}/u.test(plain) && displayWidth(plain) > 40 && chunks(text).length < 4;
}

/** Pieces of a line separated by two or more spaces; between numbers one is enough. */
function chunks(text: string): Chunk[] {
  return pieces(text).flatMap((piece) => {
    const numbers = piece.text.split(/[ \u00a0\u3000]/u);
    if (numbers.length === 1 || !numbers.every((number) => /^\d[\d,.]*$/u.test(number))) return [piece];
    let start = piece.start;
    return numbers.map((number) => {
      const found = { text: number, start, end: start + displayWidth(number) };
      start = found.end + 1;
      return found;
    });
  });
}

function pieces(text: string): Chunk[] {
  const columns = displayColumns(text.replaceAll("\f", " "));
  const found: Chunk[] = [];
  let start = -1;
  let blanks = 2;
  for (let x = 0; x <= columns.length; x++) {
    const blank =
      x === columns.length || columns[x] === " " || columns[x] === "\u00a0" || columns[x] === "\u3000";
    if (blank) blanks += 1;
    else {
      if (blanks >= 2) {
        if (start >= 0) found.push(chunk(columns, start, x - blanks));
        start = x;
      }
      blanks = 0;
    }
  }
  if (start >= 0) found.push(chunk(columns, start, columns.length));
  return found;
}

function chunk(columns: readonly (string | null)[], start: number, end: number): Chunk {
  const text = slice(columns, start, end).trimEnd();
  return { text, start, end: start + displayWidth(text) };
}

/**
 * Stretches of the line in which numbers stand under each other. The fullest header line adds the columns in which no
 * number stands at all: without them a blank column would be taken for its neighbour.
 */
function valueColumns(rows: readonly Printed[]): { start: number; end: number }[] {
  const values = rows
    .filter((row) => row.numeric)
    .flatMap(({ parts }) =>
      parts.filter((part, index) => isValue(part.text) && (index > 0 || parts.length > 2)),
    );
  if (values.length === 0) return [];
  const left = Math.min(...values.map((part) => part.start));
  const headers = rows.filter((row) => !row.numeric);
  const fullest = headers.reduce<readonly Chunk[]>(
    (best, { parts }) => (parts.length >= best.length ? parts : best),
    [],
  );
  const seeds = [...values, ...fullest.filter((part) => part.end > left)];
  const columns: { start: number; end: number }[] = [];
  for (const { start, end } of seeds.sort((a, b) => a.start - b.start)) {
    const last = columns.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else columns.push({ start, end });
  }
  return columns;
}

/**
 * Where letters are not twice as wide as digits to whoever set the spaces, numbers stand under each other only roughly;
 * rows that all have as many of them still show the columns: the first numbers, the second ones …
 */
function countedColumns(rows: readonly Printed[]): { start: number; end: number }[] | null {
  const values = rows
    .filter((row) => row.numeric)
    .map(({ parts }) => parts.filter((part) => isValue(part.text)));
  const count = values[0]!.length;
  if (count < 3 || values.length < 2 || values.some((row) => row.length !== count)) return null;
  return values[0]!.map((_, index) => ({
    start: Math.min(...values.map((row) => row[index]!.start)),
    end: Math.max(...values.map((row) => row[index]!.end)),
  }));
}

function inOrder(rows: readonly Printed[]): PlacedCell[] {
  return rows.flatMap(({ line, parts }, row) =>
    cellsOf(
      line,
      row,
      parts.map(({ text }) => text),
    ),
  );
}

/** One text a column. */
function cellsOf({ at }: Printed["line"], row: number, texts: readonly string[]): PlacedCell[] {
  return texts.map((text, column) => ({
    text,
    at,
    row: row + 1,
    column: column + 1,
    rowSpan: 1,
    columnSpan: 1,
  }));
}

function place(rows: readonly Printed[], columns: readonly { start: number; end: number }[]): PlacedCell[] {
  return rows.flatMap(({ line, parts, numeric }, row) => {
    const texts: string[] = Array.from({ length: columns.length + 1 }, () => "");
    // As many values as columns go in order: beside a long label they are pushed out of line.
    const values = parts.filter((part) => isValue(part.text));
    const inOrder = values.length === columns.length;
    const headings = !numeric && parts.length === columns.length + 1;
    for (const [index, part] of parts.entries()) {
      const edge = inOrder ? values[0]!.start : columns[0]!.start;
      const label = part.end <= edge && !isValue(part.text);
      const nearest = headings
        ? index
        : label
          ? 0
          : 1 + (inOrder && values.includes(part) ? values.indexOf(part) : nearestColumn(part, columns));
      // Pieces of a label stand under each other: a group's name, and beside it the row's own.
      texts[nearest] =
        texts[nearest] === "" ? part.text : `${texts[nearest]}${nearest === 0 ? "\n" : " "}${part.text}`;
    }
    return cellsOf(line, row, texts);
  });
}

function nearestColumn(part: Chunk, columns: readonly { start: number; end: number }[]): number {
  const centre = (part.start + part.end) / 2;
  let best = 0;
  columns.forEach((column, index) => {
    const distance = Math.abs((column.start + column.end) / 2 - centre);
    if (distance < Math.abs((columns[best]!.start + columns[best]!.end) / 2 - centre)) best = index;
  });
  return best;
}
