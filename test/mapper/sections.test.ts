import { expect, it } from "vitest";
import { convert } from "../../src/index.ts";

async function sectionsOf(...lines: readonly string[]): Promise<readonly string[]> {
  const { report } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(["橡溪县水利局2023年政府信息公开工作年度报告", ...lines].join("\n")),
  });
  return report!.sections.map(
    ({ number, title, paragraphs }) => `${number} ${title}: ${paragraphs.join("")}`,
  );
}

it.each([
  ["第一部分 ", "第二部分 "],
  ["1. ", "2."],
  ["一 ", "二  "],
  ["", ""],
])("chapters numbered %j are found where none is numbered 一、", async (one, two) => {
  const [, ...sections] = await sectionsOf(
    `${one}总体情况`,
    "灯塔修好了。",
    "总体情况良好。",
    `${two}主动公开政府信息情况`,
    "公开栏换了玻璃。",
  );
  expect(sections).toEqual([
    `1 ${one}总体情况: 灯塔修好了。总体情况良好。`,
    `2 ${two}主动公开政府信息情况: 公开栏换了玻璃。`,
  ]);
});

it("beside numbered chapters the words of a title alone open none", async () => {
  const [, ...sections] = await sectionsOf(
    "一、总体情况",
    "灯塔修好了。",
    "其他需要报告的事项",
    "二、主动公开政府信息情况",
    "公开栏换了玻璃。",
  );
  expect(sections).toEqual([
    "1 一、总体情况: 灯塔修好了。其他需要报告的事项",
    "2 二、主动公开政府信息情况: 公开栏换了玻璃。",
  ]);
});

it.each([
  ["三、政府信息公开申请情况", 3],
  ["四、行政复议、行政诉讼情况", 4],
  ["五、存在的主要问题及下一步工作打算", 5],
  ["六、其它需要报告的事项", 6],
])("%s is chapter %i of the form", async (title, number) => {
  const sections = await sectionsOf(
    "一、总体情况",
    "灯塔修好了。",
    "二、政府信息主动公开情况",
    "公开栏换了玻璃。",
    title,
    "灯塔又坏了。",
  );
  expect(sections.at(-1)).toBe(`${number} ${title}: 灯塔又坏了。`);
});

it("a chapter follows in the outline whatever its words", async () => {
  const [, ...sections] = await sectionsOf(
    "一、总体情况",
    "灯塔修好了。",
    "二、主动公开政府信息情况",
    "一、换了玻璃；",
    "二、刷了漆；",
    "三、擦了灯。",
    "三、审批事项及处理情况",
    "没有。",
    "四、政府信息公开行政法复议、行政诉讼情况。",
    "没有。",
    "五、看灯人员与经费",
    "两人。",
  );
  expect(sections).toEqual([
    "1 一、总体情况: 灯塔修好了。",
    "2 二、主动公开政府信息情况: 一、换了玻璃；二、刷了漆；三、擦了灯。",
    "103 三、审批事项及处理情况: 没有。",
    "4 四、政府信息公开行政法复议、行政诉讼情况。: 没有。",
    "105 五、看灯人员与经费: 两人。",
  ]);
});

it.each([
  ["第一部分 ", "第二部分 ", "第三部分 "],
  ["1.", "2.", "3."],
])("chapters of own words follow those numbered %j, too", async (one, two, three) => {
  const sections = await sectionsOf(
    `${one}总体情况`,
    "灯塔修好了。",
    `${two}主动公开政府信息情况`,
    "公开栏换了玻璃。",
    `${three}看灯人员情况`,
    "两人。",
  );
  expect(sections.at(-1)).toBe(`103 ${three}看灯人员情况: 两人。`);
});

it("a title may run on into its text", async () => {
  const [, ...sections] = await sectionsOf(
    "一、总体情况。灯塔修好了。",
    "一、加强领导。设了守塔人。",
    "二、健全制度。挂了值班表。",
    "二、主动公开政府信息情况：公开栏换了玻璃。",
    "三、守塔人的话。夜里有雾。",
  );
  expect(sections).toEqual([
    "1 一、总体情况。: 灯塔修好了。一、加强领导。设了守塔人。二、健全制度。挂了值班表。",
    "2 二、主动公开政府信息情况：: 公开栏换了玻璃。",
    "103 三、守塔人的话。: 夜里有雾。",
  ]);
});

