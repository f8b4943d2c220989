import { defineRules } from "../entry.ts";
import { comparePlaces } from "./advice.ts";
import { brokenSum, formRuleArguments } from "./form-rules.ts";

/** A sum that the forms of some offices break for reasons of their own: cases carried over or counted differently. */
const doubtfulSum = { ...brokenSum, severity: "warning", todo: comparePlaces } as const;

/** A count that cannot be more than another. */
const partAboveWhole = {
  severity: "warning",
  args: formRuleArguments,
  en: "{cell}: the part is {expected}, the whole is {actual} ({place}).",
  zh: "{cell}：部分为 {expected}，整体为 {actual}（{place}）。",
  means: { en: "One of the two figures is wrong.", zh: "二者之一有误。" },
  todo: comparePlaces,
} as const;

/** The rules of the forms found beside the annual report in the same archives. */
export const neighbourRules = defineRules({
  "penalties-total": {
    ...brokenSum,
    about: { en: "Penalties by kind do not add up", zh: "行政处罚各类数量合计不符" },
  },
  "licences-accepted": {
    ...partAboveWhole,
    about: { en: "More licences accepted than applied for", zh: "许可受理数量大于申请数量" },
  },
  "coercion-total": {
    ...doubtfulSum,
    about: { en: "Coercive measures do not add up", zh: "行政强制各项数量合计不符" },
  },
  "published-sum": {
    ...doubtfulSum,
    about: { en: "Published items do not add up", zh: "信息发布各类数量合计不符" },
  },
  "explained-sum": {
    ...doubtfulSum,
    about: { en: "Explanations of policy do not add up", zh: "解读信息各类数量合计不符" },
  },
  "online-part": {
    ...partAboveWhole,
    severity: "error",
    about: { en: "More services online than in all", zh: "全程在线事项多于全部事项" },
  },
  "handled-sum": {
    ...doubtfulSum,
    about: { en: "Handled cases do not add up", zh: "办件量合计不符" },
  },
  "fixed-part": {
    ...partAboveWhole,
    about: { en: "More problems mended than found", zh: "问题整改数量大于发现数量" },
  },
  "budget-sum": {
    ...brokenSum,
    about: { en: "Budgeted “three public” expenses do not add up", zh: "“三公”经费预算数合计不符" },
  },
  "budget-cars": {
    ...brokenSum,
    about: { en: "Budgeted expenses for cars do not add up", zh: "公务用车预算数小计不符" },
  },
  "final-sum": {
    ...brokenSum,
    about: { en: "“Three public” expenses do not add up", zh: "“三公”经费决算数合计不符" },
  },
  "final-cars": {
    ...brokenSum,
    about: { en: "Expenses for cars do not add up", zh: "公务用车决算数小计不符" },
  },
  "accounts-income": {
    ...brokenSum,
    about: { en: "Income by source does not add up", zh: "收入各项合计不符" },
  },
  "accounts-balance": {
    ...brokenSum,
    about: { en: "Income and expenditure do not balance", zh: "收入总计与支出总计不符" },
  },
  "accounts-balance-appropriations": {
    ...brokenSum,
    about: {
      en: "Appropriations and their expenditure do not balance",
      zh: "财政拨款收入总计与支出总计不符",
    },
  },
  "accounts-appropriations-parts": {
    ...brokenSum,
    about: {
      en: "Expenditure from appropriations by budget does not add up",
      zh: "财政拨款支出按预算分列的合计不符",
    },
  },
  "accounts-income-parts": {
    ...brokenSum,
    about: { en: "Income of a subject does not add up", zh: "科目收入各项合计不符" },
  },
  "accounts-expenditure-parts": {
    ...brokenSum,
    about: { en: "Expenditure of a subject does not add up", zh: "科目支出各项合计不符" },
  },
  "accounts-general-parts": {
    ...brokenSum,
    about: { en: "Expenditure from the general budget does not add up", zh: "一般公共预算支出各项合计不符" },
  },
  "accounts-funds-parts": {
    ...brokenSum,
    about: { en: "Expenditure from funds does not add up", zh: "政府性基金支出各项合计不符" },
  },
  "accounts-funds-carried": {
    ...brokenSum,
    about: {
      en: "Funds carried over do not follow from income and expenditure",
      zh: "政府性基金年末结转与收支不符",
    },
  },
  "accounts-capital-parts": {
    ...brokenSum,
    about: {
      en: "Expenditure from the state capital budget does not add up",
      zh: "国有资本经营预算支出各项合计不符",
    },
  },
  "accounts-tables-income": {
    ...brokenSum,
    about: {
      en: "Income of the overall table and of the table of income differ",
      zh: "收入支出决算总表与收入决算表的收入不符",
    },
  },
  "accounts-tables-expenditure": {
    ...brokenSum,
    about: {
      en: "Expenditure of the overall table and of the table of expenditure differ",
      zh: "收入支出决算总表与支出决算表的支出不符",
    },
  },
  "accounts-tables-appropriations": {
    ...brokenSum,
    about: { en: "Appropriations differ between tables", zh: "各表财政拨款收入不符" },
  },
  "accounts-tables-general": {
    ...brokenSum,
    about: {
      en: "Expenditure from the general budget differs between tables",
      zh: "各表一般公共预算财政拨款支出不符",
    },
  },
  "accounts-tables-basic": {
    ...brokenSum,
    about: {
      en: "Basic expenditure differs from that of personnel and operations",
      zh: "基本支出与人员经费、公用经费合计不符",
    },
  },
  "accounts-tables-funds": {
    ...brokenSum,
    about: { en: "Funds differ between tables", zh: "各表政府性基金预算财政拨款收支不符" },
  },
  "accounts-tables-capital": {
    ...brokenSum,
    about: {
      en: "Expenditure from the state capital budget differs between tables",
      zh: "各表国有资本经营预算财政拨款支出不符",
    },
  },
  "three-public-sum": {
    ...brokenSum,
    about: { en: "“Three public” expenses by item do not add up", zh: "“三公”经费各项合计不符" },
  },
  "three-public-cars": {
    ...brokenSum,
    about: { en: "Expenses for cars by item do not add up", zh: "公务用车购置与运行费合计不符" },
  },
  "three-public-part": {
    ...partAboveWhole,
    severity: "error",
    about: {
      en: "“Three public” expenses above all expenditure from appropriations",
      zh: "“三公”经费大于财政拨款支出合计",
    },
  },
});
