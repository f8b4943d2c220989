import { describe, expect, it } from "vitest";
import { convert, type Conversion } from "../../../src/index.ts";
import { flagsOf } from "../../../src/record/index.ts";
import { flags, page, table } from "./page.ts";

// 公开06表 in three bands beside each other, and what its empty cells are. All figures are invented.
const title = "青石市水务局2022年度部门决算";
const above = ["一般公共预算财政拨款基本支出决算表", "公开06表", "部门：青石市水务局", "单位：万元"];

const withCodes = [
  "人员经费|||公用经费|||||",
  "科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数",
  "301|工资福利支出|800.00|302|商品和服务支出|150.00|307|债务利息及费用支出|",
  "30101|基本工资|500.00|30201|办公费|150.00|310|资本性支出|10.00",
  "30102|津贴补贴||30202|印刷费||31001|房屋建筑物购建|",
  "30103|奖金|300.00||||31002|办公设备购置|10.00",
  "人员经费合计||800.00|公用经费合计|||||160.00",
];
const withNumbers = [
  "项目|行次|金额|项目|行次|金额|项目|行次|金额",
  "工资福利支出|1|800.00|商品和服务支出|20|150.00|债务利息及费用支出|50|",
  "基本工资|2|500.00|办公费|21|150.00|资本性支出|51|10.00",
  "津贴补贴|3||印刷费|22||房屋建筑物购建|52|",
  "奖金|4|300.00||23||办公设备购置|53|10.00",
  "人员经费合计|19|800.00|公用经费合计||||60|160.00",
];
const amounts = [
  ["工资福利支出", 800],
  ["基本工资", 500],
  ["津贴补贴", null],
  ["奖金", 300],
  ["商品和服务支出", 150],
  ["办公费", 150],
  ["印刷费", null],
  ["债务利息及费用支出", null],
  ["资本性支出", 10],
  ["房屋建筑物购建", null],
  ["办公设备购置", 10],
];

const read = (name: string, lines: readonly string[]): Promise<Conversion> =>
  convert({ name, bytes: new TextEncoder().encode([title, ...above, "", ...lines].join("\n")) });

interface Listed {
  readonly label: string;
  readonly amount: number | null;
}

function listed({ report }: Conversion) {
  const found = report?.tables["basicExpenditure"] as unknown as {
    readonly rows: readonly Listed[];
    readonly personnel: { readonly amount: number | null };
    readonly operations: { readonly amount: number | null };
  };
  const rows = found.rows.map(({ label, amount }) => [label, amount]);
  return { rows, sums: [found.personnel.amount, found.operations.amount] };
}

const doubts = (conversion: Conversion) =>
  flags(conversion).filter((flag) => !flag.startsWith("table-missing"));

describe.each([
  ["codes", withCodes],
  ["numbers of rows", withNumbers],
])("three bands with %s", (_, rows) => {
  it.each([
    ["tabs", "a.txt", rows.map((row) => row.replaceAll("|", "\t"))],
    ["tabs, cut off at the ends of lines", "a.txt", rows.map((row) => row.replaceAll("|", "\t").trimEnd())],
    ["bars", "a.md", rows.map((row) => `| ${row.replaceAll("|", " | ")} |`)],
  ])("parted by %s are read whole", async (_, name, lines) => {
    const conversion = await read(name, lines);
    expect(listed(conversion)).toEqual({ rows: amounts, sums: [800, 160] });
    expect(doubts(conversion)).toEqual([]);
  });
});

it("a sum whose number stands in a band without a name is doubted", async () => {
  const conversion = await page(title, ...above.map((line) => `<p>${line}</p>`), table(...withNumbers));
  expect(listed(conversion)).toEqual({ rows: amounts, sums: [800, null] });
  expect(flagsOf(conversion)("/report/tables/basicExpenditure/operations/amount").severity).toBe("error");
});
