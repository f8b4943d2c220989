import type { LineToken } from "../../model/index.ts";
import { lineAt, MAXIMUM_TABLE_ROWS, type Layout } from "../layout.ts";
import type { RawCell } from "../grid.ts";
import { mergeRows } from "../merge.ts";
import { withoutPadding, type PipeRow } from "../padding.ts";
import { cutAtPipes, pipedText } from "../pipes.ts";
import { lengthsWithoutFill } from "../padded-right.ts";
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
      collected.push(closedRow(line));
      ends.push(next + 1);
    }
    if (collected.length === 0 || (!ruled && (collected.length < 2 || collected.every(isOneCell))))
      return null;
    const printed = ruled
      ? belowHeadings(collected)
      : withoutPadding(withLastCells(withFirstCells(collected)));
    const own = printed.slice(0, rowsOfFirstTable(printed.map((row) => row.length)));
    const lengths = ruled ? lengthsWithoutFill(own.map((row) => row.map(({ text }) => text))) : null;
    const rows = lengths ? own.map((row, at) => row.slice(0, lengths[at])) : withinHeadings(own);
    return {
      grid: (ruled && !lengths ? mergeRows : mergeOrSpread)("pipe", table, rows, first.at),
      next: rows.length < collected.length ? ends[rows.length - 1]! : next,
    };
  },
};

interface ClosedRow extends PipeRow<RawCell> {
  /** Whether the line ends in a pipe, though it begins with none. */
  readonly isClosed: boolean;
  /** Whether the line begins and ends in a pipe. */
  readonly isFramed: boolean;
}

function closedRow({ text, at }: LineToken): ClosedRow {
  const { cells, padding, opens, closes } = cutAtPipes(text);
  return {
    cells: cells.map((cell) => ({ text: pipedText(cell), at })),
    padding,
    isClosed: closes && !opens,
    isFramed: closes && opens,
  };
}

/** Whether a line holds one cell and the pipes of those its row lacks, as where each cell has a line of its own. */
function isOneCell({ cells, padding }: ClosedRow): boolean {
  return cells.length - padding <= 1;
}

/**
 * Where every line ends in a pipe and only some begin with one, that pipe stands behind their first cell, which is
 * blank, as below a merged cell, provided that no row becomes wider by it than the others are.
 */
function withFirstCells(rows: readonly ClosedRow[]): readonly ClosedRow[] {
  const width = Math.max(...rows.filter(({ isClosed }) => isClosed).map(({ cells }) => cells.length));
  const isBlankFirst = rows.every((row) => row.isClosed || (row.isFramed && row.cells.length < width));
  if (!isBlankFirst) return rows;
  return rows.map((row) =>
    row.isFramed ? { ...row, cells: [{ text: "", at: row.cells[0]!.at }, ...row.cells] } : row,
  );
}

/** Where only some rows end in a pipe, that pipe stands before their last cell, which is blank. */
function withLastCells(rows: readonly ClosedRow[]): readonly ClosedRow[] {
  if (rows.every(({ isClosed, isFramed }) => isClosed || isFramed)) return rows;
  return rows.map((row) =>
    row.isClosed && row.padding === 0
      ? { ...row, cells: [...row.cells, { text: "", at: row.cells[0]!.at }] }
      : row,
  );
}

/**
 * Below headings that end in no pipe, a row that lacks one cell and ends in a pipe has a blank one behind it: Markdown
 * takes that pipe for the row's edge and fills the row up with a blank cell (GFM 4.10).
 */
function belowHeadings(rows: readonly ClosedRow[]): readonly (readonly RawCell[])[] {
  const [headings] = rows;
  const isOpen = !headings!.isClosed && !headings!.isFramed;
  return rows.map(({ cells, isClosed, isFramed }) =>
    isOpen && (isClosed || isFramed) && cells.length === headings!.cells.length - 1
      ? [...cells, { text: "", at: cells[0]!.at }]
      : cells,
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

/** A line that begins and ends in a pipe. */
const FRAMED = /^\s*\|.*\|\s*$/u;

function isRow(text: string): boolean {
  return FRAMED.test(text) || isDelimiter(text) || /[^|]\|[^|].*\|/u.test(text);
}

function hasPipe(text: string): boolean {
  return /(?<!\\)\|/u.test(text);
}

/** A header row and the delimiter row below it have as many cells (GFM 4.10). */
function heads(text: string, below: string): boolean {
  return (
    hasPipe(text) && isDelimiter(below) && cutAtPipes(text).cells.length === cutAtPipes(below).cells.length
  );
}

function isDelimiter(text: string): boolean {
  if (!text.includes("|")) return false;
  const { cells, opens } = cutAtPipes(text);
  // `---- |` is a cell with a dash, on a line of its own.
  const isTable = cells.length > 1 || opens;
  return isTable && cells.every((cell) => /^:?-{2,}:?$/u.test(cell.trim()));
}
