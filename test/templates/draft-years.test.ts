import { expect, test } from "vitest";
import { convert, parseTemplate, read, rebuild } from "../../src/index.ts";
import { draftTemplate } from "../../src/cli/draft/index.ts";
import { draftText } from "../../src/cli/draft/text.ts";
import { inRelativeYears } from "../../src/printed/relative-years.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const table = (rows: readonly (readonly string[])[]): string =>
  `<table border="1">${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

function page(year: number, headings: readonly string[], planned: readonly string[]): string {
  const comparison = table([
    ["项目", ...headings],
    ["学校数", "12", "15", "3"],
    [`${year}年在校生数`, "1200", "1500", "300"],
  ]);
  const budget = table([
    ["项目", ...planned],
    ["教育支出", "12", "15"],
    [`截至${year}年底结余`, "120", "150"],
  ]);
  return `<h1>青石市${year}年义务教育情况统计表</h1>${comparison}${budget}`;
}

const headings = (year: number) => [`${year - 1}年`, `${year}年`, `${year}年比${year - 1}年增长`];
const planned = (year: number) => [`${year}年度决算数`, `${year + 1}年度预算数`];

async function drafted() {
  const { tokens } = await read({ name: "a.html", bytes: bytes(page(2023, headings(2023), planned(2023))) });
  const text = draftText(draftTemplate(rebuild(tokens), "a")!, [], "");
  const { template, problems } = parseTemplate(text, "draft.yaml");
  expect(problems).toEqual([]);
  return { text, template: template! };
}

async function readBy(html: string) {
  const { template } = await drafted();
  const { report, diagnostics } = await convert(
    { name: "b.html", bytes: bytes(html) },
    { templates: [template] },
  );
  const tables = report!.tables as Record<string, Record<string, Record<string, number | null>>>;
  return { rows: tables["t1"]!, budget: tables["t2"]!, rules: diagnostics.map(({ rule }) => rule) };
}

test("headings and labels of a draft name years by their distance from the report's", async () => {
  const { text } = await drafted();
  const labels = [...text.matchAll(/key: "[cr]\d", label: "([^"]*)"/gu)].map(([, label]) => label);
  expect(labels).toEqual([
    ...["上年", "本年", "本年比上年增长", "学校数", "本年在校生数"],
    ...["本年度决算数", "下年度预算数", "教育支出", "截至本年底结余"],
  ]);
  expect(text).not.toMatch(/label: "[^"]*20\d\d/u);
});

test.each([2023, 2024, 2030])("the draft of 2023 reads the report of %i without a finding", async (year) => {
  const { rows, budget, rules } = await readBy(page(year, headings(year), planned(year)));
  expect(rows).toEqual({ r1: { c1: 12, c2: 15, c3: 3 }, r2: { c1: 1200, c2: 1500, c3: 300 } });
  expect(budget).toEqual({ r1: { c1: 12, c2: 15 }, r2: { c1: 120, c2: 150 } });
  expect(rules).toEqual([]);
});

test("columns are known by their years in any order; years that fit no report of the year are told", async () => {
  const [before, own, more] = headings(2024) as [string, string, string];
  const { rows } = await readBy(page(2024, [own, before, more], planned(2024)));
  expect(rows["r1"]).toEqual({ c1: 15, c2: 12, c3: 3 });
  const { rules } = await readBy(page(2024, headings(2023), planned(2024)));
  expect(rules).toContain("header-missing");
});

test.each([
  ["2022年", "上年"],
  ["2021年度", "前年度"],
  ["2023", "本年"],
  ["截至2023年12月底", "截至本年12月底"],
  ["2022年至2023年", "上年至2023年"],
  ["2022-2023年", "2022-2023年"],
  ["2015年", "2015年"],
  ["12023年", "12023年"],
])("in a report of 2023 %s is %s", (printed, form) => expect(inRelativeYears(printed, 2023)).toBe(form));
