import type { FormBlock, PlacedCell, TableBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";
import { displayWidth, wrap } from "./width.ts";

export interface AlignedOptions {
  /** Page numbers such as `- 4 -` between rows, one after so many lines. */
  readonly linesPerPage?: number;
  readonly pageMark?: "dashes" | "long-dashes";
  /** Columns that a Chinese character takes: 2 on a terminal, 1 as poppler counts. */
  readonly chineseWidth?: 1 | 2;
  /** Form feed at a page's end, as poppler writes it. */
  readonly formFeed?: boolean;
}

/**
 * Columns aligned with spaces as `pdftotext -layout` prints a page: no lines, wrapped labels, the value on the middle
 * line of its row, the text of a merged cell in the middle of its region.
 */
export function aligned(blocks: readonly FormBlock[], options: AlignedOptions = {}): string {
  const pages = { line: 0, number: 1 };
  const out: string[] = [];
  const put = (lines: readonly string[]): void => {
    out.push(...lines);
    pages.line += lines.length;
    if (options.linesPerPage === undefined || pages.line < options.linesPerPage) return;
    const mark = options.pageMark === "long-dashes" ? `— ${pages.number} —` : `- ${pages.number} -`;
    out.push("", " ".repeat(46) + mark, ...(options.formFeed ? ["\f"] : [""]));
    pages.line = 0;
    pages.number += 1;
  };
  for (const block of blocks) {
    if (block.kind === "table") {
      for (const row of drawn(block, widths(options))) put(row);
      put([""]);
    } else {
      const centred = block.kind === "heading" && block.level === 0;
      const indented = block.kind === "paragraph" ? `    ${block.text}` : block.text;
      const lines = wrap(indented, pageWidth);
      put(
        centred
          ? lines.map(
              (line) => " ".repeat(Math.max(0, Math.floor((pageWidth - displayWidth(line)) / 2))) + line,
            )
          : lines,
      );
    }
  }
  return `${out.join("\n").replaceAll("\f\n", "\f").replace(/\n+$/, "")}\n`;
}

const pageWidth = 96;

type WidthOf = (text: string) => number;

function widths({ chineseWidth = 2 }: AlignedOptions): WidthOf {
  return chineseWidth === 2 ? displayWidth : (text) => [...text].length;
}

/** The lines of each row. */
function drawn(table: TableBlock, widthOf: WidthOf): string[][] {
  const grid = placeCells(table);
  const widths = columnWidths(grid, table, widthOf);
  const starts = widths.map(
    (_, column) => 2 + widths.slice(0, column).reduce((sum, width) => sum + width + 2, 0),
  );
  const inner = (cell: PlacedCell): number => {
    const last = cell.column + cell.colSpan - 1;
    return starts[last]! + widths[last]! - starts[cell.column]!;
  };
  const cells = [...new Set(grid.flat())];
  const texts = new Map(cells.map((cell) => [cell, wrap(cell.text, inner(cell), widthOf)] as const));
  const heights = grid.map((row) =>
    Math.max(1, ...row.filter((cell) => cell.rowSpan === 1).map((cell) => texts.get(cell)!.length)),
  );
  for (const cell of cells) {
    const have = total(heights.slice(cell.row, cell.row + cell.rowSpan));
    heights[cell.row + cell.rowSpan - 1]! += Math.max(0, texts.get(cell)!.length - have);
  }
  const canvas = Array.from({ length: total(heights) }, () => [] as [column: number, text: string][]);
  for (const cell of cells) {
    const lines = texts.get(cell)!;
    const top = total(heights.slice(0, cell.row));
    const spare = total(heights.slice(cell.row, cell.row + cell.rowSpan)) - lines.length;
    lines.forEach((line, index) => {
      const text = line.trim();
      const shift = cell.role === "label" ? 0 : Math.floor((inner(cell) - widthOf(text)) / 2);
      if (text !== "")
        canvas[top + Math.floor(spare / 2) + index]!.push([starts[cell.column]! + shift, text]);
    });
  }
  const lines = canvas.map((pieces) => {
    let text = "";
    for (const [column, piece] of pieces.sort(([left], [right]) => left - right))
      text += " ".repeat(Math.max(1, column - widthOf(text))) + piece;
    return text;
  });
  return heights.map((height, row) =>
    lines.slice(total(heights.slice(0, row)), total(heights.slice(0, row)) + height),
  );
}

/** Label columns narrow enough to wrap as on a printed page, value columns as wide as their values. */
function columnWidths(grid: readonly PlacedCell[][], { id, width }: TableBlock, widthOf: WidthOf): number[] {
  const limits = id === "applications" ? [10, 10, 26] : id === "reviewAndLitigation" ? [] : [24];
  const widths = new Array<number>(width).fill(4);
  for (const cell of new Set(grid.flat())) {
    if (cell.colSpan > 1) continue;
    const limit =
      cell.role === "value" ? Infinity : (limits[cell.column] ?? (id === "proactiveDisclosure" ? 18 : 8));
    const longest = Math.max(...wrap(cell.text, limit, widthOf).map(widthOf));
    widths[cell.column] = Math.max(widths[cell.column]!, longest);
  }
  return widths;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
