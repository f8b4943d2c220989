import { expect, it } from "vitest";
import { cellsOf, convert, flagsOf, numberOf } from "../../src/index.ts";
import {
  drawAnnexReport,
  drawReport,
  layOut,
  plain,
  renderText,
  type TextLayout,
} from "../support/factory/index.ts";
import type { AnnexTruth, ReportTruth } from "../support/factory/index.ts";

/** The cells that a changed text gives another value than the report's, or none, and no flag. */
async function silent(
  truth: AnnexTruth | ReportTruth,
  layout: TextLayout,
  change: (text: string) => string,
): Promise<readonly string[]> {
  const text = renderText(layOut(truth), layout);
  const changed = change(text);
  expect(changed).not.toBe(text);
  const conversion = await convert({ name: "report.md", bytes: new TextEncoder().encode(changed) });
  const flags = flagsOf(conversion);
  const values = new Map(cellsOf(conversion.report!).map(({ pointer, value }) => [pointer, numberOf(value)]));
  return Object.entries(truth.values).flatMap(([path, value]) => {
    const pointer = `/report/tables/${path.replaceAll(".", "/")}`;
    return flags(pointer).severity === null && values.get(pointer) !== value ? [path] : [];
  });
}

const levels = () => drawAnnexReport(113, { form: "2014-levels" });
const unique = (seed: number, year = 2020) => drawReport(seed, { ...plain, year, fill: "unique" });

// One heading is gone from the line above the runs of dashes, and the others stand across the columns.
it("headings across the borders of columns made by dashes are none of one column", async () => {
  const withoutFirst = (text: string) => text.replace(/^( *)序号 *(?=统 计 指 标)/mu, "$1");
  expect(await silent(levels(), "pandoc-simple", withoutFirst)).toEqual([]);
});

it("numbers cut off below their row by columns made by dashes are told", async () => {
  const cut = (text: string) => text.replace(/^( *10 .*条) +(?=\d)/mu, "$1\n");
  expect(await silent(levels(), "pandoc-simple", cut)).toEqual([]);
});

it("a row of table 4 cut in two is told with the cells that both pieces leave blank", async () => {
  const own = drawReport(5, { ...plain, year: 2022 });
  const cut = (text: string) => text.replace(/^((?: +\d+){9}) +((?: *\d+){6})$/mu, "$1\n  $2");
  expect(await silent(own, "pandoc-simple", cut)).toEqual([]);
});

it.each([
  ["lacks a cell", (line: string) => line.replace(/\| \d+ +(?=\|[^|]*\|$)/u, "")],
  ["has a cell too many", (line: string) => line.replace(/\|(?= \d)/u, "| 7029 |")],
])("a row that %s and ends beside the edge of a drawn table is told", async (_, change) => {
  const row = /^\| 行政规范性文件 .*$/mu;
  expect(await silent(unique(5, 2022), "pandoc-grid", (text) => text.replace(row, change))).toEqual([]);
});
