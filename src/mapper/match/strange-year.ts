import { coversYear } from "../form/years.ts";
import { hasNumbers, isGridRow, type FormRow } from "../rows/form-row.ts";
import { takenRows, type Fit } from "./fit.ts";

/**
 * Whether a scan was read in a form of another year while the form of its own is the next best, and not all of it was
 * found, or numbers between its rows are left over: the labels that tell the two apart may be those that are worn. A
 * clean scan of an old form fits it whole.
 */
export function isStrangeYear(best: Fit, second: Fit, year: number | null): boolean {
  if (year === null || coversYear(best.known.template, year) || !coversYear(second.known.template, year))
    return false;
  const taken = new Set(takenRows([best]));
  if (![...taken].some(isScanned)) return false;
  return best.rowsMatched < best.rows || leavesNumbers(best, taken);
}

function leavesNumbers({ laidOver }: Fit, taken: ReadonlySet<FormRow>): boolean {
  const blocks = new Set([...taken].map(({ block }) => block));
  return laidOver.some(
    (row) => !taken.has(row) && blocks.has(row.block) && isGridRow(row) && hasNumbers(row) && isScanned(row),
  );
}

function isScanned({ values }: FormRow): boolean {
  return values.some(({ at }) => at.recognized !== undefined);
}
