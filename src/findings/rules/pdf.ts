import { defineRules } from "../entry.ts";
import { anotherCopy, comparePlaces } from "./advice.ts";

/** Findings about PDF files and their pages. */
export const pdfRules = defineRules({
  "pdf-page-unreadable": {
    severity: "error",

    en: "This page could not be opened ({place}).",
    zh: "此页无法打开（{place}）。",
    about: { en: "Page not readable", zh: "页面无法打开" },
    means: { en: "Nothing of the page is in the record.", zh: "该页内容不在记录中。" },
    todo: anotherCopy,
  },
  "pdf-page-too-large": {
    severity: "error",

    en: "This page holds more than can be read; part of it is missing ({place}).",
    zh: "此页内容超出上限，仅读取了一部分（{place}）。",
    about: { en: "Page over a limit", zh: "页面超出上限" },
    means: { en: "What was left out may be part of a table.", zh: "未读部分可能属于表格。" },
    todo: comparePlaces,
  },
  "pdf-rebuilt": {
    severity: "warning",
    args: { cutOff: "flag" },
    en: "The file's index was rebuilt; parts may be missing.",
    zh: "文件索引已重建，内容可能不全。",
    about: { en: "Index rebuilt", zh: "索引已重建" },
    means: { en: "Older states of changed objects may have been read.", zh: "可能读到被修改对象的旧版本。" },
    todo: anotherCopy,
  },
  "pdf-stream-damaged": {
    severity: "error",

    en: "The text of this page fails its checksum; its values must not be used ({place}).",
    zh: "此页文字数据校验不符，数值不可采用（{place}）。",
    about: { en: "Text fails its checksum", zh: "文字数据校验不符" },
    means: {
      en: "A bit in the text has changed; every reader shows the same wrong digits.",
      zh: "文字数据已损坏，任何软件都会显示同样的错误数字。",
    },
    todo: anotherCopy,
  },
  "pdf-objects-damaged": {
    severity: "warning",

    en: "Objects or fonts this page needs are damaged or missing ({place}).",
    zh: "此页所需的对象或字体损坏或缺失（{place}）。",
    about: { en: "Damaged objects", zh: "对象损坏" },
    means: { en: "Characters may be missing or wrong.", zh: "文字可能缺失或有误。" },
    todo: anotherCopy,
  },
  "pdf-digits-differ": {
    severity: "warning",

    en: "Two PDF engines read different digits on this page ({place}).",
    zh: "两种解析引擎在此页读到的数字不同（{place}）。",
    about: { en: "Engines disagree", zh: "引擎读数不一致" },
    means: { en: "At least one engine is wrong.", zh: "至少一种引擎读数有误。" },
    todo: comparePlaces,
  },
  "pdf-second-reading-failed": {
    severity: "warning",

    en: "The file is doubtful and the second engine could not read it.",
    zh: "文件存疑，且第二引擎无法读取以供核对。",
    about: { en: "No second reading", zh: "无法二次读取" },
    means: { en: "There is reason for doubt and nothing to compare with.", zh: "文件存疑且无从比对。" },
    todo: comparePlaces,
  },
  "pdf-table-unruled": {
    severity: "warning",
    milder: "notice",
    doubts: "places",
    args: { rows: "text?" },
    en: "This table has no ruling lines; cells were placed by alignment ({place}).",
    zh: "此表无框线，单元格按对齐方式推断（{place}）。",
    about: { en: "Table without lines", zh: "表格无框线" },
    means: {
      en: "A value may belong to the neighbouring column. Only cells that stand in no sum of the form, or in one that does not hold, are named; where every cell is vouched for, this is a notice.",
      zh: "数值可能属于相邻列。仅指出未列入表式勾稽关系或勾稽不成立的单元格；全部单元格均经勾稽印证时，此项仅为提示。",
    },
    todo: comparePlaces,
  },
});
