import { expect, it } from "vitest";
import { readText } from "./read.ts";

// Web pages that keep only the first line of a heading. All figures are invented.
const rows = (headings: string) => [
  "第二十条第（一）项",
  `信息内容 | ${headings}`,
  "规章 | 1 | 2 | 3",
  "规范性文件 | 4 | 5 | 6",
  "第二十条第（五）项",
  "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量",
  "行政许可 | 7 | 8 | 9",
  "其他对外管理服务事项 | 10 | 11 | 12",
  "第二十条第（六）项",
  "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量",
  "行政处罚 | 13 | 14 | 15",
  "行政强制 | 16 | 17 | 18",
];
const pipes = (row: string) =>
  `${row} |${"|".repeat(Math.max(0, 4 - row.split(" | ").length))}`.replace(/\|(\|+)$/u, "| $1");
const layouts = {
  pipes: (headings: string) => rows(headings).map(pipes).join("\n"),
  tabs: (headings: string) => rows(headings).join("\n").replaceAll(" | ", "\t"),
  lines: (headings: string) => rows(headings).join("\n").replaceAll(" | ", "\n"),
};

const read = async (table: string) => {
  const text = `清溪县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${table}\n三、其他\n无。\n`;
  const { cells, rules } = await readText(text, "proactiveDisclosure");
  const found = cells.filter((cell) => cell.endsWith(" given")).map((cell) => cell.split(" ")[1]);
  return [...found, ...rules.filter((rule) => rule !== "row-missing" && rule !== "table-missing")].join(" ");
};
const ALL = Array.from({ length: 18 }, (_, index) => index + 1).join(" ");

it.each(Object.entries(layouts))("are read by the form's, all in its order: %s", async (_, layOut) => {
  expect(await read(layOut("本年新 | 本年新 | 对外公开总数量"))).toBe(ALL);
});

it.each(Object.entries(layouts))("are no headings of another form: %s", async (_, layOut) => {
  expect(await read(layOut("本年新增 | 本年新 | 对外公开总数量"))).not.toBe(ALL);
  expect(await read(layOut("本年 | 本年 | 对外公开"))).not.toBe(ALL);
  expect(await read(layOut("本年新 | 本年新 | 对外公开总数量 | 上年公开数"))).not.toBe(ALL);
});
