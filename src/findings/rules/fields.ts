import { defineRules } from "../entry.ts";
import { compareText } from "./advice.ts";

const leftOver = {
  en: "One of the two is wrong, often text left over from last year.",
  zh: "二者之一有误，常为沿用上年文字。",
} as const;

const correctOne = { en: "Correct the one that is wrong.", zh: "请更正有误的一处。" } as const;

/** Findings about title, office, year, period and date of a report. */
export const fieldRules = defineRules({
  "title-missing": {
    severity: "warning",
    en: "No title of a report was found.",
    zh: "未找到报告标题。",
    about: { en: "No title", zh: "没有标题" },
    means: { en: "The report's title is null.", zh: "标题为空。" },
    todo: compareText,
  },
  "title-conflict": {
    severity: "warning",
    en: "The document names two reports: “{actual}” was taken, “{expected}” stands there, too.",
    zh: "文件中有两个报告标题：采用“{actual}”，另有“{expected}”。",
    about: { en: "Two titles", zh: "标题不一致" },
    means: {
      en: "The document may hold two reports, or a wrong title.",
      zh: "文件可能含两份报告或标题有误。",
    },
    todo: compareText,
  },
  "issuer-missing": {
    severity: "warning",
    en: "The document does not state which office issues the report.",
    zh: "未找到报告的发布机关。",
    about: { en: "No issuing office", zh: "没有发布机关" },
    means: {
      en: "The issuer is null; the report cannot be put into a panel.",
      zh: "发布机关为空，无法纳入面板。",
    },
    todo: compareText,
  },
  "issuer-conflict": {
    severity: "warning",
    en: "The title names “{actual}”, the signature, page or opening “{expected}”.",
    zh: "标题中的机关为“{actual}”，落款、网页或引言为“{expected}”。",
    about: { en: "Offices disagree", zh: "机关不一致" },
    means: {
      en: "The report may have been published under another office's name.",
      zh: "报告可能以其他机关名义发布。",
    },
    todo: compareText,
  },
  "year-missing": {
    severity: "warning",
    en: "The document does not state the year of the report.",
    zh: "未找到报告年度。",
    about: { en: "No year", zh: "没有年度" },
    means: { en: "The year is null; the report cannot be put into a panel.", zh: "年度为空，无法纳入面板。" },
    todo: compareText,
  },
  "year-guessed": {
    severity: "warning",
    en: "The document does not state the year of the report; {actual} is the year before its publication.",
    zh: "文件未注明报告年度；{actual} 由发布日期推定。",
    about: { en: "Year guessed from the date", zh: "年度由日期推定" },
    means: { en: "Reports are published in the year after.", zh: "报告通常于次年发布。" },
    todo: compareText,
  },
  "year-inferred": {
    severity: "warning",
    en: "The document does not state the year of the report; {actual} is the only year that its sentences are about.",
    zh: "文件未注明报告年度；正文只叙述 {actual} 年，据此推定。",
    about: { en: "Year taken from the text", zh: "年度由正文推定" },
    means: { en: "The sentences may be about another year.", zh: "正文所述可能并非报告年度。" },
    todo: compareText,
  },
  "year-conflict": {
    severity: "warning",
    en: "The title says {actual}, the statistical period {expected}.",
    zh: "标题年度为 {actual}，统计期限为 {expected}。",
    about: { en: "Years disagree", zh: "年度不一致" },
    means: leftOver,
    todo: correctOne,
  },
  "two-years-in-title": {
    severity: "warning",
    args: { words: "text" },
    en: "The title names two years (“{words}”); {actual} was taken.",
    zh: "标题中有两个年度（“{words}”），采用 {actual}。",
    about: { en: "Two years in the title", zh: "标题含两个年度" },
    means: { en: "The report may cover both years.", zh: "报告可能涵盖两个年度。" },
    todo: compareText,
  },
  "text-of-other-year": {
    severity: "warning",
    en: "The title says {actual}, but the text is about {expected} and never mentions {actual}.",
    zh: "标题年度为 {actual}，正文叙述的却是 {expected} 年，未提及 {actual} 年。",
    about: { en: "Text of another year", zh: "正文年度与标题不符" },
    means: {
      en: "The title or the text is left over from another year.",
      zh: "标题或正文可能沿用了其他年度的文字。",
    },
    todo: correctOne,
  },
  "announced-year-conflict": {
    severity: "warning",
    en: "The title says {actual}, the sentence that announces the report {expected}.",
    zh: "标题年度为 {actual}，正文引言所述报告为 {expected} 年。",
    about: { en: "Another year announced", zh: "引言年度与标题不符" },
    means: leftOver,
    todo: correctOne,
  },
  "period-long": {
    severity: "warning",
    args: { taken: "text" },
    en: "The statistical period is printed as {taken}, longer than a year.",
    zh: "统计期限印为 {taken}，超过一年。",
    about: { en: "Period of more than a year", zh: "统计期限超过一年" },
    means: {
      en: "A year of one of the two days may be misprinted; a year taken from it may be wrong, too.",
      zh: "起止日期的年份可能有误，由此得出的年度也可能有误。",
    },
    todo: compareText,
  },
  "period-conflict": {
    severity: "warning",
    args: { taken: "text", other: "text" },
    en: "Two statistical periods are printed: {taken} was taken, {other} stands there, too.",
    zh: "文件中有两个统计期限：采用 {taken}，另有 {other}。",
    about: { en: "Two statistical periods", zh: "统计期限不一致" },
    means: leftOver,
    todo: correctOne,
  },
  "period-unsure": {
    severity: "warning",
    args: { taken: "text", other: "text" },
    en: "A sentence begins with another span of days, {other}; {taken} was taken for the period.",
    zh: "正文有句子以另一时段 {other} 开头；统计期限采用 {taken}。",
    about: { en: "Another span in the text", zh: "正文另有时段" },
    means: {
      en: "The figures of that sentence, or of the whole report, may be of the other span.",
      zh: "该句乃至全文的数字可能属于另一时段。",
    },
    todo: compareText,
  },
  "publication-date-conflict": {
    severity: "warning",
    en: "Two publication dates stand in the document: {actual} was taken, {expected} is the other.",
    zh: "文件中有两个发布日期：采用 {actual}，另有 {expected}。",
    about: { en: "Two publication dates", zh: "发布日期不一致" },
    means: { en: "The page and the document give different dates.", zh: "网页与正文日期不同。" },
    todo: compareText,
  },
  "field-unread": {
    severity: "warning",
    args: { raw: "text" },
    en: "“{raw}” could not be read: it names no real day, or has too many or too few digits.",
    zh: "“{raw}”无法识别：不是有效日期，或位数不符。",
    about: { en: "Unreadable date or number", zh: "日期或号码无法识别" },
    means: { en: "The field is null.", zh: "该项为空。" },
    todo: compareText,
  },
  "publication-date-of-change": {
    severity: "warning",
    args: { raw: "text" },
    en: "Only the day of the last change is printed (“{raw}”); it was taken for the date of publication.",
    zh: "文件仅注明更新时间（“{raw}”），暂作发布日期。",
    about: { en: "Date of the last change", zh: "仅有更新时间" },
    means: {
      en: "The report may have been published long before, and its page changed since.",
      zh: "报告可能早已发布，网页其后有改动。",
    },
    todo: compareText,
  },
  "publication-date-early": {
    severity: "warning",
    en: "The publication date {actual} lies before the end of the year reported on, {expected}.",
    zh: "发布日期 {actual} 早于报告年度 {expected} 年末。",
    about: { en: "Published before the year's end", zh: "发布日期早于报告年度" },
    means: {
      en: "A report on a year is written after it, or in its last days.",
      zh: "报告应在年度终了前后形成。",
    },
    todo: compareText,
  },
});
