import { describe, expect, it } from "vitest";
import { correct } from "../../../src/corrections/index.ts";
import {
  convert,
  formsOf,
  parseTemplate,
  startPanel,
  withBuiltIn,
  type Conversion,
} from "../../../src/index.ts";
import { panelColumns, panelRows } from "../../../src/panel/rows.ts";
import { xlsxWriter } from "../../../src/writers/xlsx/index.ts";
import { throughCells } from "./through-cells.ts";

const sites = parseTemplate(
  `
id: site-report
name: 文化网站年度报表
years: [2015, null]
records: many
tables:
  - id: site
    title: 网站情况
    blocks:
      - columns: [{ key: "", label: "", type: count }]
        rows:
          - { key: name, label: 网站名称, type: text }
          - { key: visits, label: 访问总量, unit: 次 }
          - { key: users, label: 注册用户数, unit: 个 }
          - { key: open, label: 是否开放, type: choice, options: { yes: [是], no: [否] } }
rules: [{ id: users-part, table: site, expression: users <= visits }]`,
  "sites.yaml",
).template!;
const expenses = parseTemplate(
  `
id: office-expenses
name: 部门经费决算
years: [2015, null]
records: many
tables:
  - id: expenses
    title: 公务经费支出表
    blocks:
      - columns:
          - { key: total, label: 合计, type: amount, unit: 万元 }
          - { key: cars, label: 公务用车费, type: amount, unit: 万元 }
          - { key: receptions, label: 公务接待费, type: amount, unit: 万元 }
        rows: [{ key: "", label: "" }]
rules: [{ id: expenses-sum, table: expenses, each: row, expression: cars + receptions == total }]`,
  "expenses.yaml",
).template!;
const templates = withBuiltIn([sites, expenses]);

const read = (name: string, text: string): Promise<Conversion> =>
  convert({ name, bytes: new TextEncoder().encode(text) }, { templates });
const grid = (...rows: readonly string[]): string =>
  `<table border="1">${rows.map((row) => `<tr><td>${row.replaceAll("|", "</td><td>")}</td></tr>`).join("")}</table>`;
const site = (name: string, visits: number, users: number): readonly string[] => [
  `网站名称|${name}`,
  `访问总量|${visits}`,
  `注册用户数|${users}`,
  "是否开放|☑是 □否",
];
const page = (...parts: readonly string[]): Promise<Conversion> =>
  read("a.html", `<h1>清溪县文化网站年度报表（2023年度）</h1>${parts.join("")}`);
const flags = ({ diagnostics }: Conversion): string[] =>
  diagnostics
    .filter(({ severity }) => severity !== "notice")
    .map(({ rule, path, paths }) => `${rule} ${path ?? paths?.join(" ") ?? ""}`);
const both = [
  { label: "甲网", name: "甲网", visits: 12, users: 3, open: "yes" },
  { label: "乙网", name: "乙网", visits: 45, users: 6, open: "yes" },
];
const two = [grid(...site("甲网", 12, 3)), grid(...site("乙网", 45, 6))];

describe("several records of one form", () => {
  it.each([
    ["in tables", () => page(...two)],
    ["in one table", () => page(grid(...site("甲网", 12, 3), ...site("乙网", 45, 6)))],
    [
      "in lines",
      () =>
        read(
          "a.txt",
          ["清溪县文化网站年度报表（2023年度）", ...site("甲网", 12, 3), ...site("乙网", 45, 6)]
            .join("\n")
            .replaceAll("|", "："),
        ),
    ],
  ])("%s are a list under the form's table, each with its name", async (_, converted) => {
    const conversion = await converted();
    expect(conversion.report).toMatchObject({ tables: { site: both }, otherTables: [] });
    expect(conversion.layouts).toEqual({ "site/0": "site-report", "site/1": "site-report" });
    expect(conversion.evidence["/report/tables/site/1/visits"]).toMatchObject({ raw: "45" });
    expect(flags(conversion)).toEqual([]);
  });

  it("are a list where there is one, too", async () => {
    expect((await page(two[0]!)).report?.tables).toEqual({ site: both.slice(0, 1) });
  });

  it("are checked each by itself", async () => {
    const conversion = await page(two[0]!, grid(...site("乙网", 5, 6)));
    expect(flags(conversion)).toEqual(["users-part /report/tables/site/1/visits"]);
  });

  it("keep what one of them lacks apart", async () => {
    const conversion = await page(grid(...site("甲网", 12, 3).slice(0, 3)), two[1]!);
    expect(conversion.report?.tables).toEqual({ site: [{ ...both[0], open: null }, both[1]] });
    expect(flags(conversion)).toEqual(["row-missing /report/tables/site/0/open"]);
  });

  it("that go on below their first row, printed again, are one", async () => {
    const [name, ...rest] = site("甲网", 12, 3);
    const conversion = await page(grid(name!, rest[0]!), grid(name!, ...rest.slice(1)), two[1]!);
    expect(conversion.report?.tables).toEqual({ site: both });
    expect(flags(conversion)).toEqual([]);
  });

  it("of one name are two, and told", async () => {
    const conversion = await page(two[0]!, grid(...site("甲网", 45, 6)));
    expect(conversion.report?.tables).toMatchObject({ site: [{ visits: 12 }, { visits: 45 }] });
    expect(flags(conversion)).toEqual([
      "records-alike /report/tables/site/0/label /report/tables/site/1/label",
    ]);
  });

  it("beside each other under one label are read as none", async () => {
    const conversion = await page(grid("网站名称|甲网|乙网", "访问总量|12|45", "注册用户数|3|6"));
    expect(conversion.report?.tables).toMatchObject({ site: [{ label: null, visits: null, users: null }] });
    expect(flags(conversion)).toContain("record-unnamed /report/tables/site/0/label");
  });
});

