import type { FormBlock, TableBlock } from "../blocks.ts";
import { joined, oneLine } from "./lines.ts";

/**
 * The text of a web page as extractors of articles keep it: a pipe closes each cell, what merged cells cover is gone, and
 * a row that has become too short ends in a further pipe for each cell it lacks: `行政许可 | 11 | ||`.
 */
export function pageTextRows(blocks: readonly FormBlock[]): string {
  return joined(blocks, (table) =>
    table.rows.map((row) => {
      const cells = row.map(({ text }) => `${oneLine(text, " ").trim()} |`.trim()).join(" ");
      return cells + padding(row, table);
    }),
  );
}

/** The same of pages whose cells hold paragraphs: each stands on a line of its own, and a pipe alone begins a row. */
export function pageTextCells(blocks: readonly FormBlock[]): string {
  return joined(blocks, (table) =>
    table.rows.flatMap((row) => [
      "|",
      ...row.map(({ text }, at) => {
        const cell = `${oneLine(text, " ").trim()} |`.trim();
        return at === row.length - 1 ? cell + padding(row, table) : cell;
      }),
    ]),
  );
}

function padding(row: TableBlock["rows"][number], { width }: TableBlock): string {
  return row.length < width ? ` ${"|".repeat(width - row.length)}` : "";
}
