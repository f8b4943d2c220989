import { describe, expect, it } from "vitest";
import { convert } from "../../../src/index.ts";
import { flags, page, table } from "./page.ts";

const TITLE = "青石市水务局2022年度部门决算";
const FORM = "一般公共预算财政拨款支出决算表";
const ONE = [
  "科目编码|科目名称|小计|基本支出|项目支出",
  "|合计|30|20|10",
  "201|一般公共服务支出|20|15|5",
  "20103|政府办公厅|20|15|5",
  "|其他|5|5|0",
];
const THREE = [
  "类|款|项|科目名称|小计|基本支出|项目支出",
  "合计*4|30|20|10",
  "201|||一般公共服务支出|20|15|5",
  "201|03|01|行政运行|15|15|0",
  "201|03|99|其他事务|5|0|5",
  "205|||教育支出|10|5|5",
];
const codes = (rows: unknown) =>
  (rows as { label: string; code?: string }[]).map(({ label, code }) => `${code ?? "-"} ${label}`);
const spending = (tables: unknown) =>
  codes((tables as { generalExpenditure: { rows: unknown } }).generalExpenditure.rows);
const text = (rows: readonly string[]) =>
  rows.map((row) => row.replace(/\*\d+/gu, "").replaceAll("|", "\t")).join("\n");

describe("codes left of the names in a list", () => {
  const one = ["201 一般公共服务支出", "20103 政府办公厅", "- 其他"];
  const three = ["201 一般公共服务支出", "201 03 01 行政运行", "201 03 99 其他事务", "205 教育支出"];

  it.each([
    ["in one column", ONE, one],
    ["in a column for each part", THREE, three],
  ])("are kept %s, in a page and in text", async (_, rows, expected) => {
    const html = await page(TITLE, `<p>${FORM}</p>`, table(...rows));
    const bytes = new TextEncoder().encode(`${TITLE}\n\n${FORM}\n${text(rows)}\n`);
    const plain = await convert({ name: "a.txt", bytes });
    expect(spending(html.report?.tables)).toEqual(expected);
    expect(spending(plain.report?.tables)).toEqual(expected);
    expect(flags(html).filter((flag) => flag.includes("generalExpenditure"))).toEqual([]);
  });

  it("a merged first part stands before each row's own", async () => {
    const conversion = await page(
      TITLE,
      `<p>${FORM}</p>`,
      table(
        "类|款|科目名称|小计|基本支出|项目支出",
        "合计*3|9|6|3",
        "201*1/2|03|办公|5|3|2",
        "04|发展|4|3|1",
      ),
    );
    expect(spending(conversion.report?.tables)).toEqual(["201 03 办公", "201 04 发展"]);
  });

  it("what counts the rows is no code", async () => {
    const conversion = await page(
      TITLE,
      `<p>${FORM}</p>`,
      table("序号|科目名称|小计|基本支出|项目支出", "|合计|5|3|2", "1|教育支出|5|3|2"),
    );
    expect(spending(conversion.report?.tables)).toEqual(["- 教育支出"]);
  });
});
