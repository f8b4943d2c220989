import type { LineToken } from "../../model/index.ts";
import { displayColumns, displayWidth, slice } from "../display.ts";
import { makeGrid, type PlacedCell } from "../grid.ts";
import { isBlank, isNumeric, isPageNumber, lineAt, type Layout } from "../layout.ts";
import { isValueLike } from "../values.ts";

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
    if (!first || chunks(first.text).length < 2 || isProse(first.text)) return null;
    const lines: LineToken[] = [];
    let end = index;
    let quiet = 0;
    for (let next = index; next < tokens.length; next++) {
      const line = lineAt(tokens, next);
      if (!line || line.text.includes("\t") || isProse(line.text)) break;
      if (isBlank(line.text) || isPageNumber(line.text)) continue;
      const parts = chunks(line.text);
      quiet = parts.length >= 2 ? 0 : quiet + 1;
      if (quiet > 6) break;
      lines.push(line);
      if (parts.length >= 2) end = next + 1;
    }
    const kept = lines.filter((line) => tokens.indexOf(line) < end);
    const columns = valueColumns(kept.map((line) => chunks(line.text)));
    if (columns.length === 0 || kept.filter((line) => chunks(line.text).some((chunk) => isNumeric(chunk.text))).length < 1) return null;
    return { grid: makeGrid("aligned", table, place(kept, columns), first.at), next: end };
  },
};

/** A line of running text: long and with a sentence's punctuation outside brackets. */
function isProse(text: string): boolean {
  const plain = text.replace(/[（(][^）)]*[）)]?/gu, "").trim();
  return /。|；|：.{10}/u.test(plain) && displayWidth(plain) > 40 && chunks(text).length < 4;
}

/** Pieces of a line separated by two or more spaces. */
function chunks(text: string): Chunk[] {
  const columns = displayColumns(text.replaceAll("\f", " "));
  const found: Chunk[] = [];
  let start = -1;
  let blanks = 2;
  for (let x = 0; x <= columns.length; x++) {
    const blank = x === columns.length || columns[x] === " " || columns[x] === "\u00a0" || columns[x] === "\u3000";
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

/** Stretches of the line in which numbers stand under each other, over all lines; single numbers run together with a neighbour. */
function valueColumns(lines: readonly (readonly Chunk[])[]): { start: number; end: number }[] {
  const values = lines.flatMap((line) => line.filter((chunk, index) => isValueLike(chunk.text) && (index > 0 || line.length > 2)));
  const columns: { start: number; end: number }[] = [];
  for (const { start, end } of [...values].sort((a, b) => a.start - b.start)) {
    const last = columns.at(-1);
    if (last && start < last.end + 1) last.end = Math.max(last.end, end);
    else columns.push({ start, end });
  }
  return columns;
}

function place(lines: readonly LineToken[], columns: readonly { start: number; end: number }[]): PlacedCell[] {
  return lines.flatMap((line, row) => {
    const texts: string[] = Array.from({ length: columns.length + 1 }, () => "");
    for (const part of chunks(line.text)) {
      const nearest = part.end <= columns[0]!.start && !isValueLike(part.text) ? 0 : 1 + nearestColumn(part, columns);
      texts[nearest] = texts[nearest] === "" ? part.text : `${texts[nearest]} ${part.text}`;
    }
    return texts.map((text, column) => ({ text, at: line.at, row: row + 1, column: column + 1, rowSpan: 1, columnSpan: 1 }));
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
