import { placeCells } from "./blocks.ts";
import type { FormBlock, TableBlock } from "./blocks.ts";
import type { FormCell } from "./forms.ts";

/**
 * The same report with its long table (table 3, an indicator list) in two, cut above body row `at` (from 1): the second part repeats the header, and a
 * merged cell that the cut goes through begins anew with its text repeated or empty.
 */
export function splitLongTable(
  blocks: readonly FormBlock[],
  at: number,
  group: "repeated" | "empty" = "repeated",
): FormBlock[] {
  return blocks.flatMap((block) =>
    block.kind === "table" && block.rows.length > 20
      ? splitTable(block, block.headerRows + at - 1, group)
      : [block],
  );
}

function splitTable(table: TableBlock, cut: number, group: "repeated" | "empty"): TableBlock[] {
  if (cut <= table.headerRows || cut >= table.rows.length)
    throw new RangeError(`no body row boundary at ${cut}`);
  const grid = placeCells(table);
  const part = (from: number, to: number): FormCell[][] =>
    grid.slice(from, to).map((row, index) =>
      row
        .filter((cell, column) => cell.column === column && (cell.row === from + index || index === 0))
        .map((cell) => {
          const { text, role, colSpan, path } = cell;
          const rowSpan = Math.min(cell.row + cell.rowSpan, to) - (from + index);
          const kept = cell.row === from + index || group === "repeated" ? text : "";
          return path === undefined
            ? { text: kept, role, rowSpan, colSpan }
            : { text: kept, role, rowSpan, colSpan, path };
        }),
    );
  return [
    { ...table, rows: part(0, cut) },
    { ...table, rows: [...part(0, table.headerRows), ...part(cut, table.rows.length)] },
  ];
}
