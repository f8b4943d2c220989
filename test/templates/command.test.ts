import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { templates } from "../../src/index.ts";
import { serializeTemplate } from "../../src/templates/load.ts";
import { folder, gongkai, page } from "../cli/command-line.ts";
import { exampleDocuments, exampleFile } from "./example.ts";

const good = readFileSync(exampleFile("template.yaml"), "utf8");
const root = folder({
  "good.yaml": good,
  "same.yaml": good,
  "words.yaml": `{id: words, name: 场馆年报, years: [2020, null], records: many, tables: [{id: t, title: 活动, blocks: [
    {columns: [{key: what, label: 内容, type: text, optional: true}, {key: done, label: 完成, type: choice, options: {yes: [是], no: [否]}},
    {key: share, label: 比例, type: percent, groupBasis: recall, group: [情况]}], rows: {open: {label: 活动名称}}}]}]}`,
  "bad.yaml": good.replace("kinds.* == total", "kind.* == total").replace("section: 3", "section: 9"),
  "own-2021.json": serializeTemplate({ ...templates.find(({ id }) => id === "2021")!, name: "改" }),
  "report.docx": exampleDocuments()["report.docx"]!,
  "official.html": page(),
});
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);

test("check says what is wrong at its line, and what is right", async () => {
  const { code, out } = await gongkai(["template", "check", at("bad.yaml"), at("good.yaml")]);
  expect({ code, lines: out.trim().split("\n") }).toEqual({
    code: 1,
    lines: [
      `${at("bad.yaml")}:36:14: no section has the number 9 (there are: 1, 2, 3, 4)`,
      `${at("bad.yaml")}:55:67: the rule names kind.*, which is no cell here (there are: kinds.warning, kinds.fine, kinds.confiscation, kinds.suspension, total, amount)`,
      `${at("good.yaml")}: enforcement-data is a valid family: 2 tables, 46 cells, 6 rules`,
      "  rows and columns of other types: 1 amount",
    ],
  });
});

test("check says what a form uses of the language", async () => {
  const check = async (...language: readonly string[]) => {
    const { code, out } = await gongkai(["template", "check", at("words.yaml"), ...language]);
    expect(code).toBe(0);
    return out.trim().split("\n").slice(1);
  };
  expect(await check()).toEqual([
    "  several records: each table is a list in the record, told apart by `label`",
    "  list of the report's own rows: t/rows, each with its name as `label`",
    "  rows and columns of other types: 1 text, 1 choice, 1 percent",
    "  optional rows and columns, missing without a finding: 1",
    "  known by recollection, other words are a notice: 1",
  ]);
  expect((await check("--lang", "zh"))[0]).toBe("  同一格式有多份：每张表在记录中为列表，以 `label` 区分");
});

test("convert, check and inspect look for the user's form too, beside the built-in ones", async () => {
  const option = ["--template", at("good.yaml")];
  const converted = await gongkai(["convert", at("report.docx"), ...option]);
  expect(converted.code).toBe(1);
  expect(JSON.parse(converted.out)).toMatchObject({
    layouts: { penalties: "enforcement-data", supervision: "enforcement-data" },
  });
  expect((await gongkai(["check", at("report.docx"), ...option])).out).toContain(
    "（一）维持 + （二）撤销或变更 + （三）尚未审结 = （四）复议总数 does not hold",
  );
  expect((await gongkai(["inspect", "--stage", "report", at("report.docx"), ...option])).out).toContain(
    '"fine": 35',
  );
  expect((await gongkai(["convert", "--to", "csv", at("report.docx"), ...option])).out).toContain(
    "penalties,culture,total,6",
  );
  const official = await gongkai(["convert", at("official.html"), ...option]);
  expect(JSON.parse(official.out)).toMatchObject({ layouts: { applications: "2021" }, diagnostics: [] });
});

test("without it the same document is no report", async () => {
  expect((await gongkai(["convert", at("report.docx")])).code).toBe(2);
});

test("a family with a built-in id takes its place", async () => {
  const { out } = await gongkai(["convert", at("official.html"), "--template", at("own-2021.json")]);
  expect(JSON.parse(out)).toMatchObject({ layouts: { applications: "2021" }, diagnostics: [] });
});

test.each<[string[], string]>([
  [
    ["bad.yaml"],
    `${at("bad.yaml")}:36:14: no section has the number 9 (there are: 1, 2, 3, 4) (1 more: gongkai template check ${at("bad.yaml")})`,
  ],
  [
    ["good.yaml", "same.yaml"],
    `${at("same.yaml")}: another template file has the id enforcement-data already`,
  ],
  [["none.yaml"], `no such file or folder: ${at("none.yaml")}`],
])("--template %s is bad usage", async (files, sentence) => {
  const { code, err } = await gongkai([
    "convert",
    at("official.html"),
    ...files.flatMap((file) => ["--template", at(file)]),
  ]);
  expect({ code, err }).toEqual({ code: 2, err: `gongkai: ${sentence}\n` });
});
