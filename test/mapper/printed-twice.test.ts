import { expect, it } from "vitest";
import { cellsOf, convert, flagsOf, numberOf } from "../../src/index.ts";
import {
  drawAnnexReport,
  drawReport,
  layOut,
  plain,
  renderText,
  renderTextFile,
  type AnnexTruth,
  type FormBlock,
  type ReportTruth,
  type TextLayout,
} from "../support/factory/index.ts";

/** Cells that a text gives another value than the report's, or none, and no flag. */
async function silent(
  truth: AnnexTruth | ReportTruth,
  blocks: readonly FormBlock[],
  layout: TextLayout,
): Promise<unknown> {
  const conversion = await convert({ name: "report.txt", bytes: renderTextFile(blocks, layout) });
  const flags = flagsOf(conversion);
  const values = new Map(cellsOf(conversion.report!).map(({ pointer, value }) => [pointer, numberOf(value)]));
  return Object.entries(truth.values).filter(([path, value]) => {
    const pointer = `/report/tables/${path.replaceAll(".", "/")}`;
    return flags(pointer).severity === null && values.get(pointer) !== value;
  });
}

const tablesOf = (truth: AnnexTruth | ReportTruth) => layOut(truth).filter(({ kind }) => kind === "table");

it("of tables printed twice, one cell a line, every cell that differs is flagged, short labels and all", async () => {
  const [own, before] = [2022, 2021].map((year) => drawReport(year, { ...plain, year, scale: "city" }));
  const [title, ...blocks] = layOut(own!);
  expect(await silent(own!, [title!, ...tablesOf(before!), ...blocks], "cell-per-line")).toEqual([]);
});

it.each([
  ["上年", "本年"],
  ["市本级", "合计"],
])("two rows of table 4 behind labels of their own, one cell a line, are told: %s, %s", async (one, two) => {
  const truth = drawReport(41, { ...plain, year: 2022 });
  const cells = Object.entries(truth.values)
    .filter(([path]) => path.startsWith("reviewAndLitigation."))
    .map(([, value]) => String(value));
  const text = new TextDecoder().decode(renderTextFile(layOut(truth), "cell-per-line"));
  const more = cells.map((value) => `1${value}`);
  const both = text.replace(cells.join("\n"), [one, ...more, two, ...cells].join("\n"));
  expect(both).not.toBe(text);
  const conversion = await convert({ name: "report.txt", bytes: new TextEncoder().encode(both) });
  const told = conversion.diagnostics.filter(({ rule }) => rule === "repeated-row");
  expect(told.flatMap(({ paths }) => paths)).toContain(
    "/report/tables/reviewAndLitigation/litigation/direct/upheld",
  );
});

it("the edition of a list is that of one copy, though another has a row more", async () => {
  const [own, other] = [401, 402].map((seed) => drawAnnexReport(seed, { form: "fujian" }));
  const half: FormBlock = { kind: "paragraph", text: "其中上半年：" };
  const blocks = layOut(own!).flatMap((block) =>
    block.kind === "table" ? [block, half, ...tablesOf(other!)] : [block],
  );
  expect(await silent(own!, blocks, "tabbed")).toEqual([]);
  expect(await silent(own!, blocks, "aligned")).toEqual([]);
});

it("below headings that say nothing, two layouts with the same rows are as likely", async () => {
  const printed = new TextDecoder().decode(
    renderTextFile(layOut(drawAnnexReport(5, { form: "2014" })), "tabbed"),
  );
  const rulesOf = async (text: string) =>
    (await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) })).diagnostics.map(
      ({ rule }) => rule,
    );
  const twice = printed.replace(/\t([\d.]+)$/gmu, "\t$1\t9$1").replace(/^指标名称.*$/mu, "指标\t甲\t乙\t丙");
  expect(await rulesOf(twice)).toContain("layout-uncertain");
  expect(await rulesOf(printed)).not.toContain("layout-uncertain");
});

it("a row with a misprint that is printed twice is told", async () => {
  const own = drawReport(5, { ...plain, year: 2022, scale: "city" });
  const lines = new TextDecoder().decode(renderTextFile(layOut(own), "tabbed")).split("\n");
  const at = lines.findIndex((line) => line.startsWith("一、本年新收政府信息公开"));
  const misprinted = lines[at]!.replace("政府信息", "政信息");
  const other = misprinted.replace(/\d+$/u, (total) => String(Number(total) + 1));
  const { diagnostics } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(lines.toSpliced(at, 1, misprinted, other).join("\n")),
  });
  expect(diagnostics.filter(({ rule }) => rule === "repeated-row").map(({ paths }) => paths)).toEqual([
    ["/report/tables/applications/total/newlyReceived"],
  ]);
});

