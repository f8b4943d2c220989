import { describe, expect, it } from "vitest";
import { cellsOf, convert } from "../../src/index.ts";
import { annex2014Lines } from "../support/factory/annex/lines.ts";

const chapters = [
  ["一、", "概述", "目录按季更新。"],
  ["二、", "主动公开政府信息情况", "公开栏换了玻璃。"],
  ["三、", "存在的主要问题和改进措施", "更新偏慢。"],
];
const title = "橡溪县水利局2016年政府信息公开工作年度报告";
/** The annex of 2014, whose groups are numbered as chapters are, a number of its own in each row. */
const annex = [
  ["统计指标", "单位", "统计数"],
  ...annex2014Lines.map(({ number, label, unit, path }, index) =>
    path === "" ? [number + label, "——"] : [number + label, unit, String(index)],
  ),
];
const numbers = annex2014Lines.flatMap(({ path }, index) => (path === "" ? [] : [[`annex.${path}`, index]]));

async function read(text: string) {
  const { report, diagnostics } = await convert({ name: "a.txt", bytes: new TextEncoder().encode(text) });
  return {
    report: report!,
    titles: report!.sections.flatMap((section) => (section.number === 0 ? [] : [section.title])),
    cells: cellsOf(report!).map(({ path, value }) => [path, value]),
    warnings: diagnostics.filter(({ severity, rule }) => severity !== "notice" && !rule.startsWith("f2-")),
  };
}

describe("a report with its annex in text without tables", () => {
  const spaced = [title, ...chapters.map(([number, name, text]) => `${number}${name} ${text}`), "附件1"];
  const rows = annex.map((row) => row.filter((cell) => cell !== "").join(" "));
  it.each([
    ["on one line", `${[...spaced, ...rows].join(" ")}\n`],
    [
      "a row a line",
      `${[title, ...chapters.flatMap(([n, name, text]) => [n! + name!, text!]), ...rows].join("\n")}\n`,
    ],
  ])("%s: its groups are no chapters, its rows are read", async (_, text) => {
    const { titles, cells, warnings } = await read(text);
    expect(titles).toEqual(chapters.map(([number, name]) => `${number}${name}`));
    expect(cells).toEqual(numbers);
    expect(warnings).toEqual([]);
  });

  it.each([
    "橡溪县水利局 二○一七年三月九日 附件：橡溪县水利局政府信息公开情况统计表 ",
    "橡溪县水利局2017年3月9日附表 ",
    "橡溪县水利局\n二〇一七年三月九日\n附件1\n政府信息公开情况统计表\n",
  ])("its date stands under the signature before the annex: %j", async (signed) => {
    const { report } = await read(`${spaced.slice(0, -1).join(" ")} ${signed}${rows.join(" ")}\n`);
    expect(report.publicationDate).toBe("2017-03-09");
  });
});

it.each([
  ["2016年度", "历年累计"],
  ["历年累计", "2016年度"],
])("beside %s a column %s is none of the one-column annex's", async (...years) => {
  const lines = annex.slice(1).map(([label, unit, value]) => {
    const other = value === undefined ? "" : String(Number(value) + 500);
    const cells = years[0] === "2016年度" ? [value ?? "", other] : [other, value ?? ""];
    return [label, unit, ...cells].join("\t");
  });
  const text = [title, "附表", ["统计指标", "单位", ...years].join("\t"), ...lines].join("\n");
  expect((await read(text)).cells).toEqual(numbers);
});
