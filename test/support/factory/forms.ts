/**
 * The printed forms, written down a second time from the notices' tables and not from `src/templates`,
 * so that the two witness against each other.
 */
export type Layout = "2019" | "2021";
export type TableId = "proactiveDisclosure" | "applications" | "reviewAndLitigation";
export type Layouts = Readonly<Record<TableId, Layout>>;
export const tableIds: readonly TableId[] = ["proactiveDisclosure", "applications", "reviewAndLitigation"];

/** `label` names one row, `group` several, `header` columns. A value cell carries the path of its value. */
export type CellRole = "caption" | "header" | "note" | "group" | "label" | "value";

export interface FormCell {
  readonly text: string;
  readonly role: CellRole;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly path?: string;
}

export type FormRow = readonly FormCell[];

/** Header and body spans of one block disagree in the published 2019 form of five columns. */
interface StackedBlock {
  readonly caption: string;
  readonly columns: readonly (readonly [label: string, key: string])[];
  readonly headerSpans: readonly number[];
  readonly bodySpans: readonly number[];
  readonly rows: readonly (readonly [label: string, key: string])[];
}

const items = [
  ["上一年项目数量", "priorYearItems"],
  ["本年增/减", "itemsChange"],
] as const;
const itemsAndDecisions = [...items, ["处理决定数量", "decisions"]] as const;
const decisions = [["本年处理决定数量", "decisions"]] as const;

const stackedBlocks: Readonly<Record<Layout, readonly StackedBlock[]>> = {
  "2019": [
    {
      caption: "第二十条第（一）项",
      columns: [
        ["本年新制作数量", "newlyMade"],
        ["本年新公开数量", "newlyDisclosed"],
        ["对外公开总数量", "totalDisclosed"],
      ],
      headerSpans: [1, 2, 1],
      bodySpans: [1, 2, 1],
      rows: [
        ["规章", "regulations"],
        ["规范性文件", "normativeDocuments"],
      ],
    },
    {
      caption: "第二十条第（五）项",
      columns: itemsAndDecisions,
      headerSpans: [1, 2, 1],
      bodySpans: [2, 1, 1],
      rows: [
        ["行政许可", "administrativeLicensing"],
        ["其他对外管理服务事项", "otherExternalServices"],
      ],
    },
    {
      caption: "第二十条第（六）项",
      columns: itemsAndDecisions,
      headerSpans: [1, 2, 1],
      bodySpans: [2, 1, 1],
      rows: [
        ["行政处罚", "administrativePenalties"],
        ["行政强制", "administrativeCoercion"],
      ],
    },
    {
      caption: "第二十条第（八）项",
      columns: items,
      headerSpans: [2, 2],
      bodySpans: [2, 2],
      rows: [["行政事业性收费", "administrativeFees"]],
    },
    {
      caption: "第二十条第（九）项",
      columns: [
        ["采购项目数量", "projects"],
        ["采购总金额", "amount"],
      ],
      headerSpans: [2, 2],
      bodySpans: [2, 2],
      rows: [["政府集中采购", "centralizedProcurement"]],
    },
  ],
  "2021": [
    {
      caption: "第二十条第（一）项",
      columns: [
        ["本年制发件数", "issued"],
        ["本年废止件数", "repealed"],
        ["现行有效件数", "inForce"],
      ],
      headerSpans: [1, 1, 1],
      bodySpans: [1, 1, 1],
      rows: [
        ["规章", "regulations"],
        ["行政规范性文件", "normativeDocuments"],
      ],
    },
    {
      caption: "第二十条第（五）项",
      columns: decisions,
      headerSpans: [3],
      bodySpans: [3],
      rows: [["行政许可", "administrativeLicensing"]],
    },
    {
      caption: "第二十条第（六）项",
      columns: decisions,
      headerSpans: [3],
      bodySpans: [3],
      rows: [
        ["行政处罚", "administrativePenalties"],
        ["行政强制", "administrativeCoercion"],
      ],
    },
    {
      caption: "第二十条第（八）项",
      columns: [["本年收费金额（单位：万元）", "amount"]],
      headerSpans: [3],
      bodySpans: [3],
      rows: [["行政事业性收费", "administrativeFees"]],
    },
  ],
};

