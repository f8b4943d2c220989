import { describe, expect, it } from "vitest";
import { convert } from "../../src/index.ts";

const body = [
  "一、概述",
  "目录按季更新。",
  "二、主动公开政府信息情况",
  "公开栏换了玻璃。",
  "三、其他",
  "无。",
];

async function read(lines: readonly string[], name = "report.txt") {
  const bytes = new TextEncoder().encode([...lines, ...(name.endsWith("txt") ? body : [])].join("\n"));
  const { report, diagnostics } = await convert({ name, bytes });
  const rules = diagnostics
    .filter(({ severity, rule }) => severity === "warning" && rule !== "title-missing")
    .map(({ rule }) => rule);
  return { ...report!, rules };
}

describe("the sentence that announces a report", () => {
  it.each([
    ["根据《信息公开条例》，现公布橡溪县水利局2012年政府信息公开工作年度报告。", "橡溪县水利局"],
    ["特向社会公布2012年度橡溪县水利局政府信息公开报告，请予监督。", "橡溪县水利局"],
    ["现将橡溪街道2012年度政府信息公开工作情况报告如下：", "橡溪街道"],
    ["现就橡溪县水利局2012年政府信息公开及2013年工作打算公布如下。", "橡溪县水利局"],
    ["特向社会公布2012年度橡溪镇政府(机关)信息公开年度报告。", "橡溪镇"],
    ["现将橡溪学院2011-2012学年(2011年9月1日至2012年8月31日)信息公开工作报告如下:", "橡溪学院"],
    ["由橡溪县水利局编制的2012年政府信息公开年度报告，共四个部分。", "橡溪县水利局"],
    ["学院编制了《橡溪师范学院2012年信息公开工作报告》。", "橡溪师范学院"],
    [
      "本报告根据条例的要求,由橡溪县国家税务局、橡溪县地方税务局编制。统计期限为2012年1月1日至2012年12月31日。",
      "橡溪县国家税务局、橡溪县地方税务局",
    ],
    [
      "本年报由橡溪县人民政府办公室汇总各部门情况而成。统计期限为2012年1月1日至2012年12月31日。",
      "橡溪县人民政府办公室",
    ],
  ])("%s", async (sentence, office) => {
    const { title, issuer, year, rules } = await read([sentence]);
    expect([title, issuer, year, rules]).toEqual([null, office, 2012, []]);
  });

  it.each([
    "现将我局2012年政府信息公开情况报告如下：",
    "特向社会公布2012年度本机关信息公开年度报告。",
    "特向社会公布2012年度本级政府(机关)信息公开工作年度报告。",
    "结合《橡溪学院信息公开细则》，对2012年信息公开工作总结如下：",
    "按照《关于编制公布橡溪县2011年政府信息公开年度报告的通知》，现公布我镇2012年政府信息公开报告。",
  ])("%s names the year and no office", async (sentence) => {
    const { issuer, year, rules } = await read([sentence]);
    expect([issuer, year, rules]).toEqual([null, 2012, ["issuer-missing"]]);
  });

  it.each([
    "按时公布橡溪县2010年政府信息公开工作年度报告，并检查各部门的。",
    "本报告由各部门按照要求编制，由县水利局汇总。",
  ])("%s announces nothing", async (sentence) => {
    const { issuer, year, rules } = await read(["政府信息公开年报", sentence]);
    expect([issuer, year, rules]).toEqual([null, null, ["issuer-missing", "year-missing"]]);
  });

  it("its office goes before that of the page, which need not name its place", async () => {
    const { issuer, rules } = await read([
      "发布机构：县府办公室",
      "来源：网",
      "现公布橡溪县人民政府2012年政府信息公开工作年度报告。",
    ]);
    expect([issuer, rules]).toEqual(["橡溪县人民政府", []]);
  });

  it("another year than the title's is told", async () => {
    const { year, rules } = await read([
      "橡溪县水利局2012年政府信息公开工作年度报告",
      "现将我局2011年政府信息公开工作报告如下：",
    ]);
    expect([year, rules]).toEqual([2012, ["announced-year-conflict"]]);
  });
});

