import { lineAt, MAXIMUM_TABLE_ROWS, unescapeMarkdown, type Layout } from "../layout.ts";
import type { RawCell } from "../grid.ts";
import { mergeRows } from "../merge.ts";
import { paddingOf, withoutPadding, type PipeRow } from "../padding.ts";
import { mergeOrSpread } from "../ragged.ts";
import { rowsOfFirstTable } from "../runs.ts";

/** Markdown pipe tables, with or without the delimiter row; outer pipes are optional where there is one. */
export const pipe: Layout = {
  id: "pipe",
  description: "Markdown pipe table",
  claim(tokens, index, table) {
    const first = lineAt(tokens, index);
    if (!first || !first.text.includes("|")) return null;
    const collected: ClosedRow[] = [];
    const ends: number[] = [];
    let next = index;
    let ruled = false;
    for (; next < tokens.length; next++) {
      const line = lineAt(tokens, next);
      const below = lineAt(tokens, next + 1);
      if (!line || !belongs(line.text, below?.text ?? "", ruled) || collected.length === MAXIMUM_TABLE_ROWS)
        break;
      if (isDelimiter(line.text)) {
        if (collected.length > 1) break; // a delimiter further down makes the row above it the header of another table
        ruled = true;
        continue;
      }
      if (collected.length > 0 && below && isDelimiter(below.text)) break;
      const cells = split(line.text).map((text) => ({ text, at: line.at }));
      collected.push({ cells, padding: paddingOf(line.text), isClosed: CLOSED.test(line.text) });
      ends.push(next + 1);
    }
    if (collected.length === 0 || (!ruled && collected.length < 2)) return null;
    const printed = ruled ? collected.map(({ cells }) => cells) : withoutPadding(withLastCells(collected));
    const rows = withinHeadings(printed.slice(0, rowsOfFirstTable(printed.map((row) => row.length))));
    return {
      grid: (ruled ? mergeRows : mergeOrSpread)("pipe", table, rows, first.at),
      next: rows.length < collected.length ? ends[rows.length - 1]! : next,
    };
  },
};

interface ClosedRow extends PipeRow<RawCell> {
  /** Whether the line ends in a pipe, though it begins with none. */
  readonly isClosed: boolean;
}

const CLOSED = /^\s*[^|\s].*\|\s*$/u;

/** Where only some rows end in a pipe, that pipe stands before their last cell, which is blank. */
function withLastCells(rows: readonly ClosedRow[]): readonly ClosedRow[] {
  if (rows.every(({ isClosed }) => isClosed)) return rows;
  return rows.map((row) =>
    row.isClosed && row.padding === 0
      ? { ...row, cells: [...row.cells, { text: "", at: row.cells[0]!.at }] }
      : row,
  );
}

/** Blank cells behind the last heading are no columns where no row has a text in them. */
function withinHeadings(rows: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] {
  const width = rows[0]!.length;
  const isBeyond = rows.some((row) => row.slice(width).some(({ text }) => text !== ""));
  return isBeyond ? rows : rows.map((row) => row.slice(0, width));
}

/**
 * A row of two columns without outer pipes has a single pipe, so only the delimiter row shows that it is in a table.
 */
function belongs(text: string, below: string, ruled: boolean): boolean {
  return ruled ? hasPipe(text) : isRow(text) || heads(text, below);
}

function isRow(text: string): boolean {
  return (
    /^\s*\|.*\|\s*$/u.test(text) || (isDelimiter(text) && text.includes("|")) || /[^|]\|[^|].*\|/u.test(text)
  );
}

function hasPipe(text: string): boolean {
  return /(?<!\\)\|/u.test(text);
}

/** A header row and the delimiter row below it have as many cells (GFM 4.10). */
function heads(text: string, below: string): boolean {
  return hasPipe(text) && isDelimiter(below) && split(text).length === split(below).length;
}

function isDelimiter(text: string): boolean {
  const cells = text.trim().replace(/^\|/u, "").replace(/\|$/u, "").split("|");
  return text.includes("|") && cells.every((cell) => /^:?-{2,}:?$/u.test(cell.trim()));
}

function split(text: string): string[] {
  const inner = text
    .trim()
    .replace(/^\|/u, "")
    .replace(/(?<!\\)\|$/u, "");
  return inner.split(/(?<!\\)\|/u).map((cell) =>
    unescapeMarkdown(cell)
      .replace(/<br\s*\/?>/giu, "\n")
      .trim(),
  );
}
