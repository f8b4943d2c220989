import type { Place } from "../../../model/index.ts";
import { foldDigits } from "../../../printed/folding.ts";
import { hasDigits, isFilled } from "../../../printed/numbers.ts";
import { everyMatch } from "../../../printed/matches.ts";
import { statedUnit } from "../stated-units.ts";
import { addContext, MAXIMUM_FORM_ROWS, type FormRow, type RowState } from "../form-row.ts";
import { withoutWords, remarksIn, isWord, WORDS } from "./remarks.ts";

/** Whether a line holds a whole table, with labels and numbers in turn, and not just one row's label and numbers. */
export function holdsRows(cells: readonly string[], last: number): boolean {
  const groups: number[] = [];
  for (let index = 1; index < cells.length - last; index++) {
    if (!isFilled(cells[index]!)) continue;
    if (isFilled(cells[index - 1]!) && groups.length > 0) groups[groups.length - 1]! += 1;
    else groups.push(1);
  }
  return groups.length >= 2 || (groups[0] === last && last >= 2);
}

/** The rows of a line in which labels and numbers run together, at most as many as a document may have. */
export function runsToRows(text: string, at: Place, index: number, state: RowState): readonly FormRow[] {
  if (!hasDigits(text)) {
    addContext(state, foldDigits(text));
    return [];
  }
  const rows: FormRow[] = [];
  const folded = withoutWords(foldDigits(text));
  const remarks = remarksIn(folded);
  let from = 0;
  for (const match of everyMatch(folded, RUN)) {
    let run = match[0];
    const after = folded.slice(match.index + run.length);
    // A number in brackets, (10), is the enumerator of the label that follows.
    if (/^\d{1,2}$/u.test(run) && folded[match.index - 1] === "(" && after.startsWith(")")) continue;
    // In `0000000` `2.其他法律…` and `0 12.其他` the last digit, or the number set apart, is the enumerator of the
    // label that follows.
    if (/^\s*[.、)](?!\d)/u.test(after)) run = run.replace(/(?:\s{1,4}\d{1,2}|\d)$/u, "").trimEnd();
    const before = folded.slice(from, match.index);
    if (run === "" || isWord(run, before, folded.slice(match.index + run.length))) continue;
    if (remarks.some(([start, end]) => start < match.index && match.index < end)) continue;
    addContext(state, before);
    from = match.index + run.length;
    const spaced = (match.index === 0 || /\s$/u.test(before)) && /^(?:\s|$)/u.test(folded.slice(from));
    const pieces = spaced ? run.split(/\s+/u) : [run];
    const row = rowOfLine(state, index, "run", pieces, at, spaced);
    const leads = match.index === 0 && WORDS.test(after);
    if (rows.length < MAXIMUM_FORM_ROWS) rows.push(leads ? { ...row, leads } : row);
  }
  addContext(state, folded.slice(from));
  return rows;
}

const RUN = /[-+]?\d(?:[\d\s\u00a0\u3000,.+-]*\d)?/gu;

/** A row without a grid. It takes the context that was read before it. */
export function rowOfLine(
  state: RowState,
  block: number,
  kind: FormRow["kind"],
  texts: readonly string[],
  at: Place,
  apart = false,
): FormRow {
  const { context, above } = state;
  state.context = "";
  state.above = [];
  const unitAbove = statedUnit(state.units);
  return {
    block,
    labels: [],
    context,
    ...(kind === "listed" && above.length > 1 ? { above } : {}),
    ...(unitAbove === undefined ? {} : { unitAbove }),
    values: texts.map((text) => ({ text, at })),
    kind,
    ...(apart ? { apart } : {}),
    coveredBlank: false,
    headers: [],
    at,
  };
}
