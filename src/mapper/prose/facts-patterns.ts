import { quantity } from "./facts-quantity.ts";

export type Groups = Readonly<Record<string, string | undefined>>;

/** Words that state figures. */
export interface FactPattern {
  /** A word without which the pattern cannot match, for patterns that look far back. */
  readonly needs?: string;
  /** Global; quantities as named groups. */
  readonly words: RegExp;
  /** What is stated: the fact's name, the quantity's group or, where the words alone say it, the value, and the usual unit. */
  readonly facts: readonly {
    readonly name: string | ((groups: Groups) => string);
    readonly group: string | number;
    readonly unit: string;
  }[];
  /** Whom the figure is about, where the words say it is a part only. `before` is the sentence up to them. */
  readonly population?: (groups: Groups, before: string) => string | null;
  /** What must stand before the words, as the end of the sentence up to them. */
  readonly after?: RegExp;
}

const CASES = "件|条|宗|起|份";
const CHANNEL = /信函|当面|网络|网上|传真|电子邮件|邮寄|现场|个人|公民|企业|法人/u;

/** The subject of a figure that covers some offices only: 各乡镇, 其中…各部门. */
function part(_: Groups, before: string): string | null {
  const clause = before
    .split(/[，。；：]/u)
    .at(-1)!
    .replace(/^20\d{2}年(?:度)?|全年|本年度?|共计?|累计/gu, "");
  return /各|[区县市]直|[直所下]属|部门|乡镇|街道/u.test(clause) ? clause : null;
}

const received: FactPattern = {
  words: new RegExp(
    String.raw`(?<verb>受理|收到|新收|接收|接到|收办|办理)(?:和处理)?(?<kind>[^，。；、（）\d]{0,16}?)申请(?:总数|数量)?${quantity("n")}(?<unit>${CASES})(?<over>（[^）]{0,60}结转[^）]{0,60}）)?`,
    "gu",
  ),
  facts: [
    {
      name: ({ verb, over }) =>
        over
          ? "applicationsIncludingCarriedOver"
          : /收办|办理/u.test(verb!)
            ? "applicationsHandled"
            : "applicationsReceived",
      group: "n",
      unit: "件",
    },
  ],
  population: ({ kind }) => CHANNEL.exec(kind ?? "")?.[0] ?? null,
};

/** 收到320件政府信息公开申请. */
const receivedBefore: FactPattern = {
  words: new RegExp(
    String.raw`(?:受理|收到|新收|接收|接到)(?:各类)?${quantity("n")}(?<unit>${CASES})(?:公民|法人|要求|有关|的|和|或|其他组织)*(?:政府)?信息公开(?:的)?申请`,
    "gu",
  ),
  facts: [{ name: "applicationsReceived", group: "n", unit: "件" }],
};

const replied: FactPattern = {
  words: new RegExp(
    String.raw`(?:答复|办结|回复)(?:政府信息公开|各类|依申请公开|信息公开)*(?:申请)?${quantity("n")}(?<unit>件|条)(?:（含上年度?结转(?:的)?(?:申请)?${quantity("over")}件(?:[，,]另有${quantity("next")}件[^）]{0,60}顺延[^）]{0,60})?[^）]{0,60}）)?`,
    "gu",
  ),
  facts: [
    { name: "applicationsReplied", group: "n", unit: "件" },
    { name: "carriedOver", group: "over", unit: "件" },
    { name: "postponed", group: "next", unit: "件" },
  ],
};

const results: readonly FactPattern[] = (
  [
    ["granted", "予以公开|同意公开(?:答复)?数?"],
    ["partiallyGranted", "部分公开|同意部分公开(?:答复)?数?"],
    ["denied", "不予公开(?:答复)?数?|不同意公开(?:答复)?数?"],
    ["unableToProvide", "无法提供"],
    ["notProcessed", "不予处理"],
    ["otherResults", "作?其他处理"],
    ["carriedForward", "结?转下(?:一)?年度?(?:继续)?(?:办理)?"],
  ] as const
).map(([name, words]) => ({
  words: new RegExp(String.raw`(?<=[，。；：、中]|^)(?:${words})(?:的)?${quantity("n")}(?<unit>件|条)`, "gu"),
  facts: [{ name, group: "n", unit: "件" }],
}));

