import type { AnnualReport, Evidence, Template } from "../model/index.ts";
import { evaluate } from "../arithmetic/evaluate.ts";
import { keysOf, parseExpression } from "../arithmetic/expression.ts";
import { makeContext } from "./context.ts";
import { instances, printedPart } from "./relation.ts";

/**
 * Pointers of the cells whose values the form's own sums vouch for: each stands in at least one equation, and every
 * equation it stands in can be tried and holds. A number one column or one row off breaks the sums it left and those it
 * came into; bounds and conditions let too much pass to vouch for anything.
 */
export function vouchedCells(
  report: AnnualReport,
  evidence: Evidence,
  layouts: Readonly<Record<string, string>>,
  templates: readonly Template[],
): ReadonlySet<string> {
  const context = makeContext(report, evidence, layouts, templates);
  const held = new Set<string>();
  const refuted = new Set<string>();
  for (const { table, template } of context.tables)
    for (const rule of template.rules) {
      const whole = parseExpression(rule.expression);
      if (rule.table !== table.id || whole.condition || whole.comparison.operator !== "==") continue;
      for (const place of instances(table)[rule.each]) {
        const { instance, expression } = printedPart(whole, place, context.has);
        if (expression === null) continue;
        const keys = [...instance.operands.keys()];
        const pointer = (key: string) => instance.operands.get(key)!.pointer;
        const { kind } = evaluate(expression, keys, (key) => context.value(pointer(key)));
        const side = kind === "holds" ? held : refuted;
        for (const key of keysOf(expression, keys)) side.add(pointer(key));
      }
    }
  return new Set([...held].filter((pointer) => !refuted.has(pointer)));
}
