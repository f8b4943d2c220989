import type { Block, Grid, Token } from "../model/index.ts";
import { aligned } from "./layouts/aligned.ts";
import { paddedCells } from "./layouts/padded-cells.ts";
import { leadingTab } from "./layouts/leading-tab.ts";
import { pandocGrid } from "./layouts/pandoc-grid.ts";
import { pandocRuled } from "./layouts/pandoc-ruled.ts";
import { pipeCells } from "./layouts/pipe-cells.ts";
import { pipe } from "./layouts/pipe.ts";
import { spanned } from "./layouts/spanned.ts";
import { tabbed } from "./layouts/tabbed.ts";
import { joinSideTables } from "./side-tables.ts";
import { partNotes } from "./notes.ts";
import { unescapeMarkdown, type Layout } from "./layout.ts";

/** Every cell layout. They are tried in this order at each token: explicit marks come before guesses from spacing. */
export const layouts: readonly Layout[] = [
  spanned, // the format itself delimits cells
  pandocGrid, // +---+---+
  pipeCells, // a pipe alone, then a | and b | on lines of their own
  paddedCells, // a | and b | on lines of their own, then || at the end of the row
  pipe, // | a | b |
  leadingTab, // one cell a line, each after a tab
  tabbed, // one row a line, tabs between
  pandocRuled, // columns under runs of dashes
  aligned, // columns by spaces alone, last because anything may look like it
];

/**
 * Rebuilds the tables of a token stream. Tokens that no layout claims become line blocks, in order, so that nothing is
 * lost. Text with one cell a line and no tabs, and page text whose borders are gone, stay lines, because only the
 * form's labels tell their cells apart.
 */
export function rebuild(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  const written = tokens.every((token) => token.kind === "line"); // plain text, Markdown perhaps
  let table = 0;
  let index = 0;
  while (index < tokens.length) {
    const found = claim(tokens, index, table + 1);
    if (found) {
      if (found.grid.cells.length > 0) {
        blocks.push(...gridAndNotes(found.grid));
        table += 1;
      }
      index = found.next;
      continue;
    }
    const token = tokens[index++]!;
    if (token.kind !== "line") continue;
    const { heading, linked, at } = token;
    const text = written ? unescapeMarkdown(token.text) : token.text;
    const line: Block =
      heading === undefined ? { kind: "line", text, at } : { kind: "line", text, heading, at };
    blocks.push(linked === undefined ? line : { ...line, linked });
  }
  return joinSideTables(blocks);
}

function gridAndNotes(printed: Grid): readonly Block[] {
  const { grid, notes } = partNotes(printed);
  const lines = notes.flatMap(({ text, at }) => text.split("\n").map((line) => ({ text: line, at })));
  return [{ kind: "grid", grid }, ...lines.map((line): Block => ({ kind: "line", ...line }))];
}

function claim(tokens: readonly Token[], index: number, table: number) {
  for (const layout of layouts) {
    const found = layout.claim(tokens, index, table);
    if (found && found.next > index) return found;
  }
  return null;
}
