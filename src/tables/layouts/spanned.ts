import type { CellToken } from "../../model/index.ts";
import { makeGrid, type PlacedCell } from "../grid.ts";
import type { Layout } from "../layout.ts";

/** Cells with the spans that the format gives. Where rows do not add up, the gaps become empty cells. */
export const spanned: Layout = {
  id: "spanned",
  description: "cells and spans given by the format (DOCX, HTML, PDF)",
  claim(tokens, index, table) {
    const start = tokens[index];
    if (start?.kind !== "table-start") return null;
    const placed: PlacedCell[] = [];
    const taken = new Set<number>();
    let row = 0;
    let column = 1;
    let next = index + 1;
    for (; next < tokens.length; next++) {
      const token = tokens[next]!;
      if (token.kind === "table-end") {
        next += 1;
        break;
      }
      if (token.kind === "table-start") break;
      if (token.kind === "row") {
        row += 1;
        column = 1;
      }
      if (token.kind !== "cell" || row === 0) continue;
      if (token.column !== undefined && token.column >= column) column = token.column;
      const cell = place(token, row, column, taken);
      placed.push(cell);
      column = cell.column + cell.columnSpan;
    }
    return { grid: makeGrid("spanned", start.at.table ?? table, placed, start.at), next }; // the adapter's own count, which its findings name
  },
};

/** The next free slot at or after `column`; a span stops where another cell's region begins, so that regions never overlap. */
function place(token: CellToken, row: number, column: number, taken: Set<number>): PlacedCell {
  const key = (r: number, c: number) => r * 65536 + c;
  while (taken.has(key(row, column))) column += 1;
  let columnSpan = 1;
  while (columnSpan < token.colSpan && !taken.has(key(row, column + columnSpan))) columnSpan += 1;
  for (let r = row; r < row + token.rowSpan; r++) {
    for (let c = column; c < column + columnSpan; c++) taken.add(key(r, c));
  }
  const { text, at, rowSpan, doubt } = token;
  return { text, at, row, column, rowSpan, columnSpan, ...(doubt ? { doubt } : {}) };
}
