import { describe, expect, it } from "vitest";
import { convert, parseTemplate, type Conversion } from "../../../src/index.ts";

const balance = parseTemplate(
  `
id: balance
name: 部门决算
years: [2013, null]
tables:
  - id: balance
    title: 收入支出决算总表
    blocks:
      - columns: [{ key: "", label: 金额, type: signed-amount, unit: 万元 }]
        rows:
          - { key: income.appropriation, label: 财政拨款收入 }
          - { key: income.business, label: 事业收入 }
          - { key: income.total, label: 本年收入合计 }
          - { key: expense.service, label: 一般公共服务支出 }
          - { key: expense.health, label: 卫生健康支出 }
          - { key: expense.total, label: 本年支出合计 }`,
  "balance.yaml",
).template!;
const school = parseTemplate(
  `{id: school, name: 学校信息公开年度报表, years: [2010, null], tables: [{id: t, title: 公开情况, blocks: [
    {columns: [{key: "", label: 数量, type: count}], rows: [{key: a, label: 主动公开信息数}, {key: b, label: 依申请公开数}]}]}]}`,
  "school.json",
).template!;

const read = (html: string): Promise<Conversion> =>
  convert({ name: "a.html", bytes: new TextEncoder().encode(html) }, { templates: [balance, school] });
const grid = (...rows: readonly string[]): string =>
  `<table>${rows.map((row) => `<tr><td>${row.replaceAll("|", "</td><td>")}</td></tr>`).join("")}</table>`;
const rules = ({ diagnostics }: Conversion): string[] => [...new Set(diagnostics.map(({ rule }) => rule))];

describe("two halves beside each other", () => {
  const halves = (above: string) =>
    read(
      `<h1>青石市文化局2023年度部门决算</h1><p>收入支出决算总表</p><p>${above}</p>${grid(
        "项目|行次|金额|项目|行次|金额",
        "栏次||1|栏次||2",
        "一、财政拨款收入|1|120.5|一、一般公共服务支出|4|130",
        "二、事业收入|2|30|二、卫生健康支出|5|20.5",
        "本年收入合计|3|150.5|本年支出合计|6|150.5",
      )}`,
    );

  it("are two tables, whose headings and column numbers are no rows", async () => {
    const conversion = await halves("公开01表 部门：青石市文化局 单位：万元");
    expect(conversion.report).toMatchObject({
      tables: {
        balance: {
          income: { appropriation: 120.5, business: 30, total: 150.5 },
          expense: { service: 130, health: 20.5, total: 150.5 },
        },
      },
      otherTables: [],
    });
    expect(rules(conversion)).toEqual([]);
  });

  it.each(["单位：元", "部门：青石市文化局　　单位：元", "编制单位：青石市文化局 2023年度 金额单位：元"])(
    "have their unit from the line above: %s",
    async (above) => {
      expect(rules(await halves(above))).toEqual(["unit-differs"]);
    },
  );
});

it.each([
  ["<h1>青石一中学校信息公开年度报表</h1><p>（2022-2023学年度）</p>", "青石一中"],
  ["<h1>青石一中2022-2023学年度学校信息公开年度报表</h1>", "青石一中"],
  ["<h1>2022～2023学年青石一中学校信息公开年度报表</h1>", "青石一中"],
  ["<h1>学校信息公开年度报表（试行）</h1><p>2023年度</p><p>填报单位：青石一中</p>", "青石一中"],
])("an own form's title may have 信息公开 in it, and a school year: %s", async (title, issuer) => {
  const conversion = await read(`${title}${grid("项目|数量", "主动公开信息数|5", "依申请公开数|6")}`);
  expect(conversion.report).toMatchObject({
    issuer,
    year: 2023,
    tables: { t: { a: 5, b: 6 } },
    otherTables: [],
  });
  expect(rules(conversion)).toEqual([]);
});

describe("a group known by recollection", () => {
  const grouped = parseTemplate(
    `{id: g, name: 场馆年报, years: [2015, null], tables: [{id: t, title: 场馆情况, blocks: [{columns: [
      {key: own, label: 本馆, group: [办理数量], groupBasis: recall, type: count}, {key: others, label: 分馆, group: [办理数量], groupBasis: recall, type: count}],
      rows: [{key: a, label: 讲解场次, group: [公共服务], groupBasis: recall}, {key: b, label: 借阅册次, group: [公共服务], groupBasis: recall}, {key: c, label: 展览场次, group: [公共服务], groupBasis: recall}]}]}]}`,
    "g.json",
  ).template!;
  const said = async (left: string, above: string) => {
    const html = `<h1>青石市2023年度场馆年报</h1><table><tr><td colspan="2" rowspan="2">指标</td><td colspan="2">${above}</td></tr><tr><td>本馆</td><td>分馆</td></tr><tr><td rowspan="3">${left}</td><td>讲解场次</td><td>3</td><td>4</td></tr><tr><td>借阅册次</td><td>5</td><td>6</td></tr><tr><td>展览场次</td><td>7</td><td>8</td></tr></table>`;
    const { report, diagnostics } = await convert(
      { name: "a.html", bytes: new TextEncoder().encode(html) },
      { templates: [grouped] },
    );
    expect(report?.tables).toEqual({
      t: { a: { own: 3, others: 4 }, b: { own: 5, others: 6 }, c: { own: 7, others: 8 } },
    });
    return diagnostics.map(
      ({ rule, severity, args }) => `${severity} ${rule} ${args?.["printed"]} ${args?.["label"]}`,
    );
  };

  it("says nothing where it is printed so", async () => {
    expect(await said("公共服务", "办理数量")).toEqual([]);
  });

  it("is a notice where other words are printed", async () => {
    expect(await said("服务事项", "服务数量")).toEqual([
      "notice label-fuzzy 服务事项 公共服务",
      "notice label-fuzzy 服务数量 办理数量",
    ]);
  });
});

it("rows of text above the first number are kept, though they stand where headings do", async () => {
  const { report } = await read(
    `<h1>青石市文化局2023年度部门决算</h1>${grid("填表范围|局本级及下属单位", "财政拨款收入|120.5", "事业收入|30", "本年收入合计|150.5", "一般公共服务支出|130", "卫生健康支出|20.5", "本年支出合计|150.5")}`,
  );
  expect(report?.otherTables.flatMap(({ rows }) => rows)).toContainEqual({
    labels: ["填表范围"],
    values: ["局本级及下属单位"],
  });
});
