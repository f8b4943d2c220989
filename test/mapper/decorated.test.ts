import { describe, expect, it } from "vitest";
import { drawAnnexReport, layOut, renderTextFile } from "../support/factory/index.ts";
import { readText } from "./read.ts";

/** Marks, headings, signatures and empty rows that forms are printed with, and that say nothing of their numbers. */
const HEAD = "青石市2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n";

const licences = (rows: readonly string[], header = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数") =>
  readText(`${HEAD}第二十条第（一）项\n${[header, ...rows].join("\n")}\n`, "proactiveDisclosure");

describe("a clean document", () => {
  it.each([
    ["规章①", "行政规范性文件②"],
    ["规章注①", "行政规范性文件[2]"],
    ["规章〔1〕", "行政规范性文件【注2】"],
    ["规章¹", "行政规范性文件²"],
    ["规章：", "行政规范性文件:"],
  ])("labels %s and %s are the form's", async (first, second) => {
    const { cells, rules } = await licences([`${first}\t1\t2\t3`, `${second}\t4\t5\t6`]);
    expect(cells.slice(0, 6).map((cell) => cell.split(" ")[1])).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(rules).not.toContain("label-fuzzy");
  });

  const rows = ["规章\t1\t2\t3", "行政规范性文件\t4\t5\t6"];
  const named = (year: number) =>
    licences(rows, `信息内容\t${year}年制发件数\t${year}年废止件数\t现行有效件数`);

  it("a heading may name the year of the report, and no other", async () => {
    expect((await named(2023)).rules).not.toContain("header-missing");
    expect((await named(2022)).rules).toContain("header-missing");
  });

  it("a number under the heading of the labels is no blank", async () => {
    const { cells } = await readText(
      `${HEAD}第二十条第（一）项\t备注
信息内容\t本年制发件数\t本年废止件数\t现行有效件数\t
规章\t0\t0\t95\t
行政规范性文件\t1\t20\t100\t
第二十条第（五）项\t
信息内容\t本年处理决定数量\t
行政许可\t11392\t
第二十条第（六）项\t
信息内容\t本年处理决定数量\t
行政处罚\t7\t
行政强制\t8\t
`,
      "proactiveDisclosure",
    );
    expect(cells).toContain("administrativeLicensing.decisions 11392 given");
  });
});

it("who signs a list is none of its rows", async () => {
  const list = (last: string) =>
    readText(
      `澄湖区人民政府办公室2022年度行政执法工作统计年报

二、行政许可实施情况统计表
单位名称\t行政许可实施数量\t撤销许可数量
\t申请数量\t受理数量\t许可数量\t不予许可数量\t
合计\t7\t6\t5\t1\t4
水务局\t7\t6\t5\t1\t4
${last}\t李某\t联系电话\t3812456\t\t
`,
      "licences",
    );
  const [signed, listed] = [await list("填表人"), await list("教育局")];
  const filled = ({ cells }: typeof signed) => cells.filter((cell) => cell.includes("3812456"));
  expect(filled(signed)).toEqual([]);
  expect(filled(listed).length).toBe(1);
});

it("an empty row below the only one is no second one", async () => {
  const { rules } = await readText(
    `澄湖区人民政府办公室2022年度行政执法统计年报

二、行政许可实施情况统计表
行政许可实施数量（宗）
申请数量\t受理数量\t许可数量\t不予许可数量\t撤销许可数量
798\t792\t291\t622\t258
\t\t\t\t
`,
    "licences",
  );
  expect(rules).not.toContain("repeated-row");
});

it("labels of a narrow column, broken in their first characters, find their rows", async () => {
  const truth = drawAnnexReport(100, { form: "2014-levels" });
  const text = new TextDecoder().decode(renderTextFile(layOut(truth), "aligned"));
  const { cells, rules } = await readText(text, "annex");
  const read = cells.filter((cell) => cell.endsWith(" given"));
  expect(read.length / cells.length).toBeGreaterThan(0.96);
  expect(rules).not.toContain("header-missing");
  expect(rules).not.toContain("layout-uncertain");
});

it("(10) counts the label behind it", async () => {
  const truth = drawAnnexReport(103, { form: "dingxi" });
  const text = new TextDecoder().decode(renderTextFile(layOut(truth), "cell-per-line"));
  const { cells } = await readText(text, "annexDingxi");
  expect(cells.filter((cell) => !cell.endsWith(" given"))).toEqual([]);
});

it("a row of three numbers is no row of a list of one column, whose heading the others' end in", async () => {
  const truth = drawAnnexReport(103, { form: "2014-levels" });
  const text = new TextDecoder().decode(renderTextFile(layOut(truth), "cell-per-line"));
  const { cells } = await readText(text, "annex");
  expect(cells.length).toBe(174);
  expect(cells.filter((cell) => !cell.endsWith(" given"))).toEqual([]);
});
