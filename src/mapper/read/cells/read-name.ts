import { isOpenListRow } from "../../../arithmetic/open-rows.ts";
import { NAME_KEY } from "../../../arithmetic/name-key.ts";
import { cellPointer, nameColumn } from "../../../arithmetic/paths.ts";
import type { TableTemplate } from "../../../model/index.ts";
import type { RowFit } from "../../match/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { readCell, type ReadCell } from "./read-cell.ts";

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
  const words = filled.filter(({ text }) => !/^\s*\d+\s*$/u.test(text));
  const own = words.length > 0 ? words : filled.slice(-1);
  const first = own.find(({ doubt }) => doubt) ?? own.at(-1);
  if (!first) return null;
  const pointer = cellPointer(table, row.key, NAME_KEY);
  const column = { column: nameColumn(block.block), label: [], group: [] };
  const name = { ...first, text: own.map(({ text }) => text.trim()).join(" / ") };
  return { pointer, ...readCell(pointer, column, rowFit, name, { infer: false, sumsHold: false }) };
}
