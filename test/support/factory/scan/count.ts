import type { Conversion } from "../../../../src/model/index.ts";
import { flagsOf, valueAt } from "../../../../src/record/index.ts";
import type { ReportTruth } from "../truth.ts";

export type Outcome = "right" | "flagged" | "wrong" | "blank";

/** The finding that a page was recognized names every cell of the page. */
const SAID_OF_EVERY_CELL = /^page-recognized$/;
/** The same, and what sums and totals find where figures were drawn without regard to the form's sums. */
export const SAID_OF_UNIQUE_FIGURES = /^(?:page-recognized|total-blank|[tf]\d-.*)$/;

/**
 * How each number of a report came out. `flagged`: another number or none, with a warning or an error about this cell or
 * its table. `wrong` and `blank` must not occur: another number, or none, without such a finding. Findings of rules that
 * match `unheard` do not count.
 */
export function outcomes(
  { values }: Pick<ReportTruth, "values">,
  { report, diagnostics }: Conversion,
  unheard = SAID_OF_EVERY_CELL,
): ReadonlyMap<string, Outcome> {
  const flagAt = flagsOf({ report, diagnostics: diagnostics.filter(({ rule }) => !unheard.test(rule)) });
  const outcome = (path: string, value: number | null): Outcome => {
    const found = report === null ? undefined : (valueAt(report, path) ?? null);
    if (found === value) return "right";
    if (flagAt(pointerOf(path)).severity !== null) return "flagged";
    return found === null ? "blank" : "wrong";
  };
  return new Map(Object.entries(values).map(([path, value]) => [path, outcome(path, value)]));
}

/** Where the record holds the evidence of a path. */
export function pointerOf(path: string): string {
  return `/report/tables/${path.replaceAll(".", "/")}`;
}
