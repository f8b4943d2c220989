import type { Finding, RuleTemplate, TableTemplate } from "../../model/index.ts";
import { evaluate } from "../../arithmetic/evaluate.ts";
import { keysOf, parseExpression, type Expression } from "../../arithmetic/expression.ts";
import { placesOf } from "../places.ts";
import { printedPart, relationOf, type Instance } from "../relation.ts";
import type { Check } from "../check.ts";
import type { CheckContext } from "../check.ts";
import { finding, formFinding } from "../../findings/finding.ts";

/** The rules each chosen template states over its own cells: balance, sums, bounds. */
export const templateRules: Check = {
  rules: ["not-assessable"],
  run: (context) =>
    context.tables.flatMap(({ table, template }) => {
      const rules = template.rules.filter((rule) => rule.table === table.id);
      const findings = rules.map((rule) => applyRule(rule, table, context));
      return [...once(findings.flatMap(({ broken }) => broken)), ...notAssessable(rules, findings)];
    }),
};

/** A blank total of a row and of a column is one finding. */
function once(found: readonly Finding[]): readonly Finding[] {
  const blank = new Set<string | undefined>();
  return found.filter(({ rule, path }) => rule !== "total-blank" || (!blank.has(path) && blank.add(path)));
}

interface Judged {
  readonly broken: readonly Finding[];
  /** Pointers of blank or unreadable operands, and how many instances of the rule they stop. */
  readonly missing: readonly string[];
  readonly stopped: number;
}

function applyRule(rule: RuleTemplate, table: TableTemplate, context: CheckContext): Judged {
  const whole = parseExpression(rule.expression);
  const places = placesOf(rule, whole, table, context);
  const broken: Finding[] = [];
  const missing: string[] = [];
  let stopped = 0;
  for (const place of places) {
    const { instance, expression } = printedPart(whole, place, context.has);
    if (expression === null) continue;
    const keys = [...instance.operands.keys()];
    const pointer = (key: string) => instance.operands.get(key)!.pointer;
    const lookup = (key: string) => context.value(pointer(key));
    const blamed = subject(expression, keys);
    const verdict = evaluate(expression, keys, lookup);
    if (verdict.kind === "not-assessable") {
      stopped += 1;
      missing.push(...verdict.missing.filter((key) => keys.includes(key)).map(pointer));
      if (blamed && verdict.missing.every((key) => key === blamed.key))
        broken.push(...blankTotal(expression, blamed, instance, context));
    }
    if (verdict.kind !== "broken") continue;
    const paths = keysOf(expression, keys).map(pointer);
    const about = blamed?.key ?? conditionKey(expression, keys);
    const path = pointer(about ?? keysOf(expression, keys)[0]!);
    const relation = relationOf(rule.expression, expression, verdict, instance);
    const sides = {
      ...(blamed && { expected: blamed.side === "right" ? verdict.left : verdict.right }),
      ...(about !== null && { actual: lookup(about) }),
    };
    broken.push(formFinding(rule, { path, paths, at: context.at(path), ...sides, relation }));
  }
  return { broken, missing, stopped };
}

/** A total that was left blank though all its parts are printed beside it. */
function blankTotal(
  expression: Expression,
  { key, side }: Subject,
  { operands, isAcrossTables }: Instance,
  context: CheckContext,
): Finding[] {
  if (isAcrossTables) return [];
  const path = operands.get(key)!.pointer;
  const status = context.status(path);
  if (expression.comparison.operator !== "==" || (status !== "blank" && status !== "dash")) return [];
  const keys = [...operands.keys()];
  const value = (other: string) => (other === key ? 0 : context.value(operands.get(other)!.pointer));
  const verdict = evaluate(expression, keys, value);
  if (verdict.kind !== "broken" && verdict.kind !== "holds") return [];
  const expected = verdict.kind === "holds" ? 0 : side === "right" ? verdict.left : verdict.right;
  return [finding("total-blank", { path, at: context.at(path), expected, actual: null })];
}

/** The one cell a relation is about, and the side on which it stands alone. */
interface Subject {
  readonly key: string;
  readonly side: "left" | "right";
}

/** The total a sum should give: a single key on the right, or else on the left. With several on both sides there is none. */
function subject({ comparison }: Expression, keys: readonly string[]): Subject | null {
  for (const side of ["right", "left"] as const) {
    const [term, more] = comparison[side];
    if (!more && term?.kind === "key" && term.sign > 0 && keys.includes(term.key))
      return { key: term.key, side };
  }
  return null;
}

/** `when results.total == 0: …` is about the total. */
function conditionKey({ condition }: Expression, keys: readonly string[]): string | null {
  const [term] = condition?.left ?? [];
  return term?.kind === "key" && keys.includes(term.key) ? term.key : null;
}

/** One notice a rule, naming every blank operand. */
function notAssessable(rules: readonly RuleTemplate[], findings: readonly Judged[]): Finding[] {
  const byRule = new Map<string, { paths: Set<string>; stopped: number }>();
  rules.forEach((rule, index) => {
    const { missing, stopped } = findings[index]!;
    if (stopped === 0) return;
    const entry = byRule.get(rule.id) ?? { paths: new Set<string>(), stopped: 0 };
    missing.forEach((path) => entry.paths.add(path));
    byRule.set(rule.id, { paths: entry.paths, stopped: entry.stopped + stopped });
  });
  return [...byRule].map(([rule, { paths, stopped }]) =>
    finding("not-assessable", { paths: [...paths], args: { rule, count: stopped } }),
  );
}