export const applicantColumns = [
  ["自然人", "naturalPerson"],
  ["商业企业", "legalPerson.commercialEnterprise"],
  ["科研机构", "legalPerson.researchInstitution"],
  ["社会公益组织", "legalPerson.publicWelfareOrganization"],
  ["法律服务机构", "legalPerson.legalServiceInstitution"],
  ["其他", "legalPerson.other"],
  ["总计", "total"],
] as const;

/** Rows of table 3 under 三、本年度办理结果: one row alone, or a group with its rows. */
type ResultRows = readonly (
  | readonly [label: string, key: string]
  | readonly [group: string, rows: readonly (readonly [string, string])[]]
)[];

const sharedResults: ResultRows = [
  ["（一）予以公开", "granted"],
  ["（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "partiallyGranted"],
  [
    "（三）不予公开",
    [
      ["1.属于国家秘密", "denied.stateSecret"],
      ["2.其他法律行政法规禁止公开", "denied.prohibitedByLaw"],
      ["3.危及“三安全一稳定”", "denied.securityAndStability"],
      ["4.保护第三方合法权益", "denied.thirdPartyRights"],
      ["5.属于三类内部事务信息", "denied.internalAffairs"],
      ["6.属于四类过程性信息", "denied.processInformation"],
      ["7.属于行政执法案卷", "denied.enforcementCaseFile"],
      ["8.属于行政查询事项", "denied.administrativeInquiry"],
    ],
  ],
  [
    "（四）无法提供",
    [
      ["1.本机关不掌握相关政府信息", "unableToProvide.notHeld"],
      ["2.没有现成信息需要另行制作", "unableToProvide.requiresCreation"],
      ["3.补正后申请内容仍不明确", "unableToProvide.stillUnclear"],
    ],
  ],
  [
    "（五）不予处理",
    [
      ["1.信访举报投诉类申请", "notProcessed.petitionOrComplaint"],
      ["2.重复申请", "notProcessed.duplicate"],
      ["3.要求提供公开出版物", "notProcessed.publishedMaterial"],
      ["4.无正当理由大量反复申请", "notProcessed.excessiveRequests"],
      ["5.要求行政机关确认或重新出具已获取信息", "notProcessed.confirmOrReissue"],
    ],
  ],
];

const resultRows: Readonly<Record<Layout, ResultRows>> = {
  "2019": [...sharedResults, ["（六）其他处理", "other.total"], ["（七）总计", "total"]],
  "2021": [
    ...sharedResults,
    [
      "（六）其他处理",
      [
        ["1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "other.uncorrectedOverdue"],
        [
          "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
          "other.feeUnpaidOverdue",
        ],
        ["3.其他", "other.other"],
      ],
    ],
    ["（七）总计", "total"],
  ],
};

export const outcomes = [
  ["结果维持", "upheld"],
  ["结果纠正", "corrected"],
  ["其他结果", "other"],
  ["尚未审结", "pending"],
  ["总计", "total"],
] as const;
export const reviewBlocks = [
  "reconsideration",
  "litigation.direct",
  "litigation.afterReconsideration",
] as const;

/** Keys of the results that add up to `results.total`, in printed order. */
export function resultLeaves(layout: Layout): string[] {
  return resultRows[layout]
    .flatMap(([, rows]) => (typeof rows === "string" ? [rows] : rows.map(([, key]) => key)))
    .filter((key) => key !== "total")
    .map((key) => `results.${key}`);
}

/** Row keys of table 3 in printed order: 23 in 2019, 25 in 2021. */
export function applicationRows(layout: Layout): string[] {
  return ["newlyReceived", "carriedOver", ...resultLeaves(layout), "results.total", "carriedForward"];
}

/** The blank form. `narrow` prints table 2 of 2019 with four columns, as some offices do, instead of five. */
export function formRows(table: TableId, layout: Layout, narrow = false): FormRow[] {
  if (table === "proactiveDisclosure") return stackedRows(stackedBlocks[layout], layout === "2019" && narrow);
  if (table === "applications") return applicationsRows(layout);
  return reviewRows();
}

/** Paths of a table's values in printed order. */
export function formPaths(table: TableId, layout: Layout): string[] {
  return formRows(table, layout).flatMap((row) => row.flatMap((cell) => cell.path ?? []));
}

const cell = (text: string, role: CellRole, rowSpan = 1, colSpan = 1): FormCell => ({
  text,
  role,
  rowSpan,
  colSpan,
});
const value = (path: string, colSpan = 1): FormCell => ({
  text: "",
  role: "value",
  rowSpan: 1,
  colSpan,
  path,
});

function stackedRows(blocks: readonly StackedBlock[], narrow: boolean): FormRow[] {
  const spans = (of: readonly number[]): readonly number[] =>
    !narrow ? of : of.length === 2 ? [1, 2] : of.map(() => 1);
  const width = narrow ? 4 : 1 + blocks[0]!.headerSpans.reduce((sum, span) => sum + span, 0);
  return blocks.flatMap(({ caption, columns, headerSpans, bodySpans, rows }) => [
    [cell(caption, "caption", 1, width)],
    [
      cell("信息内容", "header"),
      ...columns.map(([label], index) => cell(label, "header", 1, spans(headerSpans)[index])),
    ],
    ...rows.map(([label, row]) => [
      cell(label, "label"),
      ...columns.map(([, column], index) =>
        value(`proactiveDisclosure.${row}.${column}`, spans(bodySpans)[index]),
      ),
    ]),
  ]);
}

function applicationsRows(layout: Layout): FormRow[] {
  const values = (row: string): FormCell[] =>
    applicantColumns.map(([, column]) => value(`applications.${column}.${row}`));
  const results: FormCell[][] = resultRows[layout].flatMap(([label, rows]) =>
    typeof rows === "string"
      ? [[cell(label, "label", 1, 2), ...values(`results.${rows}`)]]
      : rows.map(([leaf, key], index) => [
          ...(index === 0 ? [cell(label, "group", rows.length)] : []),
          cell(leaf, "label"),
          ...values(`results.${key}`),
        ]),
  );
  results[0]!.unshift(cell("三、本年度办理结果", "group", results.length));
  return [
    [
      cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "note", 3, 3),
      cell("申请人情况", "header", 1, 7),
    ],
    [cell("自然人", "header", 2), cell("法人或其他组织", "header", 1, 5), cell("总计", "header", 2)],
    applicantColumns.slice(1, 6).map(([label]) => cell(label, "header")),
    [cell("一、本年新收政府信息公开申请数量", "label", 1, 3), ...values("newlyReceived")],
    [cell("二、上年结转政府信息公开申请数量", "label", 1, 3), ...values("carriedOver")],
    ...results,
    [cell("四、结转下年度继续办理", "label", 1, 3), ...values("carriedForward")],
  ];
}

function reviewRows(): FormRow[] {
  const headers = (rowSpan: number): FormCell[] => outcomes.map(([label]) => cell(label, "header", rowSpan));
  return [
    [cell("行政复议", "header", 1, 5), cell("行政诉讼", "header", 1, 10)],
    [...headers(2), cell("未经复议直接起诉", "header", 1, 5), cell("复议后起诉", "header", 1, 5)],
    [...headers(1), ...headers(1)],
    reviewBlocks.flatMap((block) =>
      outcomes.map(([, outcome]) => value(`reviewAndLitigation.${block}.${outcome}`)),
    ),
  ];
}
