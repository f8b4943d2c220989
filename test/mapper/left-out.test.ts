import { describe, expect, test } from "vitest";
import { adapters, convert, flagsOf, type Adapter } from "../../src/index.ts";
import type { CellToken } from "../../src/model/index.ts";
import { drawAnnexReport, layOut, renderTextFile, type FormBlock } from "../support/factory/index.ts";

/** Table 2 of 2021, of which the row 行政规范性文件 has these cells; `?` marks what a scan could not tell. */
async function read(cells: readonly string[], heading = "") {
  const html = `<h1>青石市2022年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table>
<tr><td colspan=4>第二十条第（一）项</td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td>${heading}</tr>
<tr><td>规章</td><td>1</td><td>0</td><td>9</td></tr>
<tr><td>行政规范性文件</td>${cells.map((text) => `<td>${text.replace("?", "")}</td>`).join("")}</tr>
<tr><td colspan=4>第二十条第（五）项</td></tr>
<tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>
<tr><td>行政许可</td><td colspan=3>4</td></tr></table>`;
  const base = adapters.find(({ id }) => id === "html")!;
  const doubtful = cells.map((text) => text.endsWith("?"));
  const adapter: Adapter = {
    ...base,
    async read(input, limits, helpers) {
      const reading = await base.read(input, limits, helpers);
      const tokens = reading.tokens.map((token) =>
        token.kind === "cell" && token.at.row === 4 && doubtful[token.at.column! - 2]
          ? ({ ...token, doubt: { kind: "unreadable", reason: "scan" } } satisfies CellToken)
          : token,
      );
      return { ...reading, tokens };
    },
  };
  const bytes = new TextEncoder().encode(html);
  const { report, diagnostics } = await convert({ name: "a.html", bytes }, { adapters: [adapter] });
  const pointer = "/report/tables/proactiveDisclosure/normativeDocuments/";
  const rules = diagnostics
    .filter(({ severity }) => severity !== "notice")
    .filter(({ path, paths = [] }) => [path, ...paths].some((one) => one?.startsWith(pointer)))
    .map(({ rule }) => rule);
  const table = report?.tables["proactiveDisclosure"] as Record<string, Record<string, unknown>>;
  const { issued, repealed, inForce } = table["normativeDocuments"]!;
  return [issued, repealed, inForce, ...rules].join(" ");
}

describe("a doubtful cell that no column takes puts its row in doubt", () => {
  test.each([
    ["clean", ["5", "6", "7"], "5 6 7"],
    ["an empty cell more", ["5", "6", "7", ""], "5 6 7"],
    ["ink behind the values", ["5", "6", "7", "\ufffd?"], "   cell-count"],
    ["ink before the values", ["\ufffd?", "5", "6", "7"], "   cell-count"],
    ["a picture before the values", ["?", "5", "6", "7"], "5 6 7 values-off-headings"],
    ["a copy of a value", ["5", "6", "7", "7?"], "5 6 7 surplus-cell"],
    ["a value itself", ["5", "6?", "7"], "5  7 unreadable-value"],
  ])("%s", async (_, cells, expected) => {
    expect(await read(cells)).toBe(expected);
  });

  test("but not one under a heading of its own", async () => {
    expect(await read(["5", "6", "7", "见附件?"], "<td>备注</td>")).toBe("5 6 7");
  });
});

test("without any heading the first cell of a row with a blank behind may number the row", async () => {
  const blocks = layOut(drawAnnexReport(77, { form: "dingxi" })).map((block): FormBlock => {
    if (block.kind !== "table") return block;
    const rows = block.rows.slice(block.headerRows).map((row, index) => {
      const last = { ...row.at(-1)!, text: index % 3 === 0 ? "" : "5" };
      return [...row.slice(0, -1), last];
    });
    return { ...block, rows };
  });
  const { diagnostics } = await convert({ name: "a.txt", bytes: renderTextFile(blocks, "tabbed") });
  expect(diagnostics.map(({ rule }) => rule)).toContain("surplus-cell");
});

