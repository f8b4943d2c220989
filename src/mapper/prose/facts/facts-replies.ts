import type { FactPattern } from "./fact-pattern.ts";
import { quantity } from "./facts-quantity.ts";
import { ASIDE } from "./facts-received.ts";
import { ofDocuments, ofOtherBusiness } from "./facts-scope.ts";

const REPLIED = String.raw`(?:答复|办结|回复)(?:政府信息公开|各类|依申请公开|信息公开)*(?:申请)?(?:事项)?(?:总数|数量|数)?${quantity("n")}(?<unit>件|条|份|宗|起)`;

/** How a bracket on what was carried over begins. It holds two more quantities, and few reports have one. */
const OF_THEM = "（含上年";

const repliedWithThem: FactPattern = {
  needs: [OF_THEM],
  words: new RegExp(
    String.raw`${REPLIED}(?:${OF_THEM}度?结转(?:的)?(?:申请)?${quantity("over")}件(?:[，,]另有${quantity("next")}件[^）]{0,60}顺延[^）]{0,60})?[^）]{0,60}）)?`,
    "gu",
  ),
  facts: [
    { name: "applicationsReplied", group: "n", unit: "件" },
    { name: "carriedOver", group: "over", unit: "件" },
    { name: "postponed", group: "next", unit: "件" },
  ],
  unless: (_, stand) => OUTCOME.test(stand.before) || ofOtherBusiness({ ...stand, words: "" }),
  population: (_, { before }) =>
    PUNCTUAL.exec(before)?.[0] ??
    OF_CARRIED_OVER.exec(before)?.[0] ??
    ASIDE.exec(before)?.[0] ??
    /[本今当]年度?新收(?:的|申请)*(?:已|均|全部)?$/u.exec(before)?.[0] ??
    (/其中[^。；，]{0,12}$/u.test(before) ? "其中" : null),
};

/** How many requests were replied to. */
export const repliedFacts: readonly FactPattern[] = [
  repliedWithThem,
  {
    ...repliedWithThem,
    needs: ["答复", "办结", "回复"],
    unlike: OF_THEM,
    words: new RegExp(REPLIED, "gu"),
    facts: [{ name: "applicationsReplied", group: "n", unit: "件" }],
  },
];

/**
 * Words that make a figure a part of all replies: 予以公开答复9件 is one outcome, 按期答复9件 is one manner of
 * replying.
 */
const OUTCOME =
  /(?:予以|同意|部分|不予|不同意|免予|免于|否决|拒绝|区分|无法提供|不予处理|其他|其它|不存在|告知|当场|书面|口头|电话|网上|超期|逾期|延期|补正|未(?:能)?(?:按时|按期|及时)?|不)(?:公开)?(?:的|处理|处理的)?(?:申请)?(?:作出|给予|予以)?$/u;

/** In 共答复14件，按期答复13件 the second figure is a part of the first. */
const PUNCTUAL = /(?<=(?:答复|办结|回复)[^。；]{0,20}\d[件条份宗][^。；]{0,20})(?:按期|按时|及时|如期)$/u;

const LAST_YEAR = String.raw`(?:上一?年|上年度|去年|20\d{2}年)(?:度|末|底)?`;

/** Replies to requests carried over, as in 上年结转申请答复7件 and 结转上年答复7件, but not 新收和结转共答复77件. */
const OF_CARRIED_OVER =
  /(?<=^|[，。；：、（](?:其中)?)[^，。；：、（）和及与收]{0,8}结转(?:[^，。；：、（）\d]{0,14}|的?\d{1,6}件[中的]已?(?:经|全部)?)$/u;

/** 答复上年结转申请7件 states replies to some of the requests carried over. */
export const repliedOfLastYearFact: FactPattern = {
  needs: ["结转"],
  words: new RegExp(
    String.raw`(?:答复|办结|回复|办理完成?|办毕)(?:了)?(?<of>(?:${LAST_YEAR}结转|结转${LAST_YEAR})(?:的|办理的?)?)(?:政府)?(?:信息公开)?(?:申请)?${quantity("n")}(?<unit>件|条|份|宗)`,
    "gu",
  ),
  facts: [{ name: "applicationsReplied", group: "n", unit: "件" }],
  population: ({ of }) => of!,
};

/** 上年结转7件 and 结转上年7件, beside 新收70件. */
export const carriedOverFact: FactPattern = {
  needs: ["结转"],
  words: new RegExp(
    String.raw`(?:(?:${LAST_YEAR})(?:的)?(?:未办结)?结转(?:至?本年|至?今年)?(?:度)?|结转(?:自)?(?:${LAST_YEAR}))(?:的)?(?:办理)?(?:政府)?(?:信息公开)?(?:申请)?${quantity("n")}(?<unit>件|条|份|宗)`,
    "gu",
  ),
  facts: [{ name: "carriedOver", group: "n", unit: "件" }],
  // 结转2024年7件 is carried over to the next year.
  unless: (_, { before, words, year }) =>
    /(?:答复|办结|回复|办理完成?|办毕)(?:了)?$/u.test(before) ||
    (year !== null && Number(/20\d{2}(?=年)/u.exec(words)?.[0] ?? 0) >= year),
};

export const outcomeFacts: readonly FactPattern[] = (
  [
    ["granted", ["予以公开", "同意公开"], "予以公开(?:政府信息)?(?:申请)?(?:答复)?数?|同意公开(?:答复)?数?"],
    ["partiallyGranted", ["部分公开"], "(?:予以|同意)?部分公开(?:答复)?数?"],
    ["denied", ["不予公开", "不同意公开"], "不予公开(?:答复)?数?|不同意公开(?:答复)?数?"],
    ["unableToProvide", ["无法提供"], "无法提供"],
    ["notProcessed", ["不予处理"], "不予处理"],
    ["otherResults", ["其他处理"], "作?其他处理"],
    [
      "carriedForward",
      ["转下", "转至下", "转到下", "转入下"],
      "结?转(?:至|到|入)?下(?:一)?年度?(?:继续)?(?:办理)?",
    ],
  ] as const
).map(([name, needs, words]) => ({
  needs,
  words: new RegExp(String.raw`(?<=[，。；：、中]|^)(?:${words})(?:的)?${quantity("n")}(?<unit>件|条)`, "gu"),
  facts: [{ name, group: "n", unit: "件" }],
  unless: (_, stand) => ofDocuments(stand),
}));
