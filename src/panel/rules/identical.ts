import { tablePointer } from "../../arithmetic/paths.ts";
import type { Break, CrossYearRule } from "./rule.ts";
import { layoutOf } from "./rule.ts";

/** Different figures with this many digits together do not recur by chance: `120`, `33` and `5` have six. */
const DIGITS = 6;
/** Stocks, which stay the same in a year without changes. */
const STOCKS = new Set(["inForce", "totalDisclosed", "priorYearItems"]);

/**
 * A whole table that repeats last year's figures. Tables of zeros and of a few small numbers may agree by chance. It is
 * code and no `acrossYears` of a form, because it is about a copy of the whole table and not about a sum of its cells.
 */
export const identical: CrossYearRule = {
  id: "x-identical",
  severity: "warning",
  compare(before, after) {
    const breaks: Break[] = [];
    let held = 0;
    for (const [table, layout] of after.report.layouts) {
      if (layoutOf(before, table) !== layout) continue;
      const pairs = [...after.cells.values()].flatMap(({ form, value }) => {
        if (form.table !== table || value === null) return [];
        const earlier = before.cells.get(form.pointer)?.value ?? null;
        return earlier === null ? [] : [{ column: form.column.key, value, earlier }];
      });
      const figures = new Set(
        pairs.flatMap(({ column, value }) => (value === 0 || STOCKS.has(column) ? [] : [value])),
      );
      const digits = [...figures].reduce((sum, value) => sum + String(value).replace(/\D/gu, "").length, 0);
      const same = pairs.every(({ value, earlier }) => value === earlier);
      if (same && digits >= DIGITS) {
        breaks.push({
          path: tablePointer(table),
          expected: null,
          actual: null,
          args: { figures: figures.size, cells: pairs.length },
        });
      } else held += 1;
    }
    return { breaks, held, notAssessable: 0 };
  },
};
