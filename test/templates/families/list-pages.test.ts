import { describe, expect, it } from "vitest";
import { convert, type Conversion } from "../../../src/index.ts";
import { flagsOf } from "../../../src/record/index.ts";
import { flags, page, table } from "./page.ts";

const title = "青石市水务局2023年度部门决算";
const name = "一般公共预算财政拨款支出决算表";
const above = `<p>${name}</p><p>公开05表</p><p>部门：青石市水务局</p><p>金额单位：万元</p>`;
const headings = ["项目*2|本年支出*3", "功能分类科目编码|科目名称|小计|基本支出|项目支出", "栏次*2|1|2|3"];
const sum = "合计*2|30.00|20.00|10.00";
const [first, second] = ["213|农林水支出|22.00|15.00|7.00", "221|住房保障支出|8.00|5.00|3.00"];

const listed = ({ report }: Conversion) => {
  const { rows = [] } = (report?.tables["generalExpenditure"] ?? {}) as {
    rows?: readonly { label: string; total: number }[];
  };
  return rows.map(({ label, total }) => `${label} ${total}`);
};
const both = ["农林水支出 22", "住房保障支出 8"];
const rest = (conversion: Conversion) =>
  flags(conversion).filter((flag) => !flag.startsWith("table-missing"));

describe("a list whose sum stands above it", () => {
  it.each([
    ["with its headings again", "", [...headings, second]],
    ["without headings", "", [second]],
    ["below its title and 续", `<p>${name}（续）</p><p>金额单位：万元</p>`, [...headings, second]],
    ["below all that stood above its first page", above, [...headings, second]],
  ])("goes on over a page: %s", async (_, between, rows) => {
    const conversion = await page(title, above, table(...headings, sum, first), between, table(...rows));
    expect(listed(conversion)).toEqual(both);
    expect(rest(conversion)).toEqual([]);
  });

  it("ends where another office's table or another sum begins", async () => {
    const read = (between: string, ...rows: readonly string[]) =>
      page(title, above, table(...headings, sum, first), between, table(...headings, ...rows));
    const ofOther = await read("<p>部门：清溪县水务局</p>", second);
    expect(listed(ofOther)).toEqual(both.slice(0, 1));
    expect(rest(ofOther)).toContain("unknown-table /report/otherTables/0");
    const ofOtherSum = await read("", "合计*2|8.00|5.00|3.00", second);
    expect(listed(ofOtherSum)).toEqual(both.slice(0, 1));
    expect(rest(ofOtherSum)).not.toEqual([]);
  });
});

const text = (...lines: readonly string[]): Promise<Conversion> =>
  convert({
    name: "a.txt",
    bytes: new TextEncoder().encode([title, name, "公开05表", "金额单位：万元", ...lines].join("\n")),
  });

describe("a list in text", () => {
  it("has no row of headings, where those merged over two rows left empty cells", async () => {
    const conversion = await text(
      "项目\t\t\t\t本年支出\t\t",
      "功能分类科目编码\t\t\t科目名称\t小计\t基本支出\t项目支出",
      "类\t款\t项\t\t\t\t",
      "合计\t\t\t\t30.00\t20.00\t10.00",
      "213\t\t\t农林水支出\t22.00\t15.00\t7.00",
      "221\t\t\t住房保障支出\t8.00\t5.00\t3.00",
    );
    expect(listed(conversion)).toEqual(both);
    expect(rest(conversion)).toEqual([]);
  });

  it("is doubted where names run over several lines in columns of spaces", async () => {
    const conversion = await text(
      "  功能分类科目编码  科目名称  小计     基本支出  项目支出",
      "  合计                        30.00    20.00     10.00",
      "                    住房保障",
      "        221         和改革支  22.00    15.00      7.00",
      "                    出",
      "        213         农林水支   8.00     5.00      3.00",
      "                    出",
    );
    const flagged = flagsOf(conversion);
    for (const path of ["rows/0/label", "rows/1/total", "total/total"])
      expect(flagged(`/report/tables/generalExpenditure/${path}`).severity, path).not.toBeNull();
  });
});
