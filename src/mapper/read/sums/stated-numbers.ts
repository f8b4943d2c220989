import { foldDigits } from "../../../printed/folding.ts";
import type { AmbiguousRow, MappedTable } from "../mapped-table.ts";
import { settle } from "./column-sums.ts";

/** Numbers that the prose states, as printed. */
export type StatedNumbers = ReadonlySet<string>;

/** Numbers of one and two digits stand in every text. */
const SHORTEST = 3;
/** One of so many digits stands in a text for a reason. */
const TELLING = 4;
/** A number in a sentence; years, dates and shares are no figures of a table. */
const STATED = /(?<![\d.])\d{1,15}(?:\.\d{1,4})?(?![\d.]|\s*[年月日%％])/gu;

/** The numbers that sentences state, the given runs of fused digits apart. */
export function statedNumbers(text: string, fused: ReadonlySet<string>): StatedNumbers {
  const found = foldDigits(text).match(STATED) ?? [];
  return new Set(found.filter((number) => number.length >= SHORTEST && !fused.has(number)));
}

/**
 * Rows that no sum decides, by what the report's own sentences say: 183批次，2704518.6元 parts 1832704518.6. The one reading
 * is taken all of whose numbers are stated, or one that is long; a short one may stand in the text by chance.
 */
export function decideByText(mapped: MappedTable, stated: StatedNumbers): MappedTable {
  if (stated.size === 0 || mapped.ambiguous.length === 0) return mapped;
  const left = new Map<AmbiguousRow, AmbiguousRow["solutions"]>();
  for (const row of mapped.ambiguous) {
    const best = row.solutions.filter((solution) => isStated(solution, stated));
    if (best.length === 1) left.set(row, best);
  }
  return settle(mapped, left, "inferred-from-text");
}

function isStated(solution: readonly number[], stated: StatedNumbers): boolean {
  const found = solution.map(String).filter((number) => stated.has(number));
  return found.length === solution.length || found.some((number) => number.length >= TELLING);
}