it("chapters of own words alone are a report's below a title", async () => {
  const [, ...sections] = await sectionsOf(
    "一、加强领导，落实责任",
    "设了守塔人。",
    "二、取得的成效",
    "灯塔修好了。",
    "三、今后的打算",
    "再修一座。",
  );
  expect(sections).toEqual([
    "101 一、加强领导，落实责任: 设了守塔人。",
    "102 二、取得的成效: 灯塔修好了。",
    "103 三、今后的打算: 再修一座。",
  ]);
});

it("in text run together a chapter of own words is found by its number", async () => {
  const [, ...sections] = await sectionsOf(
    "一、总体情况 灯塔修好了，按第三、四条办理。二、主动公开政府信息情况 公开栏换了玻璃。三、灯塔看守人员及经费支出情况两人，一切如常，没有其他需要说明之处。",
  );
  expect(sections).toEqual([
    "1 一、总体情况: 灯塔修好了，按第三、四条办理。",
    "2 二、主动公开政府信息情况: 公开栏换了玻璃。",
    "103 三、灯塔看守人员及经费支出情况: 两人，一切如常，没有其他需要说明之处。",
  ]);
});

it.each([
  ["没有发生。", "六、政府信息公开存在的主要问题及改进措施", "灯太暗。"],
  ["没有发生。", "六、不足之处及2024年工作思路", "灯太暗。"],
  [
    "灯塔看守一切如常，夜里点灯，白天擦窗，没有其他需要说明之处，也没有发生别的事情，请各位放心就是。",
    "六、问题与改进",
    "灯太暗，明年换新，先把旧的灯罩擦净，再把油灯换成电灯。",
  ],
])(
  "a short paragraph may go on with the next title behind a full stop: %s%s",
  async (before, title, after) => {
    const sections = await sectionsOf(
      ...["一、概述", "二、主动公开政府信息情况", "三、依申请公开政府信息情况", "四、收费及减免情况"],
      "五、行政复议和行政诉讼情况",
      before + title + after,
    );
    expect(sections.slice(-2).map((text) => text.replace(/^\d+ /u, ""))).toEqual([
      `五、行政复议和行政诉讼情况: ${before}`,
      `${title}: ${after}`,
    ]);
  },
);

it("rows of table 3 on lines of their own do not hide a chapter with a slip in its title", async () => {
  const sections = await sectionsOf(
    ...["一、总体情况", "灯塔修好了。", "二、主动公开政府信息隋况", "三、收到和处理政府信息公开申请情况"],
    ...["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "三、本年度办理结果"],
  );
  expect(sections[2]).toContain("二、主动公开政府信息隋况");
});

it("the foot of a page is no prose", async () => {
  const sections = await sectionsOf(
    "一、总体情况",
    "灯塔修好了。",
    "二、主动公开政府信息情况",
    "没有。",
    "网站地图 | 联系我们",
    "地址：灯塔路2号 邮编：330000",
    "浏览次数：12",
    "主办：橡溪县水利局",
    "橡ICP备00000000号",
    "打印 关闭",
  );
  expect(sections.at(-1)).toBe("2 二、主动公开政府信息情况: 没有。");
});

it("papers sent along are sections of their own, and told", async () => {
  const { report, diagnostics } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(
      [
        "橡溪县水利局2023年政府信息公开工作年度报告",
        "一、总体情况",
        "灯塔修好了。",
        "二、主动公开政府信息情况",
        "没有。",
        "附件2",
        "灯塔值守制度",
        "三、看灯人职责",
      ].join("\n"),
    ),
  });
  expect(
    report!.sections.map(({ number, paragraphs }) => `${number} ${paragraphs.join("")}`).slice(1),
  ).toEqual(["1 灯塔修好了。", "2 没有。", "201 灯塔值守制度三、看灯人职责"]);
  expect(diagnostics.filter(({ rule }) => rule === "other-paper").map(({ path }) => path)).toEqual([
    "/report/sections/3",
  ]);
});

