import { balance, type Equation } from "./equations.ts";
import { readValue } from "../../printed/numbers.ts";

/** Search steps after which a row counts as undecided; the longest real row (15 cells, 17 digits) takes some hundreds. */
const MAXIMUM_STEPS = 200_000;
const MAXIMUM_SOLUTIONS = 64;

/** Every way to read a row whose borders are lost; null when the search was too large to finish. */
export function waysToCut(
  run: string,
  count: number,
  equations: readonly Equation[],
): readonly (readonly number[])[] | null {
  if (count === 1) {
    const { value } = readValue(run);
    return value === null ? [] : [[value]];
  }
  // Zeros can be cut in one way only; other digits need a sum that says where.
  const decidable = equations.length > 0 || /^0+$/u.test(run);
  return decidable ? splitRun(run, count, equations) : [];
}

/**
 * Every way to cut a run of digits into `count` whole numbers that satisfies all equations; null when the search was
 * too large to finish. Spaces in the run are borders the text kept; no number begins with a superfluous zero.
 */
export function splitRun(
  run: string,
  count: number,
  equations: readonly Equation[],
): readonly (readonly number[])[] | null {
  const pieces = run.trim().split(/[\s\u00a0\u3000]+/u);
  if (pieces.some((piece) => !/^\d+$/u.test(piece)) || pieces.join("").length > 80) return [];
  const digits = pieces.join("");
  const borders = new Set<number>();
  pieces.reduce((at, piece) => {
    borders.add(at + piece.length);
    return at + piece.length;
  }, 0);

  const complete = equations.map((equation) => ({
    equation,
    last: Math.max(...equation.map(({ index }) => index)),
  }));
  const solutions: number[][] = [];
  const values: number[] = [];
  let steps = 0;
  const search = (at: number): boolean => {
    if (++steps > MAXIMUM_STEPS || solutions.length > MAXIMUM_SOLUTIONS) return false;
    if (values.length === count) {
      if (at === digits.length) solutions.push([...values]);
      return true;
    }
    const remaining = count - values.length - 1;
    for (let end = at + 1; end <= digits.length - remaining; end++) {
      if (end - at > 1 && digits[at] === "0") break;
      if (end - at > 15) break;
      values.push(Number(digits.slice(at, end)));
      const index = values.length - 1;
      const possible = complete.every(
        ({ equation, last }) => last !== index || balance(equation, values) === 0,
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
