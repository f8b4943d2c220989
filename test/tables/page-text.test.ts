import { describe, expect, it } from "vitest";
import { cellsOf, convert, flagsOf } from "../../src/index.ts";
import { drawReport, plain } from "../support/factory/index.ts";
import { renderings } from "../support/factory/renderings.ts";
import { blocksOf, drawn } from "./text.ts";

const rendered = (id: string): readonly string[] => {
  const { render } = renderings.find((it) => it.id === id)!;
  return new TextDecoder().decode(render(drawReport(7, plain))).split("\n");
};
const converted = (lines: readonly string[]) =>
  convert({ name: "page.txt", bytes: new TextEncoder().encode(lines.join("\n")) });

describe.each([
  ["page-text-cells", /^\d+ \|$/u, ""],
  ["page-text-rows", / \d+ \| \d+ \|/u, / \d+ \|/u],
])("%s", (id, line, lost) => {
  const lines = rendered(id);
  const places = lines.flatMap((text, at) => (line.test(text) ? [at] : [])).filter((_, at) => at % 12 === 0);

  it.each(places)("a value lost in line %i changes no cell in silence", async (at) => {
    const before = await converted(lines);
    const changed = lost === "" ? lines.toSpliced(at, 1) : lines.with(at, lines[at]!.replace(lost, ""));
    const after = await converted(changed);
    const flagOf = flagsOf(after);
    const values = new Map(cellsOf(after.report!).map(({ pointer, value }) => [pointer, value]));
    const silent = cellsOf(before.report!).filter(
      ({ pointer, value }) => (values.get(pointer) ?? null) !== value && flagOf(pointer).severity === null,
    );
    expect(silent.map(({ path, value }) => `${path} ${String(value)}`)).toEqual([]);
  });
});

it("a pipe alone below cells that end in pipes is a blank cell, no row", () => {
  const blanks = [
    "二、上年结转 |",
    "|",
    "6 |",
    "|",
    "|",
    "||",
    "三、办理结果 |",
    "|",
    "|",
    "37 |",
    "|",
    "||",
  ];
  expect(drawn(["一、本年新收 |", "1 |", "2 |", "3 |", "4 |", "||", ...blanks].join("\n"))).not.toContain(
    "pipe-cells",
  );
});

it("where some rows alone end in a pipe, it stands before a blank cell", () => {
  const grids = drawn("处罚数量 | | 合计\n罚款 | 警告 |\n3 | 4 | 7");
  expect(grids).toContain("[pipe]");
  const [block] = blocksOf("处罚数量 | | 合计\n罚款 | 警告 |\n3 | 4 | 7");
  const last = block?.kind === "grid" ? block.grid.cells.filter(({ row }) => row === 3) : [];
  expect(last.map(({ text, column }) => `${column} ${text}`)).toEqual(["1 3", "2 4", "3 7"]);
  const second = block?.kind === "grid" ? block.grid.cells.find(({ text }) => text === "警告") : undefined;
  expect([second?.column, second?.columnSpan]).toEqual([2, 1]);
});
