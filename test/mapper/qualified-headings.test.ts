import { expect, it } from "vitest";
import { readText } from "./read.ts";

// Headings in text without cells, one with a bracket behind it. All figures are invented.
const rows = (bracket: string) => [
  ["第二十条第（一）项"],
  ["信息内容", "本年制发件数", `本年废止件数${bracket}`, "现行有效件数"],
  ["规章", "1", "2", "3"],
  ["行政规范性文件", "4", "5", "6"],
  ["第二十条第（五）项"],
  ["信息内容", "本年处理决定数量"],
  ["行政许可", "7"],
];
const layouts = {
  lines: (bracket: string) => rows(bracket).flat().join("\n"),
  "running text": (bracket: string) => rows(bracket).flat().join(" "),
  tabs: (bracket: string) =>
    rows(bracket)
      .map((row) => row.join("\t"))
      .join("\n"),
};

const told = async (table: string) => {
  const text = `清溪县2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${table}\n三、其他\n无。\n`;
  const { cells, rules } = await readText(text, "proactiveDisclosure");
  expect(cells).toContain("regulations.repealed 2 given");
  return rules.filter((rule) => rule !== "row-missing" && rule !== "table-missing").join(" ");
};

it.each(Object.entries(layouts))("a bracket that makes the numbers others is told: %s", async (_, layOut) => {
  const found: string[] = [];
  for (const bracket of ["（上年）", "（估计）", "（千件）", "（件）", ""])
    found.push(await told(layOut(bracket)));
  expect(found.map((rules) => rules !== "")).toEqual([true, true, true, false, false]);
});
