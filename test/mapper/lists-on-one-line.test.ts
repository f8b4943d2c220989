import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import { CHAPTERS, LIST_LABELS, readText } from "./read.ts";

const TITLE = "橡溪县水利局2012年政府信息公开工作年度报告";
const HEADS = ["指标名称", "计量单位", "2012年度", "历年累计"];
const NUMBERS = [12, 40, 9, 30, 3, 10, 7, 20, 1, 2, 5, 12, 1, 6];

function reportOf(lines: readonly string[]): string {
  return [TITLE, ...CHAPTERS, "三、附表", ...lines].join("\n");
}

/** The cells of each row, with further ones behind. */
function rows(behind: readonly string[] = []): readonly (readonly string[])[] {
  return LIST_LABELS.map((label, at) => [
    label,
    "条",
    String(NUMBERS[2 * at]),
    String(NUMBERS[2 * at + 1]),
    ...behind,
  ]);
}

it.each([
  ["two spaces", "  "],
  ["four spaces", "    "],
  ["wide spaces", "\u3000\u3000"],
  ["one space", " "],
])("a list on one line with %s between its cells is read", async (_, gap) => {
  const apart = await readText(reportOf([HEADS, ...rows()].map((row) => row.join("  "))), "annexFujian");
  const { cells } = await readText(reportOf([[HEADS, ...rows()].flat().join(gap)]), "annexFujian");
  const given = (all: readonly string[]) => all.filter((cell) => cell.endsWith(" given"));
  expect(given(cells)).toEqual(given(apart.cells));
  expect(given(cells)).toHaveLength(NUMBERS.length);
});

it("remarks in a column of a list on one line are no numbers of it", async () => {
  const all = [[...HEADS, "备注"], ...rows(["/"])];
  const { cells, rules } = await readText(reportOf([all.flat().join("  ")]), "annexFujian");
  expect(cells).toContain("disclosed.total.cumulative 40 given");
  expect(cells).toContain("applications.received.letterOrFax.cumulative 6 given");
  expect(rules).not.toContain("fused-digits");
});

it("a list headed by the report's own year has one column of numbers", async () => {
  const list = [
    ["统计指标", "单位", "2015年"],
    ["一、主动公开情况", "——", ""],
    ["（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "47"],
    ["其中：主动公开规范性文件数", "条", "6"],
    ["制发规范性文件总数", "件", "7"],
    ["（二）通过不同渠道和方式公开政府信息的情况", "——", ""],
    ["1.政府公报公开政府信息数", "条", "1"],
    ["2.政府网站公开政府信息数", "条", "40"],
    ["3.政务微博公开政府信息数", "条", "3"],
    ["4.政务微信公开政府信息数", "条", "2"],
    ["5.其他方式公开政府信息数", "条", "1"],
    ["二、回应解读情况", "——", ""],
    ["（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次", "5"],
    ["三、依申请公开情况", "——", ""],
    ["（一）收到申请数", "件", "9"],
    ["1.当面申请数", "件", "1"],
    ["2.传真申请数", "件", "2"],
    ["3.网络申请数", "件", "3"],
    ["4.信函申请数", "件", "3"],
  ];
  const table = list.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("");
  const html = [
    `<h1>${TITLE.replace("2012", "2015")}</h1>`,
    ...CHAPTERS.map((line) => `<p>${line}</p>`),
    `<table>${table}</table>`,
  ];
  const { report } = await convert({ name: "a.html", bytes: new TextEncoder().encode(html.join("\n")) });
  expect(report?.tables["annex"]).toMatchObject({
    proactive: { total: 47, byChannel: { website: 40 } },
    applications: { received: { total: 9, letter: 3 } },
  });
});

it.each(["备注  另有3条不计", "备注  网站公开数不含子站", "说明：网站公开数不含子站"])(
  "a remark below a list is kept: %s",
  async (remark) => {
    const lines = reportOf([HEADS, ...rows()].map((row) => row.join("  ")).concat(remark));
    const { report } = await convert({ name: "a.txt", bytes: new TextEncoder().encode(lines) });
    const kept = JSON.stringify([report?.otherTables, report?.sections.at(-1)?.paragraphs]);
    expect(kept).toContain(/\s(?<words>.+)|：(?<said>.+)/u.exec(remark)![0].replace(/^[\s：]+/u, ""));
  },
);

it("a remark in the last row of a table is kept", async () => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const remark = "<tr><td>备注</td><td colspan=3>网站公开数不含子站</td></tr>";
  const table = `<table>${[HEADS, ...rows()].map(row).join("")}${remark}</table>`;
  const html = [`<h1>${TITLE}</h1>`, ...CHAPTERS.map((line) => `<p>${line}</p>`), table].join("\n");
  const { report } = await convert({ name: "a.html", bytes: new TextEncoder().encode(html) });
  expect(report?.otherTables.flatMap((other) => other.rows)).toEqual([
    { labels: ["备注"], values: ["网站公开数不含子站"] },
  ]);
});
