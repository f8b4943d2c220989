import { expect, it } from "vitest";
import { contactOf } from "../../src/mapper/prose/fields/contact.ts";
import type { ProseLine } from "../../src/mapper/prose/prose-line.ts";
import { CHAPTERS, fieldsOf } from "./read.ts";

const TITLE = "橡溪县水利局2012年政府信息公开工作年度报告";

it.each([
  ["邮编：35040", null, ["field-unread"]],
  ["邮政编码：3504001", null, ["field-unread"]],
  ["邮编 350 400", "350400", []],
] as const)("a postcode has six digits, or is told: %s", async (printed, postcode, expected) => {
  const line = `如有疑问，请与办公室联系（地址：橡溪县中山路10号，${printed}）。`;
  const { report, rules } = await fieldsOf([TITLE, line, ...CHAPTERS]);
  expect([report.contact.postcode, report.contact.address, rules]).toEqual([
    postcode,
    "橡溪县中山路10号",
    expected,
  ]);
});

it.each([
  ["电话：0591-24336243", "0591-24336243", []],
  ["电话：0591—2433 6243", "0591-2433 6243", []],
  ["电话：+86-591-24336243", "+86-591-24336243", []],
  ["电话：138 0000 0000", "138 0000 0000", []],
  ["电话：24336", null, ["field-unread"]],
  ["电话：0591-243362433", null, ["field-unread"]],
] as const)("a telephone number is whole, or told: %s", async (printed, telephone, expected) => {
  const { report, rules } = await fieldsOf([
    TITLE,
    `联系人：办公室，${printed}，邮编：350400。`,
    ...CHAPTERS,
  ]);
  expect([report.contact.telephone, rules]).toEqual([telephone, expected]);
});

it.each([
  ["邮箱：ａｂｃ＠example.com", "abc@example.com", []],
  ["邮箱：abc#example.com", null, ["field-unread"]],
] as const)("an address for mail is read or told: %s", async (printed, email, expected) => {
  const { report, rules } = await fieldsOf([TITLE, `联系电话：0591-24336243，${printed}。`, ...CHAPTERS]);
  expect([report.contact.email, rules]).toEqual([email, expected]);
});

it("a postcode in brackets behind the address is none of it", async () => {
  const { report } = await fieldsOf([
    TITLE,
    "联系地址：橡溪县中山路10号（邮编350400），电话24336243。",
    ...CHAPTERS,
  ]);
  expect([report.contact.address, report.contact.postcode]).toEqual(["橡溪县中山路10号", "350400"]);
});

const OF_CHANGE = ["publication-date-of-change"];

it.each([
  ["更新时间：2034-01-12 10:22", "2034-01-12", OF_CHANGE],
  ["修改时间：2014-05-12", "2014-05-12", OF_CHANGE],
  ["最后更新：2014-05-12", "2014-05-12", OF_CHANGE],
  ["更新时间：2034-01-12 发布时间：2013-01-12", "2013-01-12", []],
  ["发布时间：2013-01-12 修改时间：2034-01-12", "2013-01-12", []],
] as const)("the day of a change is a doubtful day of publication: %s", async (line, date, expected) => {
  const page = [`<p>${line}</p>`, `<h1>${TITLE}</h1>`, ...CHAPTERS.map((text) => `<p>${text}</p>`)];
  for (const [lines, name] of [[[TITLE, line, ...CHAPTERS], "a.txt"] as const, [page, "a.html"] as const]) {
    const { report, rules } = await fieldsOf(lines, name);
    expect([report.publicationDate, rules]).toEqual([date, expected]);
  }
});

it("a date under the signature goes before the day of a change", async () => {
  const lines = [TITLE, "更新时间：2034-01-12", ...CHAPTERS, "橡溪县水利局", "2013年1月20日"];
  const { report, rules } = await fieldsOf(lines);
  expect([report.publicationDate, rules]).toEqual(["2013-01-20", []]);
});

