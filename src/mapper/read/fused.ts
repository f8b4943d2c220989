import { balance, type Equation } from "./equations.ts";
import { readValue } from "../../printed/numbers.ts";

/** Search steps after which a row counts as undecided; the longest real row (15 cells, 17 digits) takes some hundreds. */
const MAXIMUM_STEPS = 200_000;
const MAXIMUM_SOLUTIONS = 64;

/** Every way to read a row whose borders are lost; null when there are too many, or the search was too large to finish. */
export function waysToCut(
  run: string,
  count: number,
  equations: readonly Equation[],
  bounds: readonly Equation[] = [],
): readonly (readonly number[])[] | null {
  if (count === 1) {
    const { value } = readValue(run);
    return value === null ? [] : [[value]];
  }
  return splitRun(run, count, equations, bounds);
}

/** A number at the start of a text: no superfluous zero before it; a sign begins one. */
const NUMBER = /^[-+]?(?:0|[1-9]\d{0,14})/u;
const DIGITS = /^[-+]?\d+(?:[-+]\d+)*$/u;
/** Decimals belong to the number before them, however many there are. */
const DECIMALS = /^[-+\d]*\d\.\d+$/u;

/**
 * Every way to cut a run of digits into `count` numbers that satisfies all equations and is within all bounds; null when
 * there are more than some, or the search was too large to finish. Spaces in the run are borders the text kept; a sign
 * begins a number, a decimal point stands in the last.
 */
export function splitRun(
  run: string,
  count: number,
  equations: readonly Equation[],
  bounds: readonly Equation[] = [],
): readonly (readonly number[])[] | null {
  const pieces = run.trim().split(/[\s\u00a0\u3000]+/u);
  const whole = pieces.join("");
  const readable = pieces.every(
    (piece, index) => DIGITS.test(piece) || (index === pieces.length - 1 && DECIMALS.test(piece)),
  );
  if (!readable || whole.length > 80) return [];
  const point = whole.indexOf(".");
  const digits = point < 0 ? whole : whole.slice(0, point);
  const decimals = point < 0 ? "" : whole.slice(point);
  const borders = new Set<number>();
  pieces.reduce((at, piece) => {
    borders.add(at + piece.length);
    return at + piece.length;
  }, 0);
  const last = (terms: Equation) => Math.max(...terms.map(({ index }) => index));
  const checks = [
    ...equations.map((terms) => ({ terms, last: last(terms), holds: (sum: number) => sum === 0 })),
    ...bounds.map((terms) => ({ terms, last: last(terms), holds: (sum: number) => sum <= 0 })),
  ];
  const solutions: number[][] = [];
  const values: number[] = [];
  let steps = 0;
  const search = (at: number): boolean => {
    if (++steps > MAXIMUM_STEPS || solutions.length > MAXIMUM_SOLUTIONS) return false;
    if (values.length === count) {
      if (at === digits.length) solutions.push([...values]);
      return true;
    }
    const longest = NUMBER.exec(digits.slice(at, at + 16))?.[0].length ?? 0;
    const signed = /[-+]/u.test(digits[at] ?? "") ? 1 : 0;
    for (let end = at + 1 + signed; end <= at + longest; end++) {
      const ends = end === digits.length;
      if (ends !== (values.length === count - 1)) {
        if (ends || borders.has(end)) break;
        if (values.length === count - 1) continue;
      }
      values.push(Number(digits.slice(at, end) + (ends ? decimals : "")) + 0);
      const index = values.length - 1;
      const possible = checks.every(
        ({ terms, last: due, holds }) => due !== index || holds(balance(terms, values)),
      );
      const finished = possible ? search(end) : true;
      values.pop();
      if (!finished) return false;
      if (borders.has(end)) break;
    }
    return true;
  };
  return search(0) ? solutions : null;
}
