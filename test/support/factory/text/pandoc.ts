import type { FormBlock, PlacedCell, TableBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";
import { joined, oneLine } from "./lines.ts";
import { hashHeading } from "./markdown.ts";
import { displayWidth, padEnd, wrap } from "./width.ts";

export interface PandocOptions {
  /** Rule the header rows off; otherwise the table has none. */
  readonly header?: boolean;
  /** pandoc's markdown marks headings with `#`, escapes, and spells quotes and dashes in ASCII; its plain writer does not. */
  readonly writer?: "markdown" | "plain";
  /** Widest a column may be before its text wraps, in display columns (multiline and grid tables). */
  readonly columnWidth?: number;
}

/** Grid tables with merged regions, as pandoc writes them since spans reached its writers. */
export function pandocGrid(blocks: readonly FormBlock[], options: PandocOptions = {}): string {
  return written(blocks, options, (table) => gridTable(table, options));
}

function gridTable(table: TableBlock, { header = true, columnWidth = 24 }: PandocOptions): string[] {
  const grid = placeCells(table);
  const widths = columnWidths(grid, table.width, columnWidth);
  const inner = (cell: PlacedCell): number =>
    sum(widths.slice(cell.column, cell.column + cell.colSpan)) + 3 * (cell.colSpan - 1);
  const texts = new Map(grid.flat().map((cell) => [cell, wrap(cell.text.trim(), inner(cell))] as const));
  const heights = rowHeights(grid, texts);
  const lines: string[] = [];
  const borderAbove = (row: number): string => {
    const rule = header && row === table.headerRows ? "=" : "-";
    const drawn =
      grid[row]?.map((cell, column) => row === 0 || grid[row - 1]![column] !== cell) ??
      widths.map(() => true);
    let text = "";
    for (let column = 0; column <= table.width; column += 1) {
      const left = column > 0 && drawn[column - 1];
      const right = column < table.width && drawn[column];
      const up =
        row > 0 &&
        (column === 0 || column === table.width || grid[row - 1]![column - 1] !== grid[row - 1]![column]);
      const down =
        row < grid.length &&
        (column === 0 || column === table.width || grid[row]![column - 1] !== grid[row]![column]);
      text += (left || right) && (up || down) ? "+" : left || right ? rule : up || down ? "|" : " ";
      if (column === table.width) break;
      if (right) {
        text += rule.repeat(widths[column]! + 2);
      } else {
        // The line of a cell merged downwards runs beside this border; its text goes through.
        const cell = grid[row]![column]!;
        const line = sum(heights.slice(cell.row, row)) + (row - cell.row) - 1;
        text += ` ${padEnd(texts.get(cell)![line] ?? "", inner(cell))} `;
        column = cell.column + cell.colSpan - 1;
      }
    }
    return text;
  };
  grid.forEach((row, at) => {
    lines.push(borderAbove(at));
    for (let line = 0; line < heights[at]!; line += 1) {
      const cells = row
        .filter((cell, column) => cell.column === column)
        .map((cell) => {
          const above = sum(heights.slice(cell.row, at)) + (at - cell.row);
          return ` ${padEnd(texts.get(cell)![above + line] ?? "", inner(cell))} `;
        });
      lines.push(`|${cells.join("|")}|`);
    }
  });
  return [...lines, borderAbove(grid.length), ""];
}

/** Simple tables: one line a row between rules of dashes; pandoc drops merges and keeps every column. */
export function pandocSimple(blocks: readonly FormBlock[], options: PandocOptions = {}): string {
  return written(blocks, options, (table) => {
    const cells = flatCells(table);
    const widths = cells[0]!.map(
      (_, column) => Math.max(...cells.map((row) => displayWidth(row[column]!))) + 2,
    );
    const rule = `  ${widths.map((width) => "-".repeat(width)).join(" ")}`;
    const rows = cells.map((row) => ruledLine(row, widths));
    return options.header === false ? [rule, ...rows, rule, ""] : [rows[0]!, rule, ...rows.slice(1), ""];
  });
}

/** Multiline tables: wrapped cells, a blank line between rows. */
export function pandocMultiline(blocks: readonly FormBlock[], options: PandocOptions = {}): string {
  return written(blocks, options, (table) => {
    const cells = flatCells(table, "\n");
    const limit = options.columnWidth ?? 20;
    const widths = cells[0]!.map(
      (_, column) => Math.max(...cells.flatMap((row) => wrap(row[column]!, limit).map(displayWidth))) + 2,
    );
    const rule = `  ${widths.map((width) => "-".repeat(width)).join(" ")}`;
    const edge = `  ${"-".repeat(displayWidth(rule) - 2)}`;
    const rows = cells.map((row) => {
      const wrapped = row.map((text) => wrap(text, limit));
      const height = Math.max(...wrapped.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) =>
        ruledLine(
          wrapped.map((lines) => lines[line] ?? ""),
          widths,
        ),
      );
    });
    const between = (list: string[][]): string[] =>
      list.flatMap((lines, index) => (index === 0 ? lines : ["", ...lines]));
    if (options.header === false) return [rule, ...between(rows), rule, ""];
    return [edge, ...rows[0]!, rule, ...between(rows.slice(1)), edge, ""];
  });
}

