import type { CrossYearRule } from "./rule.ts";
import { judge, layoutOf, panelValueOf } from "./rule.ts";

/**
 * 现行有效件数 is last year's plus what was issued and minus what was repealed. Both years must print the form of 2021,
 * because 对外公开总数量 of the form before counts something else.
 */
export const inForce: CrossYearRule = {
  id: "x-inforce",
  severity: "warning",
  compare(before, after) {
    const applies = [before, after].every((year) => layoutOf(year, "proactiveDisclosure") === "2021");
    return judge(
      (applies ? ["regulations", "normativeDocuments"] : []).map((row) => {
        const at = `/report/tables/proactiveDisclosure/${row}`;
        return {
          path: `${at}/inForce`,
          expected: [
            { sign: 1, value: panelValueOf(before, `${at}/inForce`) },
            { sign: 1, value: panelValueOf(after, `${at}/issued`) },
            { sign: -1, value: panelValueOf(after, `${at}/repealed`) },
          ],
          actual: panelValueOf(after, `${at}/inForce`),
        };
      }),
    );
  },
};
