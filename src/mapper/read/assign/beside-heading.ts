import { reach } from "./leave-out.ts";
import type { HeaderMatch } from "../../match/header/header-match.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import type { FormRow, PrintedValue } from "../../rows/form-row.ts";
import type { Assignment } from "./assignment.ts";

/**
 * Whether a cell stands beside the heading it was taken for. It may be a merged cell that was split around its
 * neighbour, so that another cell stands under that heading, or it may stand under another heading. A heading reaches
 * as far as the next one. Headings that begin left of all values have another frame and show nothing.
 */
export function standsBesideHeading(
  { kind, values: printed }: FormRow,
  header: HeaderMatch | null,
  { values }: Assignment,
): boolean {
  if (header === null) return false;
  if (header.beside.length > 0 && printed.some((value) => holdsCode(value, header, printed))) return true;
  if (kind !== "cells" || header.foreign || header.reordered || values.length === 1) return false;
  const starts = header.columns.map((heading) => heading?.column ?? null);
  const first = printed[0]?.column ?? 0;
  if (starts.some((start) => start !== null && start < first)) return false;
  return header.columns.some((heading, index) => {
    const taken = values[index];
    if (!heading || !taken || reach(heading, taken)) return false;
    const next = starts.slice(index + 1).find((start) => start !== null);
    const columnSpan = Math.max(heading.columnSpan, (next ?? 0) - heading.column);
    if (reach({ column: heading.column, columnSpan }, taken)) return false;
    const isUnderOther = header.columns.some((other) => other && reach(other, taken));
    return isUnderOther || printed.some((value) => value.text.trim() !== "" && reach(heading, value));
  });
}

/**
 * Whether the cell of the row's code (代码) may hold a number, too: it reaches into a column of values, or one of the
 * values is blank.
 */
function holdsCode(value: PrintedValue, header: HeaderMatch, all: readonly PrintedValue[]): boolean {
  if (!header.beside.some((column) => numbersRows(column.leaf) && reach(column, value))) return false;
  if (header.columns.some((column) => column && reach(column, value))) return value.text.trim() !== "";
  return /\d{4}|\d\** \d/u.test(value.text) && all.some(({ text }) => text.trim() === "");
}
