import type { Finding, RuleTemplate } from "../../model/index.ts";
import { evaluateResolved, type Verdict } from "../../arithmetic/evaluate.ts";
import { keysOf, type Expression } from "../../arithmetic/expression.ts";
import { placesOf } from "../places.ts";
import { preparedRules, printedPart, relationOf, type Trial } from "../relation.ts";
import type { Check } from "../check.ts";
import type { CheckContext } from "../check.ts";
import { finding, formFinding } from "../../findings/finding.ts";

/** The rules each chosen template states over its own cells: balance, sums, bounds. */
export const templateRules: Check = {
  rules: ["not-assessable"],
  run: (context) =>
    context.tables.flatMap(({ table, template }) => {
      const own = preparedRules(template);
      const rules = template.rules.filter((rule) => rule.table === table.id);
      const findings = rules.map((rule) =>
        applyRule(rule, placesOf(rule, own.get(rule)!, table, context), context),
      );
      return [...once(findings.flatMap(({ broken }) => broken)), ...notAssessable(rules, findings)];
    }),
};

/** Reports a blank total of both a row and a column only once. */
function once(found: readonly Finding[]): readonly Finding[] {
  const blank = new Set<string | undefined>();
  return found.filter(({ rule, path }) => rule !== "total-blank" || (!blank.has(path) && blank.add(path)));
}

interface Judged {
  readonly broken: readonly Finding[];
  /** Pointers of blank or unreadable operands, and how many evaluations of the rule they prevent. */
  readonly missing: readonly string[];
  readonly stopped: number;
}

function applyRule(rule: RuleTemplate, places: readonly Trial[], context: CheckContext): Judged {
  const broken: Finding[] = [];
  const missing: string[] = [];
  let stopped = 0;
  for (const place of places) {
    const trial = printedPart(place, context.has);
    if (trial === null) continue;
    const { pointers, resolved } = trial;
    const verdict = evaluateResolved(resolved, context.value);
    if (verdict.kind === "not-assessable") {
      stopped += 1;
      missing.push(...verdict.missing.filter((cell) => pointers.includes(cell)));
      broken.push(...blankTotal(trial, verdict.missing, context));
    }
    if (verdict.kind === "broken") broken.push(brokenRule(rule, trial, verdict, context));
  }
  return { broken, missing, stopped };
}

function brokenRule(
  rule: RuleTemplate,
  { expression, keys, instance }: Trial,
  verdict: Extract<Verdict, { kind: "broken" }>,
  context: CheckContext,
): Finding {
  const pointer = (key: string) => instance.operands.get(key)!.pointer;
  const paths = keysOf(expression, keys).map(pointer);
  const blamed = subject(expression, keys);
  const about = blamed?.key ?? conditionKey(expression, keys);
  const path = about === null ? paths[0]! : pointer(about);
  const relation = relationOf(rule.expression, expression, verdict, instance);
  const sides = {
    ...(blamed && { expected: blamed.side === "right" ? verdict.left : verdict.right }),
    ...(about !== null && { actual: context.value(path) }),
  };
  return formFinding(rule, { path, paths, at: context.at(path), ...sides, relation });
}

/** A total that is blank although all its parts are printed beside it. */
function blankTotal(
  { expression, keys, instance, resolved }: Trial,
  missing: readonly string[],
  context: CheckContext,
): Finding[] {
  const blamed = subject(expression, keys);
  const path = blamed && instance.operands.get(blamed.key)!.pointer;
  if (path === null || instance.isAcrossTables || !missing.every((cell) => cell === path)) return [];
  const status = context.status(path);
  if (expression.comparison.operator !== "==" || (status !== "blank" && status !== "dash")) return [];
  const verdict = evaluateResolved(resolved, (cell) => (cell === path ? 0 : context.value(cell)));
  if (verdict.kind !== "broken" && verdict.kind !== "holds") return [];
  const expected = verdict.kind === "holds" ? 0 : blamed!.side === "right" ? verdict.left : verdict.right;
  return [finding("total-blank", { path, at: context.at(path), expected, actual: null })];
}

/** The one cell a relation is about, and the side on which it stands alone. */
interface Subject {
  readonly key: string;
  readonly side: "left" | "right";
}

/**
 * The total that a sum should give: a single key on the right, or else on the left; none where both sides have several.
 */
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

/** One notice for each rule, naming every blank operand. */
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
