import { describe, expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import type { CellValue, Tables } from "../../src/index.ts";
import { LIST_LABELS } from "./read.ts";

type Rows = readonly (readonly string[])[];

const htmlOf = (rows: Rows) =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;

async function read(year: number, rows: Rows, table: string) {
  const html = `<h1>青石市${year}年政府信息公开工作年度报告</h1><p>一、概述</p><p>二、主动公开政府信息情况</p><p>三、依申请公开政府信息情况</p>${htmlOf(rows)}`;
  const { report, diagnostics } = await convert({
    name: "report.html",
    bytes: new TextEncoder().encode(html),
  });
  const rules = diagnostics.map(({ rule }) => rule);
  return { values: numbersOf(report?.tables[table]), rules };
}

function numbersOf(node: Tables[string] | undefined): readonly CellValue[] {
  if (node === undefined || node === null || typeof node !== "object") return [node ?? null];
  return Object.values(node).flatMap((child) => numbersOf(child));
}

const FEES = [
  ["信息内容", "行政事业性收费"],
  ["本年收费金额（单位：万元）", "7.5"],
];

describe("tables printed another way round", () => {
  it("table 2 with rows as columns, block by block", async () => {
    const { values, rules } = await read(
      2023,
      [
        ["信息内容", "规章", "行政规范性文件"],
        ["本年制发件数", "1", "4"],
        ["本年废止件数", "2", "5"],
        ["现行有效件数", "3", "6"],
        ["信息内容", "行政许可", ""],
        ["本年处理决定数量", "7", ""],
        ["信息内容", "行政处罚", "行政强制"],
        ["本年处理决定数量", "8", "9"],
        ...FEES,
      ],
      "proactiveDisclosure",
    );
    expect(values).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 7.5]);
    expect(rules).toContain("table-turned");
  });

  it("numbers before their labels, below 栏次, which is the heading of no column", async () => {
    const { values } = await read(
      2014,
      [
        ["2014年度", "历年累计", "指标名称", "计量单位"],
        ["栏次", "", "", ""],
        ...LIST_LABELS.map((label, index) => [`${index + 101}`, `${index + 331}`, label, "条"]),
      ],
      "annexFujian",
    );
    expect(values.slice(0, 4)).toEqual([101, 331, 102, 332]);
  });

  it("table 4 with an outcome on each line", async () => {
    const outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    const { values } = await read(
      2023,
      [
        ["", "行政复议", "未经复议直接起诉", "复议后起诉"],
        ...outcomes.map((text, index) => [text, `${index + 1}`, `${index + 11}`, `${index + 21}`]),
      ],
      "reviewAndLitigation",
    );
    expect(values).toEqual([1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 21, 22, 23, 24, 25]);
  });

  const licences = [
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "1", "2", "3"],
    ["行政规范性文件", "4", "5", "6"],
  ];

  it("numbers before their labels", async () => {
    const { values } = await read(
      2023,
      licences.map(([label, ...numbers]) => [...numbers, label!]),
      "proactiveDisclosure",
    );
    expect(values.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("no other label among them, or the table stays as it is", async () => {
    const rows = [...licences, ["调研报告", "7", "8", "9"]].map(([label, ...numbers]) => [
      ...numbers,
      label!,
    ]);
    const { values, rules } = await read(2023, rows, "proactiveDisclosure");
    expect(values.filter((value) => value !== null)).toEqual([]);
    expect(rules).not.toContain("table-turned");
  });

  it("two labels beside two numbers tell nothing", async () => {
    const { values } = await read(
      2023,
      [
        ["7", "行政许可", "8", "行政处罚"],
        ["9", "行政强制", "7.5", "行政事业性收费"],
      ],
      "proactiveDisclosure",
    );
    expect(values.filter((value) => value !== null)).toEqual([]);
  });

  it("rows in another order are read by their labels", async () => {
    const { values, rules } = await read(
      2023,
      [
        ["信息内容", "本年处理决定数量"],
        ["行政强制", "9"],
        ["行政处罚", "8"],
        ["行政许可", "7"],
      ],
      "proactiveDisclosure",
    );
    expect(values.filter((value) => value !== null)).toEqual([7, 8, 9]);
    expect(rules).toContain("rows-reordered");
  });

  it("labels behind their numbers in text are told", async () => {
    const text = `青石市2023年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
本年制发件数 本年废止件数 现行有效件数 信息内容
1 2 3 规章
4 5 6 行政规范性文件
第二十条第（六）项
本年处理决定数量 信息内容
414 行政处罚
3 行政强制
`;
    const { diagnostics } = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
    expect(diagnostics.map(({ rule }) => rule)).toContain("labels-behind");
  });

  const labels = [
    "主动公开文件数",
    "政府网站公开数",
    "政府公报公开数",
    "受理依申请公开信息总数",
    "当面申请数",
    "传真申请数",
    "电子邮件申请数",
    "网上申请数",
    "信函申请数",
    "其他形式申请数",
    "对申请的答复总数",
    "同意公开答复数",
    "同意部分公开答复数",
    "不予公开答复数",
    "其他类型答复数",
  ];

  it("a list in a row whose two lines of numbers have no heading is missing, cell by cell", async () => {
    const numbers = (from: number) => labels.map((_, index) => `${from + index}`);
    const { values, rules } = await read(2014, [labels, numbers(100), numbers(200)], "annexFujian");
    expect(values.length).toBeGreaterThan(20);
    expect(values.every((value) => value === null)).toBe(true);
    expect(rules).toContain("table-missing");
  });

  it("so is a list in text of which no number can be told", async () => {
    const lines = ["一、概述", "二、主动公开政府信息情况", "三、依申请公开政府信息情况", ...labels];
    const paragraphs = [...lines, ...labels.map((_, index) => `${index}`)].map((text) => `<p>${text}</p>`);
    const html = `<h1>青石市2014年政府信息公开工作年度报告</h1>${paragraphs.join("")}`;
    const bytes = new TextEncoder().encode(html);
    const { report, diagnostics } = await convert({ name: "report.html", bytes });
    expect(numbersOf(report?.tables["annexFujian"]).every((value) => value === null)).toBe(true);
    expect(diagnostics.map(({ rule }) => rule)).toContain("table-missing");
  });

  it("so is one whose labels are broken over lines beside each other", async () => {
    const half = (text: string, part: number) =>
      (part === 0 ? text.slice(0, 4) : text.slice(4)).padEnd(14, "　");
    const lines = [0, 1].map((part) => labels.map((text) => half(text, part)).join("  "));
    const numbers = labels.map((_, index) => `${index + 100}`.padEnd(28)).join("  ");
    const text = ["青石市2014年政府信息公开工作年度报告", "一、概述", "二、附表", numbers, ...lines].join(
      "\n",
    );
    const bytes = new TextEncoder().encode(text);
    const { diagnostics } = await convert({ name: "report.txt", bytes });
    expect(diagnostics.map(({ rule }) => rule)).toContain("table-missing");
  });

  it.each([
    ["0", "条"],
    ["——", ""],
  ])("the first number before its label may be %s", async (first, unit) => {
    const text = [
      "青石市2014年政府信息公开工作年度报告",
      "附表",
      "年末数",
      "计量单位",
      "指标名称",
      first,
      unit,
    ];
    const rows = labels.flatMap((label, index) => [label, `${index + 31}`, "条"]);
    const bytes = new TextEncoder().encode(
      [...text, "主动公开情况", ...rows].filter((line) => line !== "").join("\n"),
    );
    const { diagnostics } = await convert({ name: "report.txt", bytes });
    const rules = diagnostics.map(({ rule }) => rule);
    expect(rules).toContain("labels-behind");
  });

  it("numbers on the lines before their labels are told", async () => {
    const text = ["青石市2014年政府信息公开工作年度报告", "附表", "年末数", "计量单位", "指标名称"];
    const rows = labels.flatMap((label, index) => [`${index + 31}`, "条", label]);
    const bytes = new TextEncoder().encode([...text, ...rows].join("\n"));
    const { diagnostics } = await convert({ name: "report.txt", bytes });
    expect(diagnostics.map(({ rule }) => rule)).toContain("labels-behind");
  });
});

it("numbers before a label and a blank behind it are no blank row", async () => {
  const rows = [
    ["本年制发件数", "本年废止件数", "现行有效件数", "信息内容", ""],
    ["1", "2", "3", "规章", ""],
    ["4", "5", "6", "行政规范性文件", ""],
    ["7", "8", "9", "调研报告", ""],
  ];
  const { values, rules } = await read(2023, rows, "proactiveDisclosure");
  expect(values.filter((value) => value !== null)).toEqual([]);
  expect(
    rules.some((rule) => ["cell-count", "table-missing", "unknown-table", "no-tables"].includes(rule)),
  ).toBe(true);
});

it("a label on both sides of a number is that of two halves, not of a row turned round", async () => {
  const rows = [
    ["项目", "行次", "金额", "项目", "行次", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"],
    ["一、一般公共预算财政拨款", "1", "366.81", "二、外交支出", "10", "319.5", "375.58", "633.8"],
  ];
  const html = `<h1>青石市水务局2023年度部门决算</h1><p>财政拨款收入支出决算总表</p>${htmlOf(rows)}`;
  const { report, diagnostics } = await convert({
    name: "report.html",
    bytes: new TextEncoder().encode(html),
  });
  expect(numbersOf(report?.tables["appropriations"]).filter((value) => value === 1)).toEqual([]);
  expect(diagnostics.map(({ rule }) => rule)).not.toContain("table-turned");
});
