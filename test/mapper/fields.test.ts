import { expect, it } from "vitest";
import { CHAPTERS as body, fieldsOf } from "./read.ts";

const WHOLE = "橡溪县水利局2012年政府信息公开工作年度报告";

it.each([
  "橡溪县水利局2012年|政府信息公开工作年度报告",
  "橡溪县水利局2012年政府|信息公开工作年度报告",
  "橡溪县水利局|2012年政府信息公开|工作年度报告",
  "橡溪县水利局2012年政府信息公开工|作年度报告",
  "橡溪县水|利局2012年政府信息公开工作年度报告",
  "橡溪县|水利局2012年政府信息公开工作年度报告",
  "橡溪县|水利局|2012年政府信息公开工作年度报告",
  "橡溪县水利局20|12年政府信息公开工作年度报告",
])("a title broken over lines is one: %s", async (printed) => {
  const { report, rules } = await fieldsOf([...printed.split("|"), ...body]);
  expect([report.title, report.issuer, report.year, rules]).toEqual([WHOLE, "橡溪县水利局", 2012, []]);
});

it.each([
  ["2012橡溪县政府信息公开工作年度报告", "橡溪县", 2012],
  ["橡溪县水利局政府信息公开工作年度报告|（2012年度）", "橡溪县水利局", 2012],
  ["政府信息公开工作年度报告|二〇一二年|橡溪县水利局", "橡溪县水利局", 2012],
  ["**橡溪县水利局**|**2012年政府信息公开工作年度报告**", "橡溪县水利局", 2012],
  ["橡溪县水利局2012年上半年政府信息公开工作报告", "橡溪县水利局", 2012],
  ["橡溪县水利局二О一二年政府信息公开工作年度报告", "橡溪县水利局", 2012],
  ["橡溪县人力资源和社会|保障局2012年政府信息公开工作年度报告", "橡溪县人力资源和社会保障局", 2012],
  ["橡溪县人民政府转发橡溪县水利局2012年政府信息公开年度报告", "橡溪县水利局", 2012],
  ["橡溪县|城乡建设局|2012年政府信息公开工作年度报告", "橡溪县城乡建设局", 2012],
  ["橡溪县|市场监督管理局|2012年政府信息公开工作年度报告", "橡溪县市场监督管理局", 2012],
  ["橡溪经济开发区管理|委员会2012年政府信息公开工作年度报告", "橡溪经济开发区管理委员会", 2012],
  ["橡溪县水利局|2012年度|政府信息公开工作年度报告", "橡溪县水利局", 2012],
  ["橡溪县人民政府信息公开年度报告（2012年）", "橡溪县人民政府", 2012],
  ["2012年橡溪县政府信息公开办公室政府信息公开工作年度报告", "橡溪县政府信息公开办公室", 2012],
  ["橡溪县政务公开办2012年政府信息公开工作年度报告", "橡溪县政务公开办", 2012],
  ["2010年灯塔博览会事务局2012年政府信息公开年度报告", "2010年灯塔博览会事务局", 2012],
  ["橡溪县2010年灯塔会组织委员会政府信息公开年度报告（2012年度）", "橡溪县2010年灯塔会组织委员会", 2012],
  ["橡溪县2010年灯塔会组织委员会2012政府信息公开年度报告", "橡溪县2010年灯塔会组织委员会", 2012],
  ["关于报送《橡溪县水利局2012年政府信息公开年度报告》的函|县府办：", "橡溪县水利局", 2012],
  ["橡溪县水利局关于印发《2012年政府信息公开年度报告》的通知", "橡溪县水利局", 2012],
  ["橡溪县府办关于公布橡溪县水利局2012年政府信息公开年度报告的公告", "橡溪县水利局", 2012],
])("%s is issued by %s", async (printed, issuer, year) => {
  const { report, rules } = await fieldsOf([...printed.split("|"), ...body]);
  expect([report.issuer, report.year, rules]).toEqual([issuer, year, []]);
});

