import { withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isPlain, readValue } from "../../../printed/numbers.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import type { FormRow } from "../../rows/form-row.ts";
import type { Assignment } from "./assignment.ts";
import { reach } from "./leave-out.ts";

/**
 * The rows whose label or code is printed once more in the place of the first number: the others have moved, and the
 * last one is gone. A count may equal its row's code, but a count does not begin with a zero, and beside a count the
 * next number is in the proportion that other rows have.
 */
export function repeatedNames(assignments: ReadonlyMap<RowFit, Assignment>): readonly RowFit[] {
  return [...assignments].flatMap(([rowFit, { values }]) => {
    const first = values[0]?.text.trim() ?? "";
    const isName = !isPlain(first) && isNameOf(first, rowFit.printed!);
    const isCode = first !== "" && first === codeOf(rowFit, values);
    return isName || (isCode && (/^0\d/u.test(first) || isOdd(rowFit, assignments))) ? [rowFit] : [];
  });
}

function isNameOf(text: string, { labels }: FormRow): boolean {
  const name = withoutEnumerator(normalizeLabel(text));
  return /\p{L}/u.test(name) && labels.includes(name);
}

/** The code before a row's values, which is none of them. */
function codeOf({ printed, header }: RowFit, values: Assignment["values"]): string | undefined {
  const { numbered, values: cells } = printed!;
  const isBeside = header?.beside.some((column) => numbersRows(column.leaf) && reach(column, cells[0]!));
  return numbered ?? (isBeside && cells[0] !== values[0] ? cells[0]!.text.trim() : undefined);
}

/** So many times the share of any other row is no chance, where at least so many others have one. */
const [FAR, OTHERS] = [3, 5];

/** Whether the last number of a row is to its first one as in none of the rows beside it, by far. */
function isOdd(own: RowFit, assignments: ReadonlyMap<RowFit, Assignment>): boolean {
  const shares = [...assignments].flatMap(([row, assignment]) =>
    row !== own && row.known.block === own.known.block ? shareOf(assignment) : [],
  );
  return shareOf(assignments.get(own)!).some(
    (share) =>
      shares.length >= OTHERS && (share * FAR < Math.min(...shares) || share > FAR * Math.max(...shares)),
  );
}

/** What the last number of a row is to its first; empty where there is no such number, or the first is 0. */
function shareOf({ values }: Assignment): readonly number[] {
  const [first, last] = [values[0], values.at(-1)].map((value) => readValue(value?.text ?? "").value ?? null);
  return values.length > 1 && first !== null && last !== null && first! > 0 ? [last! / first!] : [];
}