it.each([
  ["二〇一三年一月廿日", "2013-01-20", []],
  ["二○一三年元月廿三日", "2013-01-23", []],
  ["二〇一三年一月卅一日", "2013-01-31", []],
  ["2013年1月20号", "2013-01-20", []],
  ["2 0 1 3 年 1 月 2 0 日", "2013-01-20", []],
  ["橡溪县水利局办公室　2013年1月20日印发", "2013-01-20", []],
  ["二〇一三年元月", null, ["field-unread"]],
  ["2013年1月　　日", null, ["field-unread"]],
  ["2013年2月30日", null, ["field-unread"]],
  ["13年1月20日", null, ["field-unread"]],
] as const)("a written date is read or told: %s", async (printed, date, expected) => {
  const { report, rules } = await fieldsOf([TITLE, ...CHAPTERS, "橡溪县水利局", printed]);
  expect([report.publicationDate, rules]).toEqual([date, expected]);
});

it.each([
  ["统计期限为二〇一二年一月一日至二〇一二年十二月卅一日", "2012-12-31", []],
  ["统计期限为2012年元月1号起至12月31号止", "2012-12-31", []],
  ["统计期限自2012月1日起至2012年12月31日", undefined, ["field-unread"]],
  ["统计时间截至2012年12月31日", undefined, []],
] as const)("a written period is read or told: %s", async (printed, end, expected) => {
  const { report, rules } = await fieldsOf([TITLE, `本报告数据${printed}。`, ...CHAPTERS]);
  expect([report.period?.to, rules]).toEqual([end, expected]);
});

it.each([
  "橡溪县人民政府网站 橡溪县水利局2012年政府信息公开工作年度报告",
  "橡溪县人民政府网站橡溪县水利局2012年政府信息公开工作年度报告",
  "橡溪县政府网-政务公开-橡溪县水利局2012年政府信息公开工作年度报告",
  "政务公开-橡溪县水利局2012年政府信息公开工作年度报告",
  "中国·橡溪 橡溪县水利局2012年政府信息公开工作年度报告",
  "橡溪县人民政府公报 橡溪县水利局2012年政府信息公开工作年度报告",
  "橡溪县水利局2012年政府信息公开工作年度报告-政务公开-橡溪县政府网",
  "橡溪县水利局2012年政府信息公开工作年度报告--橡溪县人民政府门户网站",
  "信息公开年报 - 橡溪县水利局2012年政府信息公开工作年度报告 - 橡溪县人民政府",
  "[橡溪县]橡溪县水利局2012年政府信息公开工作年度报告",
  "[政府信息公开年报]橡溪县水利局2012年政府信息公开工作年度报告",
])("the names of a site are none of the office's: %s", async (printed) => {
  const page = [`<title>${printed}</title>`, ...CHAPTERS.map((text) => `<p>${text}</p>`)];
  for (const [lines, name] of [[[printed, ...CHAPTERS], "a.txt"] as const, [page, "a.html"] as const]) {
    const { report, rules } = await fieldsOf(lines, name);
    expect([report.title, report.issuer, report.year, rules]).toEqual([TITLE, "橡溪县水利局", 2012, []]);
  }
});

it.each([
  ["橡溪县政务服务平台管理中心2012年政府信息公开年度报告", "橡溪县政务服务平台管理中心"],
  ["橡溪县互联网信息办公室2012年政府信息公开年度报告", "橡溪县互联网信息办公室"],
  ["橡溪市 橡溪县水利局2012年政府信息公开年度报告", "橡溪市橡溪县水利局"],
  ["橡溪县公安局 橡溪镇派出所2012年政府信息公开年度报告", "橡溪县公安局橡溪镇派出所"],
])("an office may be called like a site: %s", async (printed, issuer) => {
  const { report, rules } = await fieldsOf([printed, ...CHAPTERS]);
  expect([report.issuer, rules]).toEqual([issuer, []]);
});

