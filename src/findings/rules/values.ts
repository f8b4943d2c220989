import { defineRules } from "../entry.ts";
import { compare, correct, nothing } from "./advice.ts";

/** Findings about single values. */
export const valueRules = defineRules({
  "unreadable-value": {
    severity: "error",
    args: { raw: "text", label: "text", reason: "text" },
    en: "“{raw}” in {label} could not be read as a number ({reason}; {place}).",
    zh: "{label} 中的“{raw}”无法读作数字（{reason}；{place}）。",
    about: { en: "Value not readable", zh: "数值无法读取" },
    means: { en: "The cell is null; its text stands in the evidence.", zh: "该格为空值，原文见出处。" },
    todo: compare,
  },
  "readings-disagree": {
    severity: "error",
    args: { label: "text", raw: "text", other: "text" },
    en: "{label}: one reading gives {raw}, the other {other} ({place}).",
    zh: "{label}：两次读取不一致，一为 {raw}，一为 {other}（{place}）。",
    about: { en: "Two readings disagree", zh: "两次读取不一致" },
    means: {
      en: "The cell holds the first reading; either may be wrong.",
      zh: "该格取首次读数，二者均可能有误。",
    },
    todo: compare,
  },
  "fused-digits": {
    severity: "error",
    args: { label: "text", raw: "text", ways: "scalar" },
    en: "The digits “{raw}” of row “{label}” run together and the sums do not decide them ({place}).",
    zh: "“{label}”一行的数字“{raw}”连在一起，无法由勾稽关系确定（{place}）。",
    about: { en: "Digits run together", zh: "数字粘连" },
    means: { en: "The cells of the row are null.", zh: "该行各格为空值。" },
    todo: compare,
  },
  "inferred-from-sums": {
    severity: "warning",
    args: { label: "text", raw: "text", ways: "scalar?" },
    en: "The borders between “{raw}” in row “{label}” are lost; they were set in the only way the sums allow ({place}).",
    zh: "“{label}”一行“{raw}”的单元格界限缺失，按勾稽关系唯一可行的方式划分（{place}）。",
    about: { en: "Cells told apart by the sums", zh: "按勾稽关系划分单元格" },
    means: {
      en: "The values follow from the sums; a wrong sum in the report would mislead them.",
      zh: "数值由勾稽关系推出；如报告合计有误则会受影响。",
    },
    todo: compare,
  },
  "inferred-from-text": {
    severity: "warning",
    args: { label: "text", raw: "text", ways: "scalar?" },
    en: "The borders between “{raw}” in row “{label}” are lost; they were set where the report's own text states the figures ({place}). Please check.",
    zh: "“{label}”一行“{raw}”的单元格界限缺失，按正文所述数字划分（{place}），请核对。",
    about: { en: "Cells told apart by the text", zh: "按正文数字划分单元格" },
    means: {
      en: "The values follow from the report's own text; a wrong figure there would mislead them.",
      zh: "数值由报告正文推出；如正文有误则会受影响。",
    },
    todo: compare,
  },
  "digits-joined": {
    severity: "warning",
    args: { raw: "text", label: "text", value: "number" },
    en: "“{raw}” in {label} was read as {value}: its digits stand apart ({place}).",
    zh: "{label} 中的“{raw}”数字分开，读作 {value}（{place}）。",
    about: { en: "Digits joined", zh: "数字合并" },
    means: { en: "It may be two numbers.", zh: "也可能是两个数字。" },
    todo: compare,
  },
  "value-note": {
    severity: "notice",
    args: { raw: "text", label: "text", note: "text" },
    en: "{label}: a remark stands beside the number: {note}.",
    zh: "{label}：数字旁有说明：{note}。",
    about: { en: "Remark beside a number", zh: "数值带说明" },
    means: { en: "The number was taken, the remark stands in the evidence.", zh: "已取数值，说明见出处。" },
    todo: nothing,
  },
  "unit-differs": {
    severity: "warning",
    args: { raw: "text", label: "text", unit: "text", usual: "text" },
    en: "{label} is given in {unit}, the form's unit is {usual}; the value is kept as printed ({place}).",
    zh: "{label} 以{unit}计，表式单位为{usual}；数值按原样保留（{place}）。",
    about: { en: "Another unit than the form's", zh: "单位与表式不同" },
    means: {
      en: "The value is as printed; evidence gives it in 元.",
      zh: "数值按原样保留，出处中另有以元计的值。",
    },
    todo: {
      en: "Take the amount in 元 from the evidence when you compare.",
      zh: "比较时请采用出处中以元计的金额。",
    },
  },
  "unit-unknown": {
    severity: "warning",
    args: { raw: "text", label: "text", unit: "text" },
    en: "{label}: the unit {unit} is not one this figure can be converted from; {raw} is kept as printed ({place}). Please check what is meant.",
    zh: "{label}：单位“{unit}”无法换算，{raw} 按原样保留（{place}），请核对。",
    about: { en: "Unit not understood", zh: "单位无法识别" },
    means: { en: "The value is as printed and in no known unit.", zh: "数值按原样保留，单位不明。" },
    todo: compare,
  },
  "unit-missing": {
    severity: "notice",
    args: { raw: "text", label: "text" },
    en: "{label}: no unit is printed; 元 is usual.",
    zh: "{label}：未注明单位，通常为元。",
    about: { en: "Unit not stated", zh: "未注明单位" },
    means: { en: "The amount may be in 元 or in 万元.", zh: "金额单位可能为元或万元。" },
    todo: compare,
  },
  nonneg: {
    severity: "error",

    en: "{cell} is {actual}; it cannot be negative ({place}).",
    zh: "{cell} 为 {actual}，不能为负数（{place}）。",
    about: { en: "Negative count", zh: "负数" },
    means: { en: "A count or amount below zero is a slip.", zh: "数量或金额为负系笔误。" },
    todo: correct,
  },
  integer: {
    severity: "error",

    en: "{cell} is {actual}; it must be a whole number ({place}).",
    zh: "{cell} 为 {actual}，应为整数（{place}）。",
    about: { en: "Count not whole", zh: "非整数" },
    means: { en: "A count with decimals is a slip, or in another unit.", zh: "件数含小数系笔误或单位不同。" },
    todo: correct,
  },
});
