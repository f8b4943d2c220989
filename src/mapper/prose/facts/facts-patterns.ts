import type { FactPattern } from "./fact-pattern.ts";
import { received } from "./facts-received.ts";
import { ofOtherBusiness } from "./facts-scope.ts";
import { repliedOfLastYearFact, repliedFacts, carriedOverFact, outcomeFacts } from "./facts-replies.ts";
import { reviewFacts } from "./facts-cases.ts";
import { feeFacts, feesOfOtherBusiness } from "./facts-fees.ts";
import { disclosedFacts } from "./facts-disclosed.ts";

/**
 * Everyone who may apply, and other words that leave out no request; a channel or a kind of applicant would. No two of
 * them begin alike, so that a stretch is read in one way.
 */
const ANYONE = String.raw`(?:任何|有关|相关|形式|方式|要求|主动|各类|关于|公民|法人|[市居村]民|个人|群众|公众|社会|其[他它]|组织|申请人?|单位|机关|街道|提[出交]|[过到的对和或者以及与、向我本省市县区镇乡局委办厅院校站所队处]){0,24}`;
/** What is applied for: 政府信息公开申请, 依申请公开请求, 公开政府信息的要求. */
const REQUESTED = String.raw`(?:(?:政府|政务)?信息(?:依申请)?公开的?(?:申请|请求|要求)|(?:(?:政府|政务)信息)?依申请公开(?=[，。；]|$)|公开申请(?=[，。；]|$)|依法?申请公开的?(?:(?:政府|政务)?信息)?的?(?:申请|请求|要求|事项|情况|件|办理(?=[，。；]|$))|公开(?:相关|有关)?(?:政府|政务)?信息的?(?:申请|请求|要求)|(?:申请|要求)公开的?(?:相关|有关)?(?:政府|政务)?信息(?:件|的?(?:情况|情形|事项|要求|请求))?(?=[，。；]|$))`;

const none: readonly FactPattern[] = [
  {
    needs: ["未", "没有", "无"],
    also: ["申请", "请求", "要求"],
    words: new RegExp(
      String.raw`(?:(?:未|没有|无)(?:收到(?:[和及]处理)?|接到|受理|发生|接收|收悉)|(?<=^|[，。；年度局县市区镇乡厅委办院校站所队会处道位关])(?:没有|无))${ANYONE}${REQUESTED}(?!人|的(?!情况|情形|事项)|引|投|举|复|行政|被|而|表|费|[超逾延未不])`,
      "gu",
    ),
    facts: [{ name: "applicationsReceived", group: 0, unit: "件" }],
  },
  {
    needs: ["无", "零"],
    words:
      /(?:(?:政府|政务)?信息公开申请|依申请公开(?:政府信息)?(?:申请)?)(?:件|数量|总数|数)?[：为]?(?:无|零)(?=[件。；，]|$)/gu,
    facts: [{ name: "applicationsReceived", group: 0, unit: "件" }],
  },
  {
    needs: ["收取"],
    words:
      /(?:未|没有)(?:[向对][^，。；\d]{1,24})?收取(?:(?![超违外])[^，。；\d]){0,30}?(?<processing>处理)?费用?(?!以?外|率|标准|用)/gu,
    facts: [
      {
        name: ({ processing }) => (processing === undefined ? "feesCollected" : "processingFee"),
        group: 0,
        unit: "元",
      },
    ],
    unless: feesOfOtherBusiness,
  },
  {
    needs: ["收费"],
    words:
      /(?<=^|[，。；])(?:20\d{2}年度?，?)?(?:[我本][\u4e00-\u9fff]{1,3}?)?(?:(?:政府)?信息(?:依申请)?公开|依申请公开(?:政府)?(?:信息)?)(?:工作)?(?:均|暂|都)?(?:未|没有)收费(?=[，。；]|$)/gu,
    facts: [{ name: "feesCollected", group: 0, unit: "元" }],
  },
];

const rates: readonly FactPattern[] = [
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
  repliedOfLastYearFact,
  ...repliedFacts,
  carriedOverFact,
  ...outcomeFacts,
  ...reviewFacts,
  ...none,
  ...feeFacts,
  ...disclosedFacts,
  ...rates,
];