it.each([
  ["2012年，我局按季更新目录。2012年共发布信息20条。", 2012, ["year-inferred"]],
  ["2012年，我局按季更新目录。2011年共发布信息20条。", null, ["year-missing"]],
  ["我局按季更新目录，2013年将继续。", null, ["year-missing"]],
] as const)("a year that only sentences name is inferred: %s", async (text, year, expected) => {
  const lines = ["橡溪县水利局政府信息公开工作年度报告", ...CHAPTERS, text];
  const { report, rules } = await fieldsOf(lines);
  expect([report.year, rules]).toEqual([year, expected]);
});

it.each(["橡水〔2013〕2号", "橡水［２０１３］２号", "橡水【2013】2号"])(
  "a document's number alone on a line: %s",
  async (line) => {
    const { report } = await fieldsOf([line, TITLE, ...CHAPTERS]);
    expect(report.documentNumber).toMatch(/^橡水.2013.2号$/u);
  },
);

const TWO_DATES = ["publication-date-conflict"];

it.each([
  ["2013年1月20日", TWO_DATES],
  ["发布时间：2013-01-20", TWO_DATES],
  ["2013年1月12日", []],
  ["2013-01-12", []],
] as const)("a date below the title that is not the signature's is told: %s", async (above, expected) => {
  const { rules } = await fieldsOf([TITLE, above, ...CHAPTERS, "橡溪县水利局", "2013年1月12日"]);
  expect(rules).toEqual(expected);
});

it.each([
  ["橡溪县水利局 清溪县审计局2012年政府信息公开工作年度报告"],
  ["橡溪县水利局清溪县审计局2012年政府信息公开工作年度报告"],
  ["橡溪县水利局 审计局2012年政府信息公开工作年度报告"],
  ["橡溪县水利局\n清溪县审计局\n2012年政府信息公开工作年度报告"],
  ["橡溪县水利局\n清溪县审计局2012年政府信息公开工作年度报告"],
  ["中共橡溪县委办公室 橡溪县人民政府办公室2012年政府信息公开工作年度报告"],
])("two offices of one title are told: %s", async (title) => {
  const { report, rules } = await fieldsOf([title, ...CHAPTERS]);
  expect([report.year, rules]).toEqual([2012, ["two-offices"]]);
});

it.each([
  ["橡溪市公安局清溪区分局"],
  ["橡溪市清溪区人民政府\n德胜街道办事处"],
  ["国家税务总局橡溪县税务局"],
  ["橡溪县人民政府 办公室"],
  ["橡溪市水利局灌区管理局"],
  ["橡溪县文化和旅游局"],
  ["橡溪县水利局、清溪县审计局"],
  ["橡溪县人民政府\n橡溪县水利局"],
  ["橡溪县人民政府 行政审批局"],
  ["中共橡溪县委 政法委员会"],
  ["橡溪县人大常委 会办公室"],
  ["国家税务总局橡溪县税务局 稽查局"],
  ["橡溪县卫生健康委员会 综合办公室"],
  ["中共橡溪县委橡溪县人民政府信访局"],
  ["中共橡溪县委\n橡溪县人民政府信访局"],
  ["中共橡溪县纪律检查委员会 橡溪县监察委员会"],
  ["中共橡溪新区工作委员会橡溪新区管理委员会"],
])("an office below another is one: %s", async (office) => {
  const { rules } = await fieldsOf([`${office}2012年政府信息公开工作年度报告`, ...CHAPTERS]);
  expect(rules).toEqual([]);
});

