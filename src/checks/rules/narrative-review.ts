import type { Check } from "../check.ts";
import type { CheckContext } from "../check.ts";
import { compareFigure, type NarrativeRule } from "../narrative.ts";

const OUTCOMES = [
  ["", "total"],
  ["Upheld", "upheld"],
  ["Corrected", "corrected"],
  ["Other", "other"],
  ["Pending", "pending"],
] as const;

/** 行政复议N件，其中结果维持a件 … against 行政复议 of table 4. */
export const narrativeReview: Check = {
  rules: ["n-review"],
  run: (context) => compareOutcomes(context, "n-review", "reconsiderations", ["reconsideration"]),
};

/** 行政诉讼N件 against both kinds of 行政诉讼 together. */
export const narrativeLitigation: Check = {
  rules: ["n-litig"],
  run: (context) =>
    compareOutcomes(context, "n-litig", "litigation", [
      "litigation/direct",
      "litigation/afterReconsideration",
    ]),
};

/** A sentence that gives outcomes without the number of cases may mean only some of the cases. */
function compareOutcomes(
  context: CheckContext,
  rule: NarrativeRule,
  name: string,
  blocks: readonly string[],
) {
  return context.statements
    .filter((facts) => facts.some(({ fact }) => fact === name))
    .flatMap((facts) =>
      OUTCOMES.flatMap(([outcome, column]) => {
        const fact = facts.find((one) => one.fact === name + outcome);
        return fact
          ? compareFigure(
              context,
              rule,
              fact,
              blocks.map((block) => `/report/tables/reviewAndLitigation/${block}/${column}`),
            )
          : [];
      }),
    );
}
