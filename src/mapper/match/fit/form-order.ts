import { MOST_ROWS, UNDAMAGED } from "../weights.ts";
import type { LabelMatch } from "../../../printed/labels.ts";
import { hasNumbers, type FormRow } from "../../rows/form-row.ts";

/** Whether the rows that may be the form's are most of the rows with numbers in their blocks. */
export function isMostOf(possible: readonly number[], rows: readonly FormRow[]): boolean {
  const blocks = new Set(possible.map((index) => rows[index]!.block));
  return possible.length >= MOST_ROWS * rows.filter((row) => blocks.has(row.block) && hasNumbers(row)).length;
}

/**
 * The printed rows in the form's order, provided that each bears the undamaged label of exactly one row of the form and
 * no two bear the same: then the labels identify the rows, whatever order a report prints them in. Otherwise the rows
 * in their printed order.
 */
export function inFormOrder(
  possible: readonly number[],
  matches: readonly ReadonlyMap<number, LabelMatch>[],
): readonly number[] {
  const bearers = new Map<number, number>();
  for (const [at, own] of matches.entries()) {
    for (const [index, { kind, score }] of own) {
      if ((kind !== "exact" && kind !== "alias") || score < UNDAMAGED) continue;
      if (bearers.has(index)) return possible;
      bearers.set(index, at);
    }
  }
  const rowsOfForm = possible.map((index) => bearers.get(index));
  if (rowsOfForm.includes(undefined) || new Set(rowsOfForm).size < rowsOfForm.length) return possible;
  if (rowsOfForm.every((at, index) => index === 0 || at! > rowsOfForm[index - 1]!)) return possible;
  return possible.toSorted((a, b) => bearers.get(a)! - bearers.get(b)!);
}
