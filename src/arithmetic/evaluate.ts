import { expandKey, type ComparisonExpression, type Expression, type Sum, type Term } from "./expression.ts";

/** `left` and `right` are the values of both sides, exact to four decimals. */
export type Verdict =
  | { readonly kind: "holds" }
  | {
      readonly kind: "broken";
      readonly left: number;
      readonly right: number;
      readonly operator: ComparisonExpression["operator"];
    }
  | { readonly kind: "not-assessable"; readonly missing: readonly string[] }
  | { readonly kind: "does-not-apply" };

/** Looks a cell's value up: a number, null for blank or unreadable. Only cells that the rule names are asked for. */
export type Lookup = (cell: string) => number | null;

/** A rule whose keys were looked up once: the cells it names in one form, ready to be evaluated for any report. */
export interface ResolvedExpression {
  readonly condition: ResolvedComparison | null;
  readonly comparison: ResolvedComparison;
}

interface ResolvedComparison {
  readonly left: readonly ResolvedTerm[];
  readonly operator: ComparisonExpression["operator"];
  readonly right: readonly ResolvedTerm[];
}

interface ResolvedTerm {
  readonly sign: 1 | -1;
  readonly of: "number" | "sum" | "max" | "min";
  /** The value of a number. */
  readonly value: number;
  /** The cells it is taken over. */
  readonly cells: readonly string[];
  /** The term as the rule writes it. */
  readonly text: string;
}

/** Evaluates a rule. An operand without a value makes it not assessable; blank never counts as zero. */
export function evaluate(expression: Expression, keys: readonly string[], lookup: Lookup): Verdict {
  return evaluateResolved(resolve(expression, keys), lookup);
}

/** The rule over the cells of `keys`, each cell named as `cellOf` names it. */
export function resolve(
  { condition, comparison }: Expression,
  keys: readonly string[],
  cellOf = (key: string): string => key,
): ResolvedExpression {
  const sum = (terms: Sum) => terms.map((term) => resolvedTerm(term, keys, cellOf));
  const both = ({ left, operator, right }: ComparisonExpression): ResolvedComparison => ({
    left: sum(left),
    operator,
    right: sum(right),
  });
  return { condition: condition && both(condition), comparison: both(comparison) };
}

function resolvedTerm(term: Term, keys: readonly string[], cellOf: (key: string) => string): ResolvedTerm {
  const { sign } = term;
  if (term.kind === "number") return { sign, of: "number", value: term.value, cells: [], text: "" };
  const named = term.kind === "key" ? [term.key] : term.keys;
  return {
    sign,
    of: term.kind === "key" ? "sum" : term.of,
    value: 0,
    cells: named.flatMap((key) => expandKey(key, keys)).map(cellOf),
    text: named.join(", "),
  };
}

/** Like `evaluate`, for a rule resolved before; missing operands are listed by the names of their cells. */
export function evaluateResolved({ condition, comparison }: ResolvedExpression, lookup: Lookup): Verdict {
  if (condition) {
    const verdict = compare(condition, lookup);
    if (verdict.kind === "not-assessable") return verdict;
    if (verdict.kind !== "holds") return { kind: "does-not-apply" };
  }
  return compare(comparison, lookup);
}

function compare(comparison: ResolvedComparison, lookup: Lookup): Verdict {
  const left = total(comparison.left, lookup);
  const right = total(comparison.right, lookup);
  if (left === null || right === null) {
    const terms = [...comparison.left, ...comparison.right];
    return { kind: "not-assessable", missing: terms.flatMap((term) => missingIn(term, lookup)) };
  }
  return holds(left, comparison.operator, right)
    ? HOLDS
    : { kind: "broken", left, right, operator: comparison.operator };
}

const HOLDS: Verdict = { kind: "holds" };

/** Null where a cell that counts has no value. */
function total(terms: readonly ResolvedTerm[], lookup: Lookup): number | null {
  let result = 0;
  for (const term of terms) {
    const own = amount(term, lookup);
    if (own === null) return null;
    result += term.sign * own;
  }
  return Math.round(result * 10_000) / 10_000; // amounts are printed with up to four decimals
}

/** The amount of a term without its sign; null where it names no cell of the form, or has too few values. */
function amount({ of, value, cells }: ResolvedTerm, lookup: Lookup): number | null {
  if (of === "number") return value;
  if (cells.length === 0) return null;
  if (of !== "sum") return extreme(of, cells, lookup);
  let sum = 0;
  for (const cell of cells) {
    const own = lookup(cell);
    if (own === null) return null;
    sum += own;
  }
  return sum;
}

/** Of the cells with a value; null where none has one. */
function extreme(of: "max" | "min", cells: readonly string[], lookup: Lookup): number | null {
  const present = cells.map(lookup).filter((value) => value !== null);
  if (present.length === 0) return null;
  return of === "max" ? Math.max(...present) : Math.min(...present);
}

/** The operands that leave a term without an amount: cells without a value, or keys that name no cell. */
function missingIn(term: ResolvedTerm, lookup: Lookup): readonly string[] {
  if (term.of === "sum" && term.cells.length > 0) return term.cells.filter((cell) => lookup(cell) === null);
  if (amount(term, lookup) !== null) return [];
  return term.cells.length === 0 ? [term.text] : term.cells;
}

function holds(left: number, operator: ComparisonExpression["operator"], right: number): boolean {
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
    case "<":
      return left < right;
    case ">":
      return left > right;
  }
}
