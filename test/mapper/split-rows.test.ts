import { expect, it } from "vitest";
import { convert, flagsOf } from "../../src/index.ts";
import { hasAmountAmongLabels } from "../../src/mapper/read/cells/doubtful-rows.ts";

const row = (...cells: readonly (string | number)[]) =>
  `<tr>${["（三）不予公开", ...cells].map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const others = [
  "3.危及“三安全一稳定”",
  "4.保护第三方合法权益",
  "5.属于三类内部事务信息",
  "6.属于四类过程性信息",
  "7.属于行政执法案卷",
  "8.属于行政查询事项",
];

/** The rows told to be cut in two, of table 3 with these rows after 1.属于国家秘密. */
async function cutRows(...rows: readonly string[]): Promise<readonly string[]> {
  const around = (label: string) => row(label, 0, 0, 0, 0, 0, 0, 0);
  const header = row(
    "项目",
    "自然人",
    "商业企业",
    "科研机构",
    "社会公益组织",
    "法律服务机构",
    "其他",
    "总计",
  );
  const page = `<p>橡溪县水利局2023年政府信息公开工作年度报告</p><table>${[header, around("1.属于国家秘密"), ...rows, ...others.map(around)].join("")}</table>`;
  const { diagnostics } = await convert({ name: "report.html", bytes: new TextEncoder().encode(page) });
  return diagnostics.flatMap(({ rule, paths }) =>
    rule === "row-split" ? [paths![0]!.split("/").at(-1)!] : [],
  );
}

const label = "2.其他法律行政法规禁止公开";
const whole = row(label, "", 214, "", "", "", "", 214);

it("a row cut in two is told, whether or not its label is cut too", async () => {
  expect(
    await cutRows(
      row(label.slice(0, -2), "", 214, "", "", "", "", 214),
      row("公开", "", 3, "", "", "", "", 3),
    ),
  ).toEqual(["prohibitedByLaw"]);
  expect(await cutRows(whole, row("", "", 3, "", "", "", "", 3))).toContain("prohibitedByLaw");
});

it("numbers in every column without a name are those of the blank row above, and no sum", async () => {
  const blank = row(label, ...Array<string>(7).fill(""));
  expect(await cutRows(blank, row("", ...Array<number>(7).fill(0)))).toContain("prohibitedByLaw");
  expect(await cutRows(whole, row("小计", ...Array<number>(7).fill(214)))).toEqual([]);
});

it("a row with a name of its own, or without a number, cuts none", async () => {
  expect(await cutRows(whole, row("其中：现场查阅", "", 3, "", "", "", "", 3))).toEqual([]);
  expect(await cutRows(whole, row("", "", "", "", "", "", "", ""))).toEqual([]);
});

it("a blank row below the numbers of a label that began above is told", async () => {
  const begun = row("2.", "", 214, "", "", "", "", 214);
  expect(await cutRows(begun, row(label.slice(2), ...Array<string>(7).fill("")))).toContain(
    "prohibitedByLaw",
  );
  expect(await cutRows(row(label, ...Array<string>(7).fill("")))).toEqual([]);
});

const list = [
  ["指标名称", "计量单位", "2015年度", "历年累计"],
  ["主动公开文件数", "条", "90", "900"],
  ["其中：1.政府网站公开数", "条", "83", "861"],
  ["2.政府公报公开数", "条", "11", "81"],
  ["受理依申请公开信息总数", "条", "7", "71"],
  ["行政复议数", "件", "0", "11"],
];

/** The rules that flag the cells of the list's row with a key, and its values. */
async function listed(rows: readonly (readonly string[])[], name: string, key: string) {
  const width = Math.max(...rows.map(({ length }) => length));
  const line = (cells: readonly string[]) => Array.from({ length: width }, (_, at) => cells[at] ?? "");
  const text = [
    "清溪县2015年政府信息公开工作年度报告",
    "附表",
    ...rows.map((cells) => line(cells).join(name === "report.csv" ? "," : "\t")),
  ];
  const conversion = await convert({ name, bytes: new TextEncoder().encode(text.join("\n")) });
  const rulesOf = (column: string) =>
    flagsOf(conversion)(`/report/tables/annexFujian/${key}/${column}`).rules;
  return { rules: [...new Set(["current", "cumulative"].flatMap(rulesOf))], report: conversion.report! };
}

it("a number cut in two over cells or rows is told, even if the pieces are alike", async () => {
  const cells = list.map((cells) => (cells[0] === "行政复议数" ? [...cells.slice(0, 3), "1", "1"] : cells));
  expect((await listed(cells, "report.csv", "reconsideration")).rules).not.toEqual([]);
  const rows = list.flatMap((cells) =>
    cells[0] === "2.政府公报公开数"
      ? [
          [...cells.slice(0, 3), "8"],
          ["", "", "", "1"],
        ]
      : [cells],
  );
  expect((await listed(rows, "report.csv", "disclosed/gazette")).rules).not.toEqual([]);
  expect((await listed(list, "report.csv", "disclosed/gazette")).rules).toEqual([]);
});

it("the number of a page within a table is no row of it", async () => {
  const rows = [...list.slice(0, 3), ["第 4 页"], ...list.slice(3)];
  const { report, rules } = await listed(rows, "report.csv", "disclosed/gazette");
  expect(rules).toEqual([]);
  expect(report.otherTables).toEqual([]);
});

it("an optional row whose label wraps within the table is told", async () => {
  const rows = list.flatMap((cells) =>
    cells[0] === "2.政府公报公开数"
      ? [
          ["2.政府公", ...cells.slice(1)],
          ["报公开数", "", "", ""],
        ]
      : [cells],
  );
  expect((await listed(rows, "report.csv", "disclosed/gazette")).rules).not.toEqual([]);
});

it("of two numbers behind a label one belongs where the row is blank", () => {
  const told = (labels: readonly string[], ...texts: readonly string[]) =>
    hasAmountAmongLabels({ ...PRINTED, labels, values: texts.map((text) => ({ text, at: {} })) });
  expect(told(["政府集中采购", "18", "99"], "12.50", "")).toBe(true);
  expect(told(["政府集中采购", "18", "99"], "12", "50")).toBe(false);
  // The number of the row, or the parts of a code before its name, are none of its values.
  expect(told(["政府集中采购", "18"], "12.50", "")).toBe(false);
  expect(told(["201", "03", "99", "教育支出"], "12.50", "")).toBe(false);
});

const PRINTED = { block: 0, context: "", kind: "cells", coveredBlank: false, headers: [], at: {} } as const;
