import { foldDigits } from "../../../printed/folding.ts";
import type { AmbiguousRow, MappedTable } from "./mapped-table.ts";
import { settle } from "./column-sums.ts";

/** Numbers that the prose states, as printed. */
export type StatedNumbers = ReadonlySet<string>;

/** Shorter numbers stand in any text. */
const SHORTEST = 3;
/** A number with at least this many digits is not in the text by chance. */
const TELLING = 4;
/** A number in a sentence; years, dates and shares are not figures of a table. */
const STATED = /(?<![\d.])\d{1,15}(?:\.\d{1,4})?(?![\d.]|\s*[年月日%％])/gu;

/** The numbers that sentences state, without the given runs of fused digits. */
export function statedNumbers(text: string, fused: ReadonlySet<string>): StatedNumbers {
  const found = foldDigits(text).match(STATED) ?? [];
  return new Set(found.filter((number) => number.length >= SHORTEST && !fused.has(number)));
}

/**
 * Decides rows that no sum decides by what the report's own sentences say: 183批次，2704518.6元 divides 1832704518.6. A
 * reading is taken if it is the only one whose numbers are all stated, or that has a long number that is stated; a
 * short one may stand in the text by chance.
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
