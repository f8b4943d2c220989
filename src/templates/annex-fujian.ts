import type { RowTemplate, Template } from "../model/index.ts";
import { chapters2014 } from "./annex-chapters.ts";
import { columnRules, indicatorRows, type Indicator } from "./annex-rows.ts";

const item = (
  enumerator: string,
  label: string,
  unit: string,
  key: string,
  more: Partial<Indicator> = {},
): Indicator => ({ enumerator, label, unit, key, ...more });

/** Every row that the list had in any year, in the order of 2014. */
const everyRow: readonly RowTemplate[] = indicatorRows([
  item("", "主动公开文件数", "条", "disclosed.total", {
    aliases: ["主动公开信息数", "主动公开政府信息数"],
    below: [
      item("其中：1.", "政府网站公开数", "条", "disclosed.website", { aliases: ["网站公开", "网站公开数"] }),
      item("2.", "政府公报公开数", "条", "disclosed.gazette", { aliases: ["政府公报公开"] }),
    ],
  }),
  item("", "受理依申请公开信息总数", "条", "applications.received.total", {
    aliases: ["受理政府信息公开申请总数", "受理政府信息依申请公开总数", "受理依申请公开信息数"],
    below: [
      item("其中：1.", "当面申请数", "条", "applications.received.inPerson"),
      item("2.", "传真申请数", "条", "applications.received.fax"),
      item("3.", "电子邮件申请数", "条", "applications.received.email"),
      item("2.", "网上申请数", "条", "applications.received.online"),
      item("5.", "信函申请数", "条", "applications.received.letter"),
      item("3.", "信函、传真申请数", "条", "applications.received.letterOrFax", {
        aliases: ["信函申请数"],
      }),
      item("6.", "其他形式申请数", "条", "applications.received.other", {
        aliases: ["其它形式申请数"],
      }),
    ],
  }),
  item("", "对申请的答复总数", "条", "applications.replied.total", {
    aliases: ["对申请的答复数"],
    below: [
      item("其中：1.", "同意公开答复数", "条", "applications.replied.granted"),
      item("2.", "同意部分公开答复数", "条", "applications.replied.partiallyGranted"),
      item("3.", "不予公开答复数", "条", "applications.replied.denied", {
        aliases: ["否决公开答复总数", "否决公开答复数"],
      }),
      item("4.", "其他类型答复数", "条", "applications.replied.other", {
        aliases: ["其它类型答复数"],
      }),
    ],
  }),
  item("", "政府信息公开收费减免金额", "元", "feeReductions"),
  item("", "接受行政诉讼、举报数", "件", "litigationAndReports", {
    aliases: ["接受行政申诉、举报数", "接受行政申述、举报数"],
  }),
  item("", "行政复议数", "件", "reconsideration"),
  item("", "行政诉讼数", "件", "litigation"),
  item("", "行政申诉数", "件", "appeals", { aliases: ["行政申诉、举报数", "行政申述数"] }),
]);

const received = (...channels: readonly string[]) =>
  ["total", ...channels].map((key) => `applications.received.${key}`);
const replied = (...results: readonly string[]) =>
  ["total", "granted", "partiallyGranted", "denied", ...results].map((key) => `applications.replied.${key}`);
const disclosed = ["disclosed.total", "disclosed.website", "disclosed.gazette"];
const reviews = ["reconsideration", "litigation"];
const of2014 = [
  ...disclosed,
  ...received("inPerson", "online", "letterOrFax"),
  ...replied("other"),
  "feeReductions?",
];
const of2009 = [...disclosed, ...received("inPerson", "fax", "email", "online", "letter")];

const editions = [
  [...of2014, "litigationAndReports", ...reviews],
  [...of2014, ...reviews, "litigationAndReports"],
  [...of2009, "applications.received.other", ...replied(), ...reviews, "appeals"],
  [...of2009, ...replied(), ...reviews, "appeals"],
];

/** The rows of several editions; a row that is missing from any of them is optional. */
function rowsOf(printed: readonly (readonly string[])[]): readonly RowTemplate[] {
  return everyRow.map(({ key, ...row }) => ({
    key,
    ...row,
    ...(printed.every((keys) => keys.includes(key)) ? {} : { optional: true }),
  }));
}

// Ways of disclosure overlap: none may exceed the total, but they need not add up to it.
const rules = columnRules("annexFujian", [
  [
    "f2-received-sum",
    "error",
    "applications.received.inPerson + applications.received.fax + applications.received.email + applications.received.online + applications.received.letter + applications.received.letterOrFax + applications.received.other == applications.received.total",
  ],
  [
    "f2-replied-sum",
    "error",
    "applications.replied.granted + applications.replied.partiallyGranted + applications.replied.denied + applications.replied.other == applications.replied.total",
  ],
  ["f2-ofwhich", "error", "disclosed.website <= disclosed.total"],
  ["f2-ofwhich", "error", "disclosed.gazette <= disclosed.total"],
]);

const list = {
  id: "annexFujian",
  section: 7,
  title: "政府信息公开情况统计表",
  pathOrder: "row-column",
  optional: true,
} as const;

/** Fujian's short list, printed until 2018, with this year's figures beside those since 2008. */
export const annexFujian: Template = {
  id: "fujian",
  name: "福建省政府信息公开情况统计表",
  years: [2008, 2018],
  basis: "",
  sections: chapters2014,
  tables: [
    {
      ...list,
      editions,
      blocks: [
        {
          corner: ["指标名称", "计量单位", "指标", "单位"],
          columns: [
            { key: "current", label: "本年度", group: [], aliases: ["本年度数", "本年"], type: "count" },
            {
              key: "cumulative",
              label: "历年累计",
              group: [],
              aliases: ["历年累计数", "累计"],
              type: "count",
            },
          ],
          rows: rowsOf(editions),
        },
      ],
    },
  ],
  rules: [
    ...rules,
    {
      id: "f2-cumulative-bound",
      severity: "warning",
      table: list.id,
      each: "row",
      expression: "current <= cumulative",
    },
  ],
  acrossYears: [
    {
      id: "f2-cumulative",
      severity: "warning",
      table: list.id,
      each: "row",
      expression: "lastYear.cumulative + current == cumulative",
      meaning: "历年累计应为上年历年累计与本年度数之和",
    },
  ],
};

const yearEndEditions = [...editions, [...disclosed, ...received("inPerson", "fax", "email")]];

/**
 * The same list with one column, as some offices printed it in 2009, 2016 and 2017; the latest of these print only its
 * first seven rows.
 */
export const annexFujianYearEnd: Template = {
  id: "fujian-year-end",
  name: "福建省政府信息公开情况统计表（年末统计）",
  years: [2009, 2017],
  basis: "",
  sections: chapters2014,
  tables: [
    {
      ...list,
      editions: yearEndEditions,
      blocks: [
        {
          corner: ["指标名称", "计量单位", "指标", "单位"],
          columns: [
            {
              key: "yearEnd",
              label: "年末统计",
              group: [],
              aliases: ["年末统计数", "统计数", "数量"],
              type: "count",
            },
          ],
          rows: rowsOf(yearEndEditions),
        },
      ],
    },
  ],
  rules,
};
