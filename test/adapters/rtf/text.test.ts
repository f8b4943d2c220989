import { describe, expect, it } from "vitest";
import { printed, read } from "./print.ts";

const fonts =
  "{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}{\\f3\\fcharset2 Wingdings;}}";

describe("characters", () => {
  it.each([
    ["GBK by the font's character set", `${fonts}\\f1 \\'d2\\'bb\\'a1\\'a2\\'b1\\'be\\par`, "一、本"],
    ["GBK whose second byte is a letter or a bracket", `${fonts}\\f1 \\'81@\\'81\\{\\par`, "丂亄"],
    ["Big5", `${fonts}\\f2 \\'a4@\\par`, "一"],
    [
      "the document's code page for a font without a set",
      "\\ansicpg936{\\fonttbl{\\f0 A;}}\\'d2\\'bb\\par",
      "一",
    ],
    ["Chinese in a font that says it is Western", `\\ansicpg936${fonts}\\f0 \\'d2\\'bb\\par`, "一"],
    [
      "curly quotes in a Western font of a Chinese document",
      `\\ansicpg936${fonts}\\f0 \\'93a\\'94\\par`,
      "“a”",
    ],
    ["bytes that are not escaped", `${fonts}\\f1 \u00d2\u00bb\\par`, "一"],
    ["\\u with one byte for readers that do not know it", "\\u19968?\\u12289\\'3f2\\par", "一、2"],
    ["\\u with two bytes, and none", "\\uc2\\u19968ab{\\uc0\\u19968 c}\\par", "一一c"],
    ["\\u below zero", "\\u-247?12\\par", "\uff0912"],
    ["a pair of surrogates, and half of one", "\\u-10179?\\u-8704?\\u-10179?\\par x\\par", "😀"],
    ["a glyph of a symbol font", `${fonts}{\\f3 \\'fc}\\par`, "✓"],
    ["signs by name", "\\ldblquote 1\\endash 2\\rdblquote\\~\\_3\\-\\line 4\\par", "“1–2”\u00a0-3\n4"],
    ["binary data in the text", "a{\\*\\blob\\bin5 }}{\\x}b\\par", "ab"],
    ["the wide one of two destinations", "{\\upr{narrow}{\\*\\ud \\u23485?}}\\par", "宽"],
  ])("%s", (_, content, text) => {
    expect(printed(content)[0]).toBe(text);
  });

  it("has no value for bytes that are no characters", () => {
    expect(printed(`${fonts}\\trowd\\cellx1000\\intbl\\f1 1\\'ff2\\cell\\row`)).toEqual([
      "| 1\ufffd2 ?unknown-glyph |",
    ]);
  });
});

describe("what a person sees", () => {
  it("hidden and deleted text is not read, inserted text is", () => {
    expect(printed("1{\\v 9}{\\deleted 8}{\\revised 2}\\par")).toEqual([
      "12",
      "! tracked-changes 1 1",
      "! hidden-content 1",
    ]);
  });

  it("a hidden paragraph mark joins two lines", () => {
    expect(printed("1{\\v\\par}2\\par")).toEqual(["12"]);
  });

  it.each([
    ["struck out", "{\\strike 12}", "12 ?struck-text"],
    ["raised", "1435{\\super 1}", "1435¹ ?raised-digit"],
    ["raised by its position", "1435{\\up6 1}", "1435¹ ?raised-digit"],
    ["white", "{\\colortbl;\\red255\\green255\\blue255;}{\\cf1 9}1435", "91435 ?faint-text"],
    ["of one point", "{\\fs2 9}1435", "91435 ?too-small"],
  ])("a digit that is %s is a doubt", (_, run, cell) => {
    expect(printed(`\\trowd\\cellx1000\\intbl ${run}\\cell\\row`)).toEqual([`| ${cell} |`]);
  });

  it("white text on a ground of its own is none", () => {
    const run = "{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue128;}{\\cf1\\chcbpat2 9}";
    expect(printed(`\\trowd\\cellx1000\\intbl ${run}\\cell\\row`)).toEqual(["| 9 |"]);
  });
});

describe("destinations", () => {
  it.each([
    ["what the page has above and below", "{\\header 9\\par}{\\footerl 8\\par}1\\par", ["1"]],
    ["a field's result, not its instruction", "1{\\field{\\*\\fldinst PAGE }{\\fldrslt 2}}\\par", ["12"]],
    ["a field without a result that draws", "{\\field{\\*\\fldinst EQ \\\\o(1)}}\\par", ["\ufffd"]],
    [
      "a text box after its paragraph, once",
      "1{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 7}}{\\shptxt 框\\par}}{\\shprslt 框\\par}}2\\par".replaceAll(
        "框",
        "\\u26694?",
      ),
      ["12", "框"],
    ],
    ["a drawing's text", "{\\*\\do\\dobxpage{\\dptxbxtext 3\\par}}1\\par", ["1", "3", "! floating-number 1"]],
    ["a note at the end", "1{\\super\\chftn}{\\footnote 2\\par}\\par 3\\par", ["1", "3", "2"]],
    ["an unknown destination not at all", "1{\\*\\zzz 9{\\b 8}}2\\par", ["12"]],
  ])("%s", (_, content, lines) => {
    expect(printed(content)).toEqual(lines);
  });

  it.each([
    ["\\u24212?\\u20026?13", "12 ?note"],
    ["13", "12"],
    [
      "{\\b 9}{\\*\\atnref 1}\\par\\u24212?{\\field{\\*\\fldinst PAGE }{\\fldrslt 2}}\\trowd\\cell\\row",
      "12",
    ],
  ])("a comment beside the page, which may dispute a number: %s", (comment, shown) => {
    const content = `\\trowd\\cellx1000\\intbl 12{\\*\\atnid a}\\chatn{\\*\\annotation ${comment}}\\cell\\row`;
    expect(printed(content)).toEqual([`| ${shown} |`]);
  });

  it("pictures and objects are told", () => {
    expect(printed("1{\\pict 00ff}{\\object{\\*\\objdata 00}{\\result 9}}\\par")).toEqual([
      "1",
      "! pictures-not-read 1",
      "! embedded-objects-not-read 1",
    ]);
  });

  it("the title is metadata", () => {
    expect(read("{\\rtf1{\\info{\\title T}{\\author A}}1\\par}").metadata).toEqual([
      { field: "title", value: "T", at: {} },
    ]);
  });
});

describe("headings and lists", () => {
  const sheet = "{\\stylesheet{\\s1\\outlinelevel0 H;}{\\s2\\sbasedon1 I;}{\\s3 heading 3;}{\\*\\cs4 C;}}";

  it("headings by level, by a style's, by its name", () => {
    expect(printed(`${sheet}\\s2 a\\par\\pard\\s3 b\\par\\pard\\outlinelevel1 c\\par\\pard d\\par`)).toEqual([
      "#1 a",
      "#3 b",
      "#2 c",
      "d",
    ]);
  });

  const list =
    "{\\*\\listtable{\\list{\\listlevel\\levelnfc39\\levelstartat1\\levelfollow2{\\leveltext\\'02\\'00\\u12289?;}{\\levelnumbers\\'01;}}\\listid7}}" +
    "{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}}";

  it("numbers that are counted", () => {
    expect(printed(`${list}\\ls1 a\\par b\\par\\pard c\\par`)).toEqual(["一、a", "二、b", "c"]);
  });

  it("numbers that the writer left in the text, but no bullets", () => {
    expect(printed("{\\listtext 1.\\tab}a\\par{\\pntext\\'b7\\tab}b\\par")).toEqual(["1.a", "b"]);
  });
});