const cases: readonly FactPattern[] = (
  [
    ["reconsiderations", "行政复议"],
    ["litigation", "行政诉讼"],
  ] as const
).flatMap(([name, kind]): FactPattern[] => [
  {
    words: new RegExp(String.raw`${kind}(?:案件|申请)?(?:数|数量)?${quantity("n")}(?<unit>件|起|宗)`, "gu"),
    facts: [{ name, group: "n", unit: "件" }],
  },
  // 未发生被行政复议纠错 says nothing of how many there were.
  {
    words: new RegExp(
      String.raw`(?:未|没有|无)(?:发生|收到|接到|产生|出现)(?![^，。；]*(?:纠错|纠正|败诉|撤销|违法|责令|维持))[^，。；]{0,30}${kind}`,
      "gu",
    ),
    facts: [{ name, group: 0, unit: "件" }],
  },
  ...(
    [
      ["Upheld", "(?:结果)?维持"],
      ["Corrected", "(?:结果)?纠正"],
      ["Other", "其他结果"],
      ["Pending", "尚未审结"],
    ] as const
  ).map(([outcome, words]): FactPattern => ({
    words: new RegExp(String.raw`${words}${quantity("n")}件`, "gu"),
    facts: [{ name: name + outcome, group: "n", unit: "件" }],
    // Outcomes belong to the kind of case named last before them.
    after: new RegExp(`${kind}(?:(?!行政(?:复议|诉讼)).)*$`, "u"),
  })),
]);

const none: readonly FactPattern[] = [
  {
    words:
      /(?:未|没有)(?:收到|接到|受理)(?:任何|有关|过|要求|公民、法人(?:和|或)者?其他组织的?)*(?:政府)?信息(?:依申请)?公开(?:的)?申请/gu,
    facts: [{ name: "applicationsReceived", group: 0, unit: "件" }],
  },
  {
    words: /(?:未|没有)(?:向申请人)?收取(?:任何|过)?(?:相关)?费用/gu,
    facts: [{ name: "feesCollected", group: 0, unit: "元" }],
  },
];

const fees: readonly FactPattern[] = [
  {
    words: new RegExp(String.raw`信息(?:公开)?(?:信息)?处理费(?:用)?${quantity("n")}(?<unit>元)`, "gu"),
    facts: [{ name: "processingFee", group: "n", unit: "元" }],
  },
  {
    needs: "处理费",
    words: new RegExp(
      String.raw`(?<=处理费[^。]{0,20}元[^。]{0,4}其中[^。]{0,300})${quantity("n")}(?<unit>元)`,
      "gu",
    ),
    facts: [{ name: "processingFeePart", group: "n", unit: "元" }],
  },
  {
    words: new RegExp(
      String.raw`(?:收取|收费)(?![^，。；]{0,14}处理费)(?:[^，。；\d]{0,14}(?:费|费用|成本))?${quantity("n")}(?<unit>万?元)`,
      "gu",
    ),
    facts: [{ name: "feesCollected", group: "n", unit: "元" }],
  },
];

const others: readonly FactPattern[] = [
  {
    words: new RegExp(
      String.raw`主动公开(?:的)?(?:各类)?(?:政府|政务)?信息(?:总数|数量|数)?${quantity("n")}(?:余|多)?(?<unit>条|件|篇|份)`,
      "gu",
    ),
    facts: [{ name: "proactivelyDisclosed", group: "n", unit: "条" }],
    population: part,
  },
  ...(
    [
      ["replyRate", "[答回]复率"],
      ["closingRate", "办结率"],
    ] as const
  ).flatMap(([name, words]): FactPattern[] => [
    {
      words: new RegExp(String.raw`${words}(?:均)?(?:为|达到|达|保持)?(?<n>\d+(?:\.\d+)?)[%％]`, "gu"),
      facts: [{ name, group: "n", unit: "%" }],
    },
    {
      words: new RegExp(`${words}(?:均)?(?:为|达到|达|保持)?百分之百`, "gu"),
      facts: [{ name, group: 100, unit: "%" }],
    },
  ]),
];

export const patterns: readonly FactPattern[] = [
  received,
  receivedBefore,
  replied,
  ...results,
  ...cases,
  ...none,
  ...fees,
  ...others,
];
