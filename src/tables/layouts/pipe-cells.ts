import { outlineLevel } from "../../printed/enumerators.ts";
import { lineAt, MAXIMUM_TABLE_ROWS, type Layout } from "../layout.ts";
import type { RawCell } from "../grid.ts";
import { paddingOf } from "../padding.ts";
import { mergeOrSpread } from "../ragged.ts";
import { rowsOfFirstTable } from "../runs.ts";

/** The text of a cell, the pipe that closes it, and pipes for the cells its row lacks. */
const CELL = /^([^|]{0,2000}?)\s{0,8}\|(?:\s\|{1,64})?\s*$/u;

/** Two pipes and nothing else. */
const ONLY_PIPES = /^\s{0,8}\|{2,64}\s*$/u;

/** Lines that a cell may run over before its pipe. */
const MOST_LINES = 6;

/**
 * The table of a web page in which each cell holds a paragraph, as programs extract it. A line with only a pipe begins
 * a row; each cell stands on a line of its own and ends in a pipe, and the last one has a further pipe for each cell
 * that the row lacks. A blank cell, too, leaves only a pipe: the line is one wherever the row before it still lacks
 * cells.
 */
export const pipeCells: Layout = {
  id: "pipe-cells",
  description: "one cell a line, closed by a pipe; a pipe alone begins a row",
  claim(tokens, index, table) {
    const first = lineAt(tokens, index);
    if (first?.text.trim() !== "|") return null;
    const lineText = (at: number): string | null => lineAt(tokens, at)?.text ?? null;
    if (!beginsRow(lineText, index)) return null;
    const width = widthOf(lineText, index);
    const collected: RawCell[][] = [];
    const ends: number[] = [];
    let next = index;
    while (collected.length < MAXIMUM_TABLE_ROWS) {
      const row = rowAt(lineText, next, width);
      if (row === null) break;
      collected.push(row.cells.map(({ text, line }) => ({ text, at: lineAt(tokens, line)!.at })));
      next = row.next;
      ends.push(next);
    }
    // Where a cell is lost or there is one too many, a row begins without its pipe, and nobody can say which cells
    // belong together.
    if (collected.length < 2 || CELL.test(lineText(next) ?? "")) return null;
    const rows = collected.slice(0, rowsOfFirstTable(collected.map((row) => row.length)));
    return { grid: mergeOrSpread("pipe-cells", table, rows, first.at), next: ends[rows.length - 1]! };
  },
};

/** How many lines of pipes above a line are looked at. */
const MOST_ABOVE = 400;

/**
 * Whether the lines with pipes around this line begin with a lone pipe. Below any other first line a lone pipe is a
 * blank cell.
 */
function beginsRow(lineText: LineText, index: number): boolean {
  let first = index;
  while (first > 0 && index - first < MOST_ABOVE && /\|\s*$/u.test(lineText(first - 1)?.slice(-80) ?? ""))
    first -= 1;
  return lineText(first)?.trim() === "|";
}

type LineText = (index: number) => string | null;

interface CellLine {
  readonly text: string;
  /** How many cells the row lacks, as the pipes behind its last cell say. */
  readonly lacking: number;
  readonly next: number;
}

/** How many cells a row has together with those it lacks; null where no row of the first few says so. */
function widthOf(lineText: LineText, index: number): number | null {
  let cells = 0;
  for (let at = index + 1; at < index + 100; at++) {
    const line = lineText(at);
    const isCell = line !== null && CELL.test(line);
    // The next table, below a heading such as 二、…, has a width of its own.
    if (line === null || (!isCell && outlineLevel(line) === 1)) return null;
    if (line.trim() === "|" && cells > 0) cells = 0;
    else if (isCell) cells++;
    if (isCell && paddingOf(line) > 0) return cells + paddingOf(line);
  }
  return null;
}

function rowAt(lineText: LineText, index: number, width: number | null) {
  if (lineText(index)?.trim() !== "|") return null;
  const cells: { readonly text: string; readonly line: number }[] = [];
  let next = index + 1;
  while (width === null || cells.length < width) {
    const isBlankOrRow = lineText(next)?.trim() === "|";
    // While the width is unknown, the last of several lone pipes begins the next row.
    if (isBlankOrRow && width === null && lineText(next + 1)?.trim() !== "|") break;
    const cell = cellAt(lineText, next, width !== null && cells.length > 0);
    if (cell === null) break;
    cells.push({ text: cell.text, line: next });
    next = cell.next;
    if (cell.lacking > 0) return { cells, next };
  }
  return cells.length === 0 ? null : { cells, next };
}

/** The cell that begins on a line; inside a row of known width it may run over several. */
function cellAt(lineText: LineText, index: number, mayWrap: boolean): CellLine | null {
  const parts: string[] = [];
  for (let at = index; at < index + (mayWrap ? MOST_LINES : 1); at++) {
    const line = lineText(at);
    // A row that ends in pipes of its own does not begin with a lone pipe.
    if (line === null || ONLY_PIPES.test(line)) return null;
    const closed = CELL.exec(line);
    if (!closed) {
      parts.push(line.trim());
      continue;
    }
    const text = [...parts, closed[1]!.trim()].filter((part) => part !== "").join("\n");
    return { text, lacking: paddingOf(line), next: at + 1 };
  }
  return null;
}
