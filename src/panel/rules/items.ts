import type { CrossYearRule } from "./rule.ts";
import { judge, layoutOf, panelValueOf } from "./rule.ts";

const rows = [
  "administrativeLicensing",
  "otherExternalServices",
  "administrativePenalties",
  "administrativeCoercion",
  "administrativeFees",
];

/** 上一年项目数量 is last year's 上一年项目数量 plus its 本年增/减; in the form of 2019 only. */
export const items: CrossYearRule = {
  id: "x-items",
  severity: "notice",
  compare(before, after) {
    const applies = [before, after].every((year) => layoutOf(year, "proactiveDisclosure") === "2019");
    return judge(
      (applies ? rows : []).map((row) => {
        const at = `/report/tables/proactiveDisclosure/${row}`;
        return {
          path: `${at}/priorYearItems`,
          expected: [
            { sign: 1, value: panelValueOf(before, `${at}/priorYearItems`) },
            { sign: 1, value: panelValueOf(before, `${at}/itemsChange`) },
          ],
          actual: panelValueOf(after, `${at}/priorYearItems`),
        };
      }),
    );
  },
};
