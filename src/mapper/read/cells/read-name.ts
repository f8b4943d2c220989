import { isOpenListRow } from "../../../arithmetic/open-rows.ts";
import { CODE_KEY, NAME_KEY } from "../../../arithmetic/name-key.ts";
import { cellPointer, codeColumn, nameColumn } from "../../../arithmetic/paths.ts";
import type { TableTemplate } from "../../../model/index.ts";
import type { RowFit } from "../../match/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { readCell, type ReadCell } from "./read-cell.ts";

const DIGITS = /^\s*\d+\s*$/u;

/**
 * What a row of a list is called, as printed; a number that counts the rows is no part of it. Null for a row that is none
 * of a list, or has no name.
 */
export function readName(
  table: TableTemplate,
  { names = [] }: FormRow,
  rowFit: RowFit,
): (ReadCell & { readonly pointer: string }) | null {
  const { row, block } = rowFit.known;
  if (!isOpenListRow(block.block, row)) return null;
  const filled = names.filter(({ text }) => text.trim() !== "");
  const words = filled.filter(({ text }) => !DIGITS.test(text));
  const own = words.length > 0 ? words : filled.slice(-1);
  const first = own.find(({ doubt }) => doubt) ?? own.at(-1);
  if (!first) return null;
  const pointer = cellPointer(table, row.key, NAME_KEY);
  const column = { column: nameColumn(block.block), label: [], group: [] };
  const name = { ...first, text: own.map(({ text }) => text.trim()).join(" / ") };
  return { pointer, ...readCell(pointer, column, rowFit, name, { infer: false, sumsHold: false }) };
}

/** Headings of what numbers the rows. */
const NUMBERING = /^(?:序号|[行栏]次|行号|编号)$/u;

/**
 * The code left of the name of a row in a list, its parts in several columns (类 | 款 | 项) with spaces between; null where
 * the row has none, or its list keeps none. A number alone is the name, and what stands under 序号 counts the rows.
 */
export function readCode(
  table: TableTemplate,
  { names = [], headers }: FormRow,
  rowFit: RowFit,
): (ReadCell & { readonly pointer: string }) | null {
  const { row, block } = rowFit.known;
  if (block.block.open?.code === undefined || !isOpenListRow(block.block, row)) return null;
  const filled = names.filter(({ text }) => text.trim() !== "");
  const isNumbering = (at: number) =>
    headers[0]?.columns.some(({ column, leaf }) => column === at && NUMBERING.test(leaf)) === true;
  const parts = filled.filter(({ text, column = 0 }) => DIGITS.test(text) && !isNumbering(column));
  const first = parts.find(({ doubt }) => doubt) ?? parts.at(-1);
  if (!first || filled.every(({ text }) => DIGITS.test(text))) return null;
  const pointer = cellPointer(table, row.key, CODE_KEY);
  const column = { column: codeColumn(block.block), label: [], group: [] };
  const code = { ...first, text: parts.map(({ text }) => text.trim()).join(" ") };
  return { pointer, ...readCell(pointer, column, rowFit, code, { infer: false, sumsHold: false }) };
}
