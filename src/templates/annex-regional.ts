import type { ColumnTemplate, RowTemplate, RuleTemplate, TableTemplate, Template } from "../model/index.ts";
import { chapters2008 } from "./annex-chapters.ts";
import { columnRules } from "./annex-rows.ts";

type Line = readonly [enumerator: string, label: string, unit: string, key: string];

/**
 * Shanghai's list (Pudong), codes 01 to 54; 49 to 54 are counted half-yearly. The repeated character in 收取费用总数数
 * is as printed.
 */
const shanghai: readonly Line[] = [
  ["", "主动信息公开", "条", "disclosed.total"],
  ["其中：", "全文电子化的主动公开信息数", "条", "disclosed.fullText"],
  ["", "公文类信息数", "条", "officialDocuments.total"],
  ["其中：", "新增的行政规范性文件数", "条", "officialDocuments.newNormativeDocuments"],
  ["", "提供服务类信息数", "条", "services"],
  ["", "网站专栏页面访问量", "人次", "columnPageViews"],
  ["", "现场接待人数", "人次", "visitorsReceived"],
  ["", "网上咨询数", "人次", "onlineInquiries"],
  ["", "咨询电话接听数", "人次", "telephoneInquiries"],
  ["", "依申请公开信息目录数", "条", "requestCatalogue"],
  ["", "属于国家秘密的公文类信息数", "条", "stateSecretDocuments"],
  ["", "申请总次数", "条", "applications.received.total"],
  ["其中：1.", "当面申请数", "条", "applications.received.inPerson"],
  ["2.", "传真申请数", "条", "applications.received.fax"],
  ["3.", "电子邮件申请数", "条", "applications.received.email"],
  ["4.", "网上申请数", "条", "applications.received.online"],
  ["5.", "信函申请数", "条", "applications.received.letter"],
  ["6.", "其它形式申请数", "条", "applications.received.other"],
  ["", "对申请的答复总数", "条", "applications.replied.total"],
  ["其中：1.", "同意公开答复数", "条", "applications.replied.granted"],
  ["2.", "同意部分公开答复数", "条", "applications.replied.partiallyGranted"],
  ["3.", "非《规定》所指政府信息数", "条", "applications.replied.notGovernmentInformation"],
  ["4.", "信息不存在数", "条", "applications.replied.doesNotExist"],
  ["5.", "非本机关职权范围数", "条", "applications.replied.notThisAgency"],
  ["6.", "申请内容不明确数", "条", "applications.replied.unclear"],
  ["7.", "重复申请数", "条", "applications.replied.duplicate"],
  ["8.", "不予公开答复总数", "条", "applications.replied.denied.total"],
  ["（1）", "“国家秘密”数", "条", "applications.replied.denied.stateSecret"],
  ["（2）", "“商业秘密”数", "条", "applications.replied.denied.tradeSecret"],
  ["（3）", "“个人隐私”数", "条", "applications.replied.denied.personalPrivacy"],
  ["（4）", "“过程中信息且影响安全稳定”数", "条", "applications.replied.denied.processInformation"],
  ["（5）", "“危及安全和稳定”数", "条", "applications.replied.denied.securityAndStability"],
  ["（6）", "“法律法规规定的其他情形”数", "条", "applications.replied.denied.otherLegalGrounds"],
  ["", "行政复议数", "件", "reconsideration"],
  ["", "行政诉讼数", "件", "litigation"],
  ["", "行政申诉数", "件", "appeals"],
  ["", "收取费用总数数", "元", "fees.total"],
  ["", "主动公开信息收费总数", "元", "fees.proactive.total"],
  ["其中：1.", "邮寄费", "元", "fees.proactive.postage"],
  ["2.", "复制费（纸张）", "元", "fees.proactive.paperCopies"],
  ["3.", "复制费（光盘）", "元", "fees.proactive.opticalDiscs"],
  ["4.", "复制费（软盘）", "元", "fees.proactive.floppyDisks"],
  ["", "依申请提供信息收取费用", "元", "fees.onRequest.total"],
  ["其中：1.", "检索费", "元", "fees.onRequest.search"],
  ["2.", "邮寄费", "元", "fees.onRequest.postage"],
  ["3.", "复制费（纸张）", "元", "fees.onRequest.paperCopies"],
  ["4.", "复制费（光盘）", "元", "fees.onRequest.opticalDiscs"],
  ["5.", "复制费（软盘）", "元", "fees.onRequest.floppyDisks"],
  ["", "政府信息公开指定专职人员数", "人", "staff.total"],
  ["其中：1.", "全职人员", "人", "staff.fullTime"],
  ["2.", "兼职人员", "人", "staff.partTime"],
  ["", "处理政府信息公开的专项经费", "万元", "dedicatedFunds"],
  ["", "处理政府信息公开的实际支出", "万元", "actualExpenditure"],
  ["", "与诉讼有关的总费用", "万元", "litigationCosts"],
];

