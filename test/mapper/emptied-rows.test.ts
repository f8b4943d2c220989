import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import { drawReport, layOut, plain, renderings, renderText } from "../support/factory/index.ts";

// Rows that lost a cell, or hold two numbers in one, and end in a blank one instead. All figures are drawn.
const report = drawReport(7, { ...plain, year: 2022 });
const { render } = renderings.find(({ id }) => id === "csv")!;
const printed = new TextDecoder().decode(render(report)).split(/\r?\n/u);

/** The labels of the rows whose cells are told to stand beside their headings. */
async function moved(lines: readonly string[]): Promise<readonly unknown[]> {
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const { diagnostics } = await convert({ name: "report.csv", bytes });
  return diagnostics.flatMap(({ rule, args }) => (rule === "values-off-headings" ? [args?.["label"]] : []));
}

type Cells = readonly string[];

/** The report with other cells in the first row that matches. */
function changed(row: RegExp, change: (cells: Cells) => Cells): readonly string[] {
  const at = printed.findIndex((line) => row.test(line));
  return printed.map((line, index) => (index === at ? change(line.split(",")).join(",") : line));
}

const without = (at: number) => (cells: Cells) => [...cells.filter((_, index) => index !== at), ""];
const glued = (at: number) => (cells: Cells) => [
  ...cells.slice(0, at),
  cells[at]! + cells[at + 1]!,
  ...cells.slice(at + 2),
  "",
];
const emptied = (at: number) => (cells: Cells) => cells.with(at, "");
const REVIEW = /^\d+(?:,\d+){14}$/u;
const NEWLY = /^一、本年新收/u;
const BODY = /^(?:规章|行政规范性文件),\d/u;

it("a clean report has no row that seems moved", async () => {
  expect(await moved(printed)).toEqual([]);
});

it.each([1, 6, 12])("a row of reviews is told whose cell %i is gone or holds two numbers", async (at) => {
  expect((await moved(changed(REVIEW, without(at)))).length).toBe(1);
  expect((await moved(changed(REVIEW, glued(at)))).length).toBe(1);
});

it.each([NEWLY, BODY])("a row %s is told", async (row) => {
  expect((await moved(changed(row, without(row === NEWLY ? 4 : 1)))).length).toBe(1);
  expect((await moved(changed(row, glued(row === NEWLY ? 4 : 1)))).length).toBe(1);
});

it("blanks before the last cell, and columns nobody filled in, are blanks", async () => {
  expect(await moved(changed(REVIEW, emptied(3)))).toEqual([]);
  const totals = printed.map((line) => line.replace(/^((?:[^,]*,){3,6}(?:\d+,){6})\d+$/u, "$1"));
  expect(await moved(totals)).toEqual([]);
});

it("a row that a blank cell pushed on is told where a sum does not hold without a number there", async () => {
  const pushed = (cells: Cells) => ["", ...cells.slice(0, -1)];
  expect((await moved(changed(REVIEW, pushed))).length).toBe(1);
  const blankZero = (cells: Cells) => (cells[0] === "0" ? emptied(0)(cells) : ["0", ...cells.slice(1)]);
  expect((await moved(changed(REVIEW, blankZero))).length).toBe(0);
});

it.each([12, 13])(
  "a row of reviews is told whose cell %i is gone, where no sum of the report holds",
  async (at) => {
    const bytes = render(drawReport(7, { ...plain, year: 2022, fill: "unique" }));
    const lines = new TextDecoder().decode(bytes).split(/\r?\n/u);
    const row = lines.findIndex((line) => REVIEW.test(line));
    expect(await moved(lines)).toEqual([]);
    expect((await moved(lines.with(row, without(at)(lines[row]!.split(",")).join(",")))).length).toBe(1);
    const newly = lines.findIndex((line) => NEWLY.test(line));
    expect((await moved(lines.with(newly, without(4)(lines[newly]!.split(",")).join(",")))).length).toBe(1);
  },
);

it("two rows that lost cells are told, where no other row has a blank", async () => {
  const at = printed.findIndex((line) => NEWLY.test(line));
  const change = (line: string, index: number) =>
    index === at + 2 ? glued(4)(line.split(",")).join(",") : line;
  expect((await moved(changed(NEWLY, without(4)).map(change))).length).toBe(2);
});

it("two rows that lost cells are told beside a row that nobody filled in", async () => {
  const at = printed.findIndex((line) => NEWLY.test(line));
  const change = (line: string, index: number) => {
    if (index === at + 2) return glued(4)(line.split(",")).join(",");
    return index === at + 4 ? line.replace(/(?<=,)\d+(?=,|$)/gu, "") : line;
  };
  expect((await moved(changed(NEWLY, without(4)).map(change))).length).toBe(2);
});

it("a row that lost two cells ends in two blanks", async () => {
  const twice = changed(REVIEW, (cells) => glued(6)(without(2)(cells)));
  expect((await moved(twice)).length).toBe(1);
});

it("a row with another blank is told where its sum seems to have moved", async () => {
  const filled = (numbers: readonly string[]) => (cells: Cells) => [
    ...cells.slice(0, 3),
    ...numbers,
    ...cells.slice(10),
  ];
  const row = changed(NEWLY, filled(["3", "", "4", "6", "2", "20", ""]));
  expect((await moved(row)).length).toBe(1);
  const open = changed(NEWLY, filled(["3", "", "4", "5", "6", "2", ""]));
  expect((await moved(open)).length).toBe(0);
});

// Columns under runs of dashes: what stands behind a cell that is gone moves to the left, and no border shows it.
it.each([0, 1, 2])(
  "both rows of three cells that lost one, beside rows of one cell, are told: %i",
  async (lost) => {
    const own = drawReport(5, { ...plain, year: 2022, fill: "unique" });
    const row = /^ *(?:规章|行政规范性文件) .*$/u;
    const without = (line: string) => {
      const number = [...line.matchAll(/\d+/gu)][lost]!;
      return line.slice(0, number.index) + line.slice(number.index + number[0].length).trimStart();
    };
    const text = renderText(layOut(own), "pandoc-simple").split("\n");
    const bytes = new TextEncoder().encode(
      text.map((line) => (row.test(line) ? without(line) : line)).join("\n"),
    );
    const { diagnostics } = await convert({ name: "report.md", bytes });
    const told = diagnostics.filter(({ rule }) => rule === "values-off-headings");
    expect(told.map(({ paths }) => paths?.length)).toEqual([3, 3]);
  },
);
