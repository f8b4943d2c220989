import type { Block } from "../model/index.ts";
import { MAXIMUM_ROWS, type FormRow, type Header } from "./form-row.ts";
import { gridToRows } from "./grid-rows.ts";
import { linesToRows } from "./lines.ts";

/** All rows of a document that have values, in order; the first `MAXIMUM_ROWS` of a document that has more. */
export function formRows(blocks: readonly Block[]): readonly FormRow[] {
  const rows: FormRow[] = [];
  const state = { context: "" };
  let previousHeaders: { width: number; headers: readonly Header[]; block: number } | null = null;
  for (const [index, block] of blocks.entries()) {
    if (rows.length >= MAXIMUM_ROWS) break;
    if (block.kind === "line") {
      linesToRows(block, index, state, rows);
      continue;
    }
    const follows = previousHeaders !== null && onlyBlankLines(blocks, previousHeaders.block + 1, index);
    // Of columns made by spaces, as many need not be the same ones.
    const foreign =
      follows && (previousHeaders!.width !== block.grid.width || block.grid.layout === "aligned");
    const inherited =
      follows && (!foreign || block.grid.layout === "aligned")
        ? previousHeaders!.headers.map((header) => ({ ...header, foreign }))
        : [];
    const headers = gridToRows(block.grid, index, inherited, state, rows);
    previousHeaders = { width: block.grid.width, headers, block: index };
  }
  return rows;
}

function onlyBlankLines(blocks: readonly Block[], from: number, to: number): boolean {
  return blocks
    .slice(from, to)
    .every((block) => block.kind === "line" && (block.text.trim() === "" || isPageNumber(block.text)));
}

/** `- 4 -` between the pages of a table. */
function isPageNumber(text: string): boolean {
  return /^[-—–－―‐\s]*\d{1,4}[-—–－―‐\s]*$/u.test(text.trim());
}
