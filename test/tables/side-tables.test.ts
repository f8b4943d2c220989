import { expect, it } from "vitest";
import { blocksOf } from "./text.ts";

const table = (heading: string, ...rows: readonly string[]): string =>
  [heading, "| --- | --- | --- |", ...rows].join("\n");
const LEFT = table(
  "| 项目 | 甲 | 乙 |",
  "| 规章 | 1 | 2 |",
  "| 文件 | 3 | 4 |",
  "| 许可 | 5 | 6 |",
  "| 处罚 | 7 | 8 |",
);
const RIGHT = table(
  "| 项目 | 丙 | 丁 |",
  "| 规章 | 9 | 10 |",
  "| 文件 | 11 | 12 |",
  "| 许可 | 13 | 14 |",
  "| 处罚 | 15 | 16 |",
);

/** The rows of every table, and the other lines. */
function printed(text: string): readonly string[] {
  return blocksOf(text).flatMap((block) => {
    if (block.kind === "line") return block.text.trim() === "" ? [] : [block.text];
    const { grid } = block;
    return Array.from({ length: grid.height }, (_, row) =>
      grid.cells
        .filter((cell) => cell.row === row + 1)
        .map(({ text: own }) => own)
        .join(" "),
    );
  });
}

it.each([
  ["", []],
  ["（续表）", ["（续表）"]],
  ["- 3 -", ["- 3 -"]],
] as const)("a table that goes on with further columns under its labels is one: %s", (between, lines) => {
  expect(printed(`${LEFT}\n\n${between}\n\n${RIGHT}\n`)).toEqual([
    "项目 甲 乙 丙 丁",
    "规章 1 2 9 10",
    "文件 3 4 11 12",
    "许可 5 6 13 14",
    "处罚 7 8 15 16",
    ...lines,
  ]);
});

it.each([
  ["a heading in common", RIGHT.replace("丙", "甲")],
  ["another label", RIGHT.replace("文件", "公文")],
  ["a row more", `${RIGHT}\n| 强制 | 17 | 18 |`],
  ["a line between them", `另见下表。\n\n${RIGHT}`],
])("tables with %s are two", (_, right) => {
  expect(printed(`${LEFT}\n\n${right}\n`)).toContain("规章 1 2");
});

it("tables are joined up to the width of the widest form", () => {
  const rows = Array.from({ length: 4 }, (_, row) => `| 第${row}行 | ${row} | ${row} |`);
  const tables = Array.from({ length: 120 }, (_, at) => {
    const name = String.fromCharCode(0x4e00 + at);
    return table(`| 项目 | 甲${name} | 乙${name} |`, ...rows);
  });
  const widths = blocksOf(tables.join("\n\n")).flatMap((block) =>
    block.kind === "grid" ? [block.grid.width] : [],
  );
  expect(Math.max(...widths)).toBeLessThanOrEqual(100);
  expect(Math.min(...widths)).toBeGreaterThan(3);
});
