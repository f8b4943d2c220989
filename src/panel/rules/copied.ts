import { similarity } from "../sketch.ts";
import type { CrossYearRule } from "./rule.ts";

/** The share from which more than the form's own phrases was copied. */
const COPIED = 0.8;

/**
 * Prose copied from last year, figures aside; the finding gives the share that was. It is code and no `acrossYears` of a
 * form, because it compares words and no cells.
 */
export const copied: CrossYearRule = {
  id: "x-copied",
  severity: "notice",
  compare({ report: before }, { report: after }) {
    if (!before.prose || !after.prose) return { breaks: [], held: 0, notAssessable: 1 };
    const share = Math.round(similarity(before.prose, after.prose) * 100) / 100;
    const breaks =
      share < COPIED
        ? []
        : [
            {
              path: "/report/sections",
              expected: null,
              actual: share,
              args: { percent: Math.round(share * 100) },
            },
          ];
    return { breaks, held: 1 - breaks.length, notAssessable: 0 };
  },
};