test("a cell too many in one of three parts moves the others: all are doubtful but where the sums hold", async () => {
  const outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const numbers = ["", "13", "1", "0", "3", "17", ...Array.from({ length: 10 }, () => "0")];
  const text = [
    "青石市2023年政府信息公开工作年度报告",
    "四、政府信息公开行政复议、行政诉讼情况",
    "行政复议\t行政诉讼",
    [...outcomes, "未经复议直接起诉", "复议后起诉"].join("\t"),
    ["", "", "", "", "", ...outcomes, ...outcomes].join("\t"),
    numbers.join("\t"),
  ].join("\n");
  const conversion = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
  const flags = flagsOf(conversion);
  const silent = ["reconsideration/upheld", "reconsideration/corrected", "litigation/direct/upheld"].filter(
    (path) => flags(`/report/tables/reviewAndLitigation/${path}`).severity === null,
  );
  expect(silent).toEqual([]);
});

test("numbers below a heading of units stand beside their headings, all of them", async () => {
  const truth = drawAnnexReport(7, { form: "2014" });
  const printed = new TextDecoder().decode(renderTextFile(layOut(truth), "tabbed"));
  const headings = ["指标名称", "本年计量单位", "上年计量单位", "本年统计数", "上年统计数"];
  const text = printed
    .replace(/^(?:统计指标|指标名称)\t.*$/mu, headings.join("\t"))
    .replace(/(?<=\t(\p{sc=Han}{1,2}|——)\t)(\d[\d.]*|——)$/gmu, "$2\t8$2\t");
  const conversion = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
  const flags = flagsOf(conversion);
  const silent = Object.entries(truth.values).filter(
    ([path]) => flags(`/report/tables/${path.replaceAll(".", "/")}`).severity === null,
  );
  expect(silent).toEqual([]);
});

test("a number under the heading of the labels or of the units, as rows have a cell more, is none that may be left out", async () => {
  const rows = (cells: (...own: readonly string[]) => readonly string[]) =>
    [
      "青石市2022年政府信息公开工作年度报告",
      "二、主动公开政府信息情况",
      "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
      "规章\t1\t2\t3",
      "行政规范性文件\t4\t5\t6",
      "第二十条第（五）项",
      "信息内容\t本年处理决定数量",
      cells("行政许可", "7").join("\t"),
      "第二十条第（六）项",
      "信息内容\t本年处理决定数量",
      cells("行政处罚", "8").join("\t"),
      cells("行政强制", "9").join("\t"),
    ].join("\n");
  const flagged = async (text: string) => {
    const conversion = await convert({ name: "a.txt", bytes: new TextEncoder().encode(text) });
    const flags = flagsOf(conversion);
    return ["administrativeLicensing", "administrativePenalties", "administrativeCoercion"].map(
      (row) => flags(`/report/tables/proactiveDisclosure/${row}/decisions`).severity !== null,
    );
  };
  expect(await flagged(rows((label, own) => [label!, "70", own!]))).toEqual([true, true, true]);
  expect(await flagged(rows((label, own) => [label!, own!, "70"]))).toEqual([true, true, true]);
  expect(await flagged(rows((label, own) => [label!, "件", own!]))).toEqual([false, false, false]);
});

test("a number is none of the blank beside it, which stands under the heading", async () => {
  const truth = drawAnnexReport(7, { form: "2014" });
  const printed = new TextDecoder().decode(renderTextFile(layOut(truth), "tabbed"));
  const headings = [
    "指标名称",
    `${truth.year - 1}年计量单位`,
    "计量单位",
    `${truth.year - 1}年统计数`,
    "统计数",
  ];
  const text = printed
    .replace(/^(?:统计指标|指标名称)\t.*$/mu, headings.join("\t"))
    .replace(/(?<=\t\p{sc=Han}{1,2}\t)(\d[\d.]*)$/gmu, "8$1\t$1\t");
  const conversion = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
  const flags = flagsOf(conversion);
  const silent = Object.keys(truth.values).filter(
    (path) => flags(`/report/tables/${path.replaceAll(".", "/")}`).severity === null,
  );
  expect(silent).toEqual([]);
});
