import type { Conversion } from "../../../../src/model/index.ts";
import { flagsOf, valueAt } from "../../../../src/record/index.ts";
import type { ReportTruth } from "../truth.ts";

export type Outcome = "right" | "flagged" | "wrong" | "blank";

/** That a page was recognized is said of every cell of it. */
const SAID_OF_EVERY_CELL = /^page-recognized$/;
/** The same for figures that are drawn without regard to the form's sums. */
export const SAID_OF_UNIQUE_FIGURES = /^(?:page-recognized|total-blank|[tf]\d-.*)$/;

/**
 * How each number of a report came out. `flagged`: another or none, with a word of doubt about this cell or its table; `wrong`
 * and `blank` are what must not be: another number, or none, without one. Findings of rules that match `unheard` are no
 * such word.
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
