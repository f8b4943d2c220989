import type { Expression } from "../arithmetic/expression.ts";
import { expandKey } from "../arithmetic/expression.ts";

/** Search steps after which a row counts as undecided; the longest real row (15 cells, 17 digits) takes some hundreds. */
const MAXIMUM_STEPS = 200_000;
const MAXIMUM_SOLUTIONS = 64;

/** A linear equation over the cells of one row: the weighted sum of the values is zero. */
export type Equation = readonly { readonly index: number; readonly weight: number }[];

/**
 * Every way to cut a run of digits into `count` whole numbers that satisfies all equations; null when the search was
 * too large to finish. Spaces in the run are borders the text kept; no number begins with a superfluous zero.
 */
export function splitRun(run: string, count: number, equations: readonly Equation[]): readonly (readonly number[])[] | null {
  const pieces = run.trim().split(/[\s\u00a0\u3000]+/u);
  if (pieces.some((piece) => !/^\d+$/u.test(piece)) || pieces.join("").length > 80) return [];
  const digits = pieces.join("");
  const borders = new Set<number>();
  pieces.reduce((at, piece) => {
    borders.add(at + piece.length);
    return at + piece.length;
  }, 0);

  const complete = equations.map((equation) => ({ equation, last: Math.max(...equation.map(({ index }) => index)) }));
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
      const possible = complete.every(({ equation, last }) => last !== index || balance(equation, values) === 0);
      const finished = possible ? search(end) : true;
      values.pop();
      if (!finished) return false;
      if (borders.has(end)) break;
    }
    return true;
  };
  return search(0) ? solutions : null;
}

export function balance(equation: Equation, values: readonly number[]): number {
  return equation.reduce((sum, { index, weight }) => sum + weight * values[index]!, 0);
}

/** The rule as an equation over `keys`, or null where it is no equality of sums or reads a key that is not there. */
export function toEquation(expression: Expression, keys: readonly string[]): Equation | null {
  const { condition, comparison } = expression;
  if (condition || comparison.operator !== "==") return null;
  const weights = new Map<number, number>();
  for (const [terms, side] of [[comparison.left, 1], [comparison.right, -1]] as const) {
    for (const term of terms) {
      if (term.kind !== "key") return null;
      const found = expandKey(term.key, keys);
      if (found.length === 0) return null;
      for (const key of found) weights.set(keys.indexOf(key), (weights.get(keys.indexOf(key)) ?? 0) + side * term.sign);
    }
  }
  return [...weights].map(([index, weight]) => ({ index, weight }));
}
