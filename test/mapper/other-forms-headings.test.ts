import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";

const report = (headings: string): string => `青石区教育局2021年政府信息公开工作年度报告
二、主动公开政府信息情况
第二十条第（一）项
信息内容
${headings}
规章
1
2
3
行政规范性文件
4
5
6
第二十条第（五）项
信息内容
本年处理决定数量
行政许可
5
第二十条第（六）项
信息内容
本年处理决定数量
行政处罚
7
行政强制
8
第二十条第（八）项
信息内容
本年收费金额（单位：万元）
行政事业性收费
2.5
`;

it.each([
  ["本年制发件数\n本年废止件数\n现行有效件数", []],
  // One block copied from the form of the years before: its numbers count other things.
  ["本年新制作数量\n本年新公开数量\n对外公开总数量", ["header-missing"]],
  ["本年新\n制作数量\n本年新\n公开数量\n对外公开总数量", ["header-missing"]],
])("one cell a line, the first block under %j", async (headings, rules) => {
  const { diagnostics } = await convert({
    name: "page.txt",
    bytes: new TextEncoder().encode(report(headings)),
  });
  const found = diagnostics.map(({ rule }) => rule).filter((rule) => rule === "header-missing");
  expect(found).toEqual(rules);
});
