import { afterAll, expect, test } from "vitest";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { convert, parseTemplate, templates } from "../../src/index.ts";
import {
  drawReport,
  layOut,
  plain,
  renderDocx,
  renderHtml,
  renderTextFile,
} from "../support/factory/index.ts";
import { folder, gongkai } from "../cli/command-line.ts";
import { example, exampleDocuments } from "./example.ts";

const official = layOut(drawReport(7, { ...plain, year: 2023, scale: "city" }));
const root = folder({
  ...exampleDocuments(),
  "report.html": renderHtml(example),
  "tabs.txt": renderTextFile(example, "leading-tab"),
  "official.docx": renderDocx(official),
  "prose.txt": "一、概述\n今天天气很好。\n",
});
afterAll(() => rmSync(root, { recursive: true }));

async function draft(name: string): Promise<string> {
  const { code, out, err } = await gongkai(["template", "draft", join(root, name)]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return out;
}

/** As the user leaves it after taking every proposed rule. */
function uncommented(text: string): string {
  return text.replace(/^# (rules:| {2}- )/gmu, "$1");
}

test("columns with groups, rows with groups and enumerators, types, units, sums", async () => {
  const lines = (await draft("report.docx")).split("\n").map((line) => line.trim());
  expect(lines).toContain('- { key: "c1", label: "警告", group: ["处罚种类"], type: "count" }');
  expect(lines).toContain('- { key: "c6", label: "罚没金额（万元）", type: "amount", unit: "万元" }');
  expect(lines).toContain(
    '- { key: "r2", label: "撤销或变更", enumerator: "（二）", group: ["一、行政复议"] }',
  );
  expect(
    lines.filter((line) => line.startsWith("#   -")).map((line) => /expression: "(.*)"/.exec(line)?.[1]),
  ).toEqual(["c1 + c2 + c3 + c4 == c5", "r1 + r2 + r3 + r4 == r5", "r5 + r6 == r7"]);
});

test("every format of one report gives the same draft", async () => {
  const drafts = await Promise.all(["report.docx", "report.txt", "report.html", "tabs.txt"].map(draft));
  const withoutName = new Set(drafts.map((text) => text.replace(/^.*\n/u, "")));
  expect(withoutName.size).toBe(1);
});

test("a draft is a template that reads its own report whole", async () => {
  const { template, problems } = parseTemplate(uncommented(await draft("report.docx")), "draft.yaml");
  expect(problems).toEqual([]);
  const source = { name: "report.docx", bytes: exampleDocuments()["report.docx"]! };
  const { report, diagnostics } = await convert(source, { templates: [template!] });
  expect(report?.tables).toMatchObject({
    t1: { r1: { c1: 12, c6: 48.65 }, r4: { c4: null } },
    t2: { r8: { c1: 214, c2: null } },
  });
  expect(diagnostics.filter(({ severity }) => severity !== "notice")).toEqual([]);
});

test("the draft of an official report has the official cells", async () => {
  const { template } = parseTemplate(uncommented(await draft("official.docx")), "draft.yaml");
  const shape = (of: (typeof templates)[number]) =>
    of.tables.map(({ blocks }) => blocks.map(({ rows, columns }) => `${rows.length} × ${columns.length}`));
  expect(shape(template!)).toEqual(shape(templates.find(({ id }) => id === "2021")!));
  const labels = (of: (typeof templates)[number]) =>
    of.tables[1]!.blocks[0]!.rows.map(({ enumerator, label, group }) => [...group, enumerator + label]);
  expect(labels(template!)).toEqual(labels(templates.find(({ id }) => id === "2021")!));
  const { diagnostics } = await convert(
    { name: "o.docx", bytes: renderDocx(official) },
    { templates: [template!] },
  );
  expect(diagnostics.filter(({ severity }) => severity !== "notice")).toEqual([]);
});

test("a document without tables gives no draft", async () => {
  const { code, err } = await gongkai(["template", "draft", join(root, "prose.txt")]);
  expect({ code, err }).toEqual({
    code: 2,
    err: `gongkai: ${join(root, "prose.txt")} has no table to draft a template from\n`,
  });
});