it.each([
  ["联系电话：24336243、24336299", "24336243、24336299", []],
  ["电话：0591-24336243 0591-24336299", "0591-24336243 0591-24336299", []],
  ["联系电话：0591-24336243，电话：24336243", "0591-24336243", []],
  ["监督电话：24336299，联系电话：24336243", "24336243", []],
  ["Tel：0591-24336243", "0591-24336243", []],
  ["联系电话：24336243，办公电话：24336299", "24336243", ["contact-differs"]],
  ["联系电话：24336243\n科室如下。\n联系电话：24336299", "24336243", ["contact-differs"]],
  ["联系电话：24336243\n\n主办单位：橡溪县政府 电话：24336299", "24336243", []],
  ["联系电话：24336243\n\n主办单位：橡溪县政府\n电话：24336299", "24336243", []],
  ["联系电话：24336243\n\n填报人：李明 联系电话：24336299", "24336243", []],
  ["联系电话：24336243，电话：0591-24336299、0591-24336243", "24336243", []],
  ["联系电话：0591-24336243，电话：+86-591-24336243", "0591-24336243", []],
  ["联系电话：24336243-24336249", "24336243-24336249", []],
  ["联系电话：24336243 20130112", "24336243", []],
] as const)("a second telephone number is kept or told: %s", async (printed, telephone, expected) => {
  const { report, rules } = await fieldsOf([TITLE, ...CHAPTERS, printed]);
  expect([report.contact.telephone, rules]).toEqual([telephone, expected]);
});

it.each([
  ["邮箱：a@example.com；b@example.com", []],
  ["邮箱：a@example.com，电子邮箱：b@example.com", ["contact-differs"]],
  ["邮编：350400，邮政编码：350401", ["contact-differs"]],
  ["地址：橡溪县中山路10号，联系地址：橡溪县人民路11号", ["contact-differs"]],
  ["地址：中山路10号，通讯地址：橡溪县中山路10号3楼", []],
  ["地址：中山路1号（二楼），通讯地址：橡溪县中山路一号", []],
  ["邮箱：a@example.com，举报邮箱：b@example.com", []],
] as const)("what two labels name otherwise is told: %s", async (printed, expected) => {
  const { rules } = await fieldsOf([TITLE, ...CHAPTERS, `${printed}。`]);
  expect(rules).toEqual(expected);
});

it.each([
  ["贰零壹叁年壹月贰拾日", "2013-01-20"],
  ["二0一三年一月一0日", "2013-01-10"],
  ["二〇13年1月二〇日", "2013-01-20"],
  ["2013年01月一〇日", "2013-01-10"],
  ["公元2013年1月20日", "2013-01-20"],
])("a date in mixed numerals is read: %s", async (date, expected) => {
  const { report, rules } = await fieldsOf([TITLE, ...CHAPTERS, "橡溪县水利局", date]);
  expect([report.publicationDate, rules]).toEqual([expected, []]);
});

it.each([
  "13.1.20",
  "1/20/2013",
  "January 20, 2013",
  "二〇一三·一·十",
  "2013年1月20",
  "二千零一十三年一月十日",
  "2013-1月-20日",
  "二〇一三年一月初十",
])("a date that cannot be read is told: %s", async (date) => {
  const { report, rules } = await fieldsOf([TITLE, ...CHAPTERS, "橡溪县水利局", date]);
  expect([report.publicationDate, rules]).toEqual([null, ["field-unread"]]);
});

it("a year in the numerals of cheques is read and printed as it stands", async () => {
  const title = "橡溪县水利局贰零壹贰年政府信息公开工作年度报告";
  const { report, rules } = await fieldsOf([title, ...CHAPTERS]);
  expect([report.title, report.issuer, report.year, rules]).toEqual([title, "橡溪县水利局", 2012, []]);
});

it("brackets around the office are none of its name", async () => {
  const { report } = await fieldsOf(["（橡溪县水利局）2012年政府信息公开工作年度报告", ...CHAPTERS]);
  expect(report.issuer).toBe("橡溪县水利局");
});

it("a line may name any number of addresses", () => {
  const line = { text: "a@b.cc。".repeat(150_000), at: {} } as ProseLine;
  const { contact, differing } = contactOf([line]);
  expect([contact.email?.value, differing]).toEqual(["a@b.cc", []]);
});
