import { expect, it } from "vitest";
import { html } from "../src/adapters/html/index.ts";
import { finding } from "../src/findings/finding.ts";
import { convert } from "../src/index.ts";
import type { Adapter } from "../src/index.ts";

/** A page whose tables have no lines: what stands under what says which cell is which. */
function unruled(rows: string | undefined): Adapter {
  return {
    ...html,
    read: async (...input) => {
      const reading = await html.read(...input);
      return {
        ...reading,
        diagnostics: [finding("pdf-table-unruled", { at: { table: 1 }, args: { rows } })],
      };
    },
  };
}

const columns = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];

/**
 * What is said about the columns of table 4, whose every five columns add up, given its fifteen values; `rows` are those
 * that the page itself leaves loose.
 */
async function said(values: string, rows?: string): Promise<string[]> {
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const page = `<p>青石市2023年政府信息公开工作年度报告</p><p>四、政府信息公开行政复议、行政诉讼情况</p><table>
    <tr><td colspan=5 rowspan=2>行政复议</td><td colspan=10>行政诉讼</td></tr>
    <tr><td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
    ${row([...columns, ...columns, ...columns])}${row(values.split(" "))}</table>`;
  const source = { name: "page.html", bytes: new TextEncoder().encode(page) };
  const { diagnostics } = await convert(source, { adapters: [unruled(rows)] });
  return diagnostics.flatMap(({ rule, severity, paths }) =>
    rule === "pdf-table-unruled"
      ? [severity, ...(paths ?? []).map((path) => path.replace("/report/tables/reviewAndLitigation", "t4"))]
      : [],
  );
}

it("sums that hold vouch for cells that no line tells apart", async () => {
  expect(await said("1 2 3 4 10 0 1 0 0 1 2 0 0 0 2")).toEqual(["notice", "t4"]);
});

it.each([
  ["a sum that does not hold", "1 2 3 4 10 0 1 0 0 2 2 0 0 0 2", "litigation/direct"],
  [
    "a blank, which may be another column's",
    "1 2 3 4 10 0 1 0 0 1 2  0 0 2",
    "litigation/afterReconsideration",
  ],
])("%s leaves its cells in doubt, and no others", async (_, values, block) => {
  const [severity, ...paths] = await said(values);
  expect([severity, paths.length, paths.every((path) => path.includes(block))]).toEqual(["warning", 5, true]);
});

it("a value that cannot be read leaves the whole table in doubt", async () => {
  expect(await said("1 2 3 4 10 0 1 0 0 1 2 0 0 2x 2")).toEqual(["warning", "t4"]);
});

it("a row that the page itself vouches for needs no sums, but none may belie it", async () => {
  const blank = "1 2 3 4 10 0 1 0 0 1 2  0 0 2";
  expect((await said(blank, "4")).length).toBe(6);
  expect(await said(blank, "")).toEqual(["notice", "t4"]);
  expect((await said("1 2 3 4 10 0 1 0 0 2 2 0 0 0 2", "")).length).toBe(6);
});
