import { expect, test } from "vitest";
import { cutAtPipes } from "../../src/tables/pipes.ts";

/** The cells of a line between `>` and `<` where a pipe opens and closes it, with as many dots as cells are filling. */
function drawn(line: string): string {
  const { cells, padding, opens, closes } = cutAtPipes(line);
  return `${opens ? ">" : ""}${cells.map((cell) => cell.trim()).join("/")}${closes ? "<" : ""}${".".repeat(padding)}`;
}

test.each([
  ["| 行政许可 | 11 |", ">行政许可/11<"],
  ["行政许可 | 11 |", "行政许可/11<"],
  ["行政许可 | 11", "行政许可/11"],
  ["行政许可 | 11 | ||", "行政许可/11//<.."],
  ["行政许可 | 11 | |", "行政许可/11/<."],
  ["行政许可 | 11 |  ||", "行政许可/11//<"],
  ["11 \\| 12 | 13 |", "11 \\| 12/13<"],
  ["|", ">"],
  ["||", "><"],
  ["| ||", ">/<.."],
  ["11", "11"],
])("%s", (line, cells) => {
  expect(drawn(line)).toBe(cells);
});
