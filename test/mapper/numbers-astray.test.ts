import { expect, it } from "vitest";
import { readText } from "./read.ts";

const TABLE = "proactiveDisclosure";
const TITLE = ["青石县2022年政府信息公开工作年度报告", "二、主动公开政府信息情况"];
const FIRST = [
  "第二十条第（一）项",
  "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
  "规章\t0\t0\t0",
  "行政规范性文件\t4\t6\t7",
];
const FEES = ["第二十条第（八）项", "信息内容\t本年收费金额（单位：万元）", "行政事业性收费\t14.5"];
const penalties = (...rows: readonly string[]) => [
  ...TITLE,
  ...FIRST,
  "第二十条第（六）项",
  "信息内容\t本年处理决定数量",
  ...rows,
  ...FEES,
];

it("a number on the line below a blank row is told", async () => {
  const { rules } = await readText(penalties("行政处罚\t12", "行政强制\t", "863").join("\n"), TABLE);
  expect(rules).toContain("row-split");
});

it("a space behind the comma of a number makes no second number", async () => {
  const rows = [
    ...TITLE,
    "          第二十条第（一）项",
    "  信息内容           本年制发件数  本年废止件数  现行有效件数",
    "  规章                    19            53           12",
    "  行政规范性文件           2             3            4",
    "          第二十条第（八）项",
    "  信息内容           本年收费金额（单位：万元）",
    "  行政事业性收费                   30, 376",
  ];
  const { cells, rules } = await readText(rows.join("\n"), TABLE);
  expect(cells).toContain("administrativeFees.amount null unreadable");
  expect(rules).toContain("unreadable-value");
});

it("two rows of one misprinted name in a list are told", async () => {
  const list = ["2009年青石县政府信息公开工作年度报告", "统计指标", "单位", "本年度", "历年累计"];
  const rows = [
    ["主动公开文件数", "9", "20"],
    ["受理依申公开信息总数", "3", "5"],
    ["受理依申公开信息总数", "8", "6"],
    ["其中：1.当面申请数", "1", "2"],
    ["2.网上申请数", "2", "3"],
  ];
  const text = [...list, ...rows.flatMap(([label, ...values]) => [label!, "条", ...values])].join("\n");
  expect((await readText(text, "annexFujian")).rules).toContain("repeated-row");
});

it("a number that runs through the border of two columns is told", async () => {
  const rows = [
    ["2009年青石县政府信息公开工作年度报告"],
    [""],
    ["  指标                     单位  本年度  历年累计"],
    ["  ------------------------ ----- ------- --------"],
    ["  主动公开文件数           条    9       1856"],
    ["  受理依申请公开信息总数   条    3       5"],
    ["  其中：1.当面申请数       条    1      1856"],
    ["  2.网上申请数             条    2       3"],
  ];
  const { cells, rules } = await readText(rows.flat().join("\n"), "annexFujian");
  expect(cells.filter((cell) => cell.includes(" 856 "))).toEqual([]);
  expect(rules).toContain("unreadable-value");
});
