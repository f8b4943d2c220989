import { expect, it } from "vitest";
import { drawAnnexReport, drawReport, layOut, plain, renderTextFile } from "../support/factory/index.ts";
import { readText } from "./read.ts";

// Labels so near to the form's that they may name something else. All figures are invented.
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;

function report(change: (text: string) => string): string {
  const grid = [
    row("第二十条第（一）项", "", "", ""),
    row("---", "---", "---", "---"),
    row("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
    row("规章", 1, 2, 3),
    row("行政规范性文件", 4, 5, 6),
    row("第二十条第（五）项", "", "", ""),
    row("信息内容", "本年处理决定数量", "", ""),
    row("行政许可", 700, "", ""),
    row("第二十条第（六）项", "", "", ""),
    row("信息内容", "本年处理决定数量", "", ""),
    row("行政处罚", 30, "", ""),
    row("行政强制", 4, "", ""),
    row("第二十条第（八）项", "", "", ""),
    row("信息内容", "本年收费金额（单位：万元）", "", ""),
    row("行政事业性收费", 2.5, "", ""),
  ];
  return `# 清溪县人民政府2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n${change(grid.join("\n"))}\n\n五、存在的主要问题及改进情况\n\n公开内容有待充实。\n`;
}

it.each([
  ["行政处罚", "行政处分"],
  ["行政事业性收费", "非行政事业性收费"],
  ["行政规范性文件", "党内规范性文件"],
  ["本年制发件数", "上年制发件数"],
  ["现行有效件数", "现行无效件数"],
  ["本年废止件数", "已印发的份数"],
])("%s printed as %s is doubted", async (label, printed) => {
  const { rules } = await readText(
    report((text) => text.replaceAll(label, printed)),
    "proactiveDisclosure",
  );
  expect(rules).toContain("label-fuzzy");
});

it.each([
  ["行政事业性收费", "非行政事业性收费", "row-missing"],
  ["现行有效件数", "现行失效件数", "label-fuzzy"],
  ["行政强制", "行政处罚\n9\n行政强制", "repeated-row"],
])("a cell a line, %s printed as %s is doubted", async (label, printed, rule) => {
  const cells = report((text) =>
    text
      .replace(/^.*---.*\n/mu, "")
      .replace(/ *\|[| ]*/gu, "\n")
      .replaceAll(label, printed),
  );
  const { rules } = await readText(cells.replace(/\n+/gu, "\n"), "proactiveDisclosure");
  expect(rules).toContain(rule);
});

it.each([
  ["行政规范性文件", "行政规范性文"],
  ["本年收费金额（单位：万元）", "本年收费金额"],
])("%s printed as %s is not", async (label, printed) => {
  const { rules } = await readText(
    report((text) => text.replaceAll(label, printed)),
    "proactiveDisclosure",
  );
  expect(rules.filter((rule) => rule !== "table-missing")).toEqual([]);
});

it("a label cell that reaches over two rows names both, and doubts the row it is taken for", async () => {
  const printed = new TextDecoder().decode(
    renderTextFile(layOut(drawAnnexReport(5, { form: "2014" })), "tabbed"),
  );
  const labels = /涉及个人隐私|危及国家安全、公共安全、经济安全和社会稳定/gu;
  const both = (await readText(printed.replaceAll(labels, [...printed.match(labels)!].join("")), "annex"))
    .rules;
  expect(both).toEqual(expect.arrayContaining(["label-fuzzy", "repeated-row", "row-missing"]));
  expect((await readText(printed, "annex")).rules).toEqual([]);
});

it("a number behind a label, in its cell, doubts the row that has a blank cell", async () => {
  const row = "3.危及“三安全一稳定”\t";
  const printed = new TextDecoder().decode(
    renderTextFile(layOut(drawReport(5, { ...plain, year: 2022 })), "tabbed"),
  );
  const [line = ""] = new RegExp(`${row}.*`, "u").exec(printed) ?? [];
  const [first = "", ...others] = line.slice(row.length).split("\t");
  const said = async (cells: readonly string[]) =>
    (await readText(printed.replace(line, cells.join("\t")), "applications")).rules;
  expect(await said([`${row.trimEnd()}${first}`, "", ...others])).toContain("label-fuzzy");
  expect(await said([`${row.trimEnd()} ${first}`, "", ...others])).toContain("label-fuzzy");
  expect(await said([row.trimEnd(), first, ...others])).toEqual([]);
});

it("so does one behind the label of a list, or behind the row's code", async () => {
  const read = async (form: "2014" | "dingxi", change: (line: string) => string) => {
    const printed = new TextDecoder().decode(renderTextFile(layOut(drawAnnexReport(5, { form })), "tabbed"));
    const changed = printed.replace(/^.*网上申请数\t.*$|^.*政府网站公开政府信息数\t.*$/mu, change);
    return (await readText(changed, form === "2014" ? "annex" : "annexDingxi")).rules;
  };
  expect(await read("2014", (line) => line.replace(/(\t.*\t)(\d+)$/u, " $2$1"))).toContain("label-fuzzy");
  expect(await read("dingxi", (line) => line.replace(/(\t\d{2})\t(\d+)\t/u, "$1 $2\t\t"))).toContain(
    "values-off-headings",
  );
  for (const form of ["2014", "dingxi"] as const) expect(await read(form, (line) => line)).toEqual([]);
});
