import { defineRules } from "../entry.ts";
import { nothing } from "./advice.ts";

/** What became of people's corrections; their notices record that a value is not as it was read. */
export const correctionRules = defineRules({
  "value-corrected": {
    severity: "notice",
    inCheck: true,
    args: { was: "scalar", now: "scalar", who: "text", when: "text", why: "text" },
    en: "{cell}: corrected from {was} to {now} by {who}, {when}: {why}",
    zh: "{cell}：由 {who} 于 {when} 从 {was} 更正为 {now}。理由：{why}",
    about: { en: "Value corrected by a person", zh: "数值经人工更正" },
    means: {
      en: "The value is a person's, not the document's; rules were checked again with it.",
      zh: "该值由人工更正，并已据此重新核对规则。",
    },
    todo: nothing,
  },
  "value-confirmed": {
    severity: "notice",
    inCheck: true,
    args: { was: "scalar", who: "text", when: "text", why: "text" },
    en: "{cell}: {was} was confirmed as printed so by {who}, {when}: {why}",
    zh: "{cell}：{was} 经 {who} 于 {when} 确认与原文一致。说明：{why}",
    about: { en: "Value confirmed by a person", zh: "数值经人工确认" },
    means: { en: "A person has seen the value in the document.", zh: "该值已由人工核对确认。" },
    todo: nothing,
  },
  "correction-refused": {
    severity: "warning",
    args: { reason: "text", now: "scalar?", who: "text", when: "text" },
    en: "The correction of {cell} by {who}, {when}, was not used: {reason}. Look at it again.",
    zh: "{who} 于 {when} 对 {cell} 的更正未采用：{reason}，请重新核对。",
    about: { en: "Correction not used", zh: "更正未采用" },
    means: { en: "The value is as it was read.", zh: "该值保持原读数。" },
    todo: {
      en: "See why it was refused, and correct the correction.",
      zh: "请查看未采纳的原因并修改更正文件。",
    },
  },
});
