import type { FactPattern } from "./fact-pattern.ts";
import { received } from "./facts-received.ts";
import { ofOtherBusiness } from "./facts-scope.ts";
import { repliedOfLastYearFact, repliedFact, carriedOverFact, outcomeFacts } from "./facts-replies.ts";
import { reviewFacts } from "./facts-cases.ts";
import { feeFacts } from "./facts-fees.ts";
import { disclosedFacts } from "./facts-disclosed.ts";

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
  repliedFact,
  carriedOverFact,
  ...outcomeFacts,
  ...reviewFacts,
  ...none,
  ...feeFacts,
  ...disclosedFacts,
  ...rates,
];
