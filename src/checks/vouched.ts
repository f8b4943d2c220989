import type { AnnualReport, Evidence, RuleTemplate, TableTemplate, Template } from "../model/index.ts";
import { evaluate } from "../arithmetic/evaluate.ts";
import { keysOf, parseExpression, type Expression } from "../arithmetic/expression.ts";
import { makeContext } from "./context.ts";
import { otherTablesNamed } from "./places.ts";
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
    for (const { each, equation } of equationsOf(table, template))
      for (const place of instances(table)[each]) {
        const { instance, expression } = printedPart(equation, place, context.has);
        if (expression === null) continue;
        const keys = [...instance.operands.keys()];
        const pointer = (key: string) => instance.operands.get(key)!.pointer;
        const { kind } = evaluate(expression, keys, (key) => context.value(pointer(key)));
        const side = kind === "holds" ? held : refuted;
        for (const key of keysOf(expression, keys)) side.add(pointer(key));
      }
  return new Set([...held].filter((pointer) => !refuted.has(pointer)));
}

/** The rules of a table that say, without condition, what equals what in it. */
function equationsOf(
  table: TableTemplate,
  { rules }: Template,
): { readonly each: RuleTemplate["each"]; readonly equation: Expression }[] {
  return rules.flatMap((rule) => {
    const equation = parseExpression(rule.expression);
    const { condition, comparison } = equation;
    const isEquation = rule.table === table.id && !condition && comparison.operator === "==";
    return isEquation && otherTablesNamed(equation, table).length === 0
      ? [{ each: rule.each, equation }]
      : [];
  });
}
