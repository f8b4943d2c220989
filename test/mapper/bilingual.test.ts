import { expect, it } from "vitest";
import { readText } from "./read.ts";

// Labels with their English translation behind or below. All figures are invented.
const rows = [
  ["第二十条第（一）项"],
  ["信息内容 Information", "本年制发件数 Issued", "本年废止件数 Repealed", "现行有效件数 In force"],
  ["规章 Regulations", "1", "2", "3"],
  ["行政规范性文件 Normative documents", "4", "5", "6"],
  ["第二十条第（五）项"],
  ["信息内容 Information", "本年处理决定数量 Decisions"],
  ["行政许可 Licences", "7"],
  ["第二十条第（六）项"],
  ["信息内容 Information", "本年处理决定数量 Decisions"],
  ["行政处罚 Penalties", "8"],
  ["行政强制 Coercive measures", "9"],
];

it.each([
  ["tabs", rows.map((row) => row.join("\t")).join("\n")],
  ["pipes", rows.map((row) => `| ${row.join(" | ")} |`).join("\n")],
  ["a cell a line", rows.flat().join("\n")],
  [
    "a language a line",
    rows
      .flat()
      .join("\n")
      .replaceAll(/ (?=[A-Z])/gu, "\n"),
  ],
])("are read by their Chinese words: %s", async (_, table) => {
  const { cells, rules } = await readText(
    `清溪县2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${table}\n三、其他\n无。\n`,
    "proactiveDisclosure",
  );
  const given = cells.filter((cell) => cell.endsWith(" given")).map((cell) => cell.split(" ")[1]);
  expect(given.join("")).toBe("123456789");
  expect(rules).toEqual(["row-missing", "table-missing"]);
});

it.each(["行政强制 Class 2\n9", "行政强制Class 2\n9", "行政强制 2\n9", "行政强制 Coercive Type\n2\n9"])(
  "a number behind a label is not taken for the value below it: %j",
  async (row) => {
    for (const between of ["\n", " "]) {
      const table = rows
        .slice(0, -1)
        .map((cells) => cells.map((text) => text.split(" ")[0]).join(between))
        .join("\n");
      const { cells } = await readText(
        `清溪县2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${table}\n${row}\n三、其他\n无。\n`,
        "proactiveDisclosure",
      );
      expect(cells).toContain("administrativePenalties.decisions 8 given");
      // Where rows stand on lines, a number alone below one is the page's, but for a label that ends in English.
      if (between === "\n" || row.includes("Cl"))
        expect(cells).toContain(`administrativeCoercion.decisions null unreadable`);
    }
  },
);
