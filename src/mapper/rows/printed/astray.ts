import type { GridCell } from "../../../model/index.ts";
import { isPlain } from "../../../printed/numbers.ts";
import { isNumberAlone } from "../column-numbers.ts";
import { isBlankValue, type FormHeader, type FormRow, type PrintedValue } from "../form-row.ts";

const ASTRAY = { kind: "unreadable", reason: "number-astray" } as const;
/** Several numbers at the end of a cell, as where the end of a row's line was wrapped below its label. */
const NUMBERS = /(?:^|\n)\s{0,40}\d+(?:\s{1,40}\d+){1,20}\s*$/u;

/** Whether several numbers stand in a label's cell. */
export function holdsNumbers({ text }: GridCell): boolean {
  return text.length <= LONGEST && NUMBERS.test(text);
}

/** A label's cell with numbers in it is no longer. */
const LONGEST = 400;

/** A row's values with doubt about the blank ones, whose numbers may stand elsewhere. */
export function doubtBlanks(values: readonly PrintedValue[]): readonly PrintedValue[] {
  return values.map((value) => (isBlankValue(value) ? { ...value, doubt: ASTRAY } : value));
}

/**
 * Whether nothing but numbers stands in a row, in the place of its label: the rest of the row above, cut in two. Columns
 * under runs of dashes may part them. The row is given by its filled cells.
 */
export function isRestOfRow(
  filled: readonly GridCell[],
  valueColumn: number | null,
  header: FormHeader | undefined,
): boolean {
  const last = filled.at(-1);
  return (
    last !== undefined &&
    valueColumn !== null &&
    last.column < valueColumn &&
    filled.every(({ column, text }) => column < valueColumn && text.trim().split(/\s+/u).every(isPlain)) &&
    !isNumberAlone(filled, header)
  );
}

/** The row with doubt about its last value, which the number below may complete. */
export function cutBelow(row: FormRow): FormRow {
  const last = row.values.at(-1)!;
  return { ...row, values: [...doubtBlanks(row.values.slice(0, -1)), { ...last, doubt: ASTRAY }] };
}
