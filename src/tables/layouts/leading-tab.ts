import { isNumber } from "../../printed/numbers.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import { isBlank, lineAt, MAXIMUM_TABLE_ROWS, type Layout } from "../layout.ts";
import type { RawCell } from "../grid.ts";
import { withinColumns } from "../longest.ts";
import { spreadRows } from "../spread.ts";

/**
 * The layout of Word's text export and of the founding report: a tab starts a cell, a line without a tab continues it,
 * and a blank line ends a row. Horizontal merges vanish; a vertical merge leaves an empty cell in each row below.
 */
export const leadingTab: Layout = {
  id: "leading-tab",
  description: "one cell a line after a leading tab, a blank line after each row",
  claim(tokens, index, table) {
    const first = lineAt(tokens, index);
    if (!first || !isCellLine(first.text)) return null;
    const rows: RawCell[][] = [];
    let row: RawCell[] = [];
    let next = index;
    let end = index;
    for (; next < tokens.length; next++) {
      const line = lineAt(tokens, next);
      if (!line || rows.length === MAXIMUM_TABLE_ROWS) break;
      if (isCellLine(line.text)) {
        row.push({ text: line.text.slice(1).trimEnd(), at: line.at });
        end = next + 1;
      } else if (line.text.includes("\t")) {
        return null; // tabs inside a line: one row a line
      } else if (isBlank(line.text)) {
        if (row.length > 0) rows.push(row);
        row = [];
      } else if (isPageNumber(line.text)) {
        continue;
      } else {
        const last = row.at(-1);
        if (!last || ends(last.text, line.text)) break;
        row[row.length - 1] = { ...last, text: `${last.text}\n${line.text.trimEnd()}` };
        end = next + 1;
      }
    }
    if (row.length > 0) rows.push(row);
    if (rows.length === 1 && rows[0]!.length < 2) return null; // an indented paragraph
    return { grid: spreadRows("leading-tab", table, withinColumns(rows), first.at), next: end };
  },
};

function isCellLine(text: string): boolean {
  return text.startsWith("\t") && !text.includes("\t", 1);
}

/** Prose right under a number does not continue it: the blank line after the last row was lost. */
function ends(cell: string, line: string): boolean {
  return isNumber(cell) && !/^[\d.,，件条次个人篇项起宗元万（(]/u.test(line.trim());
}
