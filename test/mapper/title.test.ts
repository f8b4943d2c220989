import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";

const page = (lines: readonly string[]): string =>
  [
    ...lines,
    "本报告根据《中华人民共和国政府信息公开条例》编制。",
    "一、概述",
    "目录按季更新。",
    "二、主动公开政府信息情况",
    "公开栏换了玻璃。",
  ].join("\n");

async function issuerOf(lines: readonly string[]): Promise<string | null> {
  const { report } = await convert({ name: "report.txt", bytes: new TextEncoder().encode(page(lines)) });
  return report!.issuer;
}

it.each([
  [["笺坪市", "2012年政府信息公开工作年度报告"], "笺坪市"],
  [["绀塘镇", "2017 年政府信息公开工作年度报告"], "绀塘镇"],
  [["橡溪县水利局", "2012年政府信息公开工作年度报告"], "橡溪县水利局"],
  [["信息公开专区", "2012年政府信息公开工作年度报告"], null],
  [["7777", "2012年政府信息公开工作年度报告"], null],
  [["笺坪市", "瓷溪区2012年政府信息公开工作年度报告"], "瓷溪区"],
  [["绀塘县总工会", "2012年政府信息公开工作年度报告"], "绀塘县总工会"],
])("an office alone above the title issues the report: %j", async (lines, issuer) => {
  expect(await issuerOf(lines)).toBe(issuer);
});

async function titleOf(lines: string, name = "report.txt"): Promise<string | null> {
  return (await convert({ name, bytes: new TextEncoder().encode(lines) })).report!.title;
}

it("neither a path of links nor the name of the form is a title", async () => {
  const title = "橡溪县水利局2023年政府信息公开工作年度报告";
  expect(await titleOf(`首页 > 政务公开 > 年报\n${page([title])}`)).toBe(title);
  const preamble =
    "按照《中华人民共和国政府信息公开条例》《中华人民共和国政府信息公开工作年度报告格式》的要求，编制并公布本年度的报告。";
  const body = `<p>${preamble}</p><p>一、总体情况</p><p>灯塔修好了。</p><p>二、主动公开政府信息情况</p>`;
  expect(
    await titleOf(
      `<title>${title}_橡溪县人民政府</title><h1>${title}</h1><div class="TRS_Editor">${body}</div>`,
      "report.html",
    ),
  ).toBe(title);
});

it.each([
  "橡溪县水利局关于2012年政府信息公开工作年度报告（2013年发布）",
  "橡溪县水利局关于印发2012年政府信息公开工作年度报告的通知",
  "【年度报告】橡溪县水利局2012年政府信息公开工作年度报告",
  "2012年政府信息公开工作年度报告（橡溪县水利局）",
  "橡溪县水利局2012年政府信息公开工作年度报告 - 橡溪县人民政府门户网站",
])("what stands around the title does not hide whose it is: %s", async (title) => {
  expect(await issuerOf([title])).toBe("橡溪县水利局");
});

it.each([
  "自2012年1月1日起至12月31日止",
  "为2012年1月—12月",
  "：2012.01.01-2012.12.31",
  "从2012年1月1日开始，到2012年12月31日结束",
  "为二〇一二年一月一日至十二月三十一日",
])("the period %s is the whole year", async (period) => {
  const { report } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(
      page(["橡溪县水利局2012年政府信息公开工作年度报告", `统计期限${period}。`]),
    ),
  });
  expect(report!.period).toEqual({ from: "2012-01-01", to: "2012-12-31" });
});

it("months in which something was done are no period", async () => {
  const { report } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(
      page(["橡溪县水利局2012年政府信息公开工作年度报告", "2012年3月—5月换了灯泡。"]),
    ),
  });
  expect(report!.period).toBeNull();
});

it.each([
  ["橡溪县审计局2023年法治政府建设暨政府信息公开工作年度报告", "橡溪县审计局"],
  ["中国人民银行笺坪市分行2023年政务服务暨政府信息公开工作年度报告", "中国人民银行笺坪市分行"],
  ["中共橡溪县委机构编制委员会办公室2023年政府信息公开工作年度报告", "中共橡溪县委机构编制委员会办公室"],
])("of %s the office is %s", async (title, issuer) => {
  expect(await issuerOf([title])).toBe(issuer);
});

const inPage = (lines: string) =>
  `<html><body>${lines}<p>一、总体情况</p><p>灯塔修好了。</p><p>二、主动公开政府信息情况</p></body></html>`;

it("a title broken within its paragraph stands beside one of another year that is whole", async () => {
  const broken = "<p>橡溪县民政局<br>2023年政府信息公开<br>工作年度报告</p>";
  const { diagnostics } = await convert({
    name: "report.html",
    bytes: new TextEncoder().encode(inPage(`<h3>橡溪县民政局2022年政府信息公开工作年度报告</h3>${broken}`)),
  });
  expect(diagnostics.map(({ rule }) => rule)).toContain("title-conflict");
  expect(await titleOf(inPage(`<h2>2024年政府信息公开年报专栏</h2>${broken}`), "report.html")).toBe(
    "橡溪县民政局2023年政府信息公开工作年度报告",
  );
});

it("the office and the year of a title on a line with text may stand before a space", async () => {
  const line =
    "橡溪学院2015-2016学年度 信息公开工作年度报告 根据《高等学校信息公开办法》的要求，编制本报告。统计时间为2015年9月1日至2016年8月31日。";
  expect(await titleOf(page([line]))).toBe("橡溪学院2015-2016学年度信息公开工作年度报告");
});

it("title, office and box of a page in Traditional characters are read as printed", async () => {
  const lines = [
    "索引號 : | 0102/2018-01 | 發布日期 : | 2018-02-18 |",
    "發布機構 : | 橡溪縣水務局 | 有效性 : | 有效 |",
    "文號 : | 橡水〔2018〕3號 | 主題詞 : | 其他 |",
    "橡溪縣水務局2017年政府信息公開工作年度報告",
    "本報告由橡溪縣水務局編制。統計期限自2017年1月1日起至2017年12月31日止。聯繫地址：橡溪縣廣場路3號；電話：0102-7654321。",
    "一、概述",
    "無。",
    "二、主動公開政府信息情況",
    "主動公開政府信息12條。",
  ];
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const report = (await convert({ name: "report.txt", bytes })).report!;
  const { title, issuer, year, period, publicationDate, indexNumber, documentNumber, contact } = report;
  expect([title, issuer, year, period?.to, publicationDate, indexNumber, documentNumber]).toEqual([
    "橡溪縣水務局2017年政府信息公開工作年度報告",
    "橡溪縣水務局",
    2017,
    "2017-12-31",
    "2018-02-18",
    "0102/2018-01",
    "橡水〔2018〕3號",
  ]);
  expect([contact.address, contact.telephone]).toEqual(["橡溪縣廣場路3號", "0102-7654321"]);
});
