import { expect, it } from "vitest";
import { columnsOf, reportOf } from "./stages.ts";

const HEAD = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数";

it("as many values as columns go in order", async () => {
  expect(await columnsOf(reportOf(2022, HEAD, "规章 | 1 | 0 | 12", "行政规范性文件 | 3 | 2 | "))).toEqual([
    "proactiveDisclosure as 2021",
    '  regulations counted: issued "1"@2, repealed "0"@3, inForce "12"@4',
    '  normativeDocuments counted: issued "3"@2, repealed "2"@3, inForce ""@4',
  ]);
});

it("headings in another order take their values with them", async () => {
  const head = "信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数";
  expect(await columnsOf(reportOf(2022, head, "规章 | 12 | 1 | 0", "行政规范性文件 | 9 | 3 | 2"))).toEqual([
    "proactiveDisclosure as 2021",
    '  regulations placed: issued "1"@3, repealed "0"@4, inForce "12"@2',
    '  normativeDocuments placed: issued "3"@3, repealed "2"@4, inForce "9"@2',
  ]);
});

it("a row with a cell too few leaves the column without one open", async () => {
  expect(await columnsOf(reportOf(2022, HEAD, "规章 | 1 | 0 | 12", "行政规范性文件 | 3 | 2"))).toContain(
    '  normativeDocuments placed: issued "3"@2, repealed "2"@3, inForce -',
  );
});

it("of two equal values in a row with one too many, one is left out", async () => {
  expect(
    await columnsOf(reportOf(2022, HEAD, "规章 | 1 | 0 | 12", "行政规范性文件 | 3 | 3 | 2 | 9")),
  ).toContain('  normativeDocuments surplus: issued "3"@2, repealed "2"@4, inForce "9"@5');
});
