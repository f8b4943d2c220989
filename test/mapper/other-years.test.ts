import { expect, it } from "vitest";
import { readText } from "./read.ts";

// Columns of other years beside the report's own (2023), in every order. All figures are invented.
const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;

function report(rows: readonly string[]): string {
  const [first, ...rest] = rows;
  const grid = [first!, first!.replace(/[^|]+/gu, " --- "), ...rest].join("\n");
  return `# 清溪县人民政府2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n${grid}\n\n五、存在的主要问题及改进情况\n\n公开内容有待充实。\n`;
}

async function read(rows: readonly string[]): Promise<string> {
  const { cells, rules } = await readText(report(rows), "proactiveDisclosure");
  const found = cells.filter((cell) => cell.endsWith(" given"));
  return [...found.map((cell) => cell.split(" ")[1]), ...rules].join(" ");
}

const block = (caption: string, heading: string, marks: readonly string[], ...rows: readonly string[]) => [
  row(caption, "", ""),
  row("信息内容", heading, ""),
  row("", ...marks),
  ...rows,
];
const single = (marks: readonly string[]) => [
  ...block("第二十条第（五）项", "本年处理决定数量", marks, row("行政许可", 700, 710)),
  ...block("第二十条第（六）项", "本年处理决定数量", marks, row("行政处罚", 30, 31), row("行政强制", 4, 5)),
  ...block("第二十条第（八）项", "本年收费金额（单位：万元）", marks, row("行政事业性收费", 1.5, 2.5)),
];
const three = [
  row("第二十条第（一）项", "", "", "", "", "", ""),
  row("信息内容", "本年制发件数", "", "本年废止件数", "", "现行有效件数", ""),
];
const KEPT = "row-missing table-missing extra-column";

it.each([
  [["2022年", "2023年"], "710 31 5 2.5"],
  [["2023年", "2022年"], "700 30 4 1.5"],
  [["上年", "本年"], "710 31 5 2.5"],
  [["去年同期", "今年"], "710 31 5 2.5"],
  [["本年数", "增减"], "700 30 4 1.5"],
])("of two columns %o the report's own is read", async (marks, values) => {
  expect(await read(single(marks))).toBe(`${values} ${KEPT}`);
});

it.each([
  ["上年处理决定数量", "上年收费金额（单位：万元）"],
  ["2022年处理决定数量", "2022年收费金额（单位：万元）"],
  ["历年累计", "历年累计"],
])("the form's own heading is read beside %s", async (decided, collected) => {
  const beside = (caption: string, own: string, other: string, ...rows: readonly string[]) => [
    row(caption, "", ""),
    row("信息内容", own, other),
    ...rows,
  ];
  const rows = [
    ...beside("第二十条第（五）项", "本年处理决定数量", decided, row("行政许可", 700, 710)),
    ...beside(
      "第二十条第（六）项",
      "本年处理决定数量",
      decided,
      row("行政处罚", 30, 31),
      row("行政强制", 4, 5),
    ),
    ...beside("第二十条第（八）项", "本年收费金额（单位：万元）", collected, row("行政事业性收费", 1.5, 2.5)),
  ];
  expect(await read(rows)).toBe(`700 30 4 1.5 ${KEPT}`);
});

it("each heading may be parted by years", async () => {
  const marks = row("", "上年", "本年", "上年", "本年", "上年", "本年");
  const rows = [...three, marks, row("规章", 1, 2, 3, 4, 5, 6), row("行政规范性文件", 7, 8, 9, 10, 11, 12)];
  expect(await read(rows)).toBe(`2 4 6 8 10 12 ${KEPT}`);
});

it("the years may stand above the headings", async () => {
  const headings = ["本年制发件数", "本年废止件数", "现行有效件数"];
  const rows = [
    row("信息内容", "2022年", "", "", "2023年", "", ""),
    row("", ...headings, ...headings),
    row("规章", 1, 2, 3, 4, 5, 6),
    row("行政规范性文件", 7, 8, 9, 10, 11, 12),
  ];
  expect(await read(rows)).toBe(`4 5 6 10 11 12 ${KEPT}`);
});

it("a row with fewer cells than headings of two years is lost, whichever cell is gone", async () => {
  const marks = row("", "上年", "本年", "上年", "本年", "上年", "本年");
  const rows = [...three, marks, row("规章", 1, 2, 3, 4, 5, 6), row("行政规范性文件", 7, 9, 10, 11, 12)];
  expect(await read(rows)).toBe("2 4 6 cell-count row-missing table-missing extra-column");
});

it("as many cells as headings of two years go in order, where tabs keep no merged cells", async () => {
  const blocks = [
    ["第二十条第（一）项"],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["", "上年", "本年", "上年", "本年", "上年", "本年"],
    ["规章", 101, 7, 102, 28, 103, 63],
    ["行政规范性文件", 104, 112, 105, 175, 106, 252],
    ...["五", "六"].flatMap((item) => [
      [`第二十条第（${item}）项`],
      ["信息内容", "本年处理决定数量"],
      ["", "上年", "本年"],
      [item === "五" ? "行政许可" : "行政处罚", 107, item === "五" ? 343 : 448],
    ]),
  ];
  const text = blocks.map((cells) => cells.join("\t")).join("\n");
  const { cells } = await readText(
    `清溪县2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n${text}\n`,
    "proactiveDisclosure",
  );
  expect(
    cells
      .map((cell) => cell.split(" ")[1])
      .slice(0, 8)
      .join(" "),
  ).toBe("7 28 63 112 175 252 343 448");
});

it("no column is taken where none is the report's year", async () => {
  expect(await read(single(["2020年", "2021年"]))).not.toMatch(/\d/u);
});

const labels =
  "主动公开信息数 公文类信息数 提供服务类信息数 网站专栏页面访问量 现场接待人数 网上咨询数 咨询电话接听数 依申请公开信息目录数 申请总数 当面申请数 传真申请数 网上申请数 信函申请数 对申请的答复总数 同意公开答复数 行政复议数 行政诉讼数";
const years = (heading: string) => [`2011年${heading}`, `2010年${heading}`];

it.each([
  ["units and codes", (code: string) => ["条", code], [...years("计算单位"), ...years("代码")]],
  ["codes", (code: string) => [code], years("代码")],
])("headings of %s printed for both years over one column show nothing", async (_, before, doubled) => {
  const heading = row("指标名称", ...doubled, ...years("本月累计"), ...years("年度累计"));
  const rows = labels.split(" ").map((label, index) => {
    const own = before(String(index + 1).padStart(2, "0"));
    const values = [index % 3 ? 100 + index : 0, 7491 + index, 2128 + index, 8852 + index];
    return row(label, ...own, ...values, ...own.map(() => ""));
  });
  const grid = [heading, heading.replace(/[^|]+/gu, " --- "), ...rows].join("\n");
  const { cells } = await readText(`清溪县2011年政府信息公开工作年度报告\n\n${grid}\n`, "annexShanghai");
  expect(new Set(cells.map((cell) => cell.replace(/^\S+ /u, "")))).toEqual(new Set(["null unreadable"]));
});