it.each([
  "发表日期:2013-01-12    文章来源:橡溪县水利局",
  "发布来源:橡溪县水利局网站 发布时间:2013-01-12 16:55:49",
  "作者:本站原创 | 来源:本站 | 时间:2013-01-12 点击数:- 分享到:",
  "选择阅读字号：[ 大 中 小 ] 更新时间：2013年1月12日 阅读次数：0",
  "发布日期: 2013- 01- 12 00: 45 浏览次数:",
])("%s: the date of a line of labels", async (line) => {
  const { publicationDate, title } = await read(["橡溪县水利局2012年政府信息公开工作年度报告", line]);
  expect([publicationDate, title]).toEqual(["2013-01-12", "橡溪县水利局2012年政府信息公开工作年度报告"]);
});

it("a line that says from when until when is no date", async () => {
  const { publicationDate } = await read([
    "橡溪县水利局2012年政府信息公开工作年度报告",
    "统计 时间：2012年1月1日至2012年12月31日",
  ]);
  expect(publicationDate).toBeNull();
});

it("an announcement may be broken over lines", async () => {
  const { issuer, year } = await read([
    "本报告是根据《信息公开条例》(以",
    "下简称《条例》)要求,由橡溪县水利",
    "局(以下简称县局)编制的2012 年度政府信息公开工",
    "作年度报告。",
  ]);
  expect([issuer, year]).toEqual(["橡溪县水利局", 2012]);
});

it.each(["发布机构：省政府办公厅", "发文机关  自治区水利局  日期  2013-01-12"])(
  "%s contradicts no title, because it does not say of which place it is",
  async (line) => {
    expect((await read(["橡溪县水利局2012年政府信息公开工作年度报告", line])).rules).toEqual([]);
  },
);

it.each([
  "首页/ 政府信息公开 / 政府信息公开年报 / 部门信息公开年报 / 正文",
  "政务公开 / 信息公开年报 / 2011年橡林县信息公开年报",
  "首页-政府信息公开-政府信息公开年报",
  "您所在的位置 政务公开 信息公开年报",
  "橡林县 | 信息公开 | 2011年年报",
  "橡林县政府信息公开年报-正文",
  "信息公开→橡林县2011年信息公开年报",
])("a path of links is no other title: %s", async (line) => {
  const title = "橡溪县水利局2012年政府信息公开工作年度报告";
  expect(await read([line, title])).toMatchObject({ title, year: 2012, rules: [] });
});

it.each([
  "本报告是根据《条例》、《高等学校信息公开办法》（教育部令第29号）、《关于公布〈高等学校信息公开事项清单〉的通知》（教办函〔2014〕23号）、《信息公开规定》（省政府令第262号）、《关于印发〈信息公开指南〉〈信息公开目录〉的通知》（院发〔2015〕1号）的要求编制的（报告中所列数据的统计时限为2011年9月1日-2012年8月31日）。",
  "现将橡溪学院2011-2012学年(2011年9月1日至2012年8月31日)信息公开工作执行情况报告如下:",
])("the school year is the period: %s", async (sentence) => {
  const { period } = await read(["橡溪学院2012年信息公开年度报告", sentence]);
  expect(period).toEqual({ from: "2011-09-01", to: "2012-08-31" });
});

it.each([
  ["大中小橡溪县水利局2012年政府信息公开工作年度报告", "橡溪县水利局"],
  ["大 中 小 橡溪县水利局2012年政府信息公开工作年度报告", "橡溪县水利局"],
  ["橡溪县发布2012年政府信息公开工作年度报告", "橡溪县"],
])("what a page glues to a title is no part of its office: %s", async (line, office) => {
  expect((await read([line])).issuer).toBe(office);
});

it.each([
  [["特向社会公布橡溪县水利局2012年信息公开年度报告。"], "橡溪县水利局"],
  [["由橡林县橡溪水利局编制本报告。"], "水利局"],
  [["发布机构：橡溪县水利局"], "橡溪县水利局"],
  [["发布机构：橡溪县教育局"], "水利局"],
])("the name of an office that the title shortens is completed: %s", async (lines, office) => {
  expect((await read(["水利局2012年政府信息公开工作年度报告", ...lines])).issuer).toBe(office);
});

it("an office whose title names its place keeps that name", async () => {
  const { issuer } = await read([
    "橡溪镇人民政府2012年政府信息公开工作年度报告",
    "发布机构：橡林县橡溪镇人民政府",
  ]);
  expect(issuer).toBe("橡溪镇人民政府");
});

