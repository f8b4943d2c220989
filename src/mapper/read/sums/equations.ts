import {
  expandKey,
  parseExpression,
  type ComparisonExpression,
  type Expression,
} from "../../../arithmetic/expression.ts";
import { cellKey } from "../../../arithmetic/paths.ts";
import { prepared, remembered } from "../../../arithmetic/prepared.ts";
import type { RuleTemplate, TableTemplate } from "../../../model/index.ts";
import type { KnownBlock, KnownTable } from "../../form/known.ts";

/** A linear equation over the cells of one row: the weighted sum of the values is zero. */
export type WeightedSum = readonly { readonly index: number; readonly weight: number }[];

export function balance(equation: WeightedSum, values: readonly number[]): number {
  let sum = 0;
  for (const { index, weight } of equation) sum += weight * values[index]!;
  return sum;
}

/** The rule as an equation over `keys`; null if it is no equality of sums or names a key that is missing. */
export function toEquation(expression: Expression, keys: readonly string[]): WeightedSum | null {
  return expression.condition || expression.comparison.operator !== "=="
    ? null
    : weighted(expression.comparison, keys);
}

/**
 * A rule `a <= b` or `a >= b` as a weighted sum that must not exceed zero; null if it is no such rule or names a key
 * that is missing.
 */
export function toBound(expression: Expression, keys: readonly string[]): WeightedSum | null {
  const { condition, comparison } = expression;
  if (condition || !["<=", ">="].includes(comparison.operator)) return null;
  const { left, right } = comparison;
  return weighted(
    comparison.operator === "<=" ? comparison : { ...comparison, left: right, right: left },
    keys,
  );
}

function weighted(comparison: ComparisonExpression, keys: readonly string[]): WeightedSum | null {
  const weights = new Map<number, number>();
  for (const [terms, side] of [
    [comparison.left, 1],
    [comparison.right, -1],
  ] as const) {
    for (const term of terms) {
      if (term.kind !== "key") return null;
      const found = expandKey(term.key, keys);
      if (found.length === 0) return null;
      for (const key of found)
        weights.set(keys.indexOf(key), (weights.get(keys.indexOf(key)) ?? 0) + side * term.sign);
    }
  }
  return [...weights].map(([index, weight]) => ({ index, weight }));
}

/** Whether the values of a row satisfy all its equations; false if it has none. */
export function agrees(values: readonly (number | null)[], equations: readonly WeightedSum[]): boolean {
  return (
    equations.length > 0 &&
    !values.includes(null) &&
    equations.every((equation) => balance(equation, values as number[]) === 0)
  );
}

type ParsedRule = { readonly each: RuleTemplate["each"]; readonly expression: Expression };

/** The rules of a table that may concern a single row. */
function parsedRules(rules: readonly RuleTemplate[], table: TableTemplate): readonly ParsedRule[] {
  return rules
    .filter((rule) => rule.table === table.id && rule.each !== "column")
    .map(({ each, expression }) => ({ each, expression: parseExpression(expression) }));
}

/** The equations and bounds that a table's rules give for the cells of each row. */
export const sumsOf = prepared(({ template, table, rows }: KnownTable) => {
  const rules = parsedRules(template.rules, table);
  // A rule of each row says the same of all rows of a block.
  const ofEach = remembered(({ columns }: KnownBlock) => {
    const keys = columns.map(({ column }) => column.key);
    return rules.map(({ each, expression }) => (each === "row" ? sumsIn(expression, keys) : null));
  });
  return new Map(
    rows.map((known) => {
      const { row, block } = known;
      const keys = block.columns.map(({ column }) => cellKey(table, row.key, column.key));
      const shared = ofEach(block);
      const own = rules.map(({ expression }, at) => shared[at] ?? sumsIn(expression, keys));
      return [
        known,
        {
          equations: own.flatMap(({ equation }) => (equation ? [equation] : [])),
          bounds: own.flatMap(({ bound }) => (bound ? [bound] : [])),
        },
      ] as const;
    }),
  );
});

/** A rule as an equation or as a bound over `keys`. */
function sumsIn(expression: Expression, keys: readonly string[]) {
  return { equation: toEquation(expression, keys), bound: toBound(expression, keys) };
}
