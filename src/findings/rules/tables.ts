import { defineRules } from "../entry.ts";
import { comparePlaces, compareText, describeForm, nothing } from "./advice.ts";

/** Findings about tables and records as a whole. */
export const tableRules = defineRules({
  "no-tables": {
    severity: "error",

    en: "None of the statutory tables was found.",
    zh: "未找到任何法定表格。",
    about: { en: "No statutory table", zh: "没有法定表格" },
    means: { en: "All figures are missing from the record.", zh: "记录中没有任何数值。" },
    todo: { en: "See whether the tables are pictures or attachments.", zh: "请查看表格是否为图片或附件。" },
  },
  "table-missing": {
    severity: "error",
    args: { title: "text" },
    en: "Table “{title}” was not found; all its cells are null.",
    zh: "未找到“{title}”表，其各格均为空值。",
    about: { en: "Table not found", zh: "缺少表格" },
    means: {
      en: "The document lacks the table, or nothing in it was recognised.",
      zh: "文件缺少该表或未能识别。",
    },
    todo: {
      en: "See whether the table is there, a picture, or an attachment.",
      zh: "请查看该表是否存在、是否为图片或附件。",
    },
  },
  "unknown-table": {
    severity: "warning",
    args: { title: "text", rows: "number" },
    en: "The table “{title}” belongs to no known form; its {rows} rows are kept as printed ({place}).",
    zh: "表格“{title}”不属于任何已知表式，其 {rows} 行按原样保留（{place}）。",
    about: { en: "Table of no known form", zh: "未知表式的表格" },
    means: {
      en: "It is kept among the other tables under its own labels.",
      zh: "该表以其自有标签保留在其他表格中。",
    },
    todo: describeForm,
  },
  "table-turned": {
    severity: "notice",
    args: { title: "text" },
    en: "A table of the form “{title}” is printed another way round, its rows as columns or its numbers before their labels; it was read by its labels ({place}).",
    zh: "“{title}”表的行列方向或标签位置与表式不同，已按其标签读取（{place}）。",
    about: { en: "Table printed another way round", zh: "表格方向不同" },
    means: { en: "The values were taken by their labels.", zh: "数值已按标签读取。" },
    todo: nothing,
  },
  "repeated-table": {
    severity: "warning",
    args: { label: "text", rows: "number" },
    en: "“{label}” is printed more than once, with {rows} rows of different values; those printed here were not taken ({place}).",
    zh: "“{label}”表重复出现，有 {rows} 行数值不同；未采用此处的数值（{place}）。",
    about: { en: "Table printed twice", zh: "表重复" },
    means: { en: "Only one of the two is in the record.", zh: "记录中只取其一。" },
    todo: { en: "Find out which of the two is valid.", zh: "请确认以何者为准。" },
  },
  "table-of-another": {
    severity: "warning",
    args: { label: "text", heading: "text" },
    en: "“{label}” was read below “{heading}”, which names another year or office, only a part of this one, or a sample ({place}).",
    zh: "“{label}”的数值取自“{heading}”之下，该处所指为其他年份、其他机关、仅其中一部分或样表（{place}）。",
    about: { en: "Table of another year or office", zh: "其他年份或其他机关的表" },
    means: {
      en: "The table may be a sample or another report's, or hold half a year or one level only.",
      zh: "该表可能为样表、属于其他报告，或仅为半年、某一级的数据。",
    },
    todo: compareText,
  },
  "record-unnamed": {
    severity: "warning",
    en: "Nothing names the record “{cell}” belongs to; the report has several of this form.",
    zh: "“{cell}”所属的一份表没有名称；本报告有多份同一格式的表。",
    about: { en: "Record without a name", zh: "表格没有名称" },
    means: {
      en: "Only their order shows whose values they are.",
      zh: "这些数值属于谁只能凭先后次序判断。",
    },
    todo: { en: "Look the name up in the source.", zh: "请到原件中核对名称。" },
  },
  "records-alike": {
    severity: "warning",
    args: { name: "text", count: "number" },
    en: "{count} records of one form bear the name “{name}”; each is kept.",
    zh: "有 {count} 份同一格式的表名称同为“{name}”，均予保留。",
    about: { en: "Records of one name", zh: "表格重名" },
    means: {
      en: "One may be a copy or a continuation of the other, or belong to somebody else.",
      zh: "其中一份可能是副本或续表，也可能属于其他主体。",
    },
    todo: { en: "Find out which is which.", zh: "请核实各份表的归属。" },
  },
  "records-uneven": {
    severity: "warning",
    en: "The records of the form “{cell}” do not begin with the same table; their tables may belong to others.",
    zh: "“{cell}”的各份表不是从同一张表开始，表与表的对应关系可能有误。",
    about: { en: "Records put together unevenly", zh: "各份表的组成不一致" },
    means: {
      en: "Tables of one record may stand with those of another.",
      zh: "一份表中的某张表可能归到了另一份表中。",
    },
    todo: comparePlaces,
  },
  "layout-uncertain": {
    severity: "warning",
    args: { layout: "text", other: "text" },
    en: "“{cell}” was read in the layout of {layout}, but that of {other} fits nearly as well.",
    zh: "“{cell}”按 {layout} 年表式读取，但 {other} 年表式几乎同样吻合。",
    about: { en: "Layout uncertain", zh: "表式不确定" },
    means: {
      en: "The values may stand at the labels of the other form.",
      zh: "数值可能对应另一表式的标签。",
    },
    todo: comparePlaces,
  },
  "layout-year-mismatch": {
    severity: "notice",
    args: { layout: "text", years: "text", year: "number" },
    en: "“{cell}” is in the layout of {layout} (report years {years}), the report is for {year}.",
    zh: "“{cell}”采用 {layout} 年表式（适用于 {years} 年度），而报告年度为 {year}。",
    about: { en: "Layout of another year", zh: "表式与年度不符" },
    means: { en: "The office used the form of another year.", zh: "该单位使用了其他年度的表式。" },
    todo: nothing,
  },
});
