import { expect, it } from "vitest";
import { convert, parseTemplate, withBuiltIn } from "../../../src/index.ts";

const own = (rows: string, title: string, group: string) => `
id: village-projects
name: 帮扶项目年度报表
years: [2015, null]
tables:
  - id: projects
    title: ${title}
    blocks:
      - columns:
          - { key: households, label: 受益户数, type: count, unit: 户 }
          - { key: amount, label: 投入资金（万元）, ${group}type: amount, unit: 万元 }
        rows: ${rows}
`;

/** Values in order, then the rules of all findings. */
async function read(
  rows: string,
  printed: readonly string[],
  { title = "帮扶项目", heading = "", group = "" } = {},
): Promise<string> {
  const { template } = parseTemplate(own(rows, title, group && `group: [${group}], `), "own.yaml");
  const lines = ["名称|受益户数|投入资金（万元）", ...printed].map(
    (line) => `<td>${line.replaceAll("|", "<td>")}`,
  );
  const above = group && `<tr><td><td><td>${group}`;
  const html = `<h1>清溪县水务局2023年度帮扶项目年度报表</h1><p>${heading || title}</p><table border="1">${above}<tr>${lines.join("<tr>")}</table>`;
  const { report, diagnostics } = await convert(
    { name: "a.html", bytes: new TextEncoder().encode(html) },
    { templates: withBuiltIn([template!]) },
  );
  const values = JSON.stringify(report?.tables).match(/(?<=:)[\d.]+/gu) ?? [];
  return [...values, ...diagnostics.map(({ rule }) => rule)].join(" ");
}

it("a list of offices and places is the report's own", async () => {
  const list = "{ open: { label: 名称 }, fixed: [{ key: total, label: 合计 }] }";
  const printed = ["青石市教育局|3|4", "芦塘镇|5|6", "绀塘县|7|8", "合计|15|18"];
  expect(await read(list, printed)).toBe("3 4 5 6 7 8 15 18");
});

it("so are rows that the form calls so", async () => {
  const rows =
    "[{ key: schools, label: 教育局 }, { key: towns, label: 各乡镇 }, { key: desk, label: 政务服务中心 }]";
  expect(await read(rows, ["教育局|3|4", "各乡镇|5|6", "政务服务中心|7|8"])).toBe("3 4 5 6 7 8");
});

it.each([
  ["{ open: { label: 名称 } }", "2021年", "2022年"],
  ["[{ key: last, label: 上年度 }, { key: now, label: 本年度 }]", "上年度", "本年度"],
])("and rows of years where the form has them: %s", async (rows, first, second) => {
  expect(await read(rows, [`${first}|3|4`, `${second}|5|6`])).toBe("3 4 5 6");
});

const FORM = "[{ key: new, label: 新建 }, { key: old, label: 续建 }]";
const ROWS = ["新建|3|4", "续建|5|6"];

it.each(["上年度情况", "县教育局情况", "示例情况"])("a form may be called %s", async (title) => {
  expect(await read(FORM, ROWS, { title })).toBe("3 4 5 6");
});

it.each(["2022年", "教育局"])("and may have columns of %s", async (group) => {
  expect(await read(FORM, ROWS, { group })).toBe("3 4 5 6");
});

it("a heading above the table that is none of the form's is told", async () => {
  expect(await read(FORM, ROWS, { heading: "上年度情况" })).toBe("3 4 5 6 table-of-another");
});
