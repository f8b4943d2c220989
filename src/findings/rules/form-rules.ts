import { defineRules } from "../entry.ts";
import { comparePlaces, correctNumber, nothing } from "./advice.ts";

/** What every finding of a form's rule carries: the values of both sides. */
export const formRuleArguments = { left: "number", right: "number", operator: "text" } as const;

/** The words for a broken sum, of an official form or of a user's. */
export const brokenSum = {
  severity: "error",
  args: formRuleArguments,
  en: "{about}: {sum} does not hold, {left} against {right} ({place}).",
  zh: "{about}：{sum} 不成立，{left} 对 {right}（{place}）。",
  means: {
    en: "One of the figures is wrong; the sum does not say which.",
    zh: "数字之一有误，合计本身不能说明是哪一个。",
  },
  todo: correctNumber,
} as const;

/** The rules of the official forms; those of a user's form are worded as sums. */
export const formRules = defineRules({
  "t3-balance": { ...brokenSum, about: { en: "Table 3 does not balance", zh: "表三不平衡" } },
  "t3-result-sum": { ...brokenSum, about: { en: "Results do not add up", zh: "办理结果合计不符" } },
  "t3-row-sum": { ...brokenSum, about: { en: "Row does not add up", zh: "行合计不符" } },
  "t4-block-sum": {
    ...brokenSum,
    about: { en: "Reviews or lawsuits do not add up", zh: "复议诉讼合计不符" },
  },
  "t3-group-zero": {
    severity: "warning",
    args: formRuleArguments,
    en: "{cell} is 0, yet a result below it is not.",
    zh: "{cell} 为 0，但其分项不为 0。",
    about: { en: "Zero total, parts above zero", zh: "总计为零而分项非零" },
    means: { en: "The total was left at 0.", zh: "总计未填写而为 0。" },
    todo: correctNumber,
  },
  "f3-disclosed-le": {
    severity: "warning",
    args: formRuleArguments,
    en: "{cell}: more was newly disclosed ({expected}) than is disclosed in all ({actual}).",
    zh: "{cell}：本年新公开数（{expected}）大于对外公开总数（{actual}）。",
    about: { en: "Newly disclosed above total", zh: "新公开数大于总数" },
    means: { en: "One of the two figures is wrong.", zh: "二者之一有误。" },
    todo: correctNumber,
  },
  "f3-decisions-misfill": {
    severity: "notice",
    args: formRuleArguments,
    en: "{cell} ({actual}) equals last year's items plus the change: was the column read as this year's items?",
    zh: "{cell}（{actual}）等于上一年项目数加增减，疑将该列误填为本年项目数。",
    about: { en: "Decisions may hold items", zh: "处理决定数量疑误填" },
    means: {
      en: "The column of decisions is often filled with this year's items.",
      zh: "该列常被误填为本年项目数。",
    },
    todo: comparePlaces,
  },
  "f4-repealed-bound": {
    severity: "error",
    args: formRuleArguments,
    en: "{cell}: issued, repealed and in-force counts cannot be negative.",
    zh: "{cell}：制发、废止、现行有效件数不能为负。",
    about: { en: "Negative document count", zh: "件数为负" },
    means: { en: "A count below zero is a slip.", zh: "件数为负系笔误。" },
    todo: correctNumber,
  },
  "f1-d2-sums": { ...brokenSum, about: { en: "Indicators do not add up", zh: "指标合计不符" } },
  "f2-received-sum": {
    ...brokenSum,
    about: { en: "Applications by channel do not add up", zh: "收到申请数合计不符" },
  },
  "f2-closed-sum": {
    ...brokenSum,
    about: { en: "Closed applications do not add up", zh: "申请办结数合计不符" },
  },
  "f2-replied-sum": {
    ...brokenSum,
    about: { en: "Replies by kind do not add up", zh: "申请答复数合计不符" },
  },
  "f2-denied-sum": {
    ...brokenSum,
    about: { en: "Grounds of denial do not add up", zh: "不同意公开答复数分项合计不符" },
  },
  "f2-recon-sum": {
    ...brokenSum,
    about: { en: "Reconsiderations do not add up", zh: "行政复议数量合计不符" },
  },
  "f2-litig-sum": { ...brokenSum, about: { en: "Lawsuits do not add up", zh: "行政诉讼数量合计不符" } },
  "f2-staff-sum": { ...brokenSum, about: { en: "Staff do not add up", zh: "工作人员数合计不符" } },
  "f2-channels-bound": {
    severity: "warning",
    args: formRuleArguments,
    en: "{cell} is {actual}; the limit set by its channels is {expected} ({place}).",
    zh: "{cell} 为 {actual}，而各渠道数所定的限值为 {expected}（{place}）。",
    about: { en: "Total out of the bounds its channels set", zh: "总数超出各渠道数所限范围" },
    means: {
      en: "The total lies between the largest channel and the sum of all channels; it, or a channel, is wrong.",
      zh: "总数应不小于最大的渠道数，也不大于各渠道数之和；总数或某渠道数有误。",
    },
    todo: correctNumber,
  },
  "f2-ofwhich": {
    severity: "error",
    args: formRuleArguments,
    en: "{cell}: a part named 其中 is {expected}, more than the whole, {actual} ({place}).",
    zh: "{cell}：其中项 {expected} 大于总数 {actual}（{place}）。",
    about: { en: "Part above the whole", zh: "其中项大于总数" },
    means: { en: "One of the two figures is wrong.", zh: "二者之一有误。" },
    todo: correctNumber,
  },
  "f2-cumulative-bound": {
    severity: "warning",
    args: formRuleArguments,
    en: "{cell}: this year's figure, {expected}, is more than that of all years together, {actual} ({place}).",
    zh: "{cell}：本年度数 {expected} 大于历年累计 {actual}（{place}）。",
    about: { en: "Year above the sum of all years", zh: "本年度数大于历年累计" },
    means: { en: "One of the two figures is wrong.", zh: "二者之一有误。" },
    todo: correctNumber,
  },
  "f2-normative": {
    severity: "notice",
    args: formRuleArguments,
    en: "More normative documents were disclosed ({expected}) than issued ({actual}); some may be older.",
    zh: "主动公开规范性文件数（{expected}）大于制发数（{actual}），可能含往年文件。",
    about: { en: "More documents disclosed than issued", zh: "公开文件多于制发文件" },
    means: { en: "Documents of earlier years may have been disclosed this year.", zh: "可能包含往年文件。" },
    todo: comparePlaces,
  },
  "f2-closed-replied": {
    severity: "notice",
    args: formRuleArguments,
    en: "{cell}: {expected} applications were closed, {actual} replied to.",
    zh: "{cell}：办结 {expected} 件，答复 {actual} 件。",
    about: { en: "Closed and replied counts differ", zh: "办结数与答复数不同" },
    means: { en: "Some applications are closed without a reply.", zh: "部分申请未答复即办结。" },
    todo: nothing,
  },
  "f2-cumulative": {
    severity: "warning",
    args: formRuleArguments,
    en: "{cell}: last year's sum of all years and this year's figure give {expected}, {actual} is printed.",
    zh: "{cell}：上年历年累计与本年度数之和为 {expected}，填为 {actual}。",
    about: { en: "Sum of all years does not go on from last year's", zh: "历年累计与上年不衔接" },
    means: { en: "One of the figures of the two years is wrong.", zh: "两年数字之一有误。" },
    todo: correctNumber,
  },
});
