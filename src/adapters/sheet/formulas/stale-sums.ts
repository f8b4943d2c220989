import type { DraftCell } from "../marks.ts";
import { isWithin } from "../sheet.ts";
import type { Range } from "../sheet.ts";
import type { FormulaCell, SheetFormulas } from "./depends.ts";

const place = String.raw`\.?\$?[A-Z]{1,3}\$?\d{1,7}`;
const one = String.raw`(?:\[${place}\]|${place})`;
const range = String.raw`(?:\[${place}(?::${place})?\]|${place}(?::${place})?)`;
/** `SUM(B2:B9,C3)`, `B2+B3`, `=B2`, as OOXML and OpenDocument write them, of cells of the same sheet. */
const plainSum = new RegExp(
  `^\\s?(?:of:)?=?(?:SUM\\(${range}(?:[,;]${range}){0,99}\\)|${one}(?:\\+${one}){0,99})$`,
  "i",
);

export function isPlainSum(formula: string): boolean {
  return formula.length < 2_000 && plainSum.test(formula);
}

/** At most so many cells are added up on one sheet. */
const mostAdded = 2_000_000;
/** Sums of decimals may differ from what is stored by less than this. */
const rounding = 1e-6;

/** The sums of a sheet whose stored results are not those of the cells that they refer to; their cells are doubted. */
export function staleSums({ key, cells, formulas }: SheetFormulas): readonly DraftCell[] {
  const sums = formulas.filter(({ isSum }) => isSum);
  if (sums.length === 0) return [];
  const byPlace = new Map(cells.map((cell) => [`${cell.row}:${cell.column}`, cell]));
  let left = mostAdded;
  const stale = sums.flatMap((formula): DraftCell[] => {
    const cell = byPlace.get(`${formula.row}:${formula.column}`);
    const ranges = rangesOf(formula, key);
    left -= cells.length * ranges.length;
    if (cell?.stored === undefined || left < 0) return [];
    const sum = addedUp(cells, ranges);
    const isOther = sum !== null && Math.abs(sum - cell.stored) > rounding * Math.max(1, Math.abs(sum));
    return isOther ? [cell] : [];
  });
  for (const cell of stale) cell.doubt ??= "formula";
  return stale;
}

/** None where some are of another sheet or have names. */
function rangesOf({ uses }: FormulaCell, key: string): readonly Range[] {
  const { ranges = [], names = [] } = uses() ?? {};
  return names.length > 0 || ranges.some(({ sheet = key }) => sheet !== key) ? [] : ranges;
}

/** Null where no number is added up, or a cell holds a text, which some sums pass over and others take for a number. */
function addedUp(cells: readonly DraftCell[], ranges: readonly Range[]): number | null {
  let sum: number | null = null;
  for (const range of ranges)
    for (const { row, column, stored, text } of cells) {
      if (!isWithin(range, row, column)) continue;
      if (stored === undefined && text !== "") return null;
      if (stored !== undefined) sum = (sum ?? 0) + stored;
    }
  return sum;
}
