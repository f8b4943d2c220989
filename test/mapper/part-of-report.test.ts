import { describe, expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import { drawAnnexReport, layOut, renderTextFile } from "../support/factory/index.ts";

// Headings by which a table holds a part of the year, or of the office. All figures are invented.
const columns = [
  "警告",
  "罚款",
  "没收违法所得、没收非法财物",
  "暂扣许可证、执照",
  "责令停产停业",
  "吊销许可证、执照",
  "行政拘留",
  "其他行政处罚",
  "合计（宗）",
  "罚没金额（万元）",
];
const values = ["31", "54", "0", "0", "0", "0", "59", "0", "144", "4.1"];

const html = (title: string, heading: string): string =>
  `<h1>${title}</h1><p>${heading}</p><table>${[columns, values]
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
    .join("")}</table>`;
const cellLines = (title: string, heading: string): string =>
  [title, heading, ...columns, ...values].join("\n");

async function told(name: string, text: string): Promise<boolean> {
  const { diagnostics } = await convert({ name, bytes: new TextEncoder().encode(text) });
  return diagnostics.some(({ rule }) => rule === "table-of-another");
}

const YEAR = "清溪县2022年度行政执法统计年报";
const FORM = "行政处罚实施情况统计表";

describe("a heading that names a part of the year or of the office", () => {
  it.each([
    `一、${FORM}（上半年）`,
    `${FORM}（2022年1—6月）`,
    `二〇二二年第一季度${FORM}`,
    `${FORM}（截至2022年9月30日）`,
    `一、${FORM}（县本级）`,
    `${FORM}（不含乡镇）`,
  ])("%s is told", async (heading) => {
    expect(await told("a.html", html(YEAR, heading))).toBe(true);
    expect(await told("a.txt", cellLines(YEAR, heading))).toBe(true);
  });

  it.each([
    `一、${FORM}（2022年1—12月）`,
    `${FORM}（2022年1月1日至12月31日）`,
    `${FORM}（截至2022年12月31日）`,
    `${FORM}（2022年12月）`,
  ])("%s is the whole year", async (heading) => {
    expect(await told("a.html", html(YEAR, heading))).toBe(false);
  });

  it("a report of that part has no other tables", async () => {
    expect(
      await told("a.html", html("清溪县水务局（本级）2022年度行政执法统计年报", `${FORM}（本级）`)),
    ).toBe(false);
  });
});

it("a piece of a wrapped label that ends like an office's name is none, the name of the towns is one", async () => {
  const printed = new TextDecoder().decode(
    renderTextFile(layOut(drawAnnexReport(5, { form: "2014-levels" })), "tabbed"),
  );
  const below = (heading: string) => told("a.txt", printed.replace(/^(?=序号\t)/mu, `${heading}\n`));
  expect(await below("所指政府")).toBe(false);
  expect(await below("乡镇街道")).toBe(true);
});

it("headings of columns on one line, 区直单位统计数 among them, name no part of the office", async () => {
  const blocks = layOut(drawAnnexReport(4, { form: "2014-levels" }));
  const lines = blocks.flatMap((block) =>
    block.kind === "table"
      ? block.rows.map((row) => row.map(({ text }) => text).join(" "))
      : block.text.split("\n"),
  );
  expect(await told("report.txt", lines.join("\n"))).toBe(false);
});
