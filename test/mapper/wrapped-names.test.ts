import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";
import { drawAnnexReport, drawNeighbour, layOut, neighbours, renderText } from "../support/factory/index.ts";

// Names and labels that run over two rows of a grid, the values beside the first.
const accounts = neighbours.find(({ id }) => id === "department-accounts")!;
const listed = renderText(drawNeighbour(accounts, 5039).blocks, "markdown-pipe");
const annex = renderText(layOut(drawAnnexReport(3, { form: "dingxi" })), "markdown-pipe");

async function rules(text: string): Promise<readonly string[]> {
  const { diagnostics } = await convert({ name: "report.md", bytes: new TextEncoder().encode(text) });
  return diagnostics.flatMap(({ rule, severity }) => (severity === "notice" ? [] : [rule]));
}

type Cells = readonly string[];

/** The text with other rows in the place of the row that has a cell. */
function changed(text: string, cell: string, change: (cells: Cells, at: number) => readonly Cells[]): string {
  const lines = text.split("\n");
  const index = lines.findLastIndex((line) => line.split("|").some((one) => one.trim() === cell));
  const cells = lines[index]!.split("|").slice(1, -1);
  const rows = change(
    cells,
    cells.findIndex((one) => one.trim() === cell),
  );
  return lines.toSpliced(index, 1, ...rows.map((row) => `|${row.join("|")}|`)).join("\n");
}

const wrapped = (first: string, second: string) => (cells: Cells, at: number) => [
  cells.with(at, first),
  cells.map((_, index) => (index === at ? second : " ")),
];

it("a name over two rows makes a list doubtful", async () => {
  expect(await rules(listed)).not.toContain("names-wrapped");
  expect(await rules(changed(listed, "住房保障支出", wrapped("住房保", "障支出")))).toContain(
    "names-wrapped",
  );
});

it("a row of its own may be blank", async () => {
  const blank = changed(listed, "住房保障支出", (cells, at) => [
    cells.map((cell, index) => (index > at ? " " : cell)),
  ]);
  expect(blank).not.toBe(listed);
  expect(await rules(blank)).not.toContain("names-wrapped");
});

it.each([
  ["2.同意部分公", "开答复数", "row-missing"],
  ["", "2.同意部分公开答复数", "row-split"],
])("a label in two rows is told beside a code or a unit: %j, %j", async (first, second, rule) => {
  expect(await rules(annex)).toEqual([]);
  expect(await rules(changed(annex, "2.同意部分公开答复数", wrapped(first, second)))).toContain(rule);
});
