import { isOpenListRow } from "../../../arithmetic/open-rows.ts";
import { cellPointer, codeColumn, nameColumn } from "../../../arithmetic/paths.ts";
import type { ColumnTemplate, TableTemplate } from "../../../model/index.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import type { FormRow, PrintedValue } from "../../rows/form-row.ts";
import { readCell, type ReadCell } from "./read-cell.ts";
import { NO_UNITS } from "./units.ts";

/** The name or the code of a row in a list. */
type ReadListCell = ReadCell & { readonly pointer: string };

/** Words have no unit, and no sum tells anything of them. */
const AS_WORDS = { infer: false, sumsHold: false, units: NO_UNITS };

const DIGITS = /^\s*\d+\s*$/u;

/**
 * Reads the name of a row in a list, as printed, without a number that counts the rows. Null for a row that belongs to
 * no list, or has no name.
 */
export function readName(table: TableTemplate, { names = [] }: FormRow, rowFit: RowFit): ReadListCell | null {
  const { row, block } = rowFit.known;
  if (!isOpenListRow(block.block, row)) return null;
  const filled = names.filter(({ text }) => text.trim() !== "");
  const words = filled.filter(({ text }) => !DIGITS.test(text));
  const own = words.length > 0 ? words : filled.slice(-1);
  return readWords(table, rowFit, nameColumn(block.block), own, " / ");
}

/**
 * Reads the code left of the name of a row in a list, with spaces between parts in several columns (类 | 款 | 项). Null
 * where the row has no code, or its list has none. A number alone is the name, and numbers under 序号 count the rows.
 */
export function readCode(
  table: TableTemplate,
  { names = [], headers }: FormRow,
  rowFit: RowFit,
): ReadListCell | null {
  const { row, block } = rowFit.known;
  if (block.block.open?.code === undefined || !isOpenListRow(block.block, row)) return null;
  const filled = names.filter(({ text }) => text.trim() !== "");
  const isNumbering = (at: number) =>
    headers[0]?.columns.some(({ column, leaf }) => column === at && numbersRows(leaf) && leaf !== "代码") ===
    true;
  const parts = filled.filter(({ text, column = 0 }) => DIGITS.test(text) && !isNumbering(column));
  if (filled.every(({ text }) => DIGITS.test(text))) return null;
  return readWords(table, rowFit, codeColumn(block.block), parts, " ");
}

/** The parts of a name or a code as one cell of its row, doubtful where one of them is; null where there are none. */
function readWords(
  table: TableTemplate,
  rowFit: RowFit,
  column: ColumnTemplate,
  parts: readonly PrintedValue[],
  between: string,
): ReadListCell | null {
  const first = parts.find(({ doubt }) => doubt) ?? parts.at(-1);
  if (!first) return null;
  const pointer = cellPointer(table, rowFit.known.row.key, column.key);
  const words = { ...first, text: parts.map(({ text }) => text.trim()).join(between) };
  const known = { column, label: [], group: [] };
  return { pointer, ...readCell(pointer, known, rowFit, words, AS_WORDS) };
}
