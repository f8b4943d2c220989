import type { FactPattern } from "./fact-pattern.ts";
import { quantity } from "./facts-quantity.ts";

export const reviewFacts: readonly FactPattern[] = (
  [
    ["reconsiderations", "复议", "行政复议", "(?:行政)?复议(?!机关|决定)"],
    ["litigation", "诉讼", "行政诉讼", "(?:行政|(?<!民事|刑事))诉讼"],
  ] as const
).flatMap(([name, word, kind, any]): FactPattern[] => [
  {
    needs: [word],
    words: new RegExp(
      String.raw`${kind}(?:案件?|申请)?(?:数|数量)?${quantity("n")}(?<unit>件|起|宗|次|例)`,
      "gu",
    ),
    facts: [{ name, group: "n", unit: "件" }],
    unless: ({ n }, { before, after, headings }) =>
      (TOGETHER.test(before) && !/^[0零〇]$/u.test(n!)) ||
      OTHERS.test(before) ||
      (DECIDES.test(before) && !/^[0零〇]$/u.test(n!)) ||
      UNRELATED.test(after) ||
      PART_RELATED.test(after) ||
      (headings !== "" && !REVIEW.test(before + after + headings)),
  },
  // Neither 未发生被行政复议纠错 nor 未产生与行政诉讼有关的费用 says how many reviews there were.
  {
    needs: [word],
    words: new RegExp(
      String.raw`(?:未|没有|无|不存在)(?:发生|收到|接到|产生|出现|有|涉及|(?<=不存在))(?![^，。；]*(?:纠错|纠正|败诉|撤销|违法|责令|维持))[^，。；]{0,30}${any}(?![^，。；]{0,24}(?:费用|支出|经费))`,
      "gu",
    ),
    facts: [{ name, group: 0, unit: "件" }],
  },
  // The number before the kind of case: 发生1件因政府信息公开引起的行政诉讼案件.
  {
    needs: [word],
    words: new RegExp(
      String.raw`(?:发生|收到|接到|产生|引发)(?:了)?${quantity("n")}(?<unit>件|起|宗|例)(?=[^，。；、\d]{0,30}公开)[^，。；、\d]{0,40}${kind}(?:案件?|申请)?(?=[，。；]|$)`,
      "gu",
    ),
    facts: [{ name, group: "n", unit: "件" }],
    unless: (_, { before }) => OTHERS.test(before),
  },
  // Reads 行政复议、行政诉讼均为0件, also without 均, and 没有行政复议案件.
  {
    needs: ["均", "都", "0", "零"],
    also: [kind],
    words: new RegExp(
      String.raw`${kind}(?:案件|申请)?(?:[、和及与或]行政(?:复议|诉讼)(?:案件)?)?(?:数量?)?(?:均|都|(?<=诉讼(?:案件)?|复议(?:案件)?|数量?)(?=[为共计]?[0零](?:件|起|宗)))${quantity("n")}(?:(?<unit>件|起|宗)|(?<=零|0)(?=[，。；]|$))`,
      "gu",
    ),
    facts: [{ name, group: "n", unit: "件" }],
  },
  {
    needs: ["没有", "无", "未被", "未引"],
    also: [word],
    words: new RegExp(
      String.raw`(?<=^|[，。；：、年度公开局县市区镇乡厅委办院校站所队会处道位关])(?:没有|无|未被|未引[发起])(?:一[例起件])?(?![^，。；]*(?:纠错|纠正|败诉|撤销|违法|责令|维持))(?:因[^，。；]{0,14})?(?:申请|提起)?(?:(?:政府)?信息公开类?)?(?:(?:行政)?复议(?:案件|申请)?(?:[、和或及与]|以及)(?:被)?(?:申请|提起)?)?${any}(?:案件|申请)?(?=$|[，。；、和或及与]|情况|情形|事项|发生|的情)`,
      "gu",
    ),
    facts: [{ name, group: 0, unit: "件" }],
  },
  ...(
    [
      ["Upheld", "维持", "(?:结果)?维持"],
      ["Corrected", "纠正", "(?:结果)?纠正"],
      ["Other", "其他结果", "其他结果"],
      ["Pending", "尚未审结", "尚未审结"],
    ] as const
  ).map(([outcome, result, words]): FactPattern => ({
    needs: [result],
    words: new RegExp(String.raw`${words}${quantity("n")}件`, "gu"),
    facts: [{ name: name + outcome, group: "n", unit: "件" }],
    // Outcomes belong to the kind of case that was named last before them.
    after: new RegExp(`${kind}(?:(?!行政(?:复议|诉讼)).)*$`, "u"),
  })),
]);

/** An office of justice or a court reports reviews of all kinds, which are not those about disclosure. */
const REVIEW = /公开|依申请|复议|诉讼/u;

/** In 行政复议、行政诉讼3件 the figure counts both. */
const TOGETHER = /(?:复议|诉讼)(?:案件|申请)?(?:、|和|或者?|及|与|以及)(?:提起)?$/u;

/** Cases of the year before, and those that an office decides for others: 上年结转行政复议1件. */
const OTHERS = /结转(?:的)?$|复议机关[^，。；]{0,12}$/u;

/** What an office does that decides reviews: 受理行政复议申请30件. None received is none against it either. */
const DECIDES = /(?:受理|审理|审结)[^，。；]{0,8}$/u;

/** Words that rule the figure out: 办理行政复议9件，均与政府信息公开无关. */
const UNRELATED = /^[^。；]{0,12}(?:与[^。；]{0,12}无关|不涉及[^。；]{0,6}公开)/u;

/** In 行政复议120件，其中政府信息公开3件 the 120 are reviews of all kinds. */
const PART_RELATED = /^[，；（]?其中[^，。；）]{0,12}(?:政府|政务)?信息公开/u;
