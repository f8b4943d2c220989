import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { templateSchemaText } from "../../scripts/template-schema.ts";
import { parseTemplate, serializeTemplate, templates } from "../../src/index.ts";

const committed = readFileSync(new URL("../../schema/template.schema.json", import.meta.url), "utf8");
const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(committed));

/** A small family as a user would write it; a broken copy has some text replaced. */
const small = `id: small
name: 小表
years: [2020, null]
sections:
  - { number: 1, title: 办理情况 }
tables:
  - id: cases
    section: 1
    title: 办理情况
    blocks:
      - columns:
          - { key: first, label: 上半年, type: count }
          - { key: second, label: 下半年, type: count }
        rows:
          - { key: opened, label: 立案 }
          - { key: closed, label: 结案 }
rules:
  - { id: closed-le, table: cases, each: column, expression: closed <= opened }
`;

function problems(from: string | RegExp, to: string): string[] {
  const broken = small.replace(from, to);
  expect(broken).not.toBe(small);
  const parsed = parseTemplate(broken, "small.yaml");
  expect(parsed.template).toBe(null);
  return parsed.problems.map(({ line, column, kind, message }) => `${line}:${column} ${kind}: ${message}`);
}

test("the committed schema is the generated one (npm run schema)", () => {
  expect(committed).toBe(templateSchemaText());
});

test.each(templates.map((template) => [template.id, template] as const))(
  "family %s is held against the schema like a user's",
  (_, template) => {
    const text = serializeTemplate(template);
    expect(valid(JSON.parse(text)), JSON.stringify(valid.errors)).toBe(true);
    expect(parseTemplate(text, "built-in")).toEqual({ template, problems: [] });
    expect(parseTemplate(stringify(JSON.parse(text)), "built-in").template).toEqual(template);
  },
);

test("what a file leaves out is filled in", () => {
  const { template, problems } = parseTemplate(small, "small.yaml");
  expect(problems).toEqual([]);
  expect(template?.basis).toBe("");
  expect(template?.tables[0]?.pathOrder).toBe("row-column");
  expect(template?.tables[0]?.blocks[0]?.rows[0]).toEqual({
    key: "opened",
    label: "立案",
    enumerator: "",
    group: [],
    aliases: [],
  });
  expect(template?.rules[0]?.severity).toBe("error");
});

test("a byte-order mark, tabs in JSON and an editor's $schema are no matter", () => {
  const json = JSON.stringify({ $schema: "template.schema.json", ...templates[0] }, null, "\t");
  expect(parseTemplate("\ufeff" + json, "x.json").template).toEqual(templates[0]);
});

test.each<[string | RegExp, string, string[]]>([
  ["id: small", "id: [", ["2:1 syntax"]],
  ["id: small\n", "", ["1:1 missing-key: `id` is missing"]],
  [
    "name: 小表",
    "nome: 小表",
    ["1:1 missing-key: `name` is missing", "2:7 unknown-key: `nome` means nothing here"],
  ],
  ["name: 小表", "id: other\nname: 小表", ["2:1 duplicate-key: `id` is given twice in one map"]],
  ["name: 小表", "__proto__: {}\nname: 小表", ["2:1 unknown-key: `__proto__` means nothing here"]],
  ["name: 小表", "name: 3", ["2:7 wrong-type: `name` must be text, this is 3"]],
  ["[2020, null]", "[2020, 2019]", ["3:15 too-small: `years` is too small or too short, the least is 2020"]],
  [
    "type: count",
    "type: sum",
    [
      "12:45 wrong-value: `type` must be one of count, signed-change, amount, signed-amount, percent, text, date, choice, not sum",
    ],
  ],
  ["section: 1", "section: 2", ["8:14 unknown-section: no section has the number 2 (there are: 1)"]],
  [
    "key: closed",
    "key: opened",
    ["16:20 duplicate-path: the path opened.first leads to two cells", "18:62 unknown-cell"],
  ],
  [
    "key: second",
    "key: first",
    ["13:20 duplicate-path: the path opened.first leads to two cells, or runs through another cell"],
  ],
  [
    "key: closed",
    "key: opened.first",
    ["16:20 duplicate-path: the path opened.first.first leads to two cells", "18:62 unknown-cell"],
  ],
  ["key: opened", "key: __proto__", ["15:20 illegal-key"]],
  ["key: opened", "key: a/b", ["15:20 illegal-key"]],
  ["key: opened", "key: constructor.x", ["15:20 illegal-key"]],
  ["key: opened", "key: x.2020", ["15:20 illegal-key"]],
  ["id: cases", "id: a.b", ["7:9 illegal-id"]],
  [
    "id: closed-le",
    "id: row-missing",
    ["18:11 reserved-id: row-missing names a finding of gongkai's own; a rule needs another id"],
  ],
  ["table: cases", "table: case", ["18:29 unknown-table: no table has the id case (there are: cases)"]],
  [
    "closed <= opened",
    "closed = opened",
    ['18:62 expression: the rule does not parse: expected one of == != <= >= < > in "closed = opened"'],
  ],
  [
    "closed <= opened",
    "closed <= open",
    ["18:62 unknown-cell: the rule names open, which is no cell here (there are: opened, closed)"],
  ],
  [
    "closed <= opened",
    '"when first > 0: max(opened, x.*) == 0"',
    ["18:62 unknown-cell: the rule names first", "18:62 unknown-cell: the rule names x.*"],
  ],
])("%s → %s", (from, to, expected) => {
  const found = problems(from, to);
  expect(found.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
});

test("problems in Chinese", () => {
  const { problems } = parseTemplate(small.replace("id: small\n", ""), "small.yaml", "zh");
  expect(problems.map(({ message }) => message)).toEqual(["缺少 `id`"]);
});

test.each([
  ["nothing", ""],
  ["a text", "hello"],
  ["a list", "- 1"],
  ["nesting", "[".repeat(200_000)],
  [
    "aliases that multiply",
    "a: &a [1,1,1,1,1,1,1,1,1,1]\n" +
      [..."bcdefghij"].map((it, i) => `${it}: &${it} [${`*${"abcdefghij"[i]},`.repeat(10)}]\n`).join(""),
  ],
  ["an alias of itself", "a: &a [*a]"],
  ["an unknown tag", "id: !!js/function x"],
  ["a map as key", "? {a: 1}\n: 2"],
  ["much text", "x".repeat(1_000_000)],
])("%s is a problem, not an exception", (_, text) => {
  const { template, problems } = parseTemplate(text, "x.yaml");
  expect(template).toBe(null);
  expect(problems.length).toBeGreaterThan(0);
});