it("a page's heading broken within the title is one", async () => {
  const html = [
    "<h1>2012年橡溪县水利局<br/>政府信息公开工作年度报告</h1><div>首页</div><div id=zoom>",
    ...body.map((line) => `<p>${line}</p>`),
    "</div>",
  ];
  const { report, rules } = await fieldsOf(html, "report.html");
  expect([report.title, report.issuer, report.year, rules]).toEqual([
    "2012年橡溪县水利局政府信息公开工作年度报告",
    "橡溪县水利局",
    2012,
    [],
  ]);
});

it("a line of a list of chapters is no other title", async () => {
  const lines = [
    WHOLE,
    "本报告由概述、主动公开政府信息情况",
    "、政府信息公开的收费情况、需要报告的事项六个部分的报告",
    "组成。",
  ];
  const { rules } = await fieldsOf([...lines, ...body]);
  expect(rules).toEqual([]);
});

it("the heading goes before another report's title, which is told", async () => {
  const lines = [
    "<p>橡溪县水利局2011年政府信息公开工作年度报告</p>",
    `<h1>${WHOLE}</h1>`,
    ...body.map((line) => `<p>${line}</p>`),
  ];
  const { report, rules } = await fieldsOf(lines, "report.html");
  expect([report.title, report.year, rules]).toEqual([WHOLE, 2012, ["title-conflict"]]);
});

it.each([
  [`<title>橡溪县水利局2011年政府信息公开工作年度报告</title>`, ["title-conflict"]],
  [`<title>橡溪县教育局2012年政府信息公开工作年度报告</title>`, ["title-conflict"]],
  [`<title>${WHOLE}_橡溪县政府网</title><meta name="PubDate" content="2013-01-20 10:00">`, []],
  [`<meta name="PubDate" content="2013-01-21">`, ["publication-date-conflict"]],
  [`<meta name="ContentSource" content="橡溪县教育局">`, ["issuer-conflict"]],
  [`<meta name="ContentSource" content="橡溪县融媒体中心">`, []],
])("%s beside the page's heading and date", async (head, expected) => {
  const lines = [
    head,
    `<h1>${WHOLE}</h1><p>发布时间：2013-01-20</p>`,
    ...body.map((line) => `<p>${line}</p>`),
  ];
  expect((await fieldsOf(lines, "report.html")).rules).toEqual(expected);
});

it("links to other reports are no titles of this one, but where nothing else is", async () => {
  const link = '<li><a href="a">橡溪县水利局2011年政府信息公开工作年度报告</a></li>';
  const prose = body.map((line) => `<p>${line}</p>`);
  const beside = await fieldsOf([`<ul>${link}</ul><h1>${WHOLE}</h1>`, ...prose], "report.html");
  expect([beside.report.title, beside.rules]).toEqual([WHOLE, []]);
  const alone = await fieldsOf([`<p><a href="a">${WHOLE}</a></p>`, ...prose], "report.html");
  expect([alone.report.title, alone.rules]).toEqual([WHOLE, []]);
});

it.each([
  `【${WHOLE}】`,
  `【年度报告】${WHOLE}`,
  `「${WHOLE}」`,
  `★${WHOLE}★`,
  `${WHOLE}【公开】`,
  "【橡溪县水利局】2012年政府信息公开工作年度报告",
])("%s is the title in marks", async (title) => {
  const { report, rules } = await fieldsOf([title, ...body]);
  expect([report.title, report.issuer, report.year, rules]).toEqual([WHOLE, "橡溪县水利局", 2012, []]);
});

it("the year's brackets are no part of the office's name", async () => {
  const { report } = await fieldsOf(["橡溪县水利局（2012年）政府信息公开工作年度报告", ...body]);
  expect([report.issuer, report.year]).toEqual(["橡溪县水利局", 2012]);
});

