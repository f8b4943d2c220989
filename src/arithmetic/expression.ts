import type { RelationOperator } from "../model/index.ts";

/**
 * The language of template rules, small enough to read at a glance:
 *
 *     newlyReceived + carriedOver == results.total + carriedForward
 *     when results.total == 0: max(results.granted, results.denied.*) == 0
 *
 * Operands are numbers or keys (`a.b`), `a.*` stands for the sum of all keys right below `a`; `max(…)` and `min(…)` are
 * taken over the cells that have a value. A condition before the colon that does not hold makes the rule not apply.
 * A rule that is tried once may name cells of other tables, too: `tables.overall.income.sum` (`other-tables.ts`).
 */
export interface Expression {
  readonly condition: ComparisonExpression | null;
  readonly comparison: ComparisonExpression;
}

export interface ComparisonExpression {
  readonly left: Sum;
  readonly operator: RelationOperator;
  readonly right: Sum;
}

export type Sum = readonly Term[];

export type Term =
  | { readonly kind: "number"; readonly sign: 1 | -1; readonly value: number }
  | { readonly kind: "key"; readonly sign: 1 | -1; readonly key: string }
  | {
      readonly kind: "extreme";
      readonly sign: 1 | -1;
      readonly of: "max" | "min";
      readonly keys: readonly string[];
    };

/** Parses a rule; throws a `SyntaxError` that quotes the text: a rule is the template author's, never the document's. */
export function parseExpression(text: string): Expression {
  const conditional = /^\s*when\s+(.*?):\s*(.*)$/su.exec(text);
  if (!conditional) return { condition: null, comparison: parseComparison(text) };
  return { condition: parseComparison(conditional[1]!), comparison: parseComparison(conditional[2]!) };
}

function parseComparison(text: string): ComparisonExpression {
  const parts = text.split(/(==|!=|<=|>=|<|>)/u);
  if (parts.length !== 3) throw new SyntaxError(`expected one of == != <= >= < > in "${text.trim()}"`);
  return {
    left: parseSum(parts[0]!),
    operator: parts[1] as ComparisonExpression["operator"],
    right: parseSum(parts[2]!),
  };
}

function parseSum(text: string): Sum {
  const term =
    /\s*([+-]?)\s*(?:(max|min)\(([^()]*)\)|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_]*(?:\.(?:[\p{L}\p{N}_]+|\*))*))\s*/uy;
  const terms: Term[] = [];
  while (term.lastIndex < text.length || terms.length === 0) {
    const at = term.lastIndex;
    const match = term.exec(text);
    if (!match || (terms.length > 0 && match[1] === ""))
      throw new SyntaxError(`cannot read "${text.slice(at).trim()}" in "${text.trim()}"`);
    const sign = match[1] === "-" ? -1 : 1;
    if (match[2])
      terms.push({
        kind: "extreme",
        sign,
        of: match[2] as "max" | "min",
        keys: match[3]!.split(",").map((key) => key.trim()),
      });
    else if (match[4]) terms.push({ kind: "number", sign, value: Number(match[4]) });
    else terms.push({ kind: "key", sign, key: match[5]! });
  }
  return terms;
}

/** The existing keys that a pattern stands for: itself, or for `a.*` every key right below `a`. */
export function expandKey(pattern: string, keys: readonly string[]): readonly string[] {
  if (!pattern.endsWith(".*")) return keys.includes(pattern) ? [pattern] : [];
  const stem = pattern.slice(0, -1);
  return keys.filter((key) => key.startsWith(stem) && !key.slice(stem.length).includes("."));
}

/** The operands of an expression as written: keys, and patterns such as `a.*`. */
export function operandsOf({ condition, comparison }: Expression): readonly string[] {
  const sides = (it: ComparisonExpression | null) => (it ? [...it.left, ...it.right] : []);
  return [...sides(condition), ...sides(comparison)].flatMap((term) => {
    if (term.kind === "number") return [];
    return term.kind === "key" ? [term.key] : term.keys;
  });
}

/**
 * The expression for a report that lacks some rows a form may have: rows that are not printed add nothing. Null where a
 * side is left empty.
 */
export function withoutKeys(expression: Expression, absent: ReadonlySet<string>): Expression | null {
  if (absent.size === 0) return expression;
  const condition = expression.condition && comparisonWithout(expression.condition, absent);
  const comparison = comparisonWithout(expression.comparison, absent);
  return comparison === null || (expression.condition && condition === null)
    ? null
    : { condition, comparison };
}

function comparisonWithout(
  comparison: ComparisonExpression,
  absent: ReadonlySet<string>,
): ComparisonExpression | null {
  const rest = (sum: Sum) =>
    sum.flatMap((term): Term[] => {
      if (term.kind === "number") return [term];
      if (term.kind === "key") return absent.has(term.key) ? [] : [term];
      const keys = term.keys.filter((key) => !absent.has(key));
      return keys.length === 0 ? [] : [{ ...term, keys }];
    });
  const [left, right] = [rest(comparison.left), rest(comparison.right)];
  return left.length === 0 || right.length === 0 ? null : { ...comparison, left, right };
}

/** Every key an expression reads. */
export function keysOf(expression: Expression, keys: readonly string[]): readonly string[] {
  return [...new Set(operandsOf(expression).flatMap((operand) => expandKey(operand, keys)))];
}
