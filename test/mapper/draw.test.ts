import { describe, expect, it } from "vitest";
import { drawColumns, drawFits, drawRows } from "../../src/mapper/draw.ts";
import { stagesOf } from "./drawn/stages.ts";

const PRINTED = `青石市2022年政府信息公开工作年度报告
二、主动公开政府信息情况
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| --- | --- | --- | --- |
| 规章 | 1 | 0 | 12 |
| 行政规范性文件 | 3 | 2 |  |
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 77 |
| 行政处罚 | 5 |
| 行政许可 | 78 |
`;

describe("the mapper's stages as drawings", () => {
  it("rows: what is printed before any form is asked", async () => {
    const { rows } = await stagesOf(PRINTED);
    expect(drawRows(rows).split("\n").slice(0, 2)).toEqual([
      'table 1 row 2 cells 规章 = "1"@2 "0"@3 "12"@4 under 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
      'table 1 row 3 cells 行政规范性文件 = "3"@2 "2"@3 ""@4 under 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数',
    ]);
  });

  it("fit: the form's rows over the printed ones, and what was not taken", async () => {
    const { fits } = await stagesOf(PRINTED);
    const drawn = drawFits(fits);
    expect(drawn).toMatch(/^proactiveDisclosure as 2021 score [\d.]+ rows 4\/6 columns \d\/6$/mu);
    expect(drawn).toMatch(/^ {2}规章: exact 1 header 3\/3 <- table 1 row 2 cells 规章 = "1"@2/mu);
    expect(drawn).toMatch(
      /^ {2}行政许可: exact 1 .*\n {4}not taken: table 2 row 4 cells 行政许可 = "78"@2/mu,
    );
    expect(drawn).toMatch(/^ {2}行政强制: not found$/mu);
  });

  it("columns: what came under which column, and how", async () => {
    const { fits, assignments } = await stagesOf(PRINTED);
    expect(drawColumns(fits, assignments).split("\n").slice(0, 4)).toEqual([
      "proactiveDisclosure as 2021",
      '  regulations counted: issued "1"@2, repealed "0"@3, inForce "12"@4',
      '  normativeDocuments counted: issued "3"@2, repealed "2"@3, inForce ""@4',
      '  administrativeLicensing counted: decisions "77"@2',
    ]);
  });
});
