import { outlineLevel } from "../../printed/enumerators.ts";
import { lineAt, MAXIMUM_TABLE_ROWS, type Layout } from "../layout.ts";
import type { RawCell } from "../grid.ts";
import { cutAtPipes } from "../pipes.ts";
import { mergeOrSpread } from "../ragged.ts";
import { rowsOfFirstTable } from "../runs.ts";

/** The most characters of a cell. */
const LONGEST = 2000;

/** At least two pipes and nothing else. */
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
    if (collected.length < 2 || cellOn(lineText(next) ?? "") !== null) return null;
    const rows = collected.slice(0, rowsOfFirstTable(collected.map((row) => row.length)));
    return { grid: mergeOrSpread("pipe-cells", table, rows, first.at), next: ends[rows.length - 1]! };
  },
};

/** How many lines of pipes above a line are looked at. */
const MOST_ABOVE = 400;

/**
 * Whether the lines with pipes around this line begin with a lone pipe. Below any other first line a lone pipe is a
 * blank cell, and one below a line without a pipe ends that line's cell if the lines above that begin otherwise.
 */
function beginsRow(lineText: LineText, index: number): boolean {
  const first = firstPiped(lineText, index);
  if (lineText(first)?.trim() !== "|") return false;
  const isBelowText = (lineText(first - 1)?.trim() ?? "") !== "" && PIPED.test(endOf(lineText, first - 2));
  return !isBelowText || lineText(firstPiped(lineText, first - 2))?.trim() === "|";
}

/** The first of the lines that end in a pipe up to this one. */
function firstPiped(lineText: LineText, index: number): number {
  let first = index;
  while (first > 0 && index - first < MOST_ABOVE && PIPED.test(endOf(lineText, first - 1))) first -= 1;
  return first;
}

const PIPED = /\|\s*$/u;

function endOf(lineText: LineText, index: number): string {
  return lineText(index)?.slice(-80) ?? "";
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
    const cell = line === null ? null : cellOn(line);
    // The next table, below a heading such as 二、…, has a width of its own.
    if (line === null || (cell === null && outlineLevel(line) === 1)) return null;
    if (line.trim() === "|" && cells > 0) cells = 0;
    else if (cell !== null) cells++;
    if (cell !== null && cell.lacking > 0) return cells + cell.lacking;
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
    const cell = cellOn(line);
    if (cell === null) {
      parts.push(line.trim());
      continue;
    }
    const text = [...parts, cell.text].filter((part) => part !== "").join("\n");
    return { text, lacking: cell.lacking, next: at + 1 };
  }
  return null;
}

/** The cell that a line holds, closed by a pipe, and how many cells its row lacks; null where a line holds no cell. */
function cellOn(line: string): Pick<CellLine, "text" | "lacking"> | null {
  const { cells, padding, opens, closes } = cutAtPipes(line);
  const own = cells.length - padding;
  // A blank cell leaves only the pipe that closes it, which looks like one before a first cell.
  if (opens) return own === 0 || line.trim() === "|" ? { text: "", lacking: padding } : null;
  const text = cells[0]!.trim();
  return closes && own === 1 && text.length <= LONGEST ? { text, lacking: padding } : null;
}
