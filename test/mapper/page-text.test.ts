import { describe, expect, it } from "vitest";
import { drawReport, layOut, plain, renderTextFile } from "../support/factory/index.ts";
import { readText } from "./read.ts";

/** Table 2 of 2021 as cells; the renderings below are what page converters and crawlers make of such a table. */
const rows: readonly (readonly string[])[] = [
  ["第二十条第（一）项"],
  ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
  ["规章", "1", "2", "30"],
  ["行政规范性文件", "4", "5", "60"],
  ["第二十条第（五）项"],
  ["信息内容", "本年处理决定数量"],
  ["行政许可", "700"],
  ["第二十条第（六）项"],
  ["信息内容", "本年处理决定数量"],
  ["行政处罚", "80"],
  ["行政强制", "9"],
  ["第二十条第（八）项"],
  ["信息内容", "本年收费金额（单位：万元）"],
  ["行政事业性收费", "10.5"],
];

const values = [
  "regulations.issued 1 given",
  "regulations.repealed 2 given",
  "regulations.inForce 30 given",
  "normativeDocuments.issued 4 given",
  "normativeDocuments.repealed 5 given",
  "normativeDocuments.inForce 60 given",
  "administrativeLicensing.decisions 700 given",
  "administrativePenalties.decisions 80 given",
  "administrativeCoercion.decisions 9 given",
  "administrativeFees.amount 10.5 given",
];

const print = (row: (cells: readonly string[]) => string) =>
  `某镇2022年政府信息公开工作年度报告\n一、总体情况\n全年办理行政许可5件。\n二、主动公开政府信息情况\n${rows.map(row).join("\n")}\n三、收到和处理政府信息公开申请情况\n`;

describe("table 2 in page text", () => {
  it.each([
    ["one cell a line", print((cells) => cells.join("\n"))],
    ["one cell a line, blank lines between", print((cells) => cells.join("\n\n"))],
    ["one row a line, spaces between", print((cells) => cells.join("  "))],
    ["a bar at each line's end", print((cells) => cells.map((cell) => `${cell} |`).join("\n"))],
    [
      "bars, each cell on a line of its own",
      print((cells) => `${cells.map((cell) => `| \n ${cell}  `).join("")}| `),
    ],
    [
      "bars, covered cells left out",
      print((cells) => `| ${cells.join(" | ")} | ${"|".repeat(4 - cells.length)}`),
    ],
    ["tabs", print((cells) => cells.join("\t"))],
  ])("%s", async (_, text) => {
    const { cells } = await readText(text, "proactiveDisclosure");
    expect(cells).toEqual(values);
  });

  it.each([
    [
      "a remark on a line of its own belongs to the number above it",
      "（其中修订16件）",
      "30 given",
      "60 given",
    ],
    ["one that says another number makes it doubtful", "（更正为31）", "null unreadable", "60 given"],
  ])("one cell a line: %s", async (_, remark, first, last) => {
    const text = print((cells) => cells.join("\n")).replace("\n30\n", `\n30\n${remark}\n`);
    const { cells } = await readText(text, "proactiveDisclosure");
    expect(cells.filter((cell) => cell.includes("inForce"))).toEqual([
      `regulations.inForce ${first}`,
      `normativeDocuments.inForce ${last}`,
    ]);
  });

  it.each([
    ["1件2件30件", ["1 inferred", "2 inferred", "30 inferred"]],
    ["313（其中修订13件）22 项557", ["313 inferred", "22 inferred", "557 inferred"]],
    ["007", ["0 inferred", "0 inferred", "7 inferred"]],
    ["3-10", ["3 inferred", "-1 inferred", "0 inferred"]],
    ["2增61", ["2 inferred", "6 inferred", "1 inferred"]],
  ])("run together, %s is cut only where one way is left", async (printed, [issued, repealed, inForce]) => {
    const text = print((cells) => cells.join(""))
      .replace("规章1230", `规章${printed}`)
      .replaceAll("\n", "");
    const { cells } = await readText(text.replace("报告一、", "报告\n一、"), "proactiveDisclosure");
    expect(cells.slice(0, 3)).toEqual([
      `regulations.issued ${issued!}`,
      `regulations.repealed ${repealed!}`,
      `regulations.inForce ${inForce!}`,
    ]);
  });

  it.each(["1", "12"])("a row a line: %s alone below a row is the page's number", async (page) => {
    const text = print((cells) => cells.join(" "));
    for (const row of ["规章 1 2 30\n", "行政许可 700\n"]) {
      const { cells, rules } = await readText(text.replace(row, `${row}${page}\n`), "proactiveDisclosure");
      expect(cells).toEqual(values);
      expect(rules).toEqual(["table-missing"]);
    }
  });

  it.each(["030", "0０30", "030件"])("a number printed as %s is read and doubted", async (printed) => {
    const text = print((cells) => cells.join("\t")).replace("\t30\n", `\t${printed}\n`);
    const { cells, rules } = await readText(text, "proactiveDisclosure");
    expect(cells).toEqual(values);
    expect(rules).toContain("leading-zero");
  });

  it("digits run together are not cut by guess; a row of one value has nothing to cut", async () => {
    const { cells, rules } = await readText(
      print((cells) => cells.join("")).replaceAll("\n", ""),
      "proactiveDisclosure",
    );
    expect(cells.filter((cell) => cell.includes("regulations"))).toEqual([
      "regulations.issued null unreadable",
      "regulations.repealed null unreadable",
      "regulations.inForce null unreadable",
    ]);
    expect(cells).toContain("administrativeLicensing.decisions 700 inferred");
    expect(rules).toContain("fused-digits");
    expect(rules).toContain("inferred-from-sums");
  });

  it("a number in prose is no cell", async () => {
    const { cells } = await readText(
      print((cells) => (cells[0] === "行政许可" ? "" : cells.join("\n"))),
      "proactiveDisclosure",
    );
    expect(cells).toContain("administrativeLicensing.decisions null unreadable");
  });
});

describe("cells that are not plain numbers", () => {
  const withValue = (value: string) =>
    print((cells) =>
      cells.map((cell, index) => (cells[0] === "规章" && index === 1 ? value : cell)).join("\t"),
    );

  it.each([
    ["", "null blank", []],
    ["/", "null not-applicable", []],
    ["—", "null dash", []],
    ["22（其中修订16件）", "22 given", []],
    ["1 2", "null unreadable", ["unreadable-value"]],
    ["见附件", "null unreadable", ["unreadable-value"]],
    ["-3", "-3 given", ["nonneg", "f4-repealed-bound"]],
    ["1.5", "1.5 given", ["integer"]],
  ])("%j gives %s", async (value, expected, rules) => {
    const found = await readText(withValue(value), "proactiveDisclosure");
    expect(found.cells[0]).toBe(`regulations.issued ${expected}`);
    expect(found.rules.filter((rule) => rule !== "table-missing")).toEqual(rules);
  });
});

it("rows that go on over a page break stand under the headings of the page before", async () => {
  const report = layOut(drawReport(122, plain));
  const bytes = renderTextFile(report, "aligned", { linesPerPage: 44, formFeed: true });
  const text = new TextDecoder().decode(bytes);
  expect(text).toMatch(/上年结转[^四]*\f/u);
  expect((await readText(text, "applications")).rules).toEqual([]);
});
