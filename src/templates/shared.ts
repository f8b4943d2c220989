import type { ColumnTemplate, RowTemplate, RuleTemplate, TableTemplate } from "../model/index.ts";

/** What the layouts of 2019 and 2021 print alike (国办公开办函〔2019〕60号, 〔2021〕30号). */

const results = "三、本年度办理结果";
const legalPersons = ["申请人情况", "法人或其他组织"];

const applicantColumns: readonly ColumnTemplate[] = [
  column("naturalPerson", "自然人", ["申请人情况"]),
  column("legalPerson.commercialEnterprise", "商业企业", legalPersons),
  column("legalPerson.researchInstitution", "科研机构", legalPersons, ["科研院所", "科研单位"]),
  column("legalPerson.publicWelfareOrganization", "社会公益组织", legalPersons),
  column("legalPerson.legalServiceInstitution", "法律服务机构", legalPersons),
  column("legalPerson.other", "其他", legalPersons, ["其它"]),
  column("total", "总计", ["申请人情况"], ["合计"]),
];

/** The note is printed in the corner of table 3. */
const balanceNote = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

/** Table 3. `other` are the rows of （六）其他处理: one in 2019, three in 2021. */
export function applicationsTable(other: readonly RowTemplate[]): TableTemplate {
  return {
    id: "applications",
    section: 3,
    title: "收到和处理政府信息公开申请情况",
    pathOrder: "column-row",
    blocks: [
      {
        corner: [balanceNote],
        columns: applicantColumns,
        rows: [
          row("newlyReceived", "一、", "本年新收政府信息公开申请数量"),
          row("carriedOver", "二、", "上年结转政府信息公开申请数量"),
          row("results.granted", "（一）", "予以公开", [results]),
          row(
            "results.partiallyGranted",
            "（二）",
            "部分公开（区分处理的，只计这一情形，不计其他情形）",
            [results],
            ["部分公开"],
          ),
          ...group("results.denied", "（三）不予公开", [
            ["stateSecret", "属于国家秘密"],
            ["prohibitedByLaw", "其他法律行政法规禁止公开"],
            ["securityAndStability", "危及“三安全一稳定”"],
            ["thirdPartyRights", "保护第三方合法权益"],
            ["internalAffairs", "属于三类内部事务信息"],
            ["processInformation", "属于四类过程性信息"],
            ["enforcementCaseFile", "属于行政执法案卷"],
            ["administrativeInquiry", "属于行政查询事项"],
          ]),
          ...group("results.unableToProvide", "（四）无法提供", [
            ["notHeld", "本机关不掌握相关政府信息"],
            ["requiresCreation", "没有现成信息需要另行制作"],
            ["stillUnclear", "补正后申请内容仍不明确"],
          ]),
          ...group("results.notProcessed", "（五）不予处理", [
            ["petitionOrComplaint", "信访举报投诉类申请"],
            ["duplicate", "重复申请"],
            ["publishedMaterial", "要求提供公开出版物"],
            ["excessiveRequests", "无正当理由大量反复申请"],
            ["confirmOrReissue", "要求行政机关确认或重新出具已获取信息"],
          ]),
          ...other,
          row("results.total", "（七）", "总计", [results], ["合计"]),
          row(
            "carriedForward",
            "四、",
            "结转下年度继续办理",
            [],
            ["结转下一年度继续办理", "结转下年度", "结转下一年度"],
          ),
        ],
      },
    ],
  };
}

/** Rows numbered 1. 2. 3. below a label that has no values itself. */
export function group(
  key: string,
  label: string,
  leaves: readonly (readonly [key: string, label: string, ...aliases: string[]])[],
): RowTemplate[] {
  return leaves.map(([leaf, text, ...aliases], index) =>
    row(`${key}.${leaf}`, `${index + 1}.`, text, [results, label], aliases),
  );
}

export function row(
  key: string,
  enumerator: string,
  label: string,
  group: readonly string[] = [],
  aliases: readonly string[] = [],
): RowTemplate {
  return { key, label, enumerator, group, aliases };
}

function column(
  key: string,
  label: string,
  group: readonly string[],
  aliases: readonly string[] = [],
): ColumnTemplate {
  return { key, label, group, aliases, type: "count", unit: "件" };
}

/** Table 4: one row of fifteen values, identical in both layouts. */
export const reviewTable: TableTemplate = {
  id: "reviewAndLitigation",
  section: 4,
  title: "政府信息公开行政复议、行政诉讼情况",
  pathOrder: "row-column",
  blocks: [
    {
      corner: [],
      columns: [
        ...outcomes("reconsideration", ["行政复议"]),
        ...outcomes("litigation.direct", ["行政诉讼", "未经复议直接起诉"]),
        ...outcomes("litigation.afterReconsideration", ["行政诉讼", "复议后起诉"]),
      ],
      rows: [row("", "", "")],
    },
  ],
};

function outcomes(key: string, group: readonly string[]): ColumnTemplate[] {
  return [
    column(`${key}.upheld`, "结果维持", group),
    column(`${key}.corrected`, "结果纠正", group),
    column(`${key}.other`, "其他结果", group, ["其它结果"]),
    column(`${key}.pending`, "尚未审结", group, ["未审结"]),
    column(`${key}.total`, "总计", group, ["合计"]),
  ];
}

/** 勾稽关系 of tables 3 and 4. The balance is printed in the form itself; the sums follow from its layout. */
export const sharedRules: readonly RuleTemplate[] = [
  {
    id: "t3-balance",
    severity: "error",
    table: "applications",
    each: "column",
    expression: "newlyReceived + carriedOver == results.total + carriedForward",
  },
  {
    id: "t3-result-sum",
    severity: "error",
    table: "applications",
    each: "column",
    expression:
      "results.granted + results.partiallyGranted + results.denied.* + results.unableToProvide.* + results.notProcessed.* + results.other.* == results.total",
  },
  {
    id: "t3-row-sum",
    severity: "error",
    table: "applications",
    each: "row",
    expression: "naturalPerson + legalPerson.* == total",
  },
  {
    id: "t3-group-zero",
    severity: "warning",
    table: "applications",
    each: "column",
    expression:
      "when results.total == 0: max(results.granted, results.partiallyGranted, results.denied.*, results.unableToProvide.*, results.notProcessed.*, results.other.*) == 0",
  },
  ...["reconsideration", "litigation.direct", "litigation.afterReconsideration"].map(
    (block): RuleTemplate => {
      return {
        id: "t4-block-sum",
        severity: "error",
        table: "reviewAndLitigation",
        each: "once",
        expression: `${block}.upheld + ${block}.corrected + ${block}.other + ${block}.pending == ${block}.total`,
      };
    },
  ),
];
