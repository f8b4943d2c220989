import { foldDigits } from "../../../printed/folding.ts";
import { isPlain } from "../../../printed/numbers.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import { isBlankValue, printedRow, type FormRow, type PrintedValue } from "../../rows/form-row.ts";
import type { Assignment } from "./assignment.ts";

/** Two numbers with a space or a line end between them. */
const TWO_NUMBERS = /\d\s+\d/u;

/**
 * The rows in which one cell holds two numbers and another is blank, with all that was read of them. Where fixed columns
 * cut a row that was moved by a character, the blank cell's number stands in its neighbour. Where only spaces separate
 * the columns, a row with a number more than columns has moved, too.
 */
export function crowdedRows(assignments: ReadonlyMap<RowFit, Assignment>): readonly RowFit[] {
  const crowded = new Set<FormRow>();
  for (const [{ printed }, { values }] of assignments) {
    if (!printed || !values.some(isCrowded)) continue; // nearly every row
    const isMoved =
      printed.kind === "spaced" || values.some((value) => value !== null && isBlankValue(value));
    if (isMoved) crowded.add(printedRow(printed));
  }
  if (crowded.size === 0) return [];
  return [...assignments.keys()].filter(({ printed }) => printed && crowded.has(printedRow(printed)));
}

function isCrowded(value: PrintedValue | null): boolean {
  return value !== null && !isPlain(value.text) && TWO_NUMBERS.test(foldDigits(value.text).trim());
}
