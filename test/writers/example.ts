import type { Conversion, Template } from "../../src/model/index.ts";

/** A form of one small table, and a report on it with one number and three gaps. Keys stand in the order of the types. */
export const template: Template = {
  id: "2021",
  name: "小表",
  years: [2021, null],
  basis: "",
  sections: [],
  rules: [],
  tables: [
    {
      id: "applications",
      section: 3,
      title: "依申请公开",
      pathOrder: "column-row",
      blocks: [
        {
          corner: [],
          caption: "甲",
          columns: [
            { key: "person", label: "自然人", group: ["申请人"], aliases: [], type: "count" },
            { key: "legal.other", label: "其他", group: [], aliases: [], type: "count" },
          ],
          rows: [
            { key: "received", label: "本年新收", enumerator: "一、", group: [], aliases: [] },
            { key: "results.total", label: "总计", enumerator: "", group: ["办理结果"], aliases: [] },
            { key: "rare", label: "少见", enumerator: "", group: [], aliases: [], optional: true },
          ],
        },
      ],
    },
  ],
};

const path = "/report/tables/applications";

export const conversion: Conversion = {
  schema: "gongkai/conversion/1",
  source: { name: "a/report.docx", sha256: "ab".repeat(32), bytes: 3 },
  adapter: "docx",
  encoding: null,
  layouts: { applications: "2021" },
  candidates: [],
  report: {
    schema: "gongkai/report/1",
    title: "甲乡2021年度报告",
    issuer: "甲乡, 乙县",
    year: 2021,
    period: null,
    publicationDate: null,
    indexNumber: null,
    documentNumber: null,
    contact: { address: null, postcode: null, telephone: null, fax: null, email: null },
    basis: [],
    scope: null,
    sections: [],
    tables: {
      applications: {
        person: { received: 12, results: { total: null } },
        legal: { other: { received: null, results: { total: null } } },
      },
    },
    otherTables: [],
    facts: [],
  },
  evidence: {
    [`${path}/person/received`]: {
      raw: "12件",
      status: "given",
      at: { page: 2, box: [1, 2, 3, 4], table: 1, row: 3, column: 4 },
      unit: "件",
    },
    [`${path}/person/results/total`]: { raw: "", status: "blank", at: { table: 1, row: 4, column: 4 } },
    [`${path}/legal/other/received`]: { raw: "-", status: "dash", at: { table: 1, row: 3, column: 5 } },
    [`${path}/legal/other/results/total`]: { raw: null, status: "unreadable", at: null },
  },
  diagnostics: [
    { rule: "unit-missing", severity: "notice", message: "没有单位" },
    {
      rule: "cell-unreadable",
      severity: "error",
      path: `${path}/person/received`,
      message: "not a\nnumber",
    },
    { rule: "label-fuzzy", severity: "warning", at: { line: 7 }, message: "近似" },
  ],
};

export const unusable: Conversion = {
  ...conversion,
  source: { ...conversion.source, name: "b.pdf" },
  adapter: null,
  layouts: {},
  report: null,
  evidence: {},
  diagnostics: [{ rule: "unsupported", severity: "error", message: "no format" }],
};
