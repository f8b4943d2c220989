import { placeCells } from "../blocks.ts";
import type { FormBlock, PlacedCell, TableBlock } from "../blocks.ts";

/** What a page shows, in millimetres from its top left corner. */
export interface LaidPage {
  readonly words: LaidWords[];
  readonly lines: LaidLine[];
  readonly cells: LaidBox[];
}

export interface LaidWords {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

export type LaidLine = readonly [x0: number, y0: number, x1: number, y1: number];
export type LaidBox = readonly [left: number, top: number, right: number, bottom: number];

export const sheet = { width: 210, height: 297 } as const;
const margin = { left: 22, right: 22, top: 25, bottom: 25 } as const;
const sizes = { title: 6.4, body: 3.7, cell: 2.9 } as const;
/** Distances between baselines, in em, and the room beside and above the text of a cell, in millimetres. */
const leading = 1.6;
const cellLeading = 1.25;
const padding = 0.8;

/** Sets a report on sheets: lines broken by width, tables cut between rows, a page number below. */
export function layPages(blocks: readonly FormBlock[]): readonly LaidPage[] {
  const pages: LaidPage[] = [];
  let y = Infinity;
  const bottom = sheet.height - margin.bottom;
  const room = sheet.width - margin.left - margin.right;
  const page = (): LaidPage => pages.at(-1)!;
  const turn = (): void => {
    pages.push({ words: [], lines: [], cells: [] });
    y = margin.top;
  };
  const setText = (
    text: string,
    size: number,
    bold: boolean,
    align: "left" | "center" | "right",
    indent: number,
  ): void => {
    for (const [index, line] of broken(text, room, size, indent).entries()) {
      if (y + leading * size > bottom) turn();
      y += leading * size;
      const free = room - widthOf(line, size);
      const start = align === "center" ? free / 2 : align === "right" ? free : index === 0 ? indent : 0;
      page().words.push({ text: line, x: margin.left + start, y, size, bold });
    }
  };
  for (const block of blocks) {
    if (block.kind === "heading") {
      const size = block.level === 0 ? sizes.title : sizes.body;
      setText(
        block.text,
        size,
        true,
        block.level === 0 ? "center" : "left",
        block.level === 0 ? 0 : 2 * size,
      );
      y += block.level === 0 ? size : 0;
    } else if (block.kind === "paragraph") {
      setText(
        block.text,
        sizes.body,
        false,
        block.align ?? "left",
        block.align === undefined ? 2 * sizes.body : 0,
      );
    } else {
      if (y === Infinity) turn();
      y += sizes.body;
      setTable(block);
      y += sizes.body;
    }
  }
  pages.forEach(({ words }, index) => {
    const text = `- ${index + 1} -`;
    words.push({
      text,
      x: (sheet.width - widthOf(text, sizes.cell)) / 2,
      y: sheet.height - 15,
      size: sizes.cell,
      bold: false,
    });
  });
  return pages;

  function setTable(table: TableBlock): void {
    const columns = edgesOf(table, room);
    const grid = placeCells(table);
    const cells = [...new Set(grid.flat())];
    const textOf = (cell: PlacedCell): readonly string[] =>
      cell.text
        .split("\n")
        .flatMap((part) =>
          broken(
            part,
            columns[cell.column + cell.colSpan]! - columns[cell.column]! - 2 * padding,
            sizes.cell,
            0,
          ),
        );
    const need = (cell: PlacedCell): number => textOf(cell).length * cellLeading * sizes.cell + 2 * padding;
    const heights = table.rows.map((_, row) =>
      Math.max(5, ...cells.filter((cell) => cell.row === row && cell.rowSpan === 1).map(need)),
    );
    for (const cell of cells) {
      const have = sum(heights.slice(cell.row, cell.row + cell.rowSpan));
      if (have < need(cell)) heights[cell.row + cell.rowSpan - 1]! += need(cell) - have;
    }
    for (let from = 0; from < heights.length;) {
      let to = from;
      let high = 0;
      while (to < heights.length && y + high + heights[to]! <= bottom) high += heights[to++]!;
      // A page break cuts no cell whose text needs more than stands above it.
      while (to > from && to < heights.length && cells.some((cell) => isCutShort(cell, from, to))) to--;
      if (to === from) {
        turn();
        continue;
      }
      setRows(from, to);
      from = to;
      if (from < heights.length) turn();
    }

    function isCutShort(cell: PlacedCell, from: number, to: number): boolean {
      if (cell.row >= to || cell.row + cell.rowSpan <= to) return false;
      return sum(heights.slice(Math.max(from, cell.row), to)) < need(cell);
    }

    function setRows(from: number, to: number): void {
      const tops = [y];
      for (let row = from; row < to; row++) tops.push(tops.at(-1)! + heights[row]!);
      for (const cell of cells) {
        if (cell.row >= to || cell.row + cell.rowSpan <= from) continue;
        const [left, right] = [
          columns[cell.column]! + margin.left,
          columns[cell.column + cell.colSpan]! + margin.left,
        ];
        const top = tops[Math.max(0, cell.row - from)]!;
        const end = tops[Math.min(to, cell.row + cell.rowSpan) - from]!;
        page().cells.push([left, top, right, end]);
        page().lines.push(
          [left, top, right, top],
          [left, end, right, end],
          [left, top, left, end],
          [right, top, right, end],
        );
        if (cell.row < from) continue;
        const lines = textOf(cell);
        const free = end - top - lines.length * cellLeading * sizes.cell;
        lines.forEach((text, index) => {
          const wide = widthOf(text, sizes.cell);
          const x =
            cell.role === "value" || cell.role === "header" ? (left + right - wide) / 2 : left + padding;
          const base = top + free / 2 + (index + 1) * cellLeading * sizes.cell - 0.25 * sizes.cell;
          page().words.push({ text, x, y: base, size: sizes.cell, bold: false });
        });
      }
      y = tops.at(-1)!;
    }
  }
}

/** Right edges of the columns from 0, as shares of the room. */
function edgesOf({ id, width, widths }: TableBlock, room: number): readonly number[] {
  const labels =
    widths ?? (id === "applications" ? [0.08, 0.1, 0.28] : id === "reviewAndLitigation" ? [] : [0.4]);
  const rest = (1 - sum(labels)) / (width - labels.length);
  const edges = [0];
  for (let column = 0; column < width; column++) edges.push(edges.at(-1)! + room * (labels[column] ?? rest));
  return edges;
}

/** Lines of a text that fit a width; a number is never broken where it fits a line. */
function broken(text: string, width: number, size: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let left = width - indent;
  for (const [word] of text.matchAll(/[\d.,%]+|[^]/gu)) {
    const pieces = widthOf(word, size) > width ? [...word] : [word];
    for (const piece of pieces) {
      if (line !== "" && widthOf(line + piece, size) > left) {
        lines.push(line);
        line = "";
        left = width;
      }
      line += piece;
    }
  }
  return line === "" ? lines : [...lines, line];
}

export function advanceOf(character: string): number {
  return character > "\u2e80" || "—“”‘’…×".includes(character) ? 1 : 0.5;
}

export function widthOf(text: string, size: number): number {
  return size * sum([...text].map(advanceOf));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
