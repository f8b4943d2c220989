import { describe, expect, it } from "vitest";
import { cellsOf, convert, flagsOf } from "../../src/index.ts";
import { drawAnnexReport, drawReport, layOut, plain, renderText } from "../support/factory/index.ts";

/** The flags on the cells of a row, after its line of the tabbed text was changed. */
async function flagged(text: string, line: string, changed: string, path: string) {
  expect(text).toContain(line);
  const bytes = new TextEncoder().encode(text.replace(line, changed));
  const conversion = await convert({ name: "report.txt", bytes });
  const flags = flagsOf(conversion);
  const cells = cellsOf(conversion.report!).filter(({ pointer }) => pointer.includes(path));
  return cells.map(({ pointer }) => flags(pointer).severity);
}

const codes = (layout: "tabbed" | "cell-per-line") =>
  renderText(layOut(drawAnnexReport(5, { form: "dingxi", fill: "unique" })), layout);

describe("a row with a cell before its numbers printed twice, and its last number gone, is told", () => {
  it.each([
    ["code", "条\t14\t1831\t496", "条\t14\t14\t1831", "received/online/"],
    ["code with a zero", "人次\t05\t1786\t442", "人次\t05\t05\t1786", "columnPageViews/"],
  ])("%s", async (_, line, changed, path) => {
    expect(await flagged(codes("tabbed"), line, changed, path)).toEqual(["warning", "warning"]);
  });

  it("label of a row with a code", async () => {
    const changed = "新增的行政规范性文件数\t新增的行政规范性文件数\t条\t03\t1772";
    expect(
      await flagged(codes("tabbed"), "新增的行政规范性文件数\t条\t03\t1772\t436", changed, "newNormative"),
    ).toEqual(["warning", "warning"]);
  });

  it("code in a line of its own", async () => {
    const text = codes("cell-per-line");
    expect(await flagged(text, "\n14\n1831\n496\n", "\n14\n14\n1831\n", "received/online/")).toEqual([
      "warning",
      "warning",
    ]);
  });

  it("label", async () => {
    const text = renderText(layOut(drawReport(5, { ...plain, year: 2022, fill: "unique" })), "tabbed");
    const [line, ...numbers] = /行政规范性文件\t(\d+)\t(\d+)\t\d+/u.exec(text)!;
    const changed = ["行政规范性文件", "行政规范性文件", ...numbers].join("\t");
    expect(await flagged(text, line, changed, "normativeDocuments/")).toEqual([
      "error",
      "warning",
      "warning",
    ]);
  });
});

it("a count that equals its row's code and stands to the next as others do is not told", async () => {
  const text = codes("tabbed");
  const none = [null, null];
  expect(await flagged(text, "条\t14\t1831\t496", "条\t14\t14\t4", "received/online/")).toEqual(none);
});

it("a count that equals its row's number is not told", async () => {
  const text = renderText(layOut(drawAnnexReport(5, { form: "2014-levels", fill: "unique" })), "tabbed");
  const [line, label] = /\n19\t([^\t]+\t[^\t]+)\t\d+/u.exec(text)!;
  expect(await flagged(text, line, `\n19\t${label}\t19`, "weiboWechat/")).toEqual([null, null, null]);
});
