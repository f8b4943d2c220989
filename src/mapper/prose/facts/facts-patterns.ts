import type { FactPattern, Groups } from "./fact-pattern.ts";
import { quantity } from "./facts-quantity.ts";
import { ASIDE, part, received } from "./facts-received.ts";
import { ofDocuments, ofOtherBusiness, type Stand } from "./facts-scope.ts";

/** A part of what was disclosed: what one channel carries is a part, and 其他应主动公开的政府信息 is a class. */
function disclosedPart(groups: Groups, stand: Stand): string | null {
  const whose = part(groups, stand);
  if (whose !== null) return whose;
  const clause = stand.before.split(/[，。；：]/u).at(-1)!;
  return (
    /(?:其他|其它)?(?:依法)?应当?(?:予以)?$|其他$|其它$|[\u4e00-\u9fff]{2,12}(?:类|领域|方面)$/u.exec(
      clause,
    )?.[0] ??
    /(?:通过|利用|依托|借助|运用)?[^，、]{0,12}?(?:网站|微博|微信|公众号|公报|新媒体|平台|公告栏|公示栏|电子屏|报刊|报纸|广播|电视|专栏|客户端|查阅点|图书馆|档案馆)/u.exec(
      clause,
    )?.[0] ??
    null
  );
}

/**
 * Words that make a figure a part of all replies: 予以公开答复9件 is one outcome, 按期答复9件 is one manner of
 * replying.
 */
const OUTCOME =
  /(?:予以|同意|部分|不予|不同意|免予|免于|否决|拒绝|区分|无法提供|不予处理|其他|其它|不存在|告知|当场|书面|口头|电话|网上|超期|逾期|延期|补正|未(?:能)?(?:按时|按期|及时)?|不)(?:公开)?(?:的|处理|处理的)?(?:申请)?(?:作出|给予|予以)?$/u;

const LAST_YEAR = String.raw`(?:上一?年|上年度|去年|20\d{2}年)(?:度|末|底)?`;
/** Replies to requests carried over, as in 上年结转申请答复7件 and 结转上年答复7件, but not 新收和结转共答复77件. */
const OF_CARRIED_OVER =
  /(?<=^|[，。；：、（](?:其中)?)[^，。；：、（）和及与收]{0,8}结转(?:[^，。；：、（）\d]{0,14}|的?\d{1,6}件[中的]已?(?:经|全部)?)$/u;

const replied: FactPattern = {
  needs: ["答复", "办结", "回复"],
  words: new RegExp(
    String.raw`(?:答复|办结|回复)(?:政府信息公开|各类|依申请公开|信息公开)*(?:申请)?(?:事项)?(?:总数|数量|数)?${quantity("n")}(?<unit>件|条|份|宗)(?:（含上年度?结转(?:的)?(?:申请)?${quantity("over")}件(?:[，,]另有${quantity("next")}件[^）]{0,60}顺延[^）]{0,60})?[^）]{0,60}）)?`,
    "gu",
  ),
  facts: [
    { name: "applicationsReplied", group: "n", unit: "件" },
    { name: "carriedOver", group: "over", unit: "件" },
    { name: "postponed", group: "next", unit: "件" },
  ],
  unless: (_, stand) => OUTCOME.test(stand.before) || ofOtherBusiness({ ...stand, words: "" }),
  population: (_, { before }) =>
    OF_CARRIED_OVER.exec(before)?.[0] ??
    ASIDE.exec(before)?.[0] ??
    /[本今当]年度?新收(?:的|申请)*(?:已|均|全部)?$/u.exec(before)?.[0] ??
    (/其中[^。；，]{0,12}$/u.test(before) ? "其中" : null),
};

/** 答复上年结转申请7件 states replies to some of the requests carried over. */
const repliedOfLastYear: FactPattern = {
  needs: ["结转"],
  words: new RegExp(
    String.raw`(?:答复|办结|回复|办理完成?|办毕)(?:了)?(?<of>(?:${LAST_YEAR}结转|结转${LAST_YEAR})(?:的|办理的?)?)(?:政府)?(?:信息公开)?(?:申请)?${quantity("n")}(?<unit>件|条|份|宗)`,
    "gu",
  ),
  facts: [{ name: "applicationsReplied", group: "n", unit: "件" }],
  population: ({ of }) => of!,
};

