import { describe, expect, it } from "vitest";
import { flags, page, table } from "./page.ts";

const budget = { total: 30.5, abroad: 2, cars: { total: 18.5, bought: 0, run: 18.5 }, receptions: 10 };
const final = { total: 25.25, abroad: 0, cars: { total: 17.25, bought: 0, run: 17.25 }, receptions: 8 };
const read = (...parts: readonly string[]) =>
  page("青石市水务局2022年度部门决算", "<p>财政拨款“三公”经费支出决算表</p><p>单位：万元</p>", ...parts);

describe("“三公”经费, an item a row", () => {
  const items = [
    "合 计|30.5|25.25",
    "1.因公出国（境）费|2|0",
    "2.公务用车购置及运行维护费|18.5|17.25",
    "其中：（1）公务用车购置费|0|0",
    "（2）公务用车运行维护费|18.5|17.25",
    "3.公务接待费|10|8",
  ];
  const [total, abroad, cars, bought, run, receptions] = items as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const numbered = items.map((row, index) => row.replace("|", `|${index + 1}|`));

  it.each([
    ["as printed", ["项目|预算数|决算数", ...items]],
    ["with the numbers of rows and columns", ["项目|行次|预算数|决算数", "栏次||1|2", ...numbered]],
    ["with receptions before cars", ["项目|年初预算数|决算数", total, abroad, receptions, cars, bought, run]],
    ["with the sum last", ["项目|全年预算数|决算数", abroad, cars, bought, run, receptions, total]],
    ["with its year", ["项目|2022年预算数|2022年决算数", ...items]],
    [
      "with the parts of cars beside their sum",
      [
        "项目*2|预算数|决算数",
        "合计*2|30.5|25.25",
        "因公出国（境）费*2|2|0",
        "公务用车购置及运行维护费*1/3|小计|18.5|17.25",
        "公务用车购置费|0|0",
        "公务用车运行维护费|18.5|17.25",
        "公务接待费*2|10|8",
      ],
    ],
  ])("is read %s", async (_, rows) => {
    const conversion = await read(table(...rows));
    expect(conversion.report?.tables["threePublic"]).toEqual({ budget, final });
    expect(conversion.layouts).toEqual({ threePublic: "three-public-expenses-by-item" });
    expect(conversion.diagnostics).toEqual([]);
  });

  it("has the budget of the beginning beside that of the year", async () => {
    const rows = items.map((row) => row.replace(/\|([^|]*)/u, "|$1|$1"));
    const conversion = await read(table("项目|年初预算数|全年预算数|决算数", ...rows));
    expect(conversion.report?.tables["threePublic"]).toEqual({ initial: budget, budget, final });
    expect(conversion.diagnostics).toEqual([]);
  });

  it("of final accounts alone lacks no budget", async () => {
    const conversion = await read(table("项目|决算数", ...items.map((row) => row.replace(/\|[^|]*/u, ""))));
    expect(conversion.report?.tables["threePublic"]).toEqual({ final });
    expect(conversion.diagnostics).toEqual([]);
  });

  it("takes no column of another year without a word", async () => {
    const conversion = await read(table("项目|上年决算数|本年决算数", ...items));
    expect(conversion.report?.tables["threePublic"]).toEqual({ final });
    expect(flags(conversion)).toEqual(["extra-column /report/otherTables/0"]);
  });

  it("is checked by its sums", async () => {
    const conversion = await read(table("项目|预算数|决算数", ...items.slice(0, 5), "3.公务接待费|10|9"));
    expect(flags(conversion)).toEqual(["three-public-sum /report/tables/threePublic/final/total"]);
  });
});

describe("“三公”经费 in two rows", () => {
  const kinds = "合计*1/2|因公出国（境）费*1/2|公务用车购置及运行维护费*3|公务接待费*1/2";
  const parts = "小计|公务用车购置费|公务用车运行维护费";
  const [first, second] = ["30.5|2|18.5|0|18.5|10", "25.25|0|17.25|0|17.25|8"];

  it.each([
    ["named at the left", [table(`项目*1/2|${kinds}`, parts, `预算数|${first}`, `决算数|${second}`)]],
    ["the final accounts first", [table(`项目*1/2|${kinds}`, parts, `决算数|${second}`, `预算数|${first}`)]],
    [
      "each under its own headings",
      [table("预算数*6", kinds, parts, first, "决算数*6", kinds, parts, second)],
    ],
    ["in two tables", [table("预算数*6", kinds, parts, first), table("决算数*6", kinds, parts, second)]],
  ])("is read %s", async (_, tables) => {
    const conversion = await read(...tables);
    expect(conversion.report?.tables["threePublic"]).toEqual({ budget, final });
    expect(conversion.layouts).toEqual({ threePublic: "three-public-expenses" });
    expect(conversion.diagnostics).toEqual([]);
  });

  it("names rows of years, not of budget and accounts, as doubtful", async () => {
    const conversion = await read(table(`年度*1/2|${kinds}`, parts, `2021年|${first}`, `2022年|${second}`));
    expect(flags(conversion).filter((flag) => flag.startsWith("row-ambiguous"))).toHaveLength(2);
  });
});