it.each([
  ["row", "行政规范性文件\t4\t5", "行政规范性文件\t11\t12\t13"],
  ["other row", "行政规范性文件\t11\t12\t13", "行政规范性文件\t4\t5"],
])("of a row printed twice, once without its last cell, every cell is open: the %s", async (_, ...rows) => {
  const own = drawReport(5, { ...plain, year: 2022 });
  const lines = new TextDecoder().decode(renderTextFile(layOut(own), "tabbed")).split("\n");
  const at = lines.findIndex((line) => line.startsWith("行政规范性文件\t"));
  const conversion = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(lines.toSpliced(at, 1, ...rows).join("\n")),
  });
  const flags = flagsOf(conversion);
  const keys = ["issued", "repealed", "inForce"];
  expect(
    keys.map((key) => flags(`/report/tables/proactiveDisclosure/normativeDocuments/${key}`).severity),
  ).not.toContain(null);
});

it("a number more than the columns that spaces make puts all of the row in doubt", async () => {
  const own = drawReport(20_030, { ...plain, year: 2022, fill: "unique" });
  const blocks = layOut(own).map((block): FormBlock => {
    if (block.kind !== "table" || block.id !== "reviewAndLitigation") return block;
    const rows = block.rows.map((row, at) => {
      const last = row.at(-1)!;
      if (at < block.headerRows) return row.with(-1, { ...last, colSpan: last.colSpan + 1 });
      return row.toSpliced(11, 0, { role: "value", text: "7029", rowSpan: 1, colSpan: 1 });
    });
    return { ...block, width: block.width + 1, rows };
  });
  expect(await silent(own, blocks, "aligned")).toEqual([]);
});

it.each([
  ["行政处罚（简易程序）", "行政处罚（普通程序）", ["administrativePenalties.decisions"]],
  ["行政处罚", "行政处罚（简易程序）", []],
])("a row that remarks part in two is told: %s, %s", async (one, two, told) => {
  const lines = new TextDecoder()
    .decode(renderTextFile(layOut(drawReport(7, { ...plain, year: 2022 })), "tabbed"))
    .split("\n");
  const at = lines.findIndex((line) => line.startsWith("行政处罚\t"));
  const parts = [`${one}\t51`, `${two}\t72`];
  const { diagnostics } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(lines.toSpliced(at, 1, ...parts).join("\n")),
  });
  expect(diagnostics.flatMap(({ rule, paths = [] }) => (rule === "repeated-row" ? paths : []))).toEqual(
    told.map((path) => `/report/tables/proactiveDisclosure/${path.replace(".", "/")}`),
  );
});

it("a row that is printed again below the first of its group is told in text", async () => {
  const lines = new TextDecoder()
    .decode(renderTextFile(layOut(drawReport(7, { ...plain, year: 2022 })), "tabbed"))
    .split("\n");
  const at = lines.findIndex((line) => line.includes("\t1.本机关不掌握相关政府信息\t"));
  const again = `1.本机关不掌握相关政府信息${"\t99".repeat(7)}`;
  const { diagnostics } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(lines.toSpliced(at + 1, 0, again).join("\n")),
  });
  expect(diagnostics.flatMap(({ rule, paths = [] }) => (rule === "repeated-row" ? paths : [])).length).toBe(
    7,
  );
});

it("of a row printed twice, whose label goes on below the second one, every cell is open", async () => {
  const own = drawAnnexReport(113, { form: "2014-levels" });
  const text = renderText(layOut(own), "aligned", { chineseWidth: 1 });
  const [line, before] = /^( *9 +4\.政务微信公开 +条) .*$/mu.exec(text)!;
  const again = `${before!}       9       99       91`;
  for (const both of [`${line}\n${again}`, `${again}\n${line}`]) {
    const bytes = new TextEncoder().encode(text.replace(line, both));
    const { diagnostics } = await convert({ name: "report.txt", bytes });
    const told = diagnostics.filter(({ rule }) => rule === "repeated-row");
    expect(told.map(({ paths }) => paths?.length)).toEqual([3]);
  }
});
