import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import {
  drawAnnexReport,
  drawReport,
  layOut,
  plain,
  renderings,
  renderTextFile,
} from "../support/factory/index.ts";

// A list made by spaces, whose units share a cell with the labels: its codes then stand under 计量单位, and a row's
// first number under 代码.
it("a number too many in a row with a code is told", async () => {
  const { render } = renderings.find(({ id }) => id === "aligned")!;
  const text = new TextDecoder().decode(render(drawAnnexReport(3, { form: "dingxi" })));
  const read = async (printed: string) => {
    const bytes = new TextEncoder().encode(printed);
    const { report, diagnostics } = await convert({ name: "report.txt", bytes });
    const rules = diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule);
    return [JSON.stringify(report?.tables["annexDingxi"]).slice(0, 44), ...rules];
  };
  expect(await read(text)).toEqual(['{"disclosed":{"total":{"period":0,"year":49}']);
  const twice = text.replace(/(主动公开信息数\s+条\s+01\s+0\s+)49/u, "$149  49");
  expect(await read(twice)).toEqual(['{"disclosed":{"total":{"period":null,"year":', "cell-count"]);
});

// Pipes without a frame: one row has a cell too many, and rows below move to the right, their units under the numbers.
it("a row whose unit stands in the place of its first number is lost", async () => {
  const { render } = renderings.find(({ id }) => id === "page-text-rows")!;
  const text = new TextDecoder().decode(render(drawAnnexReport(39, { form: "2014-levels" })));
  const wide = text.replace(/^54 \|.*万元 \|/mu, "$& 0 |");
  expect(wide).not.toBe(text);
  const bytes = new TextEncoder().encode(wide);
  const { report } = await convert({ name: "report.txt", bytes });
  const { capacity } = report!.tables["annex"] as Record<string, Record<string, unknown>>;
  expect(capacity!["readingPoints"]).toEqual({ government: null, departments: null, towns: null });
});

// 11 in two cells of one digit each is no merged cell written out, though both are equal.
it.each([
  ["where the rows around leave that place empty", ","],
  ["beside all headings", ""],
])("a number in two cells is told %s", async (_, end) => {
  const { render } = renderings.find(({ id }) => id === "csv")!;
  const text = new TextDecoder().decode(render(drawAnnexReport(5, { form: "2014" })));
  const row = /^(\s*5\.其他方式回应事件数,次),\d+$/u;
  const lines = text
    .split(/\r?\n/u)
    .map((line) => (row.test(line) ? line.replace(row, "$1,1,1") : line + end));
  expect(lines.filter((line) => line.endsWith(",次,1,1")).length).toBe(1);
  const { diagnostics } = await convert({
    name: "report.csv",
    bytes: new TextEncoder().encode(lines.join("\n")),
  });
  expect(diagnostics.filter(({ rule }) => rule === "surplus-cell" || rule === "cell-count").length).toBe(1);
});

// Where the line between two rows is lost, the numbers of the first are its own or told.
it.each([
  ["page-text-cells", /(\n行政诉讼数 \|\n件 \|[^行]+?\|)\n\|(?=\n行政申诉数)/u],
  ["html", /(<td[^>]*>行政诉讼数(?:(?!<\/tr>)[^])*)<\/tr>\s*<tr[^>]*>/u],
])("two rows in one are told: %s", async (id, between) => {
  const { render, extension } = renderings.find((one) => one.id === id)!;
  const whole = new TextDecoder().decode(render(drawAnnexReport(5, { form: "dingxi", fill: "unique" })));
  const read = async (text: string) => {
    const bytes = new TextEncoder().encode(text);
    const { report, diagnostics } = await convert({ name: `report.${extension}`, bytes });
    const told = diagnostics
      .filter(({ severity }) => severity !== "notice")
      .flatMap(({ paths }) => paths ?? []);
    const table = report!.tables["annexDingxi"] as Record<string, unknown>;
    return [JSON.stringify(table["litigation"]), told.some((path) => path.includes("/litigation"))];
  };
  const [right, isTold] = await read(whole);
  expect(isTold).toBe(false);
  const joined = whole.replace(between, "$1");
  expect(joined).not.toBe(whole);
  const [given, isNowTold] = await read(joined);
  expect(given === right || isNowTold).toBe(true);
});

// Text of one cell a line, where a row that lost a number is filled up with a blank one.
it("a row of a list that ends in the only blank is told", async () => {
  const { render } = renderings.find(({ id }) => id === "page-text-cells")!;
  const whole = new TextDecoder().decode(render(drawAnnexReport(5, { form: "dingxi" })));
  const padded = whole.replace(/(\n行政诉讼数 \|\n件 \|\n33 \|\n)\d+ \|\n(\d+) \|/u, "$1$2 |\n|");
  expect(padded).not.toBe(whole);
  const { diagnostics } = await convert({ name: "report.txt", bytes: new TextEncoder().encode(padded) });
  const told = diagnostics
    .filter(({ severity }) => severity !== "notice")
    .flatMap(({ paths }) => paths ?? []);
  expect(told.some((path) => path.includes("/litigation"))).toBe(true);
});

// No other row of the list has a cell more, so the zeros at its end are no merged cell written out.
it.each(["9 | 262 | 0 | 0", "0 | 9 | 0 | 0", "9 | 0 | 0 | 0"])(
  "a number too many before zeros is told: %s",
  async (numbers) => {
    const { render } = renderings.find(({ id }) => id === "page-text-rows")!;
    const text = new TextDecoder().decode(render(drawAnnexReport(113, { form: "2014-levels" })));
    const changed = text.replace(/(4\.微博微信回应事件数 \| 次 \| )\d+ \| \d+ \| \d+/u, `$1${numbers}`);
    expect(changed).not.toBe(text);
    const { diagnostics } = await convert({ name: "report.txt", bytes: new TextEncoder().encode(changed) });
    expect(
      diagnostics.filter(({ rule }) => rule === "surplus-cell").map(({ paths }) => paths?.length),
    ).toEqual([3]);
  },
);

// 6 | 5 | 1 | 9 | 6 | 6 | 5 | 32: the sum holds without one of the two equal numbers, too.
it("equal numbers in a table with a column more are no merged cell written out", async () => {
  let code = 0;
  const printed = new TextDecoder().decode(
    renderTextFile(layOut(drawReport(7, { ...plain, year: 2022, scale: "city" })), "tabbed"),
  );
  const text = printed
    .replace(/^(.*2\.其他法律行政法规禁止公开)\t.*$/mu, "$1\t5\t1\t9\t6\t6\t5\t32")
    .replace(/(?:\t\d+){7}$/gmu, (values) => `\t${++code}${values}`)
    // A browser copies no cells that are merged into others.
    .replace(/^\t+|\t{2,}/gmu, "");
  expect(text).toContain("禁止公开\t6\t5\t1\t9\t6\t6\t5\t32");
  const { diagnostics } = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
  const told = diagnostics.filter(({ rule }) => rule === "surplus-cell").flatMap(({ paths = [] }) => paths);
  expect(told).toContain("/report/tables/applications/naturalPerson/results/denied/prohibitedByLaw");
});
