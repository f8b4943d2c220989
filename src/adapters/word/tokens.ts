import type { Finding, Limits, Place, Token } from "../../model/index.ts";
import { isValue } from "../../printed/numbers.ts";
import type { Item, WordParagraph, WordTable } from "./items/items.ts";
import { tooLarge } from "../refusal.ts";
import { covering } from "./items/covering.ts";
import { mergeCells } from "./tables/regions.ts";
import type { WordRegion } from "./tables/regions.ts";
import { finding } from "../../findings/finding.ts";

/**
 * Turns items into tokens in reading order. A nested table follows the table that holds it; a table of one column that
 * only lays out other tables is replaced by its content. There is no recursion, because the document chooses the depth.
 */
export function writeTokens(
  items: readonly Item[],
  limits: Limits,
): { tokens: Token[]; diagnostics: Finding[] } {
  const tokens: Token[] = [];
  const diagnostics: Finding[] = [];
  const pending: { items: readonly Item[]; next: number }[] = [{ items, next: 0 }];
  const over = covering();
  let tables = 0;
  let cells = 0;

  const writeTable = (table: WordTable): readonly Item[] => {
    const merged = mergeCells(table);
    cells += merged.width * table.rows.length;
    if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
    const number = ++tables;
    const at: Place = { table: number };
    over.table(table, number);
    const nested: Item[] = [];
    if (merged.clamped) diagnostics.push(finding("span-clamped", { at }));
    tokens.push({ kind: "table-start", at });
    merged.rows.forEach((regions, index) => {
      tokens.push({ kind: "row", at: { table: number, row: index + 1 } });
      for (const region of regions) {
        const place = { table: number, row: region.row, column: region.column };
        if (region.joined) diagnostics.push(finding("merged-cell-text", { at: place }));
        tokens.push(cellToken(region, place));
        for (const item of region.items) if (item.kind === "table") nested.push(item);
      }
    });
    tokens.push({ kind: "table-end", at });
    return nested;
  };

  for (let top = pending.pop(); top !== undefined; top = pending.pop()) {
    while (top.next < top.items.length) {
      const item: Item = top.items[top.next++]!;
      if (item.kind === "paragraph") {
        tokens.push(lineToken(item));
        over.line(item.text, item.covers);
      } else {
        const inner: readonly Item[] = isLayout(item)
          ? item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.items))
          : writeTable(item);
        if (inner.length === 0) continue;
        pending.push(top);
        top = { items: inner, next: 0 };
      }
    }
  }
  for (const table of over.covered)
    diagnostics.push(finding("covered-table", { at: { table }, args: { count: 1 } }));
  return { tokens, diagnostics };
}

function lineToken({ text, heading }: WordParagraph): Token {
  return { kind: "line", text, ...(heading === undefined ? {} : { heading }), at: {} };
}

/**
 * True for a table with one cell in each row and a table inside: it is a frame around its content, as in web pages
 * pasted into Word.
 */
function isLayout(table: WordTable): boolean {
  return (
    table.rows.every((row) => row.cells.length <= 1) &&
    table.rows.some((row) => row.cells.some((cell) => cell.items.some((item) => item.kind === "table")))
  );
}

function cellToken(region: WordRegion, at: Place): Token {
  const { rowSpan, colSpan, items, column } = region;
  const paragraphs = items.filter((item) => item.kind === "paragraph");
  // The format demands a paragraph after a nested table (ISO 29500-1 17.4.65); if it is empty, it means nothing.
  const last = items.length - 1;
  if (items[last - 1]?.kind === "table" && paragraphs.at(-1)?.text === "") paragraphs.pop();
  const seen = paragraphs.map((paragraph) => paragraph.text).join("\n");
  const whole = paragraphs.map((paragraph) => paragraph.whole ?? paragraph.text).join("\n");
  // A label is read as it is seen. A value that holds invisible digits is given with them, and with its doubt, so that
  // a person can check it.
  const text = /\p{L}/u.test(whole) ? seen : whole;
  const reason =
    paragraphs.find((paragraph) => paragraph.doubt !== undefined)?.doubt ?? unreadPart(region, text);
  if (reason === undefined) return { kind: "cell", text, rowSpan, colSpan, column, at };
  return { kind: "cell", text, rowSpan, colSpan, doubt: { kind: "unreadable", reason }, column, at };
}

/**
 * Why a cell may show more than its text: a picture or a table in place of a number is not a blank, and a picture
 * beside digits may be one of them.
 */
function unreadPart({ picture, items, joined }: WordRegion, text: string): string | undefined {
  const blank = text.trim() === "";
  // Not every program shows the text of a cell that is covered by a merge.
  if (joined && !/\p{L}/u.test(text)) return "merged-cell";
  if (picture !== "none" && isValue(text)) return "picture";
  return (blank || isValue(text)) && items.some((item) => item.kind === "table") ? "inner-table" : undefined;
}