it.each([
  [["橡溪县水利局2011—2012年度政府信息公开工作年度报告"], ["two-years-in-title"]],
  [[WHOLE, "2013年，我局公开信息12条。2013年，收到申请9件。"], ["text-of-other-year"]],
  [[WHOLE, "2013年，我局将公开信息12条。2013年，要进一步改进。"], []],
  [[WHOLE, "2011年，我局公开信息12条。2011年，收到申请9件。2012年收到8件。"], []],
])("%j: years that differ", async (lines, expected) => {
  expect((await fieldsOf([...lines, ...body])).rules).toEqual(expected);
});

it("what is printed nowhere is told", async () => {
  const { report, rules } = await fieldsOf([
    ...body,
    "三、依申请公开情况",
    "没有。",
    "四、收费情况",
    "没有。",
  ]);
  expect([report.title, report.issuer, report.year]).toEqual([null, null, null]);
  expect(rules).toEqual(["title-missing", "issuer-missing", "year-missing"]);
});

it("a year that only the date of publication gives is a guess", async () => {
  const { report, rules } = await fieldsOf([
    "橡溪县水利局政府信息公开工作年度报告",
    "发布日期：2013-01-20",
    ...body,
  ]);
  expect([report.year, rules]).toEqual([2012, ["year-guessed"]]);
});

it.each([`${WHOLE}-年度报告-橡溪县人民政府`, `橡溪县政府网 年度报告 ${WHOLE}`, `【${WHOLE}】-橡溪县政府网`])(
  "the page's own title names its site: %s",
  async (title) => {
    const lines = [`<title>${title}</title>`, ...body.map((line) => `<p>${line}</p>`)];
    const { report, rules } = await fieldsOf(lines, "report.html");
    expect([report.title, report.issuer, rules]).toEqual([WHOLE, "橡溪县水利局", []]);
  },
);

it.each([
  [["2012年3月1日至3月31日，开展了公开宣传月活动。"], null],
  // Joined with the title above, the line would speak of the report's period.
  [["公开目录的时限为2012年3月1日至2012年9月30日。"], null],
  [
    ["年内于2012年3月1日至3月31日开展公开宣传月活动。", "本报告数据统计期限为2012年1月1日至12月31日。"],
    { from: "2012-01-01", to: "2012-12-31" },
  ],
  [["统计期限为２０１２年１月１日至１２月３１日。"], { from: "2012-01-01", to: "2012-12-31" }],
  [["在数据治理行动期间（2012年4月1日至2012年6月30日）查了灯塔。"], null],
  [["满意度调查统计时间为2012年10月1日至10月31日。"], null],
  [["统计期为2012年1-12月。"], { from: "2012-01-01", to: "2012-12-31" }],
  [["统计期限为2012年1月1日至11月30日。"], { from: "2012-01-01", to: "2012-11-30" }],
])("the period of %j is %j", async (said, period) => {
  const { report, rules } = await fieldsOf([WHOLE, body[0]!, ...said, ...body.slice(2)]);
  expect([report.period, rules]).toEqual([period, []]);
});

it.each([
  [
    ["统计期限为2012年1月1日至12月31日。", "本报告数据统计期限为2012年1月1日至11月30日。"],
    ["period-conflict"],
  ],
  [["统计期限为2011年1月1日至12月31日。"], ["year-conflict"]],
  [["2012年3月1日至3月31日，修了灯塔。", "本报告数据统计期限为2012年1月1日至12月31日。"], ["period-unsure"]],
])("%j differ", async (said, expected) => {
  const { rules } = await fieldsOf([WHOLE, ...said, ...body]);
  expect(rules).toEqual(expected);
});

it.each(["水利局", "城乡建设局"])("a signature gives in full the name of the title: %s", async (name) => {
  const signed = [`橡溪县${name}`, "2013年1月19日"];
  const { report, rules } = await fieldsOf([`${name}2012年政府信息公开工作年度报告`, ...body, ...signed]);
  expect([report.issuer, rules]).toEqual([`橡溪县${name}`, []]);
});

