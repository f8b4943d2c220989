import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";

const list = (reduced: string): string =>
  `石梁县2015年政府信息公开工作年度报告\n一、概述目录按季更新。二、附表指标名称单位2015年度历年累计主动公开文件数条00其中：1.政府网站公开数条002.政府公报公开数条00受理依申请公开信息总数条00其中：1.当面申请数条002.网上申请数条003.信函、传真申请数条00对申请的答复总数条00${reduced}接受行政诉讼、举报数件00行政复议数件00行政诉讼数件00\n`;

async function read(reduced: string) {
  const { report, diagnostics } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(list(reduced)),
  });
  const told = diagnostics.filter(
    ({ severity, paths = [] }) =>
      severity !== "notice" && paths.includes("/report/tables/annexFujian/feeReductions/current"),
  );
  return {
    row: (report!.tables["annexFujian"] as Record<string, unknown>)["feeReductions"],
    told: told.map(({ rule }) => rule),
  };
}

it("a row that only some reports have is absent without a finding, and missed where its label is there", async () => {
  expect(await read("")).toEqual({ row: undefined, told: [] });
  expect(await read("政府信息公开收费减免金额元00")).toEqual({
    row: { current: 0, cumulative: 0 },
    told: ["inferred-from-sums"],
  });
  expect(await read("政府信息公开收费减免金额元18888117")).toEqual({
    row: { current: null, cumulative: null },
    told: ["fused-digits"],
  });
  expect(await read("政府信息公开收费减免金额无此项无此项")).toEqual({
    row: { current: null, cumulative: null },
    told: ["row-missing"],
  });
});
