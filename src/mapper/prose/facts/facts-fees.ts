import type { FactPattern, Groups } from "./fact-pattern.ts";
import { quantity } from "./facts-quantity.ts";
import type { Stand } from "./facts-scope.ts";

export const feeFacts: readonly FactPattern[] = [
  {
    needs: ["处理费"],
    words: new RegExp(String.raw`信息(?:公开)?(?:信息)?处理费(?:用)?${quantity("n")}(?<unit>元)`, "gu"),
    facts: [{ name: "processingFee", group: "n", unit: "元" }],
  },
  {
    needs: ["处理费"],
    also: ["其中"],
    words: new RegExp(
      String.raw`(?<=处理费[^。]{0,20}元[^。]{0,4}其中[^。]{0,300})${quantity("n")}(?<unit>元)`,
      "gu",
    ),
    facts: [{ name: "processingFeePart", group: "n", unit: "元" }],
  },
  {
    needs: ["收取", "收费"],
    also: ["元"],
    words: new RegExp(
      String.raw`(?:收取|收费)(?![^，。；]{0,14}处理费)(?:[^，。；\d]{0,14}(?:费|费用|成本))?${quantity("n")}(?<unit>万?元)`,
      "gu",
    ),
    facts: [{ name: "feesCollected", group: "n", unit: "元" }],
    unless: feesOfOtherBusiness,
  },
];

/** What was not charged: 减免收费300元, 退还收费300元. */
const NOT_CHARGED = /(?:减免|免收|免除|退还|退回|取消)[^，。；]{0,12}$/u;

/**
 * Whether nothing around a fee says that it was charged for information, or it was not charged at all. A chapter on fees
 * says so, 停车收费 does not.
 */
export function feesOfOtherBusiness({ n }: Groups, { before, words, headings }: Stand): boolean {
  if (n !== undefined && !/^[0零〇]/u.test(n) && (NOT_CHARGED.test(before) || words.includes("减免")))
    return true;
  return (
    headings !== "" &&
    !headings.includes("收费") &&
    !/公开|依申请|检索|复印|复制|邮寄|工本|处理费/u.test(before + words + headings)
  );
}
