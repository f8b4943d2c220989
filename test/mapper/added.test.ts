import { describe, expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import type { Conversion } from "../../src/index.ts";
import { drawAnnexReport, renderTextFile, type FormBlock } from "../support/factory/index.ts";

type Row = readonly (string | number)[];

const html = (rows: readonly Row[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const report = (year: number, body: string): Promise<Conversion> =>
  convert({
    name: "report.html",
    bytes: new TextEncoder().encode(`<h1>甲县${year}年政府信息公开工作年度报告</h1>${body}`),
  });
const told = ({ diagnostics }: Conversion) =>
  diagnostics.flatMap(({ rule, severity, path, args, at }) =>
    rule.startsWith("extra-") || rule === "unknown-table"
      ? [`${severity} ${rule} ${path} ${args!["label"]} ${args!["rows"] ?? `row ${at!.row ?? at!.line}`}`]
      : [],
  );
const tables = ({ report }: Conversion) => report!.otherTables;
const cell = ({ report }: Conversion, table: string, path: string) =>
  path
    .split(".")
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], report!.tables[table]);

/** Table 2 of 2021, values 1, 2, 3 …, with what stands between its first two rows and at its foot. */
const tableTwo = (
  between: readonly Row[],
  foot: readonly Row[] = [],
  heading: Row = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
  extra: Row = [],
) => [
  ["第二十条第（一）项", "", "", "", ...extra.map(() => "")],
  heading,
  ["规章", 1, 2, 3, ...extra],
  ...between,
  ["行政规范性文件", 4, 5, 6, ...extra],
  ["第二十条第（五）项", "", "", "", ...extra.map(() => "")],
  ["信息内容", "本年处理决定数量", "", "", ...extra.map(() => "")],
  ["行政许可", 7, "", "", ...extra.map(() => "")],
  ...foot,
];

describe("rows that a known form does not have", () => {
  it("are kept beside it and told, one by one", async () => {
    const conversion = await report(
      2022,
      html(
        tableTwo(
          [["党内规范性文件", 8, 0, 9]],
          [
            ["行政奖励", 11, "", ""],
            ["行政裁决", "/", "", ""],
          ],
        ),
      ),
    );
    expect(cell(conversion, "proactiveDisclosure", "normativeDocuments")).toEqual({
      issued: 4,
      repealed: 5,
      inForce: 6,
    });
    expect(tables(conversion)).toEqual([
      {
        within: "proactiveDisclosure",
        title: null,
        columns: ["本年制发件数", "本年废止件数", "现行有效件数"],
        rows: [{ labels: ["党内规范性文件"], values: ["8", "0", "9"] }],
      },
      {
        within: "proactiveDisclosure",
        title: null,
        columns: ["本年处理决定数量", "", ""],
        rows: [
          { labels: ["行政奖励"], values: ["11", "", ""] },
          { labels: ["行政裁决"], values: ["/", "", ""] },
        ],
      },
    ]);
    expect(told(conversion)).toEqual([
      "warning extra-row /report/otherTables/0/rows/0 党内规范性文件 row 4",
      "warning extra-row /report/otherTables/1/rows/0 行政奖励 row 9",
      "notice extra-row /report/otherTables/1/rows/1 行政裁决 row 10",
    ]);
  });

  const annex = (rows: readonly Row[]) =>
    report(
      2016,
      html([
        ["统计指标", "单位", "统计数"],
        ["一、主动公开情况", "——", ""],
        ["（一）主动公开政府信息数", "条", 30],
        ["其中：主动公开规范性文件数", "条", 2],
        ["制发规范性文件总数", "件", 3],
        ...rows,
        ["三、依申请公开情况", "——", ""],
        ["（一）收到申请数", "件", 7],
        ["1.当面申请数", "件", 7],
        ["（二）申请办结数", "件", 7],
        ["1.按时办结数", "件", 7],
        ...[
          "申请答复数",
          "同意公开答复数",
          "不同意公开答复数",
          "行政复议数量",
          "行政诉讼数量",
          "举报投诉数量",
        ].map((label) => [label, "件", 0]),
        ...["维持具体行政行为数", "被依法纠错数", "其他情形数", "专职人员数", "兼职人员数"].map((label) => [
          label,
          "件",
          0,
        ]),
      ]),
    );

  it("an indicator of a province's own, with its unit", async () => {
    const conversion = await annex([
      ["其中：公开惠民资金清单数", "份", 5],
      ["主要负责人接听热线电话次数", "次", 6],
    ]);
    expect(tables(conversion)).toEqual([
      {
        within: "annex",
        title: null,
        columns: ["统计数"],
        rows: [
          { labels: ["公开惠民资金清单数", "份"], values: ["5"] },
          { labels: ["主要负责人接听热线电话次数", "次"], values: ["6"] },
        ],
      },
    ]);
    expect(told(conversion)).toEqual([
      "warning extra-row /report/otherTables/0/rows/0 公开惠民资金清单数 row 6",
      "warning extra-row /report/otherTables/0/rows/1 主要负责人接听热线电话次数 row 7",
    ]);
  });

  it("are none: groups, numbers of columns, headers and rows printed again, who filled the form in", async () => {
    const conversion = await annex([
      ["统计指标", "单位", "统计数"],
      ["甲", "乙", 1],
      ["制发规范性文件总数", "件", 3],
      ["二、回应解读情况", "——", "——"],
      ["政府信息公开情况统计表（2016年度）", "", ""],
      ["填报单位（盖章）：甲县人民政府办公室", "", ""],
      ["单位负责人", "", "审核人"],
      ["联系电话", "", "5550100"],
    ]);
    expect(told(conversion)).toEqual([]);
    expect(tables(conversion)).toEqual([]);
  });

  it("in text without a table, by what stands before their numbers", async () => {
    const lines = [
      "甲县2022年政府信息公开工作年度报告",
      "二、主动公开政府信息情况",
      "第二十条第（一）项",
      "信息内容",
      "本年制发件数",
      "本年废止件数",
      "现行有效件数",
    ];
    const rows = [
      "规章",
      "1",
      "2",
      "3",
      "党内规范性文件",
      "8",
      "0",
      "9",
      "行政规范性文件",
      "4",
      "5",
      "6",
      "第二十条第（五）项",
      "信息内容",
      "本年处理决定数量",
      "行政许可",
      "7",
    ];
    const conversion = await convert({
      name: "report.txt",
      bytes: new TextEncoder().encode([...lines, ...rows].join("\n")),
    });
    expect(cell(conversion, "proactiveDisclosure", "normativeDocuments")).toEqual({
      issued: 4,
      repealed: 5,
      inForce: 6,
    });
    expect(tables(conversion)).toEqual([
      {
        within: "proactiveDisclosure",
        title: null,
        columns: [],
        rows: [{ labels: ["党内规范性文件"], values: ["8", "0", "9"] }],
      },
    ]);
    expect(told(conversion)).toEqual([
      "warning extra-row /report/otherTables/0/rows/0 党内规范性文件 row 13",
    ]);
  });
});

describe("columns that a known form does not have", () => {
  const heading = ["信息内容", "本年制发件数", "其中报备件数", "本年废止件数", "现行有效件数"];
  const five = (rows: readonly Row[]) =>
    report(2022, html([["第二十条第（一）项", "", "", "", ""], heading, ...rows]));

  it("are kept beside it and told; the form's own are read by their headings", async () => {
    const conversion = await five([
      ["规章", 1, 9, 2, 3],
      ["行政规范性文件", 4, 9, "", 6], // a blank cell, left out, would make 9 of it
    ]);
    expect(cell(conversion, "proactiveDisclosure", "regulations")).toEqual({
      issued: 1,
      repealed: 2,
      inForce: 3,
    });
    expect(cell(conversion, "proactiveDisclosure", "normativeDocuments")).toEqual({
      issued: 4,
      repealed: null,
      inForce: 6,
    });
    expect(tables(conversion)).toEqual([
      {
        within: "proactiveDisclosure",
        title: null,
        columns: ["其中报备件数"],
        rows: [
          { labels: ["规章"], values: ["9"] },
          { labels: ["行政规范性文件"], values: ["9"] },
        ],
      },
    ]);
    expect(told(conversion)).toEqual(["warning extra-column /report/otherTables/0 其中报备件数 2"]);
  });

  it("of remarks are a notice; numbers of rows are none", async () => {
    const conversion = await report(
      2022,
      html([
        ["信息内容", "行次", "本年制发件数", "本年废止件数", "现行有效件数", "备注"],
        ["规章", 1, 1, 2, 3, ""],
        ["行政规范性文件", 2, 4, 5, 6, "/"],
      ]),
    );
    expect(cell(conversion, "proactiveDisclosure", "normativeDocuments")).toEqual({
      issued: 4,
      repealed: 5,
      inForce: 6,
    });
    expect(told(conversion)).toEqual(["notice extra-column /report/otherTables/0 备注 1"]);
  });

  it("where a row's cells do not stand under the headings, nothing is read from it", async () => {
    const conversion = await five([
      ["规章", 1, 9, 2, 3],
      ["行政规范性文件", 4, 9, 6],
    ]);
    expect(cell(conversion, "proactiveDisclosure", "normativeDocuments")).toEqual({
      issued: null,
      repealed: null,
      inForce: null,
    });
    expect(conversion.diagnostics.map(({ rule }) => rule)).toContain("cell-count");
  });
});

it.each(["cell-per-line", "fused"] as const)(
  "a row added at the end of a list is kept, printed %s",
  async (layout) => {
    const truth = drawAnnexReport(3, { form: "2014", blanks: 0, fill: "unique" });
    const blocks = truth.blocks.map((block): FormBlock => {
      if (block.kind !== "table") return block;
      const last = block.rows.findLast((row) => row.every(({ rowSpan }) => rowSpan === 1))!;
      const added = last.map((own) =>
        own.role === "value"
          ? { ...own, text: "77123" }
          : { ...own, text: own.text.length > 3 ? "公开栏公开数" : "" },
      );
      return { ...block, rows: [...block.rows, added] };
    });
    const conversion = await convert({ name: "a.txt", bytes: renderTextFile(blocks, layout) });
    const kept = tables(conversion).flatMap(({ rows }) => rows.flatMap(({ values }) => values));
    expect([kept, told(conversion).length]).toEqual([["77123"], 1]);
  },
);

it("a short row of one cell a line that the form does not have is kept and told, within the table and at its end", async () => {
  const lines = (middle: readonly string[], end: readonly string[]) =>
    [
      "甲县2023年政府信息公开工作年度报告",
      "二、主动公开政府信息情况",
      "第二十条第（一）项",
      ...["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ...["规章", "1", "2", "3", ...middle],
      ...["行政规范性文件", "4", "5", "6", ...end],
      "三、收到和处理政府信息公开申请情况",
    ].join("\n");
  for (const text of [lines(["其他", "71", "82", "93"], []), lines([], ["其他", "71", "82", "93"])]) {
    const conversion = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
    expect(tables(conversion).map(({ rows }) => rows)).toEqual([
      [{ labels: ["其他"], values: ["71", "82", "93"] }],
    ]);
    expect(told(conversion).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "warning extra-row",
    ]);
    expect(cell(conversion, "proactiveDisclosure", "normativeDocuments.inForce")).toBe(6);
  }
});

it.each([
  ["本年", "上年"],
  ["2021年", "2022年"],
])(
  "of two rows of table 4 named %s and %s, that of the report's year is read, the other kept",
  async (one, two) => {
    const outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map(
      (text) => `<td>${text}</td>`,
    );
    const row = (name: string, first: number) => [name, ...Array.from({ length: 15 }, (_, at) => first + at)];
    const [own, last] = one === "本年" ? [1, 31] : [31, 1];
    const conversion = await report(
      2022,
      `<p>四、政府信息公开行政复议、行政诉讼情况</p><table>
      <tr><td rowspan=3></td><td colspan=5 rowspan=2>行政复议</td><td colspan=10>行政诉讼</td></tr>
      <tr><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
      <tr>${[...outcomes, ...outcomes, ...outcomes].join("")}</tr>${html([row(one, 1), row(two, 31)]).slice(7)}`,
    );
    expect(cell(conversion, "reviewAndLitigation", "reconsideration.upheld")).toBe(own);
    expect(tables(conversion)[0]!.rows[0]!.values[0]).toBe(String(last));
    expect(conversion.diagnostics.map(({ rule }) => rule)).not.toContain("repeated-row");
  },
);

it("a column that the form does not have is left out where spaces make the columns, and kept", async () => {
  const text = `甲县2022年政府信息公开工作年度报告
二、主动公开政府信息情况
                      第二十条第（一）项
  信息内容          本年制发件数   本年废止件数   公布件数   现行有效件数
  规章                   1              2             7            3
  行政规范性文件         4              5             8            6
`;
  const conversion = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
  expect(cell(conversion, "proactiveDisclosure", "regulations")).toEqual({
    issued: 1,
    repealed: 2,
    inForce: 3,
  });
  expect(tables(conversion).flatMap(({ rows }) => rows.flatMap(({ values }) => values))).toEqual(["7", "8"]);
});
