import type { GridCell } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isFilled, isValue } from "../../../printed/numbers.ts";
import { disputesNumber } from "../../../printed/notes.ts";
import type { FormRow, PrintedValue } from "../form-row.ts";

/** The headings of a column of remarks. */
const REMARKS = /^(?:备注|说明|备注说明)$/u;
/** The heading of such a column stands in one of so many first rows. */
const HEADING_ROWS = 6;

/**
 * Whether a cell holds words in the last column of a table whose heading is 备注; null where it has no such column. Such words,
 * perhaps in one cell for all rows, are no label that would end the values to their left.
 */
export function remarksOf(table: readonly (readonly GridCell[])[]): ((cell: GridCell) => boolean) | null {
  const heading = table
    .slice(0, HEADING_ROWS)
    .map((cells) => cells.at(-1))
    .find((cell) => cell !== undefined && cell.column > 1 && REMARKS.test(normalizeLabel(cell.text)));
  if (!heading) return null;
  return ({ column, row, text }) =>
    column >= heading.column && row > heading.row + heading.rowSpan - 1 && !isValue(text);
}

/** A row's values and the remark beside them, which puts the numbers in doubt if it says that one is another. */
export function withRemark(
  values: readonly PrintedValue[],
  cell: GridCell | undefined,
): Pick<FormRow, "values" | "remark"> {
  if (!cell) return { values };
  const remark = { text: cell.text, at: cell.at };
  if (!disputesNumber(cell.text)) return { values, remark };
  const doubt = { kind: "unreadable", reason: "remark" } as const;
  return { values: values.map((value) => (isFilled(value.text) ? { ...value, doubt } : value)), remark };
}