it("a signature of another place or department is told, one by who governs the same place is none", async () => {
  expect((await fieldsOf([WHOLE, ...body, "橡溪县教育局"])).rules).toEqual(["issuer-conflict"]);
  expect((await fieldsOf([WHOLE, ...body, "绀塘县教育局"])).rules).toEqual(["issuer-conflict"]);
  expect((await fieldsOf([WHOLE, ...body, "橡溪县人民政府办公室"])).rules).toEqual([]);
});

it.each([
  "报告涵盖2012年度（1月1日至12月31日）的工作。",
  "统计时间为2012年1月1日0时至2012年12月31日24时。",
  "2012年3月1日至3月31日为宣传月，报告期为2012年1月1日至2012年12月31日。",
])("%s covers the whole year", async (said) => {
  const { report, rules } = await fieldsOf([WHOLE, said, ...body]);
  expect([report.period, rules]).toEqual([{ from: "2012-01-01", to: "2012-12-31" }, []]);
});

it("the page's line of source, date and hits has several fields", async () => {
  const line = "来源：橡溪县水利局 发布时间：2013-01-12 浏览次数：2012";
  const { report } = await fieldsOf(["政府信息公开工作年度报告（2012年）", line, ...body]);
  expect([report.issuer, report.publicationDate]).toEqual(["橡溪县水利局", "2013-01-12"]);
});

it("an office and its date on one line sign the report", async () => {
  const { report } = await fieldsOf([WHOLE, ...body, "橡溪县水利局 二○一三年一月二十八日"]);
  expect(report.publicationDate).toBe("2013-01-28");
});

it.each(["２０１３年１月２８日", "公开日期 2013/1/28"])("%s is a date that stands alone", async (printed) => {
  const { report } = await fieldsOf([WHOLE, ...body, printed]);
  expect(report.publicationDate).toBe("2013-01-28");
});

it.each([
  [
    "（电话/传真：0790-4347000，邮箱：deng @example.com）",
    ["0790-4347000", "0790-4347000", "deng@example.com"],
  ],
  ["（电话0790-4347000，传真0790-4347001）", ["0790-4347000", "0790-4347001", null]],
])("telephone, fax and mail of %s", async (printed, expected) => {
  const { telephone, fax, email } = (await fieldsOf([WHOLE, printed, ...body])).report.contact;
  expect([telephone, fax, email]).toEqual(expected);
});

it.each([
  "（地址：灯塔路2号（东楼）3楼302室（二），邮编：|330000，电话：0790-|4347000，电子邮箱：deng＠example.com）。",
  "（地址：灯塔路2号（东楼）|3楼302室（二）；邮编：330000；电话：0790-4347000；电子邮箱：deng@|example.com）。",
  "（地址：灯塔路2号（东楼）3楼302室（二），邮编330000，电话0790-4347000，邮箱deng@example.com）",
  "地址：灯塔路2号（东楼）3楼302室（二）|邮编：33|0000|联系方式：0790-4347000|电子邮箱：deng@example.com",
  "地址：灯塔路2号（东楼）3楼302室（二）|邮编：330000|电话：0790-4347000|电子邮箱：deng@example．com",
])("contact data over line ends: %s", async (printed) => {
  const { report } = await fieldsOf([WHOLE, ...printed.split("|"), ...body]);
  expect(report.contact).toMatchObject({
    address: "灯塔路2号（东楼）3楼302室（二）",
    postcode: "330000",
    telephone: "0790-4347000",
    email: "deng@example.com",
  });
});

it("the address of a site is none of an office", async () => {
  const line = "本报告可在橡溪县人民政府网站（网站地址：http://www.example.cn/）下载。";
  expect((await fieldsOf([WHOLE, line, ...body])).report.contact.address).toBeNull();
  const both = `${line}如有疑问，请与橡溪县水利局联系（地址：橡溪县堤路12号）。`;
  expect((await fieldsOf([WHOLE, both, ...body])).report.contact.address).toBe("橡溪县堤路12号");
});

