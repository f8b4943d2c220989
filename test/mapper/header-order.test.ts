import { describe, expect, it } from "vitest";
import { convert } from "../../src/index.ts";

const outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const swapped = ["结果纠正", "结果维持", "其他结果", "尚未审结", "总计"];

/** A report of table 4 alone, its cells as they stand in `rows`; numbers are spans. */
function page(
  rows: readonly (readonly (readonly [text: string, rowSpan: number, columnSpan: number])[])[],
): string {
  const cells = rows.map(
    (row) =>
      `<tr>${row.map(([text, down, across]) => `<td rowspan=${down} colspan=${across}>${text}</td>`).join("")}</tr>`,
  );
  return `<p>甲镇2023年政府信息公开工作年度报告</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>${cells.join("")}</table>`;
}

async function read(text: string) {
  const { report, diagnostics } = await convert({ name: "report", bytes: new TextEncoder().encode(text) });
  const table = report?.tables["reviewAndLitigation"] as unknown as Record<
    string,
    Record<string, Record<string, number>>
  >;
  return {
    table,
    rules: [
      ...new Set(diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule)),
    ].filter((rule) => rule !== "table-missing"),
  };
}

const values = (...numbers: number[]) => numbers.map((number) => [String(number), 1, 1] as const);
const header = (
  names: readonly string[],
  blocks: readonly (readonly [string, number, number])[],
  below: readonly (readonly [string, number, number])[],
) => [
  blocks,
  [...names.map((name) => [name, 2, 1] as const), ...below],
  [...names, ...names].map((name) => [name, 1, 1] as const),
];
const litigation = [
  ["未经复议直接起诉", 1, 5],
  ["复议后起诉", 1, 5],
] as const;
const numbers = values(1, 2, 0, 0, 3, 4, 5, 0, 0, 9, 6, 7, 0, 0, 13);

describe("columns of table 4 in another order than the form's", () => {
  it("outcomes are read by their headings", async () => {
    const { table, rules } = await read(
      page([
        ...header(
          swapped,
          [
            ["行政复议", 1, 5],
            ["行政诉讼", 1, 10],
          ],
          litigation,
        ),
        numbers,
      ]),
    );
    expect([table["reconsideration"]!["upheld"], table["reconsideration"]!["corrected"]]).toEqual([2, 1]);
    expect(table["litigation"]!["afterReconsideration"]).toMatchObject({
      upheld: 7,
      corrected: 6,
      total: 13,
    });
    expect(rules).toEqual([]);
  });

  it("so are the groups of outcomes", async () => {
    const { table, rules } = await read(
      page([
        ...header(
          outcomes,
          [
            ["行政复议", 1, 5],
            ["行政诉讼", 1, 10],
          ],
          [litigation[1], litigation[0]],
        ),
        numbers,
      ]),
    );
    expect(table["litigation"]).toMatchObject({
      direct: { upheld: 6, total: 13 },
      afterReconsideration: { upheld: 4, total: 9 },
    });
    expect(rules).toEqual([]);
  });
});

describe("one cell a line", () => {
  const lines = (...texts: readonly string[]) =>
    [
      "甲镇2023年政府信息公开工作年度报告",
      "四、政府信息公开行政复议、行政诉讼情况",
      ...texts,
      ...numbers.map(([text]) => text),
    ].join("\n");

  it("in the form's order is read without a finding", async () => {
    const { table, rules } = await read(
      lines("行政复议", "行政诉讼", ...outcomes, "未经复议直接起诉", "复议后起诉", ...outcomes, ...outcomes),
    );
    expect(table["litigation"]).toMatchObject({ direct: { upheld: 4 }, afterReconsideration: { upheld: 6 } });
    expect(rules).toEqual([]);
  });

  it.each([
    [
      "outcomes",
      ["行政复议", "行政诉讼", ...swapped, "未经复议直接起诉", "复议后起诉", ...swapped, ...swapped],
    ],
    [
      "kinds of litigation",
      ["行政复议", "行政诉讼", ...outcomes, "复议后起诉", "未经复议直接起诉", ...outcomes, ...outcomes],
    ],
    [
      "kinds of remedy",
      ["行政诉讼", "行政复议", "未经复议直接起诉", "复议后起诉", ...outcomes, ...outcomes, ...outcomes],
    ],
  ])("in another order of %s is told: no borders say which number is whose", async (_, header) => {
    expect((await read(lines(...header))).rules).toEqual(["header-order"]);
  });
});