it("who compiled the report goes before an office of the page without its place", async () => {
  const { issuer } = await read(["发布机构：省水利厅", "本报告根据条例的要求，由橡溪省水利厅编制。"]);
  expect(issuer).toBe("橡溪省水利厅");
});

it("a period of more than a year is told", async () => {
  const { year, rules } = await read([
    "政府信息公开年报",
    "本报告数据的统计期限自2010年1月1日起至2011年12月31日止。",
  ]);
  expect([year, rules]).toEqual([2011, ["issuer-missing", "period-long"]]);
});

describe("a box above the report", () => {
  const title = "橡溪县水利局2012年政府信息公开工作年度报告";
  const fields = [title, "橡溪县水利局", "2013-01-12", "0102-X/2013-00015", "橡水发〔2013〕3号"];

  it.each([
    [
      "its labels are set off by spaces",
      [
        title,
        " 索 引 号  0102-X/2013-00015  发文机关   发布日期  2013-01-12",
        " 发文字号  橡水发〔2013〕3号  有 效 性  有效",
        ` 成文日期   标 题  ${title}`,
      ],
    ],
    [
      "it is a list of labels with colons",
      [
        "- 索 引 号 :0102-X/2013-00015",
        "- 发文字号:橡水发〔2013〕3号",
        "- 发文机构:县水利局",
        `- 名 称:${title}`,
        "- 公文种类 :其他",
        "- 发布日期:2013-01-12 20:32",
        title,
      ],
    ],
    [
      "each label stands above its value",
      [
        title,
        ...["索引号", "0102-X/2013-00015", "发文机构", "橡溪县水利局", "公开目录", "政府信息公开年报"],
        ...["文      号", "橡水发〔2013〕3号", "日期", "2013-01-12"],
      ],
    ],
    [
      "its labels are those of other portals",
      [
        title,
        " 索引码  0102-X/2013-00015  公开主体  橡溪县水利局  公开时间  2013-01-12",
        " 公文文号  橡水发〔2013〕3号  服务对象  全社会",
      ],
    ],
    [
      "it is a table of labels and values",
      [
        title,
        "",
        "| 索 引 号 | 0102-X/2013-00015 | 主题分类 | |",
        "| --- | --- | --- | --- |",
        "| 发布机构 | 橡溪县水利局 | 发布日期 | 2013-01-12 20:34 |",
        "| 文 号 | 橡水发〔2013〕3号 | 有 效 性 | |",
        "",
      ],
    ],
    [
      "it is a table with a row of labels",
      [
        title,
        "",
        "| 索引号 | 发布机构 | 文号 | 发布日期 |",
        "| --- | --- | --- | --- |",
        "| 0102-X/2013-00015 | 橡溪县水利局 | 橡水发〔2013〕3号 | 2013-01-12 |",
        "",
      ],
    ],
  ])("%s", async (_, lines) => {
    const { title, issuer, publicationDate, indexNumber, documentNumber, rules } = await read(lines);
    expect([title, issuer, publicationDate, indexNumber, documentNumber]).toEqual(fields);
    expect(rules).toEqual([]);
  });

  it("an empty number is none", async () => {
    expect((await read([title, "文号：〔〕号"])).documentNumber).toBeNull();
  });
});

it("a letter's number in brackets and its date are read above the report's title", async () => {
  const { title, publicationDate, documentNumber } = await read([
    "橡溪县人民政府办公室关于公布",
    "橡溪县2012年度政府信息公开工作年度报告的通知",
    "（橡政办发〔2013〕3号）",
    "各乡镇人民政府：",
    "按照",
    "条例的要求，",
    "我办编制了报告，现予公布。",
    "二〇一三年一月十九日",
    "橡溪县2012年度政府信息公开工作年度报告",
  ]);
  expect([title, publicationDate, documentNumber]).toEqual([
    "橡溪县2012年度政府信息公开工作年度报告",
    "2013-01-19",
    "橡政办发〔2013〕3号",
  ]);
});

it.each([
  ["橡溪海关2012年海关信息公开工作年度报告", "橡溪海关"],
  ["橡溪县环境保护局2012年环境信息公开工作年度报告", "橡溪县环境保护局"],
  ["橡溪人民医院2012年医疗服务信息公开年度报告", "橡溪人民医院"],
  ["橡溪县2012年教育局信息公开年度报告", "橡溪县教育局"],
  ["橡溪审计署2012年政府信息公开年度报告", "橡溪审计署"],
])("what the information is about is no part of the office: %s", async (title, issuer) => {
  expect(await read([title])).toMatchObject({ title, issuer, year: 2012, rules: [] });
});

