import { prepared } from "../../arithmetic/prepared.ts";
import type { Finding, RuleTemplate, TableTemplate } from "../../model/index.ts";
import { evaluate } from "../../arithmetic/evaluate.ts";
import {
  keysOf,
  parseExpression,
  withoutKeys,
  type Comparison,
  type Expression,
} from "../../arithmetic/expression.ts";
import { cellKey, cellPointer, formCells } from "../../arithmetic/paths.ts";
import type { Check } from "../check.ts";
import type { CheckContext } from "../check.ts";
import { finding, formFinding } from "../../findings/finding.ts";

/** The rules each chosen template states over its own cells: balance, sums, bounds. */
export const templateRules: Check = {
  rules: ["not-assessable"],
  run: (context) =>
    context.tables.flatMap(({ table, template }) => {
      const rules = template.rules.filter((rule) => rule.table === table.id);
      const findings = rules.map((rule) => applyRule(rule, instances(table)[rule.each], context));
      return [...findings.flatMap((finding) => finding.broken), ...notAssessable(rules, findings)];
    }),
};

interface Judged {
  readonly broken: readonly Finding[];
  /** Pointers of blank or unreadable operands, and how many instances of the rule they stop. */
  readonly missing: readonly string[];
  readonly stopped: number;
}

/** One application of a rule: the keys it may name, each with the pointer of its cell. */
type Instance = ReadonlyMap<string, string>;

function applyRule(rule: RuleTemplate, places: readonly Instance[], context: CheckContext): Judged {
  const whole = parseExpression(rule.expression);
  const broken: Finding[] = [];
  const missing: string[] = [];
  let stopped = 0;
  for (const pointers of places) {
    const { keys, absent } = printedKeys(pointers, context);
    const expression = withoutKeys(whole, absent);
    if (expression === null) continue;
    const pointer = (key: string) => pointers.get(key)!;
    const verdict = evaluate(expression, keys, (key) => context.value(pointer(key)));
    if (verdict.kind === "not-assessable") {
      stopped += 1;
      missing.push(...verdict.missing.filter((key) => keys.includes(key)).map(pointer));
    }
    if (verdict.kind !== "broken") continue;
    const paths = keysOf(expression, keys).map(pointer);
    const path = pointer(subject(expression, keys) ?? keysOf(expression, keys)[0]!);
    const at = context.at(path);
    const { left, right, operator } = verdict;
    broken.push(
      formFinding(rule, { path, paths, at, expected: left, actual: right, args: { left, right, operator } }),
    );
  }
  return { broken, missing, stopped };
}

/** The keys of an instance, apart from those of rows that this report does not print. */
function printedKeys(pointers: Instance, context: CheckContext) {
  const keys = [...pointers].filter(([, pointer]) => context.has(pointer)).map(([key]) => key);
  const present = new Set(keys);
  const absent =
    keys.length === pointers.size ? NONE : new Set([...pointers.keys()].filter((key) => !present.has(key)));
  return { keys, absent };
}

const NONE: ReadonlySet<string> = new Set();

/** The total a sum should give: the single key on the right. */
function subject(expression: Expression, keys: readonly string[]): string | null {
  const sides: Comparison = expression.comparison;
  const [term] = sides.right.length === 1 ? sides.right : sides.left;
  return term?.kind === "key" && keys.includes(term.key) ? term.key : null;
}

type Instances = Readonly<Record<RuleTemplate["each"], readonly Instance[]>>;

const instances = prepared((table: TableTemplate): Instances => {
  const cells = formCells(table);
  return {
    once: [new Map(cells.map(({ row, column, pointer }) => [cellKey(table, row.key, column.key), pointer]))],
    column: table.blocks.flatMap((block) =>
      block.columns.map(
        (column) => new Map(block.rows.map((row) => [row.key, cellPointer(table, row.key, column.key)])),
      ),
    ),
    row: table.blocks.flatMap((block) =>
      block.rows.map(
        (row) =>
          new Map(block.columns.map((column) => [column.key, cellPointer(table, row.key, column.key)])),
      ),
    ),
  };
});

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
