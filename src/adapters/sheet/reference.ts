import type { Range } from "./sheet.ts";

/** The last row and column a sheet can have (ISO 29500-1 18.18.63 leaves it to the program; Excel since 2007). */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** `B15` → row 15, column 2; null for what is no cell of a sheet. */
export function cellAt(reference: string): { readonly row: number; readonly column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (match === null) return null;
  const column = [...match[1]!.toUpperCase()].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  const row = Number(match[2]);
  return row >= 1 && row <= lastRow && column <= lastColumn ? { row, column } : null;
}

/** `A1:J1`, or one cell; whole columns `A:C` and rows `1:3` too. */
export function rangeAt(reference: string): Range | null {
  const [from = "", to = from] = reference.split(":");
  const first = cellAt(from) ?? edgeAt(from, 1);
  const last = cellAt(to) ?? edgeAt(to, Number.POSITIVE_INFINITY);
  if (first === null || last === null) return null;
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  };
}

/** A reference that leaves out its row or column: the first, or the last, there is. */
function edgeAt(reference: string, open: number): { readonly row: number; readonly column: number } | null {
  if (/^\$?[A-Z]{1,3}$/i.test(reference)) return cellAt(reference + Math.min(open, lastRow));
  return /^\$?\d{1,7}$/.test(reference)
    ? cellAt(`${open === 1 ? "A" : "XFD"}${reference.replace("$", "")}`)
    : null;
}