it("an address for mail with spaces behind its points is whole", async () => {
  const { contact } = await read([
    "橡溪县2012年政府信息公开年度报告",
    "请联系办公室（电话：0102—87110013；邮箱：xxgk@shui. edu. cn）。",
  ]);
  expect([contact.telephone, contact.email]).toEqual(["0102-87110013", "xxgk@shui.edu.cn"]);
});

it("behind an empty value stands the next label", async () => {
  const { indexNumber, documentNumber } = await read([
    "索引号 : 文 号 : 无",
    "主题分类: 发文单位: 无",
    "橡溪县水利局2012年政府信息公开工作年度报告",
  ]);
  expect([indexNumber, documentNumber]).toEqual([null, null]);
});

it("an address ends before a sign, one of two telephone numbers that run together where the other begins", async () => {
  const { contact } = await read([
    "橡溪县水利局2012年政府信息公开工作年度报告",
    "请与我局联系，地址：橡溪县广场路3号、联系电话：0102-76543210102-7654322。",
  ]);
  expect([contact.address, contact.telephone]).toEqual(["橡溪县广场路3号", "0102-7654321"]);
});

it("a title ends before what it is called for short", async () => {
  const { title } = await read([
    "橡溪县水利局2012年政府信息公开工作年度报告(以下简称年报)是根据《信息公开条例》规定进行编制。全文包括概述、主动公开政府信息情况、其他六个部分。",
  ]);
  expect(title).toBe("橡溪县水利局2012年政府信息公开工作年度报告");
});

const REST =
  "根据《信息公开条例》编制本报告。如有疑问，请与我局联系，地址：橡溪县广场路3号，电话：0102-7654321。";

it.each([
  [
    "发布日期：2013-01-12 来源：橡溪县水利局 橡溪县水利局2012年政府信息公开工作年度报告",
    "橡溪县水利局2012年政府信息公开工作年度报告",
  ],
  [
    "索 引 号 | 11/2 | 发布机构 | 橡溪县水利局 | 成文日期 | 2013-01-12 | 有效性 | 有效 | 橡溪县水利局 2012年政府信息公开年报",
    "橡溪县水利局2012年政府信息公开年报",
  ],
  [
    "发布日期：2013-01-12 发布机构：橡溪县水利局 橡溪县水利局2012年度 政府信息公开年报",
    "橡溪县水利局2012年度政府信息公开年报",
  ],
  [
    "发布日期：2013-01-12 发布机构：橡溪县水利局 橡溪县 水利局政府信息公开年报（2012年度）",
    "橡溪县水利局政府信息公开年报（2012年度）",
  ],
])("a page on one line: %s", async (head, title) => {
  const { issuer, year, publicationDate, contact, ...report } = await read([
    `${head} ${REST} ${body.join(" ")}`,
  ]);
  expect([report.title, issuer, year, publicationDate]).toEqual([title, "橡溪县水利局", 2012, "2013-01-12"]);
  expect([contact.address, contact.telephone]).toEqual(["橡溪县广场路3号", "0102-7654321"]);
});

it("cells of a box hold a label with its value, or a label alone", async () => {
  const { documentNumber, indexNumber, publicationDate } = await read([
    "索 引 号: XS11/2013-1 | 发文机关: 橡溪县水利局 | 文 号: |",
    "主题分类: | 成文日期: 2013-01-11 | 发布日期: 2013-01-12 |",
    "橡溪县水利局2012年政府信息公开工作年度报告",
  ]);
  expect([documentNumber, indexNumber, publicationDate]).toEqual([null, "XS11/2013-1", "2013-01-12"]);
});

it("a box may list its labels with bullets", async () => {
  const { documentNumber, indexNumber, publicationDate } = await read([
    "• 索 引 号:XS11-2013-00009",
    "    • 备注/文号:城政〔2013〕25号",
    "    • 发布机构:橡溪县水利局",
    "    • 公文生成日期:2013-01-05",
    "    橡溪县水利局2012年政府信息公开工作年度报告",
  ]);
  expect([documentNumber, indexNumber, publicationDate]).toEqual([
    "城政〔2013〕25号",
    "XS11-2013-00009",
    "2013-01-05",
  ]);
});
