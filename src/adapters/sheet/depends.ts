import type { DraftCell } from "./marks.ts";
import { rangeAt } from "./reference.ts";
import { isWithin } from "./sheet.ts";
import type { Range } from "./sheet.ts";

/** A cell with a formula; rows and columns count from 1. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** At most so many formulas of a sheet, characters and references of one, and changing cells are looked at. */
export const mostFormulas = 20_000;
const [longestFormula, mostReferences, mostChanging] = [500, 20, 50];

/** `B2`, `$B$2`, `B2:B9`, but not a cell of another sheet, nor a function such as `LOG10(`. */
const reference = /(?<![!\w.$:])\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?![\w(.!])/gi;

/**
 * Casts doubt on numbers that are worked out from cells which give another result each time the file is opened
 * (`changing`), also through further cells of the sheet.
 */
export function markDependent(
  cells: readonly DraftCell[],
  formulas: readonly FormulaCell[],
  changing: readonly FormulaCell[],
): void {
  if (changing.length === 0 || formulas.length === 0) return;
  const references = formulas.map(({ formula }) => referencesIn(formula));
  const found = new Set<number>();
  const queue = changing.slice(0, mostChanging);
  for (const { row, column } of queue)
    for (const [index, formula] of formulas.entries()) {
      if (found.has(index) || !references[index]!.some((range) => isWithin(range, row, column))) continue;
      found.add(index);
      if (queue.length < mostChanging) queue.push(formula);
    }
  const places = new Set([...found].map((index) => placeOf(formulas[index]!)));
  for (const cell of cells) if (/\d/.test(cell.text) && places.has(placeOf(cell))) cell.doubt ??= "formula";
}

const placeOf = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${row}:${column}`;

function referencesIn(formula: string): readonly Range[] {
  const found = formula.slice(0, longestFormula).matchAll(reference);
  return [...found].slice(0, mostReferences).flatMap(([said]) => rangeAt(said) ?? []);
}
