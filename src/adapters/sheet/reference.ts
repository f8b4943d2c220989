import type { Range } from "./sheet.ts";

/**
 * The last row and column that a sheet can have in Excel since 2007 (ISO 29500-1 18.18.63 leaves the limit to the
 * program).
 */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;
export const wholeSheet: Range = { top: 1, left: 1, bottom: lastRow, right: lastColumn };

/** `B15` → row 15, column 2; null for anything that is not a cell of a sheet. */
export function cellAt(reference: string): { readonly row: number; readonly column: number } | null {
  let at = Number(reference.startsWith("$"));
  let [column, row] = [0, 0];
  const first = at;
  for (; at - first < 3 && isLetter(reference.charCodeAt(at)); at++)
    column = column * 26 + (reference.charCodeAt(at) & 0x1f);
  if (column === 0 || column > lastColumn) return null;
  if (reference.charCodeAt(at) === dollar) at++;
  const digits = at;
  for (; at - digits < 7 && isDigit(reference.charCodeAt(at)); at++)
    row = row * 10 + reference.charCodeAt(at) - zero;
  return at === reference.length && row >= 1 && row <= lastRow ? { row, column } : null;
}

const [dollar, zero] = [0x24, 0x30];
const isDigit = (code: number): boolean => code >= zero && code <= 0x39;
/** Letters of either case; the lower five bits of their codes count them from 1. */
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** `A1:J1`, or one cell; also whole columns `A:C` and rows `1:3`. */
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

/** Completes a reference that leaves out its row or column with `open`: the first or the last there is. */
function edgeAt(reference: string, open: number): { readonly row: number; readonly column: number } | null {
  if (/^\$?[A-Z]{1,3}$/i.test(reference)) return cellAt(reference + Math.min(open, lastRow));
  return /^\$?\d{1,7}$/.test(reference)
    ? cellAt(`${open === 1 ? "A" : "XFD"}${reference.replace("$", "")}`)
    : null;
}
