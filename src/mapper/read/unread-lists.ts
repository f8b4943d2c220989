import { isOpenListRow } from "../../arithmetic/open-rows.ts";
import { tablePointer } from "../../arithmetic/paths.ts";
import { finding } from "../../findings/finding.ts";
import type { Finding } from "../../model/index.ts";
import type { Fit } from "../match/fit/fit.ts";
import { hasNumbers, isGridRow, printedRow, type FormRow } from "../rows/form-row.ts";

/**
 * Reports lists none of whose rows was read beside a fixed row that stands in text without cells. No heading shows
 * there which words name an item, so the list cannot be read: numbers next to the fixed row that no table took are its
 * rows.
 */
export function unreadLists({ known, rowFits, laidOver: rows }: Fit, taken: ReadonlySet<FormRow>): Finding[] {
  const isRead = rowFits.some(({ known: { row, block } }) => isOpenListRow(block.block, row));
  if (isRead || known.table.blocks.every(({ open }) => !open)) return [];
  const isLost = (row: FormRow | undefined) =>
    row !== undefined && !taken.has(row) && !isGridRow(row) && hasNumbers(row);
  const beside = rowFits.flatMap(({ known: { block }, printed }) => {
    if (!printed || isGridRow(printed) || !block.block.open) return [];
    const index = rows.indexOf(printedRow(printed));
    return [rows[index - 1], rows[index + 1]].filter(isLost);
  });
  const [first] = beside;
  return first ? [finding("list-unread", { path: tablePointer(known.table.id), at: first.at })] : [];
}
