import { layOut, placeCells } from "../../test/support/factory/index.ts";
import type { PlacedCell, ReportTruth } from "../../test/support/factory/index.ts";

/**
 * A cell of a report and every label that identifies it: those of its row, outermost first, and those of its column.
 */
export interface Wanted {
  readonly path: string;
  readonly text: string;
  readonly labels: readonly string[];
}

export function wantedCells(truth: ReportTruth): Wanted[] {
  return layOut(truth).flatMap((block) => {
    if (block.kind !== "table") return [];
    const grid = placeCells(block);
    return grid.flatMap((row, at) =>
      row.flatMap((cell, column): Wanted[] => {
        if (cell.path === undefined || cell.column !== column) return [];
        const left = row.filter(({ role }) => role === "label" || role === "group");
        const labels = [...new Set([...left, ...headersAbove(grid, at, column)])].map(({ text }) =>
          label(text),
        );
        return [{ path: cell.path, text: normal(cell.text), labels }];
      }),
    );
  });
}

/** The headers above a cell, up to the caption of the block or to the top. */
function headersAbove(grid: readonly (readonly PlacedCell[])[], from: number, column: number): PlacedCell[] {
  const above: PlacedCell[] = [];
  for (let at = from - 1; at >= 0 && grid[at]![column]!.role !== "caption"; at -= 1) {
    const cell = grid[at]![column]!;
    if (cell.role === "header") above.push(cell);
  }
  return above;
}

/** A rectangle of text; a merged cell's text stands at every position it covers. */
export type Rectangle = readonly (readonly string[])[];

/** How many of the cells stand in some table with all their labels to the left or above. Numbers are unique. */
export function underLabels(tables: readonly Rectangle[], wanted: readonly Wanted[]): number {
  return wanted.filter(({ text, labels }) =>
    tables.some((table) =>
      table.some((row, at) =>
        row.some((cell, column) => {
          if (normal(cell) !== text) return false;
          const above = table.slice(0, at).map((higher) => higher[column] ?? "");
          const around = new Set([...row.slice(0, column), ...above].map(label));
          return labels.every((one) => around.has(one));
        }),
      ),
    ),
  ).length;
}

/** How many of the numbers stand anywhere, with or without a place. */
export function anywhere(text: string, wanted: readonly Wanted[]): number {
  const numbers = new Set(text.normalize("NFKC").match(/\d+(?:\.\d+)?/g) ?? []);
  return wanted.filter(({ text: number }) => numbers.has(number)).length;
}

/**
 * For readers that do not know merged cells: a blank takes the text above it, or in rows without numbers the text to
 * its left.
 */
export function fillBlanks(table: Rectangle): Rectangle {
  const filled: string[][] = [];
  table.forEach((row, at) => {
    const header = !row.some((cell) => /^\s*\d+(?:\.\d+)?\s*$/.test(cell));
    filled.push([]);
    row.forEach((cell, column) => {
      const from = header ? filled[at]![column - 1] : filled[at - 1]?.[column];
      filled[at]!.push(cell.trim() === "" ? (from ?? "") : cell);
    });
  });
  return filled;
}

/** The label without its enumerator: a reader that makes a list item of the enumerator still has the label. */
function label(text: string): string {
  return normal(text).replace(/^(?:[一二三四]、|\([一二三四五六七]\)|\d[.、])/, "");
}

/**
 * Printed PDFs hold compatibility characters (⼯ for 工), and white space belongs to the layout: no reader is marked
 * down for either.
 */
function normal(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
