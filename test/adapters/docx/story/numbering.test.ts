import { describe, expect, it } from "vitest";
import { formatNumber } from "../../../../src/adapters/word/lists/number-format.ts";
import { p, printed, px, r, tbl, tc, tcx, tr } from "../build.ts";

const level = (index: number, format: string, text: string, extra = ""): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;
const num = (id: number, abstract: number, inner = ""): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${inner}</w:num>`;
const numbered = (text: string, id: number, at = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

describe("automatic numbers", () => {
  const report = list(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
  );

  it("prints the numbers of headings and row labels", () => {
    const body = [
      numbered("总体情况", 1),
      numbered("主动公开", 1),
      numbered("甲", 1, 1),
      numbered("乙", 1, 1),
      numbered("丙", 1, 2),
      numbered("依申请", 1),
      numbered("丁", 1, 1),
    ].join("");
    expect(printed({ body, numbering: report + num(1, 0) })).toEqual([
      "- 一、总体情况",
      "- 二、主动公开",
      "- （一）甲",
      "- （二）乙",
      "- 1.丙",
      "- 三、依申请",
      "- （一）丁",
    ]);
  });

  it("numbers cells in document order, empty ones too, but not those a merge covers", () => {
    const label = (text: string, merge = ""): string => tcx(numbered(text, 1, 2), merge);
    const table = tbl(
      tr(label("甲", '<w:vMerge w:val="restart"/>'), tc("5")),
      tr(label("", "<w:vMerge/>"), tc("6")),
      tr(label(""), tc("7")),
    );
    expect(printed({ body: table, numbering: report + num(1, 0) })).toEqual([
      "table 1",
      "1,1 2x1: 1.甲",
      "1,2: 5",
      "2,2: 6",
      "3,1: 2.",
      "3,2: 7",
      "end",
    ]);
  });

  it("never lets a label touch the digits of its text", () => {
    const glued = list(0, level(0, "decimal", "%1", '<w:suff w:val="nothing"/>'), level(1, "decimal", "%2."));
    expect(printed({ body: numbered("12", 1) + numbered("5", 1, 1), numbering: glued + num(1, 0) })).toEqual([
      "- 1 12",
      "- 1. 5",
    ]);
  });

  it("counts text boxes apart from the body", () => {
    const box = px(
      r(`<w:pict><v:textbox><w:txbxContent>${numbered("框", 1)}</w:txbxContent></v:textbox></w:pict>`),
    );
    expect(
      printed({ body: numbered("甲", 1) + box + numbered("乙", 1), numbering: report + num(1, 0) }),
    ).toEqual(["- 一、甲", "-", "- 一、框", "- 二、乙"]);
  });

  it("prints no bullets", () => {
    expect(
      printed({ body: numbered("5", 1), numbering: list(0, level(0, "bullet", "-")) + num(1, 0) }),
    ).toEqual(["- 5"]);
  });

  it("takes the numbering of styles, inherited and linked by level", () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="3"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
    ].join("");
    const linked = list(
      0,
      level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>'),
      level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="2"/>'),
    );
    const styled = (text: string, style: number): string => p(text, `<w:pStyle w:val="${style}"/>`);
    const body = styled("甲", 1) + styled("乙", 2) + styled("丙", 3) + styled("丁", 1);
    expect(printed({ body, styles, numbering: linked + num(1, 0) })).toEqual([
      "# 一、甲",
      "## （一）乙",
      "# 丙",
      "# 二、丁",
    ]);
  });

  it("follows a numbering style to its list", () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      list(0, level(0, "decimal", "%1.")) + list(1, '<w:numStyleLink w:val="N"/>') + num(1, 0) + num(2, 1);
    expect(printed({ body: numbered("甲", 2) + numbered("乙", 2), styles, numbering })).toEqual([
      "- 1.甲",
      "- 2.乙",
    ]);
  });

  it("lets instances of one list count on, unless they restart it", () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const own = `<w:lvlOverride w:ilvl="0">${level(0, "upperLetter", "%1)")}</w:lvlOverride>`;
    const numbering =
      list(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, restart) + num(4, 0, own);
    const body = [1, 2, 3, 1, 3, 4].map((id) => numbered("x", id)).join("");
    expect(printed({ body, numbering })).toEqual(["- 1.x", "- 2.x", "- 5.x", "- 6.x", "- 7.x", "- H)x"]);
  });

  it("restarts a level as lvlRestart says, and counts a level that is passed over", () => {
    const numbering =
      list(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2、", '<w:lvlRestart w:val="0"/>')) +
      num(1, 0);
    const body = numbered("甲", 1, 1) + numbered("乙", 1) + numbered("丙", 1, 1);
    expect(printed({ body, numbering })).toEqual(["- 1.1、甲", "- 2 乙", "- 2.2、丙"]);
  });

  it("prints the numbers a legal label inherits as decimal", () => {
    const numbering =
      list(0, level(0, "chineseCounting", "第%1章"), level(1, "decimalZero", "%1.%2、", "<w:isLgl/>")) +
      num(1, 0);
    expect(printed({ body: numbered("总则", 1) + numbered("甲", 1, 1), numbering })).toEqual([
      "- 第一章 总则",
      "- 1.01、甲",
    ]);
  });
});

describe("number formats", () => {
  const shown = (format: string, ...values: readonly number[]): string =>
    values.map((value) => formatNumber(value, format)).join(" ");

  it.each([
    ["decimal", "1 10 123", [1, 10, 123]],
    ["decimalZero", "01 10 123", [1, 10, 123]],
    ["chineseCounting", "一 十 十一 二十 二十一 九十九 一○○ 一二三", [1, 10, 11, 20, 21, 99, 100, 123]],
    [
      "chineseCountingThousand",
      "十 十二 一百 一百零一 一百一十 一千零二十 一万零五",
      [10, 12, 100, 101, 110, 1020, 10005],
    ],
    ["japaneseCounting", "一 十 十一 二十 百 百一 千 千百十", [1, 10, 11, 20, 100, 101, 1000, 1110]],
    ["ideographDigital", "一 一〇 二三", [1, 10, 23]],
    ["taiwaneseCountingThousand", "十 一百零一", [10, 101]],
    ["chineseLegalSimplified", "壹 壹拾 贰拾叁 壹佰零壹", [1, 10, 23, 101]],
    ["ideographLegalTraditional", "壹 貳拾", [1, 20]],
    ["ideographTraditional", "甲 癸 11", [1, 10, 11]],
    ["ideographZodiac", "子 亥", [1, 12]],
    ["decimalFullWidth", "１ １２", [1, 12]],
    ["decimalEnclosedCircle", "① ⑳ ㉑ ㊱ 51", [1, 20, 21, 36, 51]],
    ["decimalEnclosedCircleChinese", "① ⑩", [1, 10]],
    ["decimalEnclosedParen", "⑴ ⒇", [1, 20]],
    ["decimalEnclosedFullstop", "⒈ ⒛", [1, 20]],
    ["upperRoman", "I IV XIX", [1, 4, 19]],
    ["lowerRoman", "ix xl", [9, 40]],
    ["upperLetter", "A Z AA BB", [1, 26, 27, 28]],
    ["lowerLetter", "b ccc", [2, 55]],
    ["numberInDash", "- 3 -", [3]],
    ["ordinal", "1st 2nd 3rd 4th 11th", [1, 2, 3, 4, 11]],
    ["unheardOf", "7", [7]],
  ] as const)("%s: %s", (format, expected, values) => expect(shown(format, ...values)).toBe(expected));
});
