import type { Grid, GridCell } from "../model/index.ts";
import { displayWidth, isWide } from "./display.ts";

const MAXIMUM_COLUMN = 18;

/** Draws a grid with its merged regions, for people and goldens. Long texts wrap; the drawing loses nothing. */
export function drawGrid(grid: Grid): string {
  const widths = columnWidths(grid);
  const wrapped = grid.cells.map((cell) => ({ cell, lines: wrap(cell.text, spanWidth(widths, cell)) }));
  const heights = rowHeights(grid, wrapped);
  const xs = offsets(widths);
  const ys = offsets(heights);
  const canvas = Array.from({ length: ys.at(-1)! + 1 }, () => new Array<string>(xs.at(-1)! + 1).fill(" "));
  drawRules(canvas, grid, xs, ys);
  for (const { cell, lines } of wrapped) {
    lines.forEach((line, index) =>
      write(canvas[ys[cell.row - 1]! + 1 + index]!, xs[cell.column - 1]! + 2, line),
    );
  }
  return canvas.map((row) => row.join("").trimEnd()).join("\n");
}

/** Draws, from every corner, the rule to its right and the rule below it, wherever two different cells meet there. */
function drawRules(canvas: string[][], grid: Grid, xs: readonly number[], ys: readonly number[]): void {
  const owner = owners(grid);
  for (let r = 0; r <= grid.height; r++) {
    for (let c = 0; c <= grid.width; c++) {
      const [a, b, d, e] = [owner(r - 1, c - 1), owner(r - 1, c), owner(r, c - 1), owner(r, c)];
      const across = c < grid.width && b !== e;
      const down = r < grid.height && d !== e;
      if (across) canvas[ys[r]!]!.fill("-", xs[c]! + 1, xs[c + 1]!);
      if (down) for (let y = ys[r]! + 1; y < ys[r + 1]!; y++) canvas[y]![xs[c]!] = "|";
      if (across || down || a !== b || a !== d)
        canvas[ys[r]!]![xs[c]!] = corner(a !== d, across, a !== b, down);
    }
  }
}

function corner(left: boolean, right: boolean, up: boolean, down: boolean): string {
  if (left && right && !up && !down) return "-";
  return up && down && !left && !right ? "|" : "+";
}

function owners(grid: Grid): (row: number, column: number) => GridCell | undefined {
  const map = new Map<number, GridCell>();
  for (const cell of grid.cells) {
    for (let r = cell.row - 1; r < cell.row - 1 + cell.rowSpan; r++) {
      for (let c = cell.column - 1; c < cell.column - 1 + cell.columnSpan; c++) map.set(r * 65536 + c, cell);
    }
  }
  return (row, column) => (row < 0 || column < 0 ? undefined : map.get(row * 65536 + column));
}

function columnWidths(grid: Grid): number[] {
  const widths = new Array<number>(grid.width).fill(3);
  for (const cell of grid.cells) {
    if (cell.columnSpan > 1) continue;
    const longest = Math.max(...cell.text.split("\n").map((text) => displayWidth(text)));
    widths[cell.column - 1] = Math.max(widths[cell.column - 1]!, Math.min(MAXIMUM_COLUMN, longest) + 2);
  }
  return widths;
}

function spanWidth(widths: readonly number[], cell: GridCell): number {
  const inner = widths.slice(cell.column - 1, cell.column - 1 + cell.columnSpan);
  return inner.reduce((sum, width) => sum + width + 1, -1) - 2;
}

function rowHeights(grid: Grid, wrapped: readonly { cell: GridCell; lines: readonly string[] }[]): number[] {
  const heights = new Array<number>(grid.height).fill(1);
  for (const { cell, lines } of [...wrapped].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const spanned = heights
      .slice(cell.row - 1, cell.row - 1 + cell.rowSpan)
      .reduce((sum, height) => sum + height + 1, -1);
    if (lines.length > spanned) heights[cell.row - 2 + cell.rowSpan]! += lines.length - spanned;
  }
  return heights;
}

function offsets(sizes: readonly number[]): number[] {
  const result = [0];
  for (const size of sizes) result.push(result.at(-1)! + size + 1);
  return result;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of text.replaceAll("\u00a0", "·").split("\n")) {
    let line = "";
    for (const character of part) {
      if (line !== "" && displayWidth(line + character) > Math.max(2, width)) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
    lines.push(line);
  }
  return lines;
}

function write(row: string[], x: number, text: string): void {
  for (const character of text) {
    row[x] = character;
    x += 1;
    if (isWide(character)) row[x++] = "";
  }
}
