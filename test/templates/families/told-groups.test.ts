import { describe, expect, it } from "vitest";
import { convert, parseTemplate, type Conversion } from "../../../src/index.ts";
import { cellsOf, flagsOf } from "../../../src/record/index.ts";
import { flags, page, table } from "./page.ts";

const title = "青石市水务局2023年度部门决算";
const above = "<p>财政拨款“三公”经费支出决算表</p><p>单位：万元</p>";
const half = "合计*1/2|因公出国（境）费*1/2|公务用车购置及运行维护费*3|公务接待费*1/2";
const cars = "小计|公务用车购置费|公务用车运行维护费";
const values = "30.00|5.00|20.00|8.00|12.00|5.00|26.00|4.00|18.00|8.00|10.00|4.00";

const grid = (first: string, second: string): Promise<Conversion> =>
  page(title, above, table(`${first}*6|${second}*6`, `${half}|${half}`, `${cars}|${cars}`, values));

const text = (first: string, second: string): Promise<Conversion> => {
  const [upper, lower] = [
    "合计\t因公出国（境）费\t公务用车购置及运行维护费\t公务接待费",
    cars.replaceAll("|", "\t"),
  ];
  const lines = [
    title,
    "财政拨款“三公”经费支出决算表",
    "单位：万元",
    `${first}\t${second}`,
    `${upper}\t${upper}`,
    `\t\t${lower}\t\t\t\t${lower}`,
    values.replaceAll("|", "\t"),
  ];
  return convert({ name: "a.txt", bytes: new TextEncoder().encode(lines.join("\n")) });
};

describe("columns that only the headings over them tell apart", () => {
  it.each([
    ["in a grid", grid],
    ["in a text, where merged cells lost their width", text],
  ])("are read in the form's order without a flag: %s", async (_, read) => {
    const conversion = await read("预算数", "决算数");
    expect(conversion.report?.tables["threePublic"]).toMatchObject({
      budget: { total: 30, cars: { run: 12 } },
      final: { total: 26 },
    });
    expect(flags(conversion)).toEqual([]);
  });

  it("are read by their headings where these changed places, and are doubted where no width tells", async () => {
    const conversion = await grid("决算数", "预算数");
    expect(conversion.report?.tables["threePublic"]).toMatchObject({
      budget: { total: 26 },
      final: { total: 30 },
    });
    expect(flags(conversion)).toEqual([]);
    expect(flags(await grid("2023年预算", "2023年决算"))).toEqual([]);
    expect(flags(await text("决算数", "预算数"))).toEqual(["header-order /report/tables/threePublic"]);
  });

  it.each([
    ["in a grid", grid],
    ["in a text", text],
  ])("are doubted under the heading of something else: %s", async (_, read) => {
    const found = await read("2022年决算数", "2023年决算数");
    const flagged = flagsOf(found);
    const budget = cellsOf(found.report!).filter(({ path }) => path.includes(".budget."));
    expect(budget).toHaveLength(6);
    for (const { pointer } of budget) expect(flagged(pointer).severity, pointer).not.toBeNull();
    if (read === grid) expect(flags(found)).toEqual(["label-fuzzy "]);
  });
});

const venue = `
id: venue
name: 场馆年度报表
years: [2015, null]
tables:
  - id: venue
    title: 场馆年度报表
    blocks:
      - columns: [{ key: "", label: "", type: count }]
        rows:
          - { key: name, label: 场馆名称, type: text }
          - { key: shown.total, label: 总数, group: [展览举办], unit: 场 }
          - { key: shown.own, label: 自办数量, group: [展览举办], unit: 场 }
          - { key: talks.total, label: 总数, group: [讲座举办], unit: 场 }
`;

describe("a form beside itself for another venue", () => {
  it("tells every row that stands there twice", async () => {
    const rows = (name: string, shown: number): readonly string[] => [
      `场馆名称*2|${name}`,
      `展览举办（单位：场）*1/2|总数|${shown}`,
      `自办数量|${shown - 1}`,
      `讲座举办（单位：场）|总数|${shown + 1}`,
    ];
    const [left, right] = [rows("青石市博物馆", 900), rows("清溪县博物馆", 90)];
    const grid = table(...left.map((row, index) => `${row}|${right[index]!}`));
    const { template } = parseTemplate(venue, "venue.yaml");
    const conversion = await convert(
      { name: "a.html", bytes: new TextEncoder().encode(`<h1>青石市2023年度场馆年度报表</h1>${grid}`) },
      { templates: [template!] },
    );
    expect(conversion.report?.tables["venue"]).toMatchObject({
      name: "青石市博物馆",
      shown: { total: 900, own: 899 },
      talks: { total: 901 },
    });
    const flagged = flagsOf(conversion);
    for (const key of ["shown/total", "shown/own", "talks/total"])
      expect(flagged(`/report/tables/venue/${key}`).severity, key).toBe("warning");
  });
});
