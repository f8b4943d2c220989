import { expect, it } from "vitest";
import { convert, parseTemplate } from "../../src/index.ts";

const { template } = parseTemplate(
  `
id: two-lists
name: 水利项目年报
years: [2020, null]
named: true
tables:
  - id: small
    title: 项目支出表
    blocks: &blocks
      - columns: [{ key: a, label: 计划数, type: count }, { key: b, label: 完成数, type: count }]
        rows: { open: { label: 项目名称 }, fixed: [{ key: total, label: 合计 }] }
  - id: large
    title: 重大水利项目支出表
    blocks: *blocks
`,
  "two.yaml",
);

const rows = (plan: number) =>
  `<table border="1">${["项目名称|计划数|完成数", `甲渠|${plan}|1`, `合计|${plan}|1`]
    .map((row) => `<tr><td>${row.replaceAll("|", "</td><td>")}</td></tr>`)
    .join("")}</table>`;

const read = async (...parts: readonly string[]) => {
  const html = `<h1>清溪县2023年度水利项目年报</h1>${parts.join("")}`;
  const source = { name: "a.html", bytes: new TextEncoder().encode(html) };
  const { report } = await convert(source, { templates: [template!] });
  return report?.tables as Record<string, { total?: { a: number | null } } | undefined>;
};

it.each([
  ["each below its own", ["<p>项目支出表</p>", rows(5), "<p>重大水利项目支出表</p>", rows(7)], 5, 7],
  ["in the other order", ["<p>重大水利项目支出表</p>", rows(7), "<p>项目支出表</p>", rows(5)], 5, 7],
  [
    "below a list of contents",
    [
      "<p>一、项目支出表</p><p>二、重大水利项目支出表</p>",
      "<p>清溪县2023年度项目支出表（单位：个）</p>",
      rows(5),
      "<p>重大水利项目支出表</p>",
      rows(7),
    ],
    5,
    7,
  ],
  [
    "in a row of its own",
    [
      rows(5).replace("<tr>", '<tr><td colspan="3">项目支出表</td></tr><tr>'),
      rows(7).replace("<tr>", '<tr><td colspan="3">重大水利项目支出表</td></tr><tr>'),
    ],
    5,
    7,
  ],
])("tables with the same headings are told by their titles, %s", async (_, parts, small, large) => {
  const tables = await read(...parts);
  expect([tables["small"]?.total?.a, tables["large"]?.total?.a]).toEqual([small, large]);
});

it("what stands below the title of one is never the other's", async () => {
  const tables = await read("<p>重大水利项目支出表</p>", rows(7));
  expect([tables["small"]?.total?.a ?? null, tables["large"]?.total?.a]).toEqual([null, 7]);
});

it("tables of one grid, each below a row with its title", async () => {
  const lines = ["项目支出表", "项目名称|计划数|完成数", "甲渠|5|1", "合计|5|1"];
  const more = ["重大水利项目支出表", "项目名称|计划数|完成数", "乙渠|7|1", "合计|7|1"];
  const cells = [...lines, ...more].map((row) =>
    row.includes("|")
      ? `<tr><td>${row.replaceAll("|", "</td><td>")}</td></tr>`
      : `<tr><td colspan="3">${row}</td></tr>`,
  );
  const tables = await read(`<table border="1">${cells.join("")}</table>`);
  expect(tables).toMatchObject({
    small: { total: { a: 5 }, rows: [{ label: "甲渠", a: 5 }] },
    large: { total: { a: 7 }, rows: [{ label: "乙渠", a: 7 }] },
  });
});
