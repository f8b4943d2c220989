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

/** Looks a key's value up: a number, null for blank or unreadable. Only keys listed in `keys` are asked for. */
export type Lookup = (key: string) => number | null;

/** Judges a rule. An operand without a value makes it not assessable; blank never counts as zero. */
export function evaluate(expression: Expression, keys: readonly string[], lookup: Lookup): Verdict {
  if (expression.condition) {
    const condition = compare(expression.condition, keys, lookup);
    if (condition.kind === "not-assessable") return condition;
    if (condition.kind !== "holds") return { kind: "does-not-apply" };
  }
  return compare(expression.comparison, keys, lookup);
}

function compare(comparison: ComparisonExpression, keys: readonly string[], lookup: Lookup): Verdict {
  const missing: string[] = [];
  const left = total(comparison.left, keys, lookup, missing);
  const right = total(comparison.right, keys, lookup, missing);
  if (missing.length > 0) return { kind: "not-assessable", missing };
  return holds(left, comparison.operator, right)
    ? { kind: "holds" }
    : { kind: "broken", left, right, operator: comparison.operator };
}

function total(sum: Sum, keys: readonly string[], lookup: Lookup, missing: string[]): number {
  let result = 0;
  for (const term of sum) result += term.sign * amount(term, keys, lookup, missing);
  return Math.round(result * 10_000) / 10_000; // amounts are printed with up to four decimals
}

/** What a term stands for, its sign aside. The keys it lacks a value of join `missing`, and it counts as nothing. */
function amount(term: Term, keys: readonly string[], lookup: Lookup, missing: string[]): number {
  if (term.kind === "number") return term.value;
  const expanded = (term.kind === "key" ? [term.key] : term.keys).flatMap((key) => expandKey(key, keys));
  if (expanded.length === 0) missing.push(term.kind === "key" ? term.key : term.keys.join(", "));
  const values = expanded.map((key) => ({ key, value: lookup(key) }));
  const present = values.flatMap(({ value }) => (value === null ? [] : [value]));
  if (term.kind === "extreme") {
    if (present.length > 0) return term.of === "max" ? Math.max(...present) : Math.min(...present);
    missing.push(...expanded);
    return 0;
  }
  missing.push(...values.filter(({ value }) => value === null).map(({ key }) => key));
  return present.reduce((sum, value) => sum + value, 0);
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
