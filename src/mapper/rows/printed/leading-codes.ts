import { foldDigits } from "../../../printed/folding.ts";
import type { FormRow } from "../form-row.ts";

/** At least so many lines with successive numbers before their words are taken to be numbered. */
const LINES = 5;

/**
 * The rows without the numbers at the beginning of numbered lines (`32 同意公开答复数 件`), which stand behind the label
 * of the line before and would be its value where that is blank. Numbered lines count on by at most one a line. What
 * stands before such a number goes to the next row.
 */
export function withoutLeadingCodes(rows: readonly FormRow[]): readonly FormRow[] {
  const codes = rows.map(codeOf);
  const numbered = new Set<number>();
  let run: number[] = [];
  const close = () => {
    if (run.length >= LINES) run.forEach((index) => numbered.add(index));
    run = [];
  };
  codes.forEach((code, index) => {
    if (code === null) return;
    const last = run.at(-1);
    const step = last === undefined ? 0 : code - codes[last]!;
    if (last !== undefined && (step < 1 || step > rows[index]!.block - rows[last]!.block)) close();
    run.push(index);
  });
  close();
  if (numbered.size === 0) return rows;
  let context = "";
  return rows.flatMap((row, index) => {
    const whole = context + row.context;
    context = numbered.has(index) ? whole : "";
    return numbered.has(index) ? [] : [whole === row.context ? row : { ...row, context: whole }];
  });
}

/** The number of a line that begins with it and goes on in words. */
function codeOf({ leads, values }: FormRow): number | null {
  const text = foldDigits(values[0]?.text ?? "").trim();
  return leads === true && values.length === 1 && /^[1-9]\d?$/u.test(text) ? Number(text) : null;
}
