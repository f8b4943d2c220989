import { isNumber, isPlain, isValue } from "../printed/numbers.ts";
import { holdsWord } from "../printed/words.ts";

/**
 * How many cells at the end of a row are values. A row without any number needs at least two of them, because one empty
 * cell at the end of a header row continues the cell above it.
 */
export function trailingValues(texts: readonly string[]): number {
  let start = texts.length;
  let filled = false;
  while (start > 0 && isValue(texts[start - 1]!)) filled = texts[--start]!.trim() !== "" || filled;
  const count = texts.length - start;
  return filled || (count >= 2 && start > 0) ? count : 0;
}

/** The column (from 0) in which the values begin in most rows that have some, or null. */
export function firstValueColumn(
  rows: readonly (readonly string[])[],
  counts = rows.map(trailingValues),
): number | null {
  const votes = new Map<number, number>();
  for (const [index, texts] of rows.entries()) {
    const count = counts[index]!;
    if (count > 0) votes.set(texts.length - count, (votes.get(texts.length - count) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** A number with its unit or a word: 350万元, 约12件左右. */
const MEASURED = /^(?:[-+<>≥≤~≈约近超逾共]|人民币)?\d[\d,.]*\s?(?=.{2,4}$)\p{sc=Han}+$/u;

function isLabel(text: string): boolean {
  return !isPlain(text) && holdsWord(text) && !MEASURED.test(text);
}

/** Where the values stand in a row (from 0) when halves of a table are laid out side by side. */
export interface Halves {
  /** Places of the values in the left halves, such as 800.00 in 基本工资 | 800.00 | 30201 | 办公费 | 150.00. */
  readonly ends: readonly number[];
  /** The place behind the label of the last half; 0 where there is only one half. */
  readonly last: number;
}

const ONE_HALF: Halves = { ends: [], last: 0 };

/**
 * A number behind a number may be the code of the next half, so the value behind a row's number counts only if it has
 * decimals.
 */
function halvesIn(texts: readonly string[]): Halves {
  const label = texts.findLastIndex(isLabel);
  if (label < 2) return ONE_HALF; // nearly every row
  const ends: number[] = [];
  for (let at = 1; at < label; at++) {
    const [before, own] = [texts[at - 1]!, texts[at]!];
    if (isNumber(own) && (isLabel(before) || (own.includes(".") && isNumber(before)))) ends.push(at);
  }
  return ends.length > 0 ? { ends, last: label + 1 } : ONE_HALF;
}

/**
 * The halves of each row of a table. A word among the values of one row makes none: halves have a number behind their
 * last label, and where other rows have values without halves, at least two rows agree on the place of that label.
 * `counts` are the values that end each row.
 */
export function halvesAmong(
  rows: readonly (readonly string[])[],
  counts: readonly number[],
): readonly Halves[] {
  const all = rows.map(halvesIn);
  if (!all.some(({ last }) => last > 0)) return all; // nearly every table
  const told = new Map<number, { rows: number; filled: boolean }>();
  let contested = false;
  for (const [index, { last }] of all.entries()) {
    const row = rows[index]!;
    contested ||= last === 0 && counts[index]! > 0;
    const { rows: count = 0, filled = false } = told.get(last) ?? {};
    told.set(last, { rows: count + 1, filled: filled || row.slice(last).some(isNumber) });
  }
  return all.map((own) => {
    const { rows: count, filled } = told.get(own.last)!;
    return filled && (count > 1 || !contested) ? own : ONE_HALF;
  });
}

/**
 * Whether from a place on there are only empty cells and, at the end, values, as in 公用经费合计 | | | | 160.00. A
 * label may then reach up to the values.
 */
export function onlyValuesFollow(texts: readonly string[], from: number): boolean {
  const filled = texts.slice(from).filter((text) => text !== "");
  return filled.length > 0 && texts[from] === "" && filled.every(isValue);
}

/**
 * Completes rows of side-by-side halves that end early: if their labels stand where those of a full row do, the missing
 * values are blank.
 */
export function completeHalves<Cell extends { readonly text: string }>(
  rows: readonly (readonly Cell[])[],
): readonly (readonly Cell[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const labelsIn = (row: readonly Cell[]) =>
    row.flatMap(({ text }, at) => (isLabel(text) ? [at] : [])).join(" ");
  const whole = rows.filter((row) => row.length === width && halvesIn(row.map(({ text }) => text)).last > 0);
  const known = new Set(whole.map(labelsIn));
  return rows.map((row) =>
    row.length > 0 && row.length < width && known.has(labelsIn(row))
      ? [...row, ...Array.from({ length: width - row.length }, () => ({ ...row.at(-1)!, text: "" }))]
      : row,
  );
}