/** 上年结转7件 and 结转上年7件, beside 新收70件. */
const carriedOver: FactPattern = {
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

const results: readonly FactPattern[] = (
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

/** An office of justice or a court reports reviews of all kinds, which are not those about disclosure. */
const REVIEW = /公开|依申请|复议|诉讼/u;

/** Words that rule the figure out: 办理行政复议9件，均与政府信息公开无关. */
const UNRELATED = /^[^。；]{0,12}(?:与[^。；]{0,12}无关|不涉及[^。；]{0,6}公开)/u;

/** In 行政复议120件，其中政府信息公开3件 the 120 are reviews of all kinds. */
const PART_RELATED = /^[，；（]?其中[^，。；）]{0,12}(?:政府|政务)?信息公开/u;

const cases: readonly FactPattern[] = (
  [
    ["reconsiderations", "行政复议"],
    ["litigation", "行政诉讼"],
  ] as const
).flatMap(([name, kind]): FactPattern[] => [
  {
    needs: [kind],
    words: new RegExp(String.raw`${kind}(?:案件|申请)?(?:数|数量)?${quantity("n")}(?<unit>件|起|宗)`, "gu"),
    facts: [{ name, group: "n", unit: "件" }],
    unless: (_, { before, after, headings }) =>
      UNRELATED.test(after) ||
      PART_RELATED.test(after) ||
      (headings !== "" && !REVIEW.test(before + after + headings)),
  },
  // 未发生被行政复议纠错 does not say how many reviews there were.
  {
    needs: [kind],
    words: new RegExp(
      String.raw`(?:未|没有|无)(?:发生|收到|接到|产生|出现)(?![^，。；]*(?:纠错|纠正|败诉|撤销|违法|责令|维持))[^，。；]{0,30}${kind}`,
      "gu",
    ),
    facts: [{ name, group: 0, unit: "件" }],
  },
  // Reads 行政复议、行政诉讼均为0件 and 没有行政复议案件.
  {
    needs: ["均", "都"],
    words: new RegExp(
      String.raw`${kind}(?:案件|申请)?(?:[、和及与或]行政(?:复议|诉讼)(?:案件)?)?(?:数量?)?(?:均|都)${quantity("n")}(?<unit>件|起|宗)`,
      "gu",
    ),
    facts: [{ name, group: "n", unit: "件" }],
  },
  {
    needs: ["没有", "无", "未被", "未引"],
    words: new RegExp(
      String.raw`(?<=^|[，。；：、年度公开局县市区])(?:没有|无|未被|未引[发起])(?![^，。；]*(?:纠错|纠正|败诉|撤销|违法|责令|维持))(?:因[^，。；]{0,14})?(?:申请|提起)?(?:政府信息公开)?(?:行政复议(?:案件|申请)?(?:[、和或及与]|以及)(?:被)?(?:申请|提起)?)?${kind}(?:案件|申请)?(?=$|[，。；、和或及与]|情况|情形|事项|的情)`,
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
  ).map(([outcome, word, words]): FactPattern => ({
    needs: [word],
    words: new RegExp(String.raw`${words}${quantity("n")}件`, "gu"),
    facts: [{ name: name + outcome, group: "n", unit: "件" }],
    // Outcomes belong to the kind of case that was named last before them.
    after: new RegExp(`${kind}(?:(?!行政(?:复议|诉讼)).)*$`, "u"),
  })),
]);

const none: readonly FactPattern[] = [
  {
    needs: ["未", "没有", "无"],
    words:
      /(?:(?:未|没有)(?:收到|接到|受理|发生)(?:任何|有关|过|要求|公民、法人(?:和|或)者?其他组织的?)*|(?<=^|[，。；年度局县市区])(?:没有|无))(?:(?:政府)?信息(?:依申请)?公开(?:的)?申请|依申请公开(?:的)?(?:政府信息)?(?:申请|事项|件))(?!人|的|引|投|举|复|行政|被|而|表|费)/gu,
    facts: [{ name: "applicationsReceived", group: 0, unit: "件" }],
  },
  {
    needs: ["费用"],
    words: /(?:未|没有)(?:向申请人)?收取(?:任何|过)?(?:相关)?费用/gu,
    facts: [{ name: "feesCollected", group: 0, unit: "元" }],
  },
];

const fees: readonly FactPattern[] = [
  {
    needs: ["处理费"],
    words: new RegExp(String.raw`信息(?:公开)?(?:信息)?处理费(?:用)?${quantity("n")}(?<unit>元)`, "gu"),
    facts: [{ name: "processingFee", group: "n", unit: "元" }],
  },
  {
    needs: ["处理费"],
    words: new RegExp(
      String.raw`(?<=处理费[^。]{0,20}元[^。]{0,4}其中[^。]{0,300})${quantity("n")}(?<unit>元)`,
      "gu",
    ),
    facts: [{ name: "processingFeePart", group: "n", unit: "元" }],
  },
  {
    needs: ["收取", "收费"],
    words: new RegExp(
      String.raw`(?:收取|收费)(?![^，。；]{0,14}处理费)(?:[^，。；\d]{0,14}(?:费|费用|成本))?${quantity("n")}(?<unit>万?元)`,
      "gu",
    ),
    facts: [{ name: "feesCollected", group: "n", unit: "元" }],
    unless: (_, { before, words, headings }) =>
      headings !== "" && !/公开|依申请|检索|复印|复制|邮寄|工本|处理费|收费/u.test(before + words + headings),
  },
];

const others: readonly FactPattern[] = [
  {
    needs: ["公开", "发布", "公布"],
    words: new RegExp(
      String.raw`(?:主动公开(?:的)?(?:各类)?(?:政府|政务)?信息|(?:发布|公布|(?<![予分不请免法应])公开)(?:政府|政务)信息)(?:总数|数量|数)?${quantity("n")}(?:余|多)?(?<unit>条|件|篇|份)`,
      "gu",
    ),
    facts: [{ name: "proactivelyDisclosed", group: "n", unit: "条" }],
    population: disclosedPart,
  },
  ...(
    [
      ["replyRate", "复率", "[答回]复率"],
      ["closingRate", "办结率", "办结率"],
    ] as const
  ).flatMap(([name, word, words]): FactPattern[] => [
    {
      needs: [word],
      words: new RegExp(String.raw`${words}(?:均)?(?:为|达到|达|保持)?(?<n>\d+(?:\.\d+)?)[%％]`, "gu"),
      facts: [{ name, group: "n", unit: "%" }],
      unless: (_, stand) => ofOtherBusiness(stand),
    },
    {
      needs: ["百分之百"],
      words: new RegExp(`${words}(?:均)?(?:为|达到|达|保持)?百分之百`, "gu"),
      facts: [{ name, group: 100, unit: "%" }],
      unless: (_, stand) => ofOtherBusiness(stand),
    },
  ]),
];

export const patterns: readonly FactPattern[] = [
  ...received,
  repliedOfLastYear,
  replied,
  carriedOver,
  ...results,
  ...cases,
  ...none,
  ...fees,
  ...others,
];