describe("records without a name of their own", () => {
  const heads = "合计|公务用车费|公务接待费";
  const office = (...parts: readonly string[]): Promise<Conversion> =>
    read("a.html", `<h1>青石市2023年度部门经费决算</h1>${parts.join("")}`);
  const tables = [grid(heads, "3.5|2|1.5"), grid(heads, "7|4|3")];

  it.each([
    ["by a field", ["<p>部门：青石市教育局</p><p>单位：万元</p>", "<p>编制单位：青石市水务局</p>"]],
    ["by a line", ["<p>（一）青石市教育局</p>", "<p>（二）青石市水务局</p>"]],
    [
      "by titles",
      ["<h2>青石市教育局2023年度公务经费支出表</h2>", "<h2>青石市水务局2023年度公务经费支出表</h2>"],
    ],
  ])("are named %s above them", async (_, [first, second]) => {
    const conversion = await office(first!, tables[0]!, second!, tables[1]!);
    expect(conversion.report?.tables).toEqual({
      expenses: [
        { label: "青石市教育局", total: 3.5, cars: 2, receptions: 1.5 },
        { label: "青石市水务局", total: 7, cars: 4, receptions: 3 },
      ],
    });
    expect(flags(conversion)).toEqual([]);
  });

  it("are named by rows of one cell in one table", async () => {
    const conversion = await office(
      grid("青石市教育局", heads, "3.5|2|1.5", "青石市水务局", heads, "7|4|3").replaceAll(
        /<td>(青石市[^<]*)/gu,
        '<td colspan="3">$1',
      ),
    );
    expect(conversion.report?.tables).toMatchObject({
      expenses: [
        { label: "青石市教育局", total: 3.5 },
        { label: "青石市水务局", total: 7 },
      ],
    });
  });

  it("are told where nothing names them", async () => {
    const conversion = await office(...tables);
    expect(conversion.report?.tables).toMatchObject({ expenses: [{ total: 3.5 }, { total: 7 }] });
    expect(flags(conversion)).toEqual([
      "record-unnamed /report/tables/expenses/0/label",
      "record-unnamed /report/tables/expenses/1/label",
    ]);
  });
});

describe("records elsewhere", () => {
  it("come back from a table of cells", async () => {
    const conversion = await page(...two);
    expect(await throughCells(conversion, templates)).toEqual([conversion.report?.tables]);
  });

  it("are sheets of their own in a workbook, though of one name", async () => {
    const conversion = await page(two[0]!, two[0]!);
    expect((await xlsxWriter(conversion, templates, "zh")).length).toBeGreaterThan(1000);
  });

  it("are corrected like any other cell", async () => {
    const conversion = await page(...two);
    const { name, sha256 } = conversion.source;
    const correction = {
      schema: "gongkai/correction/1",
      source: { name, sha256 },
      pointer: "/report/tables/site/1/users",
      was: 6,
      now: 46,
      who: "核对",
      when: "2024-03-01",
      why: "原件如此",
    } as const;
    const corrected = correct(conversion, [correction], { templates });
    expect(corrected.report?.tables).toMatchObject({ site: [{ users: 3 }, { users: 46 }] });
    expect(flags(corrected)).toContain("users-part /report/tables/site/1/visits");
  });

  it("stand in a panel under their names", async () => {
    const panel = startPanel({ templates });
    panel.add(await page(...two));
    const rows = [...panel.issuers()].flatMap((issuer) => [...panelRows(issuer, formsOf(templates))]);
    const names = Object.keys(panelColumns);
    const shown = rows.map((row) =>
      ["table", "record", "row", "value"].map((name) => row[names.indexOf(name)] ?? "").join(" "),
    );
    expect(shown).toContain("site 乙网 visits 45");
  });
});

it.each([
  ["records: several", "/records wrong-value"],
  [
    "records: many\nacrossYears: [{ id: a-b, table: t, expression: lastYear.v == v }]",
    "/acrossYears no-across-years",
  ],
])("says what is wrong with %s", (line, problem) => {
  const text = `id: a\nname: 报表\nyears: [2020, null]\n${line}\ntables: [{ id: t, title: 表, blocks: [{ columns: [{ key: "", label: "", type: count }], rows: [{ key: v, label: 数量 }] }] }]`;
  const { problems } = parseTemplate(text, "a.yaml");
  expect(problems.map(({ path, kind }) => `${path} ${kind}`)).toContain(problem);
});
