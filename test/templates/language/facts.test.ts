import { expect, test } from "vitest";
import { convert, parseTemplate, templates, withBuiltIn, type Conversion } from "../../../src/index.ts";

const form = (facts: string) => `id: lending
name: 图书馆借阅情况表
years: [2020, null]
sections: [{ number: 1, title: 借阅情况 }, { number: 2, title: 说明 }]
tables:
  - id: lending
    section: 1
    title: 借阅情况
    blocks:
      - columns: [{ key: count, label: 册次, type: count }]
        rows: [{ key: children, label: 少儿 }, { key: adults, label: 成人 }]
facts:
  ${facts}
`;
const lent =
  '- { id: lent-in-text, table: lending, cells: children.count + adults.count, fact: lent, phrases: ["共 借出 {number}册", "外借图书（{number}）册"] }';
const young =
  '- { id: young-in-text, severity: warning, table: lending, cells: children.count, fact: lentToChildren, phrases: ["少儿借阅{number}册"] }';

async function read(facts: string, said: string): Promise<Conversion> {
  const { template, problems } = parseTemplate(form(facts), "lending.yaml");
  expect(problems).toEqual([]);
  const text = `青石市2023年图书馆借阅情况表\n一、借阅情况\n| 项目 | 册次 |\n|---|---|\n| 少儿 | 120 |\n| 成人 | 80 |\n二、说明\n${said}`;
  const bytes = new TextEncoder().encode(text);
  return convert({ name: "a.md", bytes }, { templates: withBuiltIn([template!]), language: "zh" });
}
const found = ({ diagnostics }: Conversion) => diagnostics.filter(({ rule }) => rule.endsWith("-in-text"));

test.each([
  ["全年共借出 ２００ 册。", 200],
  ["外借图书(200)册。", 200],
  ["全年共借出二百册。", 200],
])("%s is a fact of the record, and agrees with the table", async (said, value) => {
  const conversion = await read(lent, said);
  expect(conversion.report?.facts).toMatchObject([{ fact: "lent", value }]);
  expect(found(conversion)).toEqual([]);
});

test("a figure that contradicts several cells blames none", async () => {
  const at = "/report/tables/lending";
  expect(found(await read(lent, "全年共借出210册。"))).toMatchObject([
    {
      rule: "lent-in-text",
      severity: "notice",
      paths: [`${at}/children/count`, `${at}/adults/count`],
      relation: { left: { sum: 210 }, right: { sum: 200 } },
      message: expect.stringContaining("“共借出210册” = 少儿 / 册次 + 成人 / 册次"),
    },
  ]);
});

test("a figure that contradicts one cell is about that cell", async () => {
  const [finding] = found(await read(young, "少儿借阅125册，成人80册。"));
  expect(finding).toMatchObject({
    severity: "warning",
    path: "/report/tables/lending/children/count",
    expected: 125,
    actual: 120,
  });
});

test("what is said to be about, or of others, contradicts nothing", async () => {
  expect(found(await read(lent, "全年共借出约210册。"))).toEqual([]);
});

test("words of a hostile form are taken as they stand", async () => {
  const odd =
    '- { id: odd-in-text, table: lending, cells: adults.count, fact: odd, phrases: ["(.*)+$ [{number}]\\\\d"] }';
  expect((await read(odd, "(.*)+$ [80]\\d")).report?.facts).toMatchObject([{ fact: "odd", value: 80 }]);
});

test.each([
  ["- { id: a-b, table: lending, cells: children.coun, fact: a }", "/facts/0/cells unknown-cell"],
  ["- { id: a-b, table: lent, cells: children.count, fact: a }", "/facts/0/table unknown-table"],
  ["- { id: nonneg, table: lending, cells: children.count, fact: a }", "/facts/0/id reserved-id"],
  [
    '- { id: a-b, table: lending, cells: children.count, fact: a, phrases: ["{number}册"] }',
    "/facts/0/phrases/0 no-figure",
  ],
  [
    "- { id: a-b, table: lending, cells: children.count, fact: a, phrases: [共借出册] }",
    "/facts/0/phrases/0 no-figure",
  ],
])("%s is refused", (facts, problem) => {
  const { problems } = parseTemplate(form(facts), "lending.yaml");
  expect(problems.map(({ path, kind }) => `${path} ${kind}`)).toEqual([problem]);
});

test("the official forms state theirs in the same way", () => {
  const ids = ["2019", "2021"].map((id) =>
    templates.find((template) => template.id === id)!.facts!.map((fact) => fact.id),
  );
  expect(new Set(ids.flat())).toEqual(
    new Set(["n-received", "n-replied", "n-groups", "n-review", "n-litig"]),
  );
});

test("a figure may equal another sum, where its words say so; of one rule only the first is compared", async () => {
  const facts = `- { id: lent-in-text, table: lending, cells: children.count, fact: lent, first: true, phrases: ["借出{number}册"], or: { cells: children.count + adults.count, words: [共], unless: [新] } }
  - { id: lent-in-text, table: lending, cells: children.count, fact: given, first: true, phrases: ["外借{number}册"] }`;
  const values = async (said: string) =>
    found(await read(facts, said)).map(({ expected, actual }) => [expected, actual]);
  expect(await values("全年共借出200册，外借9册。")).toEqual([]);
  expect(await values("全年共借出120册。")).toEqual([]);
  expect(await values("全年共借出210册。")).toEqual([[210, 120]]);
  expect(await values("全年借出200册。")).toEqual([[200, 120]]);
  expect(await values("全年共新借出200册。")).toEqual([[200, 120]]);
});

test("the cells of the other sum are cells of the table", () => {
  const { problems } = parseTemplate(
    form(
      "- { id: lent-in-text, table: lending, cells: children.count, fact: lent, or: { cells: elders.count } }",
    ),
    "lending.yaml",
  );
  expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("elders.count")]);
});
