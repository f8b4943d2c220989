import { defineRules } from "../entry.ts";
import { compareText, nothing } from "./advice.ts";

const textAgainstTable = {
  en: "Text and table contradict each other; neither is to blame by itself.",
  zh: "正文与表格不一致，不能断定何者有误。",
} as const;

const correctOther = {
  en: "Find out which of the two is right, and correct the other.",
  zh: "请确认何者正确并更正另一处。",
} as const;

/** Findings of comparing a report's text with its tables, and of rules that cannot be assessed. */
export const proseRules = defineRules({
  "other-paper": {
    severity: "warning",
    args: { title: "text" },
    en: "Another paper follows the report: “{title}”; it is kept as a section of its own.",
    zh: "报告之后另有文件“{title}”，已单独保留。",
    about: { en: "Another paper in the document", zh: "文件中另有其他公文" },
    means: { en: "Its figures are not the report's.", zh: "其中数值不属于本报告。" },
    todo: nothing,
  },
  "fact-unclear": {
    severity: "warning",
    args: { quote: "text" },
    en: "“{quote}”: the scan shows these words unclearly, so the number may be another ({place}).",
    zh: "“{quote}”：扫描件此处文字不清，数值可能有误（{place}）。",
    about: { en: "Unclear number in a scan's text", zh: "扫描件正文数值不清" },
    means: {
      en: "At least one character of the paragraph was recognized with a probability below 0.9.",
      zh: "该段至少有一个字符的识别可信度低于 0.9。",
    },
    todo: compareText,
  },
  "fact-fraction": {
    severity: "warning",
    args: { quote: "text" },
    en: "“{quote}”: a count has decimals; its point may stand for a comma ({place}).",
    zh: "“{quote}”：计数带有小数，小数点可能应为千位分隔符（{place}）。",
    about: { en: "Count with decimals in the text", zh: "正文计数带小数" },
    means: {
      en: "Documents and applications are counted in whole numbers, so the number may be a thousand times larger.",
      zh: "件数、条数应为整数，实际数值可能大一千倍。",
    },
    todo: compareText,
  },
  "not-assessable": {
    severity: "notice",
    args: { rule: "text", count: "number" },
    en: "Rule {rule} could not be assessed ({count}×) because of blank or unreadable cells: {cells}.",
    zh: "规则 {rule} 有 {count} 处无法核对，以下单元格空白或无法读取：{cells}。",
    about: { en: "Rule not assessable", zh: "无法核对" },
    means: { en: "Blank never counts as zero, so nothing can be said.", zh: "空白不视为零，故无法核对。" },
    todo: {
      en: "Fill in the blank cells, with 0 where there is none.",
      zh: "请补填空白单元格，没有的填 0。",
    },
  },
  "total-blank": {
    severity: "notice",
    inCheck: true,
    en: "{cell} is blank, its parts are not: they add up to {expected} ({place}).",
    zh: "{cell} 空白，而其分项有数，合计 {expected}（{place}）。",
    about: { en: "Total blank, parts given", zh: "总计空白而分项有数" },
    means: { en: "The total was forgotten.", zh: "总计漏填。" },
    todo: { en: "Fill in the total.", zh: "请补填总计。" },
  },
  "n-received": {
    severity: "notice",
    inCheck: true,
    args: { quote: "text" },
    en: "“{quote}”: the text says {expected}, the table {actual} (applications received).",
    zh: "“{quote}”：正文为 {expected}，表格为 {actual}（收到申请数）。",
    about: { en: "Text against table: applications received", zh: "正文与表格：收到申请数" },
    means: textAgainstTable,
    todo: correctOther,
  },
  "n-replied": {
    severity: "notice",
    inCheck: true,
    args: { quote: "text" },
    en: "“{quote}”: the text says {expected}, the table {actual} (applications replied to).",
    zh: "“{quote}”：正文为 {expected}，表格为 {actual}（答复申请数）。",
    about: { en: "Text against table: applications replied to", zh: "正文与表格：答复申请数" },
    means: textAgainstTable,
    todo: correctOther,
  },
  "n-groups": {
    severity: "notice",
    inCheck: true,
    args: { quote: "text" },
    en: "“{quote}”: the text says {expected}, the table {actual} (results by kind).",
    zh: "“{quote}”：正文为 {expected}，表格为 {actual}（分类办理结果）。",
    about: { en: "Text against table: results by kind", zh: "正文与表格：分类办理结果" },
    means: textAgainstTable,
    todo: correctOther,
  },
  "n-review": {
    severity: "notice",
    inCheck: true,
    args: { quote: "text" },
    en: "“{quote}”: the text says {expected}, the table {actual} (administrative reconsiderations).",
    zh: "“{quote}”：正文为 {expected}，表格为 {actual}（行政复议数）。",
    about: { en: "Text against table: administrative reconsiderations", zh: "正文与表格：行政复议数" },
    means: textAgainstTable,
    todo: correctOther,
  },
  "n-litig": {
    severity: "notice",
    inCheck: true,
    args: { quote: "text" },
    en: "“{quote}”: the text says {expected}, the table {actual} (lawsuits).",
    zh: "“{quote}”：正文为 {expected}，表格为 {actual}（行政诉讼数）。",
    about: { en: "Text against table: lawsuits", zh: "正文与表格：行政诉讼数" },
    means: textAgainstTable,
    todo: correctOther,
  },
  "n-correction": {
    severity: "warning",
    args: { quote: "text" },
    en: "The text corrects the table: “{quote}”; the table's number was kept ({place}).",
    zh: "正文更正了表格数据：“{quote}”；数值仍按表格保留（{place}）。",
    about: { en: "Text corrects the table", zh: "正文更正表格" },
    means: {
      en: "The office itself says that the number in the table is another one.",
      zh: "发布单位自己说明表中数值有误。",
    },
    todo: {
      en: "Correct the number in the table, or record a correction.",
      zh: "请在表格中更正该数值，或登记更正。",
    },
  },
  "n-fee": {
    severity: "notice",
    inCheck: true,
    args: { quote: "text" },
    en: "“{quote}”: the parts named add up to {expected}, the whole is given as {actual}.",
    zh: "“{quote}”：所列各项合计 {expected}，总额为 {actual}。",
    about: { en: "Fee parts do not add up", zh: "处理费分项合计不符" },
    means: {
      en: "One of the figures is wrong, or not all parts are named.",
      zh: "数字之一有误，或未列全各项。",
    },
    todo: compareText,
  },
});
