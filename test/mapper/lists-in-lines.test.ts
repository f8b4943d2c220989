import { expect, it } from "vitest";
import { convert, flagsOf, valueAt } from "../../src/index.ts";
import { drawNeighbour, neighbours, renderText } from "../support/factory/index.ts";
import { LIST_LABELS } from "./read.ts";

async function read(text: string) {
  const conversion = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
  const flagAt = flagsOf(conversion);
  const at = (path: string) => valueAt(conversion.report!, path);
  const rulesAt = (path: string) => flagAt(`/report/tables/${path.replaceAll(".", "/")}`).rules;
  return { at, rulesAt };
}

it("a code before the unit is none of the numbers behind it", async () => {
  const list = LIST_LABELS.flatMap((label, at) => [
    label,
    `0${at + 1}`,
    "条",
    String(90 - at),
    String(900 - at),
  ]);
  const { at } = await read(
    [
      "清溪县2015年政府信息公开工作年度报告",
      "指标名称",
      "代码",
      "计量单位",
      "2015年度",
      "历年累计",
      ...list,
    ].join("\n"),
  );
  const read2 = ["disclosed.total", "disclosed.gazette", "applications.received.letterOrFax"].map((path) => [
    at(`annexFujian.${path}.current`),
    at(`annexFujian.${path}.cumulative`),
  ]);
  expect(read2).toEqual([
    [90, 900],
    [88, 898],
    [84, 894],
  ]);
});

it("a number before the unit that counts nothing on makes its row doubtful", async () => {
  const list = LIST_LABELS.flatMap((label, at) => [
    label,
    String((at * 37) % 50),
    "条",
    String(90 - at),
    String(900 - at),
  ]);
  const { at, rulesAt } = await read(
    [
      "清溪县2015年政府信息公开工作年度报告",
      "指标名称",
      "件",
      "计量单位",
      "2015年度",
      "历年累计",
      ...list,
    ].join("\n"),
  );
  expect(at("annexFujian.disclosed.gazette.current")).toBeNull();
  expect(rulesAt("annexFujian.disclosed.gazette.current")).toContain("cell-count");
});

it("numbers of a group whose labels stand behind them are doubted", async () => {
  const form = neighbours.find(({ id }) => id === "government-site")!;
  const text = renderText(drawNeighbour(form, 3).blocks, "cell-per-line");
  const swapped = text.replace(/(?<=解读信息发布\n)(?:[^\n\d]+\n\d+\n){4}/u, (rows) =>
    rows.replaceAll(/([^\n]+)\n([^\n]+)\n/gu, "$2\n$1\n"),
  );
  expect(swapped).not.toBe(text);
  const { rulesAt } = await read(swapped);
  const flagged = ["total", "materials", "products"].map((key) => rulesAt(`site.0.explained.${key}`));
  for (const rules of flagged) expect(rules).toContain("labels-behind");
  expect(rulesAt("site.0.topics.opened")).not.toContain("labels-behind");
});

it("an optional table that is printed and not read is told", async () => {
  const licences = [
    "申请数量",
    "受理数量",
    "许可数量",
    "撤销许可数量",
    "不予许可数量",
    "326",
    "210",
    "744",
    "335",
    "466",
  ];
  const penalties = [
    "警告",
    "通报批评",
    "罚款",
    "没收违法所得、没收非法财物",
    "暂扣许可证件",
    "降低资质等级",
  ];
  const more = ["限制开展生产经营活动", "责令停产停业", "责令关闭、限制从业", "吊销许可证件", "行政拘留"];
  const last = ["其他行政处罚", "合计（宗）", "罚没金额（元）"];
  const counts = [5, 2, 3, 4, 1, 6, 7, 8, 9, 1, 2, 3, 51, 181.83].map(String);
  const title = "清溪县文化局2022年度行政执法统计年报";
  const first = [
    "一、行政处罚实施情况统计表",
    "行政处罚实施数量（宗）",
    ...penalties,
    ...more,
    ...last,
    ...counts,
  ];
  const second = ["二、行政许可实施情况统计表", "行政许可实施数量（宗）"];
  const { rulesAt } = await read([title, ...first, ...second, ...licences].join("\n"));
  expect(rulesAt("licences.applied")).toContain("table-missing");
  const without = await read([title, ...first].join("\n"));
  expect(without.rulesAt("licences.applied")).toEqual([]);
});

it.each([
  ["（条）", " "],
  ["（条）", "\n"],
  ["（条）：", ""],
  ["", " "],
  ["：", ""],
])("a list of no form whose units stand in brackets or nowhere is kept and told: %s", async (unit, space) => {
  const list = ["新闻稿数", "规章数", "来访总数"].map((label, at) => `${label}${unit}${space}${at + 4}`);
  const text = `清溪县2013年政府信息公开工作年度报告\n一、概述\n有序。\n二、主动公开政府信息情况\n有序。\n附表：\n${list.join("\n")}\n`;
  const { report, diagnostics } = await convert({ name: "a.txt", bytes: new TextEncoder().encode(text) });
  expect(report?.otherTables.flatMap(({ rows }) => rows.map(({ values }) => values.join()))).toEqual([
    "4",
    "5",
    "6",
  ]);
  expect(diagnostics.map(({ rule }) => rule)).toContain("unknown-table");
});

it("a list with fewer columns than the form whose words it has is kept as a table of its own", async () => {
  const labels = ["主动公开信息数", "现场接待人数", "网上咨询数", "申请总数", "当面申请数", "行政复议数"];
  const rows = labels.map((label, at) => `<tr><td>${label}<td>${at + 4}`).join("");
  const text = `<h1>清溪县2010年政府信息公开工作年度报告</h1><p>一、概述<p>有序。<p>二、主动公开政府信息情况<p>有序。<table><tr><td>指标<td>数值${rows}</table>`;
  const { report } = await convert({ name: "a.html", bytes: new TextEncoder().encode(text) });
  expect(Object.keys(report!.tables)).toEqual([]);
  expect(report!.otherTables[0]?.rows.map(({ values }) => values.join())).toEqual([
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
  ]);
});

it.each([
  ["2014年度", ["table-of-another"]],
  ["2015年度", []],
  ["本年度", []],
])("a list whose heading names another year than the report is told: %s", async (heading, expected) => {
  const list = LIST_LABELS.map((label, at) => [label, "条", String(30 - at), String(90 - at)]);
  const lines = [["指标名称", "计量单位", heading, "历年累计"], ...list];
  for (const [cells, rows] of [
    ["\t", "\n"],
    [" ", "\n"],
    ["\n", "\n"],
  ] as const) {
    const { rulesAt } = await read(
      ["清溪县2015年政府信息公开工作年度报告", ...lines.map((line) => line.join(cells))].join(rows),
    );
    const rules = rulesAt("annexFujian.disclosed.website.current");
    expect(rules.filter((rule) => rule === "table-of-another")).toEqual(expected);
  }
});
