import { describe, expect, it } from "vitest";
import { convert, parseTemplate, withBuiltIn } from "../../src/index.ts";
import { flagsOf } from "../../src/record/index.ts";

// A column of the form that is not printed, and one of the report's own: as many values as columns are other figures.
const form = (optional: boolean): string => `
id: budget-use
name: 经费使用年报
years: [2020, null]
tables:
  - id: use
    title: 经费使用情况
    blocks:
      - corner: [项目]
        columns:
          - { key: initial, label: 年初安排, type: amount${optional ? ", optional: true" : ""} }
          - { key: final, label: 调整安排, type: amount }
          - { key: spent, label: 实际支出, type: amount }
        rows:
          - { key: people, label: 人员经费 }
          - { key: offices, label: 办公经费 }
          - { key: total, label: 合计 }
`;

async function read(optional: boolean, name: string, text: string) {
  const { template } = parseTemplate(form(optional), "form.yaml");
  const source = { name, bytes: new TextEncoder().encode(text) };
  const conversion = await convert(source, { templates: withBuiltIn([template!]) });
  const flags = flagsOf(conversion);
  return {
    use: conversion.report?.tables["use"],
    flagged: (path: string) => flags(`/report/tables/use/${path}`).severity !== null,
  };
}

const TITLE = "青石市水务局2022年度经费使用年报";
const rows = (headings: string): string[][] =>
  [`项目 ${headings}`, "人员经费 30 25 5", "办公经费 12 11 1", "合计 42 36 6"].map((row) => row.split(" "));
const cellLines = (headings: string) => [TITLE, "经费使用情况", ...rows(headings).flat()].join("\n");
const html = (headings: string) =>
  `<h1>${TITLE}</h1><p>经费使用情况</p><table>${rows(headings)
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`)
    .join("")}</table>`;

describe("a heading of another column in the place of one of the form's", () => {
  it.each([true, false])("in text (the form's may be left out: %s) is told", async (optional) => {
    const { use, flagged } = await read(optional, "a.txt", cellLines("调整安排 实际支出 结余数"));
    expect(use).toMatchObject({ people: expect.anything() });
    expect(["people/final", "people/spent", "total/final"].map(flagged)).toEqual([true, true, true]);
  });

  it("in a table gives what stands under each heading, or is told", async () => {
    const own = await read(true, "a.html", html("调整安排 实际支出 结余数"));
    expect(own.use).toMatchObject({ people: { final: 30, spent: 25 } });
    const { flagged } = await read(false, "a.html", html("调整安排 实际支出 结余数"));
    expect(["people/final", "people/spent", "total/final"].map(flagged)).toEqual([true, true, true]);
  });

  it.each([cellLines, html])("all of the form's give no flag", async (write) => {
    const name = write === html ? "a.html" : "a.txt";
    const { use, flagged } = await read(true, name, write("年初安排 调整安排 实际支出"));
    expect(use).toMatchObject({ people: { initial: 30, final: 25, spent: 5 } });
    expect(flagged("people/final")).toBe(false);
  });
});
