import { similarity } from "../sketch.ts";
import type { CrossYearRule } from "./rule.ts";

/** From here on more than the form's own phrases was taken over. */
const COPIED = 0.8;

/** Prose taken over from last year, figures aside; how much of it is told as a share. */
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
