import { expect, it } from "vitest";
import { convert, flagsOf } from "../../src/index.ts";
import { drawNeighbour, neighbours, renderText } from "../support/factory/index.ts";
import { LIST_LABELS } from "./read.ts";

// Rows filled up with blank cells at their ends. All figures are invented.

/** Which cells of a list are flagged, from its heading, what stands before each label's numbers, and a change. */
async function flagged(
  heading: string,
  cells: (label: string, at: number) => readonly string[],
  change: (row: readonly string[], at: number) => readonly string[] = (row) => row,
): Promise<readonly string[]> {
  const rows = LIST_LABELS.map((label, at) => change([label, ...cells(label, at)], at));
  const width = heading.split(",").length;
  const text = [
    "清溪县2015年政府信息公开工作年度报告",
    "附表",
    heading,
    ...rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? "").join(",")),
  ];
  const conversion = await convert({
    name: "report.csv",
    bytes: new TextEncoder().encode(text.join("\n")),
  });
  const flagAt = flagsOf(conversion);
  const shown = Object.keys(conversion.evidence).filter((pointer) => pointer.includes("annexFujian"));
  const rowOf = (pointer: string) => pointer.split("/").slice(4, -1).join(".");
  const doubted = shown.filter((pointer) => flagAt(pointer).rules.includes("values-off-headings"));
  return [...new Set(doubted.map(rowOf))];
}

const without = (column: number, row: number) => (cells: readonly string[], at: number) =>
  at === row ? cells.filter((_, index) => index !== column) : cells;
const numbers = (at: number): readonly string[] => [String(90 - at * 7), String(900 - at * 31)];
const CODED = "指标名称,计量单位,代码,2015年度,历年累计";
const coded = (_: string, at: number) => ["条", String(at + 1).padStart(2, "0"), ...numbers(at)];

it("a row without its code stands one column further left", async () => {
  expect(await flagged(CODED, coded)).toEqual([]);
  expect(await flagged(CODED, coded, without(2, 2))).toEqual(["disclosed.gazette"]);
  expect(await flagged(CODED, coded, without(2, 6))).toEqual(["applications.received.letterOrFax"]);
});

it("a blank value beside a code is a blank", async () => {
  const emptied = (cells: readonly string[]) => [...cells.slice(0, -1), ""];
  expect(await flagged(CODED, coded, emptied)).toEqual([]);
});

it.each(["类别", "编号", "备注", "说明"])(
  "below a heading too many (%s) all rows stand beside their own",
  async (heading) => {
    const cells = (_: string, at: number) => ["条", ...numbers(at)];
    const before = await flagged(`指标名称,计量单位,${heading},2015年度,历年累计`, cells);
    expect(before.length).toBe(LIST_LABELS.length);
    const between = await flagged(`指标名称,计量单位,2015年度,${heading},历年累计`, cells);
    expect(between.length).toBe(LIST_LABELS.length);
  },
);

it("a column of the form's that nobody filled in is no column too many", async () => {
  const cells = (_: string, at: number) => ["条", String(90 - at * 7), ""];
  expect(await flagged("指标名称,计量单位,2015年度,历年累计", cells)).toEqual([]);
  expect(await flagged("指标名称,计量单位,2015年度,历年累计,备注", cells)).toEqual([]);
});

it("a code in the place of a value is told, even where no value is blank", async () => {
  const change = (cells: readonly string[], at: number) =>
    at === 2 ? [...cells.slice(0, 2), "61", cells[2]!, cells[3]!] : cells;
  expect(await flagged(CODED, coded, change)).toEqual(["disclosed.gazette"]);
});

it("a bar is no text of a form with cells of words", async () => {
  const form = neighbours.find(({ id }) => id === "government-site")!;
  const lines = renderText(drawNeighbour(form, 3).blocks, "cell-per-line").split("\n");
  const text = [lines[0], ...lines.slice(1).map((line) => `${line} |`)].join("\n");
  const { report, evidence } = await convert({ name: "report.txt", bytes: new TextEncoder().encode(text) });
  expect(report!.tables["site"]).toBeDefined();
  expect(Object.values(evidence).filter(({ raw }) => raw?.trim() === "|")).toEqual([]);
});

it("under the headings of codes and of a column run together stand codes", async () => {
  const joined = "指标名称,计量单位,代码本年度,历年累计";
  const rows = await flagged(joined, (_, at) => ["条", String(at + 11), String(90 - at * 7)]);
  expect(rows.length).toBe(LIST_LABELS.length);
});
