import { describe, expect, it } from "vitest";
import { finding } from "../../src/findings/finding.ts";
import { convert } from "../../src/index.ts";
import { splitRun } from "../../src/mapper/read/sums/fused.ts";
import { decideByText, statedNumbers } from "../../src/mapper/read/sums/stated-numbers.ts";

const HEAD =
  "清溪县统计局2013年政府信息公开年度报告\n一、概述\n概述的话。\n二、主动公开政府信息情况\n公开12条。\n";

async function read(text: string) {
  const { report, diagnostics } = await convert({
    name: "a.txt",
    bytes: new TextEncoder().encode(HEAD + text),
  });
  const rules = diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule);
  return { report: report!, rules: [...new Set(rules)] };
}

describe("a list of indicators that no form has, in text without cells", () => {
  const rows = [
    ["乡镇来信办件总数", "件", "41"],
    ["其中：乡镇来访办件数", "件", "17"],
    ["接待咨询人数", "人次", "8"],
  ];
  const flat = rows.flat();
  it.each([
    ["on one line ending in a number", `指标名称 计量单位 年末统计 ${flat.join(" ")}`],
    ["with words behind", `附表 指标名称 计量单位 年末统计 ${flat.join(" ")} 清溪县统计局`],
    ["run together", `附表：指标名称计量单位年末统计${flat.join("")}`],
    ["one cell a line", `附表：\n指标名称\n计量单位\n年末统计\n${flat.join("\n")}`],
  ])("is kept and told: %s", async (_, text) => {
    const { report, rules } = await read(text);
    expect(report.otherTables.flatMap((table) => table.rows)).toEqual([
      { labels: ["乡镇来信办件总数", "件"], values: ["41"] },
      { labels: ["乡镇来访办件数", "件"], values: ["17"] },
      { labels: ["接待咨询人数", "人次"], values: ["8"] },
    ]);
    expect(rules).toContain("unknown-table");
  });

  it("is kept whole where a label ends in a word of headings", async () => {
    const { report, rules } = await read(
      "附表 指标名称 计量单位 年末统计 培训次数 次 3 公开栏数量 个 5 展板数量 块 2",
    );
    expect(report.otherTables.flatMap((table) => table.rows.map(({ labels }) => labels[0]))).toEqual([
      "培训次数",
      "公开栏数量",
      "展板数量块",
    ]);
    expect(rules).toContain("unknown-table");
  });
});

describe("Fujian's annex as printed in 2013", () => {
  const rows = [
    ["主动公开信息数", "条", "9", "64"],
    ["其中：1、网站公开", "条", "8", "61"],
    ["2、政府公报公开", "条", "1", "3"],
    ["受理依申请公开信息总数", "条", "5", "12"],
    ["其中：1、当面申请数", "条", "2", "4"],
    ["2、传真申请数", "条", "0", "1"],
    ["3、电子邮件申请数", "条", "1", "2"],
    ["4、网上申请数", "条", "2", "5"],
    ["5、信函申请数", "条", "0", "0"],
    ["6、其它形式申请数", "条", "0", "0"],
    ["对申请的答复数", "条", "5", "12"],
    ["其中：1、同意公开答复数", "条", "3", "8"],
    ["2、同意部分公开答复数", "条", "1", "2"],
    ["3、否决公开答复数", "条", "1", "2"],
    ["行政复议数", "件", "0", "1"],
    ["行政诉讼数", "件", "0", "0"],
    ["行政申诉数", "件", "0", "6"],
  ];
  const flat = (between: string) => rows.map((row) => row.join(between)).join(between);
  it.each([
    ["tabs", `指标名称\t计量单位\t2013年度\t历年累计\n${rows.map((row) => row.join("\t")).join("\n")}`],
    ["one line", `附表：\n指标名称 计量单位 2013年度 历年累计 ${flat(" ")}`],
    ["one line, words behind", `附表：\n指标名称 计量单位 2013年度 历年累计 ${flat(" ")} 清溪县统计局`],
  ])("all 34 numbers, nothing flagged: %s", async (_, text) => {
    const { report, rules } = await read(text);
    expect(report.tables["annexFujian"]).toMatchObject({
      disclosed: { total: { current: 9, cumulative: 64 }, website: { current: 8, cumulative: 61 } },
      applications: {
        received: { fax: { current: 0, cumulative: 1 }, email: { current: 1, cumulative: 2 } },
        replied: { denied: { current: 1, cumulative: 2 } },
      },
      appeals: { current: 0, cumulative: 6 },
    });
    expect(rules).toEqual([]);
    expect(report.otherTables).toEqual([]);
  });
});

describe("digits that no sum parts", () => {
  it.each([
    ["共采购183批次，金额2704518.6元。", [183, 2704518.6]],
    ["共采购18批次。", null],
    ["采购金额2704518.6元。", [183, 2704518.6]],
    ["2018年采购数批。", null],
    ["采购18批次，另有183项。", null],
  ])("are parted where the text states the figures: %s", (text, expected) => {
    const pointers = ["/projects", "/amount"];
    const undecided = finding("fused-digits", {
      paths: pointers,
      args: { label: "政府集中采购", raw: "", ways: 8 },
    });
    const raw = "1832704518.6";
    const row = { pointers, solutions: splitRun(raw, 2, [])!, raw, at: {}, label: "政府集中采购", undecided };
    const mapped = {
      values: new Map(),
      evidence: new Map(),
      diagnostics: [undecided],
      ambiguous: [row],
      refused: new Map(),
      added: [],
      assignments: new Map(),
    };
    const { values, diagnostics } = decideByText(mapped, statedNumbers(text, new Set([raw])));
    expect(values.size === 0 ? null : pointers.map((pointer) => values.get(pointer))).toEqual(expected);
    expect(diagnostics.map(({ rule }) => rule)).toEqual([expected ? "inferred-from-text" : "fused-digits"]);
  });
});
