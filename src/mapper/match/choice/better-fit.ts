import { PRESENT, TIE } from "../weights.ts";
import type { Fit } from "../fit/fit.ts";
import { valueCount } from "../../rows/form-row.ts";

/**
 * Whether one reading of a form is better than another: by its labels, then by its counts of values, then because it
 * keeps the printed order.
 */
export function isBetterReading(fit: Fit, than: Fit): boolean {
  if (fit.score !== than.score) return fit.score > than.score;
  const [share, other] = [countedShare(fit), countedShare(than)];
  return share === other ? than.reordered && !fit.reordered : share > other;
}

/** Whether no other reading of the table can be better. */
export function isPerfect(fit: Fit): boolean {
  return fit.score === 1 && !fit.reordered && countedShare(fit) === 1;
}

/**
 * A layout with few rows and one column can fit perfectly where the report prints the first rows of another layout with
 * two columns, 本年度 and 历年累计. The layout that finds at least as many rows and more columns explains more of what
 * is printed, provided that its values fit its columns as well.
 */
export function moreColumnsFirst(ranked: readonly Fit[]): readonly Fit[] {
  const [best] = ranked;
  const fuller = ranked.find(
    (fit) =>
      fit.score >= PRESENT &&
      fit.rowsMatched >= best!.rowsMatched &&
      fit.columnsMatched > best!.columnsMatched &&
      countedShare(fit) >= countedShare(best!),
  );
  return fuller === undefined ? ranked : [fuller, ...ranked.filter((fit) => fit !== fuller)];
}

export function clearWinner(fits: readonly Fit[]): Fit | null {
  const [first, second] = [...fits].sort((a, b) => b.score - a.score);
  return first && first.score >= PRESENT && first.score - (second?.score ?? 0) >= TIE ? first : null;
}

/** Share of the found rows that print as many values as the form has columns, rounded to 0 or 1. */
export function countedShare({ rowFits }: Fit): number {
  let [found, counted] = [0, 0];
  for (const { printed, known } of rowFits) {
    if (printed === null) continue;
    found += 1;
    counted += Number(valueCount(printed) === known.block.columns.length);
  }
  return found === 0 ? 0 : Math.round(counted / found);
}