/** Dingxi's list, codes 01 to 35; the rest was not readable. */
const dingxi: readonly Line[] = [
  ["", "主动公开信息数", "条", "disclosed.total"],
  ["其中:", "全文电子化的主动公开信息数", "条", "disclosed.fullText"],
  ["", "新增的行政规范性文件数", "条", "newNormativeDocuments"],
  ["", "提供服务类信息数", "条", "services"],
  ["", "网站专栏页面访问量", "人次", "columnPageViews"],
  ["", "现场接待人数", "人次", "visitorsReceived"],
  ["", "网上咨询数", "人次", "onlineInquiries"],
  ["", "咨询电话接听数", "人次", "telephoneInquiries"],
  ["", "依申请公开信息目录数", "条", "requestCatalogue"],
  ["", "申请总数", "条", "applications.received.total"],
  ["其中:1.", "当面申请数", "条", "applications.received.inPerson"],
  ["2.", "传真申请数", "条", "applications.received.fax"],
  ["3.", "电子邮件申请数", "条", "applications.received.email"],
  ["4.", "网上申请数", "条", "applications.received.online"],
  ["5.", "信函申请数", "条", "applications.received.letter"],
  ["6.", "其他形式申请数", "条", "applications.received.other"],
  ["", "对申请的答复总数", "条", "applications.replied.total"],
  ["其中:1.", "同意公开答复数", "条", "applications.replied.granted"],
  ["2.", "同意部分公开答复数", "条", "applications.replied.partiallyGranted"],
  ["3.", "否决公开答复总数", "条", "applications.replied.denied.total"],
  ["其中:(1)", "“非《规定》所指政府信息”数", "条", "applications.replied.denied.notGovernmentInformation"],
  ["(2)", "“信息不存在”数", "条", "applications.replied.denied.doesNotExist"],
  ["(3)", "“非本部门掌握”数", "条", "applications.replied.denied.notThisDepartment"],
  ["(4)", "“申请内容不明确”数", "条", "applications.replied.denied.unclear"],
  ["(5)", "“免予公开范围1”数", "条", "applications.replied.denied.exemption1"],
  ["(6)", "“免予公开范围2”数", "条", "applications.replied.denied.exemption2"],
  ["(7)", "“免予公开范围3”数", "条", "applications.replied.denied.exemption3"],
  ["(8)", "“免予公开范围4”数", "条", "applications.replied.denied.exemption4"],
  ["(9)", "“免予公开范围5”数", "条", "applications.replied.denied.exemption5"],
  ["(10)", "“免予公开范围6”数", "条", "applications.replied.denied.exemption6"],
  ["(11)", "其它原因", "条", "applications.replied.denied.otherReasons"],
  ["", "行政复议数", "件", "reconsideration"],
  ["", "行政诉讼数", "件", "litigation"],
  ["", "行政申诉数", "件", "appeals.total"],
  ["其中:", "对本部门首次处理不满意的行政申诉数", "件", "appeals.firstHandling"],
];

/**
 * Reports under the Regulations of 2008, from before any national table: six contents in prose, and in some regions an
 * indicator list. A report without a list is complete.
 */
export const reports2008: Template = {
  id: "2008",
  name: "政府信息公开工作年度报告（2008年条例）",
  years: [2008, 2013],
  basis: "《中华人民共和国政府信息公开条例》（国务院令第492号）第三十二条",
  sections: chapters2008,
  tables: [
    list("annexShanghai", "政府信息公开情况统计表（上海）", shanghai, [
      column("month", "本月累计", ["本月"]),
      column("year", "年度累计", ["本年累计", "全年累计"]),
    ]),
    list("annexDingxi", "政府信息公开情况统计报表（定西）", dingxi, [
      column("period", "本期实际", ["本期"]),
      column("year", "本年累计", ["年度累计", "全年累计"]),
    ]),
  ],
  rules: [
    ...sums("annexShanghai", [
      "applications.received.inPerson + applications.received.fax + applications.received.email + applications.received.online + applications.received.letter + applications.received.other == applications.received.total",
      "applications.replied.granted + applications.replied.partiallyGranted + applications.replied.notGovernmentInformation + applications.replied.doesNotExist + applications.replied.notThisAgency + applications.replied.unclear + applications.replied.duplicate + applications.replied.denied.total == applications.replied.total",
      "applications.replied.denied.stateSecret + applications.replied.denied.tradeSecret + applications.replied.denied.personalPrivacy + applications.replied.denied.processInformation + applications.replied.denied.securityAndStability + applications.replied.denied.otherLegalGrounds == applications.replied.denied.total",
      "fees.proactive.total + fees.onRequest.total == fees.total",
      "fees.proactive.postage + fees.proactive.paperCopies + fees.proactive.opticalDiscs + fees.proactive.floppyDisks == fees.proactive.total",
      "fees.onRequest.search + fees.onRequest.postage + fees.onRequest.paperCopies + fees.onRequest.opticalDiscs + fees.onRequest.floppyDisks == fees.onRequest.total",
      "staff.fullTime + staff.partTime == staff.total",
    ]),
  ],
};

/** The sums that Pudong's statistics program computes itself. Those of Dingxi are not known. */
function sums(table: string, expressions: readonly string[]): readonly RuleTemplate[] {
  return columnRules(
    table,
    expressions.map((expression) => ["f1-d2-sums", "warning", expression] as const),
  );
}

function list(
  id: string,
  title: string,
  lines: readonly Line[],
  columns: readonly ColumnTemplate[],
): TableTemplate {
  const rows = lines.map(([enumerator, label, unit, key]): RowTemplate => {
    return {
      key,
      label,
      enumerator,
      group: [],
      aliases: [],
      type: /元$/u.test(unit) ? "amount" : "count",
      unit,
    };
  });
  const corner = ["指标名称", "计算单位", "计量单位", "单位", "代码"];
  return {
    id,
    section: 6,
    title,
    pathOrder: "row-column",
    optional: true,
    blocks: [{ corner, columns, rows }],
  };
}

function column(key: string, label: string, aliases: readonly string[]): ColumnTemplate {
  return { key, label, group: [], aliases, type: "count" };
}
