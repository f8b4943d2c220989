import { expect, it } from "vitest";
import { fitsOf, reportOf } from "./stages.ts";

const RESULTS = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计";
const REVIEW = [`${RESULTS} | ${RESULTS} | ${RESULTS}`, "1|0|0|2|3|0|0|0|0|0|4|0|0|0|4"];
const ISSUED = [
  "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
  "规章 | 1 | 0 | 12",
  "行政规范性文件 | 3 | 2 | 9",
];

const chosen = async (year: number, rows: readonly string[]): Promise<readonly string[]> =>
  (await fitsOf(reportOf(year, ...rows))).filter((line) => !line.startsWith(" "));

it.each([2020, 2022])("the year %i decides between layouts that fit equally well", async (year) => {
  const layout = year < 2021 ? "2019" : "2021";
  expect(await chosen(year, REVIEW)).toEqual([
    `reviewAndLitigation as ${layout} score 1.000 rows 1/1 columns 15/15`,
  ]);
});

it("labels and headings decide against the year", async () => {
  expect(await chosen(2019, ISSUED)).toEqual([
    "proactiveDisclosure as 2021 score 0.250 rows 2/6 columns 3/6",
  ]);
});
