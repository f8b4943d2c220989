import { describe, expect, it } from "vitest";
import { convert, parseTemplate, withBuiltIn, type Conversion, type Template } from "../../../src/index.ts";
import { countChecks } from "../../../src/cli/wording/checks-count.ts";
import { traitsOf } from "../../../src/cli/wording/template-traits.ts";
import { word } from "../../../src/findings/index.ts";
import { table } from "../families/page.ts";

const file = (rules: string, more = ""): string => `
id: venue-money
name: 文化场馆收支年报
years: [2015, null]
${more}tables:
  - id: venues
    title: 场馆情况表
    blocks:
      - columns:
          - { key: visits, label: 服务人次, type: count }
          - { key: income, label: 门票收入, type: amount, unit: 万元 }
        rows: [{ key: main, label: 主馆 }, { key: branch, label: 分馆 }, { key: total, label: 合计 }]
  - id: money
    title: 收支情况表
    blocks:
      - columns: [{ key: "", label: 金额, type: amount, unit: 万元 }]
        rows:
          - { key: tickets, label: 门票收入合计 }
          - { key: grants, label: 财政补助, optional: true }
          - { key: name, label: 填报单位, type: text, optional: true }
rules:
${rules}`;
const rule = "  - { id: tickets-equal, table: venues, expression: total.income == tables.money.tickets }\n";
const template = parseTemplate(file(rule), "own.yaml").template!;

const venues = (income: string, unit = ""): string =>
  `<p>场馆情况表</p>${unit}` + table("|服务人次|门票收入", "主馆|40|6.5", "分馆|20|3", `合计|60|${income}`);
const money = (tickets: string): string =>
  `<p>收支情况表</p>${table("|金额", `门票收入合计|${tickets}`, "财政补助|7")}`;

function read(own: Template, ...parts: readonly string[]): Promise<Conversion> {
  const bytes = new TextEncoder().encode(`<h1>青石市2023年度文化场馆收支年报</h1>${parts.join("")}`);
  return convert({ name: "a.html", bytes }, { templates: withBuiltIn([own]) });
}

const told = ({ diagnostics }: Conversion): string[] =>
  diagnostics.map(({ rule, path, paths }) => [rule, path, ...(paths ?? [])].join(" "));

describe("a rule across tables", () => {
  it("holds, and is counted", async () => {
    const conversion = await read(template, venues("9.5"), money("9.5"));
    expect(told(conversion)).toEqual([]);
    expect(countChecks(conversion, [template])).toEqual({ held: 1, notAssessable: 0 });
  });

  it("is broken: both sides, with their pointers and their tables' names", async () => {
    const conversion = await read(template, venues("9.5"), money("10"));
    expect(conversion.diagnostics).toMatchObject([
      {
        rule: "tickets-equal",
        severity: "error",
        path: "/report/tables/money/tickets",
        paths: ["/report/tables/venues/total/income", "/report/tables/money/tickets"],
        expected: 9.5,
        actual: 10,
        relation: {
          left: { sum: 9.5, terms: [{ label: "场馆情况表：合计 / 门票收入" }] },
          operator: "==",
          right: { sum: 10, terms: [{ label: "收支情况表：门票收入合计 / 金额" }] },
        },
      },
    ]);
    const { layouts, diagnostics } = conversion;
    expect(word(diagnostics[0]!, { templates: [template], layouts, language: "zh" })).toBe(
      "门票收入合计 / 金额：场馆情况表：合计 / 门票收入 = 收支情况表：门票收入合计 / 金额 不成立，9.5 对 10（表2，行2，列2，第1行）。",
    );
  });

  it.each([
    ["the other table is absent", [venues("9.5")], ["table-missing /report/tables/money"]],
    ["its own table is absent", [money("9.5")], ["table-missing /report/tables/venues"]],
    ["the other table is blank", [venues("9.5"), money("").replace(">7<", "><")], []],
    [
      "one of the cells is blank",
      [venues("9.5"), money("")],
      ["not-assessable /report/tables/money/tickets"],
    ],
  ])("says no number is wrong where %s", async (_, parts, expected) => {
    const conversion = await read(template, ...parts);
    expect(told(conversion).map((line) => line.replace("  ", " "))).toEqual(expected);
    expect(countChecks(conversion, [template]).held).toBe(0);
  });

  it("compares no 元 with 万元, which is told by itself", async () => {
    const conversion = await read(
      template,
      venues("95000", "<p>单位：元</p>"),
      `<p>单位：万元</p>${money("9.5")}`,
    );
    expect(new Set(conversion.diagnostics.map(({ rule }) => rule))).toEqual(new Set(["unit-differs"]));
  });

  it("leaves out the rows that a report need not print", async () => {
    const summed = file(rule.replace("tables.money.tickets", "tables.money.tickets + tables.money.grants"));
    const own = parseTemplate(summed, "own.yaml").template!;
    expect(told(await read(own, venues("16.5"), money("9.5")))).toEqual([]);
    const without = money("9.5").replace(/<tr><td[^>]*>财政补助.*?<\/tr>/u, "");
    expect(told(await read(own, venues("9.5"), without))).toEqual([]);
  });

  it("stays in its record", async () => {
    const own = parseTemplate(
      file(rule, "records: many\n").replace(
        "rows: [{ key: main",
        "rows: [{ key: at, label: 场馆, type: text }, { key: main",
      ),
      "own.yaml",
    );
    expect(own.problems).toEqual([]);
    const conversion = await read(
      own.template!,
      "<p>部门：青石馆</p>",
      venues("9.5"),
      money("9.5"),
      "<p>部门：清溪馆</p>",
      venues("8.5"),
      money("9.5"),
    );
    expect(told(conversion).filter((line) => line.startsWith("tickets-equal"))).toEqual([
      "tickets-equal /report/tables/money/1/tickets /report/tables/venues/1/total/income /report/tables/money/1/tickets",
    ]);
  });
});

describe("the words of a rule across tables", () => {
  const problems = (expression: string, each = "once"): string[] =>
    parseTemplate(
      file(`  - { id: own-rule, table: venues, each: ${each}, expression: ${expression} }\n`),
      "own.yaml",
    ).problems.map(({ message }) => message);

  it.each([
    ["total.income == tables.money.tickets", "once", []],
    ["a form beside it: total.income <= tables.threePublic.final.total", "once", []],
    ["tables.cash.tickets == total.income", "once", ["no table has the id cash (there are: venues, money)"]],
    [
      "total.income == tables.money.ticket",
      "once",
      [
        "the rule names tables.money.ticket, which is no cell here (there are: tables.money.tickets, tables.money.grants, tables.money.name)",
      ],
    ],
    [
      "total.income == tables.money.name",
      "once",
      ["the rule names tables.money.name, which holds words; a rule sums numbers"],
    ],
    [
      "income == tables.money.tickets",
      "row",
      ["tables.money.tickets names another table's cell, which only a rule tried once can do (`each: once`)"],
    ],
  ])("%s, %s", (expression, each, expected) => {
    expect(problems(expression.replace(/^.*: /u, ""), each)).toEqual(expected);
  });

  it("is explained", () => {
    expect(traitsOf(template).acrossTables).toEqual([{ rule: "tickets-equal", tables: ["venues", "money"] }]);
  });
});