it.each([
  ["一 ", "二 ", "三 ", "四 "],
  ["第一部分 ", "第二部分 ", "第三部分 ", "第四部分 "],
  ["1. ", "2. ", "3. ", "4. "],
])("numbered %j, titles of own words are chapters, in lines and run together", async (...numbers) => {
  const titles = ["制度建设情况", "主动公开情况", "人员和设备配备情况", "不足与下一步打算"];
  const lines = titles.flatMap((title, index) => [`${numbers[index]!}${title}`, "灯塔修好了。"]);
  const expected = titles.map((title, index) => `${numbers[index]!}${title}: 灯塔修好了。`);
  const found = (sections: readonly string[]) =>
    sections.slice(1).map((section) => section.replace(/^\d+ /u, ""));
  expect(found(await sectionsOf(...lines))).toEqual(expected);
  expect(
    found(await sectionsOf(`本报告分四个部分，按年编制，供公众查阅和监督。 ${lines.join(" ")}`)),
  ).toEqual(expected);
});

it("a title without a number is none beside numbered ones", async () => {
  const [, ...sections] = await sectionsOf(
    "第一部分 概述",
    "灯塔修好了。",
    "第二部分 主动公开情况",
    "换了玻璃。",
    "其他需要报告的事项",
  );
  expect(sections).toHaveLength(2);
});

it.each([
  ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申情请况"],
  ["一、总体情况", "二、主动公开政俯信息情况", "三、收到和处理政府信息公开申请情况"],
  ["一、总体情况", "二、主动公开政府信息情事", "三、收到和处理政府信公开申请情况"],
])("titles with a slip in text run together: %s, %s, %s", async (...titles) => {
  const text = titles.map((title) => `${title}灯塔修好了，公开栏换了玻璃。`).join("");
  const [, ...sections] = await sectionsOf(`本报告依据条例编制。${text}`);
  expect(sections).toEqual(
    titles.map((title, index) => `${index + 1} ${title}: 灯塔修好了，公开栏换了玻璃。`),
  );
});

it.each([
  ["三、收到和处理政府信息", "公开申请情况"],
  ["三、收到和处理", "政府信息公开申请情况"],
])("a chapter's title broken over two lines is one: %s | %s", async (first, rest) => {
  const [, , third] = await sectionsOf("一、总体情况", "灯塔修好了。", first, rest, "收到申请3件。");
  expect(third).toBe("3 三、收到和处理政府信息公开申请情况: 收到申请3件。");
});

it("a short line below a whole title is no piece of it", async () => {
  const [, first] = await sectionsOf("一、总体情况", "平稳", "二、主动公开政府信息情况", "公开栏换了玻璃。");
  expect(first).toBe("1 一、总体情况: 平稳");
});

it("chapters that a sentence lists with their numbers open none", async () => {
  const [preamble, ...sections] = await sectionsOf(
    "本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。",
    "一、总体情况",
    "灯塔修好了。",
    "二、主动公开政府信息情况",
    "公开栏换了玻璃。",
  );
  expect(preamble).toContain("三、收到和处理政府信息公开申请情况。");
  expect(sections).toEqual(["1 一、总体情况: 灯塔修好了。", "2 二、主动公开政府信息情况: 公开栏换了玻璃。"]);
});

it("a number may lack its mark where the title follows in the outline", async () => {
  const [, ...sections] = await sectionsOf(
    "一、总体情况",
    "灯塔修好了。",
    "二．主动公开政府信息情况",
    "公开栏换了玻璃。",
    "三 依申请公开情况",
    "没有。",
    "四、其他情况",
    "三 月刷墙。",
  );
  expect(sections.map((line) => line.split(" ").slice(1).join(" "))).toEqual([
    "一、总体情况: 灯塔修好了。",
    "二．主动公开政府信息情况: 公开栏换了玻璃。",
    "三 依申请公开情况: 没有。",
    "四、其他情况: 三 月刷墙。",
  ]);
});
