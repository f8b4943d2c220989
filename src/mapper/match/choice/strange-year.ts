import { coversYear } from "../../form/years.ts";
import { isGridRow, type FormRow } from "../../rows/form-row.ts";
import { takenRows } from "../fit/taken-rows.ts";
import type { Fit } from "../fit/fit.ts";

/**
 * Whether a scan was read in a form of another year although the form of its own year is next best, and either not all
 * rows of the chosen form were found or rows between its own are left over. Then the labels that tell the two forms
 * apart may be the worn ones. A clean scan of an old form fits that form completely.
 */
export function isStrangeYear(best: Fit, second: Fit, year: number | null): boolean {
  if (year === null || coversYear(best.known.template, year) || !coversYear(second.known.template, year))
    return false;
  const taken = new Set(takenRows([best]));
  if (![...taken].some(isScanned)) return false;
  return best.rowsMatched < best.rows || leavesRows(best, taken);
}

/** Whether rows with cells for values, even blank ones, were left over between those that were taken. */
function leavesRows({ laidOver }: Fit, taken: ReadonlySet<FormRow>): boolean {
  const own = laidOver.map((row) => taken.has(row));
  const between = laidOver.slice(own.indexOf(true), own.lastIndexOf(true));
  return between.some((row) => !taken.has(row) && isGridRow(row) && row.values.length > 0);
}

function isScanned({ values }: FormRow): boolean {
  return values.some(({ at }) => at.recognized !== undefined);
}
