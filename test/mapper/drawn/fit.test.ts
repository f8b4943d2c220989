import { describe, expect, it } from "vitest";
import { fitsOf, reportOf } from "./stages.ts";

const HEAD = "信息内容 | 本年处理决定数量";

/** How each row of the form was found: its match, and the printed row that was taken. */
async function matches(...rows: readonly string[]): Promise<readonly string[]> {
  const lines = await fitsOf(reportOf(2022, HEAD, ...rows));
  return lines.slice(1).map((line) => line.replace(/ header.*?<- (.*) under .*$/u, " <- $1").trim());
}

describe("the rows of a form laid over printed rows", () => {
  it("are found by their labels, in whatever order", async () => {
    expect(await matches("行政强制 | 2", "行政许可 | 7", "行政处罚 | 5")).toEqual([
      '行政许可: exact 1 <- table 1 row 3 cells 行政许可 = "7"@2',
      '行政处罚: exact 1 <- table 1 row 4 cells 行政处罚 = "5"@2',
      '行政强制: exact 1 <- table 1 row 2 cells 行政强制 = "2"@2',
    ]);
  });

  it("are found where a character of the label is another one, and say so", async () => {
    expect(await matches("行政许司 | 7", "行政处罚 | 5", "行政强制 | 2")).toContain(
      '行政许可: fuzzy 0.75 <- table 1 row 2 cells 行政许司 = "7"@2',
    );
  });

  it("leave out a printed row that the form does not have", async () => {
    expect(await matches("行政许可 | 7", "行政裁决 | 3", "行政处罚 | 5")).toEqual([
      '行政许可: exact 1 <- table 1 row 2 cells 行政许可 = "7"@2',
      '行政处罚: exact 1 <- table 1 row 4 cells 行政处罚 = "5"@2',
    ]);
  });

  it("name the printed row that was not taken", async () => {
    expect(await matches("行政许可 | 7", "行政处罚 | 5", "行政许可 | 8")).toEqual([
      '行政许可: exact 1 <- table 1 row 2 cells 行政许可 = "7"@2',
      'not taken: table 1 row 4 cells 行政许可 = "8"@2 under 信息内容 | 本年处理决定数量',
      '行政处罚: exact 1 <- table 1 row 3 cells 行政处罚 = "5"@2',
    ]);
  });
});
