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