it.each([
  "按照《橡溪县人民政府办公室关于做好2012年政府信息公开年度报告编制发布工作的通知》要求，编制本报告，并向社会公布全文。",
  "为了公开透明，按照橡溪县人民政府办公室关于编制2012年政府信息公开年度报告有关事项的通知，编制并公布本报告的全文。",
])("what is said of making reports is no title: %s", async (line) => {
  const more = ["三、依申请公开政府信息情况", "没有。", "四、政府信息公开的收费及减免情况", "没有。"];
  const more2 = ["五、因政府信息公开申请行政复议、提起行政诉讼的情况", "没有。"];
  const { report, rules } = await fieldsOf([line, ...body, ...more, ...more2]);
  expect([report.title, report.issuer]).toEqual([null, null]);
  expect(rules).toEqual(expect.arrayContaining(["title-missing", "issuer-missing"]));
});

it.each(["政府2012年政务公开年报", "高校2012年信息公开年度报告"])("%s names no office", async (title) => {
  const { report, rules } = await fieldsOf([title, ...body]);
  expect([report.issuer, rules]).toEqual([null, ["issuer-missing"]]);
});

it.each(["来源：橡溪县水利局 时间：2013-01-12 10:01", "时间：2013年1月12日", "日期：2013-01-12 点击：31"])(
  "%s dates the page",
  async (line) => {
    expect((await fieldsOf([WHOLE, line, ...body])).report.publicationDate).toBe("2013-01-12");
  },
);

it("时间 of a span dates nothing, and a school year's report may come out in autumn", async () => {
  const span = await fieldsOf([WHOLE, "时间：2012年1月1日至12月31日", ...body]);
  expect(span.report.publicationDate).toBeNull();
  const school = [
    "橡溪学院2011-2012学年信息公开年度报告",
    "2012年10月30日",
    "本报告统计期限自2011年9月1日起，至2012年8月31日止。",
    ...body,
  ];
  expect((await fieldsOf(school)).rules).toEqual([]);
});

it.each([
  ["发布日期：20130122", "2013-01-22", []],
  ["发布日期：13-01-22", null, ["field-unread"]],
  ["发布日期：2013-02-30", null, ["field-unread"]],
  ["2013年元月22日", "2013-01-22", []],
] as const)("a date is read or told: %s", async (line, date, expected) => {
  for (const lines of [[WHOLE, line, ...body], [WHOLE, line, ...body].map((text) => `<p>${text}</p>`)]) {
    const { report, rules } = await fieldsOf(lines, lines[0]!.startsWith("<") ? "a.html" : "a.txt");
    expect([report.publicationDate, rules]).toEqual([date, expected]);
  }
});

it.each([
  ["统计期限自2012年1月1日至2012年11月31日。", ["field-unread"]],
  ["统计期限自2012年12月31日至2012年1月1日。", ["field-unread"]],
  ["普查自2012年12月31日至2012年1月1日。", []],
])("a period that no calendar has is told: %s", async (line, expected) => {
  const { report, rules } = await fieldsOf([WHOLE, line, ...body]);
  expect([report.period, rules]).toEqual([null, expected]);
});

it.each([
  ["现公布橡溪县林业局2012年政府信息公开工作年度报告。", ["issuer-conflict"]],
  ["本报告由橡溪县林业局编制。", ["issuer-conflict"]],
  ["本报告由橡溪县水利局办公室编制。", []],
  ["本报告由橡溪县人民政府办公室编制。", []],
])("a text that names another office than the title is told: %s", async (line, expected) => {
  expect((await fieldsOf([WHOLE, line, ...body])).rules).toEqual(expected);
});

it("links to other reports on the line of the title are not in the office's name", async () => {
  const { report } = await fieldsOf([`2011年政府信息公开年报${WHOLE}`, ...body]);
  expect(report.issuer).toBe("橡溪县水利局");
});
