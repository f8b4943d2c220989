import { foldDigits } from "../../../printed/folding.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import { isBlankValue, type PrintedValue } from "../../rows/form-row.ts";
import type { Assignment } from "./assignment.ts";

/** Two numbers with a space or a line end between them. */
const TWO_NUMBERS = /\d\s+\d/u;

/**
 * The rows in which one cell holds two numbers and another is blank. Where fixed columns cut a row that was moved by a
 * character, the blank cell's number stands in its neighbour.
 */
export function crowdedRows(assignments: ReadonlyMap<RowFit, Assignment>): readonly RowFit[] {
  return [...assignments].flatMap(([rowFit, { values }]) =>
    values.some(isCrowded) && values.some((value) => value !== null && isBlankValue(value)) ? [rowFit] : [],
  );
}

function isCrowded(value: PrintedValue | null): boolean {
  return value !== null && TWO_NUMBERS.test(foldDigits(value.text).trim());
}
