import { expect, test } from "vitest";
import { formCells } from "../../src/arithmetic/paths.ts";
import { checkReport } from "../../src/checks/index.ts";
import { convert, parseTemplate, templates, word } from "../../src/index.ts";
import type { AnnualReport, Conversion } from "../../src/model/index.ts";

const stock = `id: stock
name: 库存表
years: [2020, null]
sections: [{ number: 1, title: 库存情况 }]
tables:
  - id: stock
    section: 1
    title: 库存情况
    blocks:
      - columns: [{ key: seeds, label: 种子, type: count }, { key: tools, label: 农具, type: count }]
        rows: [{ key: before, label: 年初数 }, { key: used, label: 领用数 }, { key: after, label: 年末数 }]
rules:
  - { id: stock-left, table: stock, each: column, expression: before - used == after }
`;
const report =
  "一、库存情况\n\n| 项目 | 种子 | 农具 |\n|---|---|---|\n| 年初数 | 10 | 8 |\n| 领用数 | 3 | 8 |\n| 年末数 | 7 | 1 |\n";

/** What is said of sums; that the text names no office or year is another matter. */
const errors = (diagnostics: Conversion["diagnostics"]) =>
  diagnostics.flatMap(({ severity, message }) => (severity === "error" ? [message] : []));

test("a rule of a user's form is said in the form's own labels, minus signs kept", async () => {
  const { template } = parseTemplate(stock, "stock.yaml");
  const source = { name: "stock.md", bytes: new TextEncoder().encode(report) };
  const { diagnostics } = await convert(source, { templates: [template!] });
  expect(errors(diagnostics)).toEqual([
    "年末数 / 农具: 年初数 − 领用数 = 年末数 does not hold, 0 against 1 (table 1, row 4, column 3, line 7).",
  ]);
});

test("an id of an official sum is free to a user's rule, which is said as the user's", async () => {
  const { template } = parseTemplate(stock.replace("id: stock-left", "id: f2-channels-bound"), "stock.yaml");
  const { diagnostics } = await convert(
    { name: "stock.md", bytes: new TextEncoder().encode(report) },
    { templates: [template!, ...templates] },
  );
  expect(errors(diagnostics)).toEqual([expect.stringContaining("年初数 − 领用数 = 年末数 does not hold")]);
});

test.each([
  ["annexFujian", "fujian"],
  ["annex", "2014"],
])("families share ids of sums; one of %s is said in the labels of %s", (table, layout) => {
  const rule = "f2-replied-sum";
  const path = `/report/tables/${table}/applications/replied/total`;
  const chosen = templates.find(({ id }) => id === layout)!;
  const form = chosen.tables.find(({ id }) => id === table)!;
  const total = form.blocks[0]!.rows.find(({ key }) => key === "applications.replied.total")!;
  const tables: Record<string, unknown> = {};
  for (const { pointer } of formCells(form)) {
    const steps = pointer.split("/").slice(3);
    let node = tables;
    for (const step of steps.slice(0, -1)) node = (node[step] ??= {}) as Record<string, unknown>;
    node[steps.at(-1)!] = pointer.startsWith(path) ? 2 : 0;
  }
  const report = { tables, sections: [], otherTables: [], facts: [] } as unknown as AnnualReport;
  const found = checkReport(report, {}, { [table]: layout }, templates).find((one) => one.rule === rule)!;
  const sentence = word(found, { language: "zh", templates, layouts: { [table]: layout } });
  expect(sentence).toContain(`各项之和 = ${total.enumerator}${total.label} 不成立，0 对 2`);
});
