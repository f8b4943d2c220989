import { outlineLevel } from "../../printed/enumerators.ts";
import type { RawCell } from "../grid.ts";
import { lineAt, MAXIMUM_TABLE_ROWS, type Layout } from "../layout.ts";
import { cutAtPipes } from "../pipes.ts";
import { mergeOrSpread } from "../ragged.ts";

/** A line of pipes only: one is a blank cell, several fill up the row. */
const ONLY_PIPES = /^\s{0,8}(\|{1,64})\s*$/u;
/** The most characters of a cell, and the most cells of the first row, which says how wide the table is. */
const LONGEST = 2000;
const MOST_FIRST = 12;
/** Lines that a cell may run over before its pipe. */
const MOST_LINES = 6;
/** A table has so many rows at least. */
const FEWEST_ROWS = 3;

/**
 * The table of a web page as other programs extract it: each cell stands on a line of its own and ends in a pipe, a
 * blank one leaves only the pipe, and a further line of pipes fills up the row, one for each cell that merges cover:
 * `行政许可 |`, `11 |`, `||`. The first row must be filled up so that the width is known. Every row but the last has
 * that width.
 */
export const paddedCells: Layout = {
  id: "padded-cells",
  description: "one cell a line, closed by a pipe; a line of pipes fills up the row",
  claim(tokens, index, table) {
    const lineText = (at: number): string | null => lineAt(tokens, at)?.text ?? null;
    if (cellOn(lineText(index)) === null || isPiped(lineText(index - 1))) return null;
    const width = widthOf(lineText, index);
    if (width === null) return null;
    const rows: Row[] = [];
    let next = index;
    while (rows.length < MAXIMUM_TABLE_ROWS) {
      const row = rowAt(lineText, next, width);
      if (row === null) break;
      rows.push(row);
      next = row.next;
      if (row.isShort) break;
    }
    // A row of another width shows that a cell was lost, so nobody can say where the rows end.
    if (rows.length < FEWEST_ROWS || isPiped(lineText(next))) return null;
    const cells = withoutFilling(rows).map((row) =>
      row.map(({ text, line }): RawCell => ({ text, at: lineAt(tokens, line)!.at })),
    );
    return { grid: mergeOrSpread("padded-cells", table, cells, lineAt(tokens, index)!.at), next };
  },
};

type LineText = (index: number) => string | null;

interface PaddedCell {
  readonly text: string;
  readonly line: number;
}

interface Row {
  readonly cells: readonly PaddedCell[];
  /** Whether the table ends within the row. */
  readonly isShort: boolean;
  /** Whether a line of several pipes fills the row up. */
  readonly isFilled: boolean;
  readonly next: number;
}

/**
 * Takes off the lone pipe at the end of a row, which fills the row up where every row lacks a cell: one that lacks none
 * shows that such a pipe is a blank cell.
 */
function withoutFilling(rows: readonly Row[]): readonly (readonly PaddedCell[])[] {
  const isWhole = ({ isShort, isFilled }: Row): boolean => !isShort && !isFilled;
  const hasFull = rows.some((row) => isWhole(row) && row.cells.at(-1)!.text !== "");
  return rows.map((row) => (isWhole(row) && !hasFull ? row.cells.slice(0, -1) : row.cells));
}

/** How many cells the first row has together with those that pipes fill up. */
function widthOf(lineText: LineText, index: number): number | null {
  for (let at = index; at < index + MOST_FIRST; at++) {
    const line = lineText(at);
    const pipes = pipesOn(line);
    if (pipes > 1) return at - index + pipes;
    if (pipes === 1 || cellOn(line) === null) return null;
  }
  return null;
}

function rowAt(lineText: LineText, index: number, width: number): Row | null {
  const cells: PaddedCell[] = [];
  let next = index;
  while (cells.length < width) {
    const pipes = pipesOn(lineText(next));
    if (pipes > 1)
      return cells.length > 0 && cells.length + pipes === width
        ? { cells, isShort: false, isFilled: true, next: next + 1 }
        : null;
    const cell = pipes === 1 ? { text: "", next: next + 1 } : cellAt(lineText, next, cells.length > 0);
    if (cell === null) return cells.length === 0 ? null : { cells, isShort: true, isFilled: false, next };
    cells.push({ text: cell.text, line: next });
    next = cell.next;
  }
  return { cells, isShort: false, isFilled: false, next };
}

/** The cell that begins on a line; inside a row it may run over several. */
function cellAt(lineText: LineText, index: number, mayWrap: boolean) {
  const parts: string[] = [];
  for (let at = index; at < index + (mayWrap ? MOST_LINES : 1); at++) {
    const line = lineText(at);
    if (line === null || pipesOn(line) > 0) return null;
    const text = cellOn(line);
    if (text !== null) return { text: [...parts, text].join("\n"), next: at + 1 };
    if (line.trim() === "" || outlineLevel(line) === 1) return null;
    parts.push(line.trim());
  }
  return null;
}

function pipesOn(line: string | null): number {
  return line === null ? 0 : (ONLY_PIPES.exec(line)?.[1]?.length ?? 0);
}

/** The only cell on a line, closed by its pipe. */
function cellOn(line: string | null): string | null {
  if (line === null || line.length > LONGEST || !isPiped(line)) return null;
  const { cells, padding, opens, closes } = cutAtPipes(line);
  return !opens && closes && padding === 0 && cells.length === 1 ? cells[0]!.trim() : null;
}

function isPiped(line: string | null): boolean {
  return line !== null && /\|\s{0,8}$/u.test(line.slice(-16));
}
