import { expect, test } from "vitest";
import { convert, parseTemplate, templates, word } from "../../src/index.ts";

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

test("a rule of a user's form is said in the form's own labels, minus signs kept", async () => {
  const { template } = parseTemplate(stock, "stock.yaml");
  const source = { name: "stock.md", bytes: new TextEncoder().encode(report) };
  const { diagnostics } = await convert(source, { templates: [template!] });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "年末数 / 农具: 年初数 − 领用数 = 年末数 does not hold, 0 against 1 (table 1, row 4, column 3, line 7).",
  ]);
});

test("an id of an official sum is free to a user's rule, which is said as the user's", async () => {
  const { template } = parseTemplate(stock.replace("id: stock-left", "id: f2-channels-bound"), "stock.yaml");
  const { diagnostics } = await convert(
    { name: "stock.md", bytes: new TextEncoder().encode(report) },
    { templates: [template!, ...templates] },
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([
    expect.stringContaining("年初数 − 领用数 = 年末数 does not hold"),
  ]);
});

test.each([
  ["annexFujian", "fujian"],
  ["annex", "2014"],
])("families share ids of sums; one of %s is said in the labels of %s", (table, layout) => {
  const rule = "f2-replied-sum";
  const path = `/report/tables/${table}/applications/replied/total`;
  const chosen = templates.find(({ id }) => id === layout)!;
  const total = chosen.tables[0]!.blocks[0]!.rows.find(
    ({ key }) => key === "applications.replied.total",
  )!.label;
  const sentence = word(
    { rule, severity: "error", path, expected: 1, actual: 2 },
    { language: "zh", templates, layouts: { [table]: layout } },
  );
  expect(sentence).toContain(`各项之和 = ${total} 不成立，1 对 2`);
});
