import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";

const page = (lines: readonly string[]): string =>
  [...lines, "本报告根据《中华人民共和国政府信息公开条例》编制。", "一、概述", "目录按季更新。", "二、主动公开政府信息情况", "公开栏换了玻璃。"].join("\n");

async function issuerOf(lines: readonly string[]): Promise<string | null> {
  const { report } = await convert({ name: "report.txt", bytes: new TextEncoder().encode(page(lines)) });
  return report!.issuer;
}

it.each([
  [["笺坪市", "2012年政府信息公开工作年度报告"], "笺坪市"],
  [["绀塘镇", "2017 年政府信息公开工作年度报告"], "绀塘镇"],
  [["橡溪县水利局", "2012年政府信息公开工作年度报告"], "橡溪县水利局"],
  [["信息公开专区", "2012年政府信息公开工作年度报告"], null],
  [["笺坪市", "瓷溪区2012年政府信息公开工作年度报告"], "瓷溪区"],
])("an office alone above the title issues the report: %j", async (lines, issuer) => {
  expect(await issuerOf(lines)).toBe(issuer);
});