function written(
  blocks: readonly FormBlock[],
  { writer = "plain" }: PandocOptions,
  table: (block: TableBlock) => string[],
): string {
  if (writer === "plain") return joined(blocks, (block) => ["", ...table(block)]);
  const spelled = blocks.map((block): FormBlock =>
    block.kind === "table"
      ? {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: asMarkdown(cell.text) }))),
        }
      : { ...block, text: asMarkdown(block.text) },
  );
  return joined(spelled, (block) => ["", ...table(block)], hashHeading);
}

/** As pandoc's markdown writer does with the extension `smart`, its default. */
function asMarkdown(text: string): string {
  return text
    .replace(/["|*_`<>[\]\\^~$@]/g, "\\$&")
    .replace(/[“”]/g, '"')
    .replaceAll("—", "---")
    .replaceAll("…", "...")
    .replace(/^([-+]|#+)$/, "\\$1")
    .replace(/^(\d+)\. /, "$1\\. ");
}

function flatCells(table: TableBlock, lineBreak = " "): string[][] {
  return placeCells(table).map((row, at) =>
    row.map((cell, column) =>
      cell.row === at && cell.column === column ? oneLine(cell.text, lineBreak).trim() : "",
    ),
  );
}

function ruledLine(cells: readonly string[], widths: readonly number[]): string {
  const last = cells.length - 1;
  return `  ${cells.map((text, column) => (column === last ? text : padEnd(text, widths[column]!))).join(" ")}`;
}

function columnWidths(grid: readonly PlacedCell[][], width: number, limit: number): number[] {
  const widths = new Array<number>(width).fill(4);
  for (const cell of grid.flat()) {
    if (cell.colSpan > 1) continue;
    const longest = Math.max(...wrap(cell.text, limit).map(displayWidth));
    widths[cell.column] = Math.max(widths[cell.column]!, longest);
  }
  return widths;
}

function rowHeights(
  grid: readonly PlacedCell[][],
  texts: ReadonlyMap<PlacedCell, readonly string[]>,
): number[] {
  const heights = grid.map((row) =>
    Math.max(1, ...row.filter((cell) => cell.rowSpan === 1).map((cell) => texts.get(cell)!.length)),
  );
  for (const cell of new Set(grid.flat())) {
    const have = sum(heights.slice(cell.row, cell.row + cell.rowSpan)) + cell.rowSpan - 1;
    const last = cell.row + cell.rowSpan - 1;
    heights[last]! += Math.max(0, texts.get(cell)!.length - have);
  }
  return heights;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
