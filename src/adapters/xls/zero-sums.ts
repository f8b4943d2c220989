import { mostFormulas } from "../sheet/formulas/depends.ts";
import type { DraftCell } from "../sheet/marks.ts";
import { isWithin } from "../sheet/sheet.ts";
import type { Range } from "../sheet/sheet.ts";
import type { XlsFormulas } from "./formula-cells.ts";

/** At most so many cells are added up on one sheet. */
const mostAdded = 2_000_000;
/** Sums of decimals that are 0 may differ from it by less than this. */
const rounding = 1e-6;

/**
 * The sums that are stored as 0 although what they add up is not: a program that works no formula out stores 0 for each,
 * and not every one marks that. Each casts doubt on its cell; whatever is worked out from it is as doubtful.
 */
export function markZeroSums(
  cells: readonly DraftCell[],
  { sumOf, isFormula }: Pick<XlsFormulas, "sumOf" | "isFormula">,
): readonly DraftCell[] {
  const zeros = cells.filter(({ stored }) => stored === 0).slice(0, mostFormulas);
  const sums = zeros.flatMap((cell) => {
    const ranges = sumOf(cell.row - 1, cell.column - 1);
    return ranges === undefined ? [] : [{ cell, ranges }];
  });
  const numbers = cells.filter(({ stored }) => stored !== undefined && stored !== 0);
  const isNotWorkedOut = sums
    .slice(0, Math.floor(mostAdded / Math.max(1, numbers.length)))
    .some(({ ranges }) => Math.abs(addedUp(numbers, ranges)) > rounding);
  if (!isNotWorkedOut) return [];
  const wrong = zeros.filter(({ row, column }) => isFormula(row - 1, column - 1));
  for (const cell of wrong) cell.doubt ??= "formula";
  return wrong;
}

function addedUp(numbers: readonly DraftCell[], ranges: readonly Range[]): number {
  let sum = 0;
  for (const range of ranges)
    for (const { row, column, stored } of numbers) if (isWithin(range, row, column)) sum += stored!;
  return sum;
}
