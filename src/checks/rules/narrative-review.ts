import type { Check } from "../check.ts";
import type { CheckContext } from "../context.ts";
import { compareFigure } from "../narrative.ts";

const OUTCOMES = [
  [/(?:结果)?维持(\d+)件/u, "upheld"],
  [/(?:结果)?纠正(\d+)件/u, "corrected"],
  [/其他结果(\d+)件/u, "other"],
  [/尚未审结(\d+)件/u, "pending"],
] as const;

/** 行政复议N件，其中结果维持a件 … against 行政复议 of table 4. */
export const narrativeReview: Check = {
  rules: ["n-review"],
  run: (context) => compareOutcomes(context, "n-review", /行政复议(?:案件|申请)?(?:共|共计)?(\d+)(?:件|起|宗)/u, ["reconsideration"]),
};

/** 行政诉讼N件 against both kinds of 行政诉讼 together. */
export const narrativeLitigation: Check = {
  rules: ["n-litig"],
  run: (context) => compareOutcomes(context, "n-litig", /行政诉讼(?:案件)?(?:共|共计)?(\d+)(?:件|起|宗)/u, ["litigation/direct", "litigation/afterReconsideration"]),
};

function compareOutcomes(context: CheckContext, rule: string, total: RegExp, blocks: readonly string[]) {
  const pointers = (column: string) => blocks.map((block) => `/report/tables/reviewAndLitigation/${block}/${column}`);
  return context.sentences.flatMap((text) => {
    const match = total.exec(text);
    if (!match) return [];
    // What follows up to the next kind of case belongs to this one.
    const rest = text.slice(match.index + match[0].length).split(/行政(?:复议|诉讼)/u)[0]!;
    return [
      ...compareFigure(context, rule, Number(match[1]), pointers("total"), match[0]),
      ...OUTCOMES.flatMap(([words, column]) => {
        const outcome = words.exec(rest);
        return outcome ? compareFigure(context, rule, Number(outcome[1]), pointers(column), outcome[0]) : [];
      }),
    ];
  });
}
