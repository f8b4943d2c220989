import type { AnnualReport, Evidence, Template } from "../model/index.ts";
import { evaluateResolved } from "../arithmetic/evaluate.ts";
import { keysOf } from "../arithmetic/expression.ts";
import { makeContext } from "./context.ts";
import { preparedRules, printedPart, type PreparedRule } from "./relation.ts";

/** Pointers of cells by what the form's own sums say of their values. */
export interface CellsBySums {
  /**
   * Each stands in at least one equation, and every equation with it can be evaluated and holds. A number one column or
   * one row off breaks both the sums it left and those it joined. Bounds and conditions allow too much to vouch for anything.
   */
  readonly vouched: ReadonlySet<string>;
  /** Some equation with it does not hold. */
  readonly belied: ReadonlySet<string>;
}

export function cellsBySums(
  report: AnnualReport,
  evidence: Evidence,
  layouts: Readonly<Record<string, string>>,
  templates: readonly Template[],
): CellsBySums {
  const context = makeContext(report, evidence, layouts, templates);
  const held = new Set<string>();
  const refuted = new Set<string>();
  const belied = new Set<string>();
  for (const { table, template } of context.tables) {
    const own = template.rules.filter((rule) => rule.table === table.id);
    const equations = own.map((rule) => preparedRules(template).get(rule)!).filter(isEquation);
    for (const place of equations.flatMap(({ places }) => places)) {
      const trial = printedPart(place, context.has);
      if (trial === null) continue;
      const { kind } = evaluateResolved(trial.resolved, context.value);
      const side = kind === "holds" ? held : refuted;
      for (const key of keysOf(trial.expression, trial.keys)) {
        const { pointer } = trial.instance.operands.get(key)!;
        side.add(pointer);
        if (kind === "broken") belied.add(pointer);
      }
    }
  }
  return { vouched: new Set([...held].filter((pointer) => !refuted.has(pointer))), belied };
}

/** Whether a rule states an unconditional equation within its own table. */
function isEquation({ expression: { condition, comparison }, otherTables }: PreparedRule): boolean {
  return !condition && comparison.operator === "==" && otherTables.length === 0;
}
