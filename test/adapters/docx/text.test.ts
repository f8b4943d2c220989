import { describe, expect, it } from "vitest";
import { cell, p, printed, px, r, t, tbl, tc, tcx, tr } from "./build.ts";

const body = (...inner: readonly string[]): string[] => printed({ body: inner.join("") });
/** What the first cell of a row reads as. */
const first = (inner: string): string => body(cell(inner))[1]!.slice("1,1: ".length);

describe("runs", () => {
  it("joins runs split in the middle of a number", () => {
    expect(first(r(t("1")) + '<w:proofErr w:type="x"/>' + r(t("2")) + "<w:bookmarkStart/>" + r(t("3")))).toBe(
      "123",
    );
  });

  it("keeps white space only where xml:space says so", () => {
    expect(first(r("<w:t>\n  12\n </w:t>") + r(t(" 件")))).toBe("12 件");
  });

  it("reads breaks, tabs and hyphens", () => {
    const marks = `${t("a")}<w:br/>${t("b")}<w:tab/>${t("c")}<w:noBreakHyphen/>${t("5")}<w:softHyphen/>${t("6")}<w:cr/>${t("d")}`;
    expect(body(px(r(marks), "<w:tabs><w:tab w:val='left'/></w:tabs>"))).toEqual(["- a\nb\tc-56\nd"]);
  });

  it("starts no line at a page break before the text", () => {
    expect(body(px(r('<w:br w:type="page"/>') + r("<w:lastRenderedPageBreak/>" + t("二、"))))).toEqual([
      "- 二、",
    ]);
  });

  it("reads hyperlinks, smart tags, custom XML and CDATA", () => {
    const inner = `<w:hyperlink r:id="x">${r(t("1"))}</w:hyperlink><w:smartTag>${r(t("2"))}</w:smartTag><w:customXml>${r("<w:t><![CDATA[3&]]></w:t>")}</w:customXml>`;
    expect(first(inner)).toBe("123&");
  });

  it("reads the base of ruby text, not the reading above it", () => {
    const ruby = `<w:ruby><w:rubyPr/><w:rt>${r(t("hàn"))}</w:rt><w:rubyBase>${r(t("汉"))}</w:rubyBase></w:ruby>`;
    expect(first(r(ruby) + r(t("字")))).toBe("汉字");
  });

  it("keeps an empty paragraph as an empty line", () => {
    expect(body(p("a"), p(""), p("b"))).toEqual(["- a", "-", "- b"]);
  });
});

describe("fields", () => {
  const char = (type: string, inner = ""): string =>
    r(`<w:fldChar w:fldCharType="${type}">${inner}</w:fldChar>`);
  const instruction = (text: string): string => r(`<w:instrText>${text}</w:instrText>`);

  it("reads the result and not the instruction, nested fields included", () => {
    const nested = char("begin") + instruction("X") + char("separate") + r(t("9")) + char("end");
    const inner =
      char("begin") +
      instruction("IF ") +
      nested +
      instruction(" = 1") +
      char("separate") +
      r(t("7")) +
      char("end");
    expect(first(inner)).toBe("7");
  });

  it("reads simple fields and drop-down entries", () => {
    expect(first(`<w:fldSimple w:instr="X">${r(t("8"))}</w:fldSimple>`)).toBe("8");
    const list = `<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData>`;
    expect(first(char("begin", list) + instruction(" FORMDROPDOWN ") + char("end"))).toBe("乙");
  });

  it("marks what Word draws from the instruction alone", () => {
    expect(first(char("begin") + instruction(" EQ \\f(1,2) ") + char("end"))).toBe("\ufffd ?unknown-glyph");
  });

  it("ends a field that never ends with its paragraph, and says so", () => {
    expect(body(px(char("begin") + r(t("丢"))), p("12"))).toEqual(["-", "- 12", "! broken-field 1"]);
  });
});

describe("what is not shown", () => {
  it("reads insertions, not deletions", () => {
    const inner =
      r(t("1")) + `<w:ins>${r(t("2"))}</w:ins><w:del>${r("<w:delText>9</w:delText>")}${r(t("9"))}</w:del>`;
    const moved = `<w:moveFrom>${r(t("8"))}</w:moveFrom><w:moveTo>${r(t("3"))}</w:moveTo>`;
    expect(body(px(inner + moved))).toEqual(["- 123", "! tracked-changes 2 2"]);
  });

  it("drops deleted rows and cells, keeps inserted ones", () => {
    const row = (change: string, text: string): string =>
      `<w:tr><w:trPr><w:${change}/></w:trPr>${tc(text)}</w:tr>`;
    expect(body(tbl(row("del", "1"), row("ins", "2"), tr(tc("3", "<w:cellDel/>"), tc("4"))))).toEqual([
      "table 1",
      "1,1: 2",
      "2,1: 4",
      "end",
      "! tracked-changes 1 2",
    ]);
  });

  it("joins paragraphs whose mark is deleted or hidden", () => {
    const mark = (change: string): string => px(r(t("1")), `<w:rPr><w:${change}/></w:rPr>`);
    expect(body(mark("del"), p("2"))).toEqual(["- 12", "! tracked-changes 0 1"]);
    expect(body(mark("vanish"), p("2"))).toEqual(["- 12"]);
    expect(body(mark("del"), cell(r(t("2"))), p(""))[0]).toBe("- 1");
  });

  it("ignores former properties", () => {
    const change = "<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>";
    expect(body(px(`<w:r>${change}${t("1")}</w:r>`))).toEqual(["- 1"]);
  });

  it("leaves out hidden text, by run, style, default or row, with a notice", () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="I"><w:basedOn w:val="H"/></w:style>',
      '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>',
    ].join("");
    const inner = [
      px(
        r(t("1")) +
          r(t("9"), "<w:vanish/>") +
          r(t("2"), '<w:vanish w:val="0"/>') +
          r(t("9"), '<w:rStyle w:val="C"/>'),
      ),
      px(
        r(t("9")) + r(t("3"), '<w:vanish w:val="false"/>') + r(t("4"), '<w:rStyle w:val="C"/>'),
        '<w:pStyle w:val="I"/>',
      ),
      tbl(`<w:tr><w:trPr><w:hidden/></w:trPr>${tc("9")}</w:tr>`, tr(tc("5"))),
    ];
    expect(printed({ body: inner.join(""), styles })).toEqual([
      "- 12",
      "- 34",
      "table 1",
      "1,1: 5",
      "end",
      "! hidden-content 4",
    ]);
  });

  it.each([
    ["应为13", "12 ?note"],
    ["此数有误", "12 ?note"],
    ["13", "12"],
    ["应为各项之和", "12"],
    ["不含上年结转", "12"],
  ])("doubts a number whose comment disputes it: %s", (comment, shown) => {
    const comments = `<w:comment w:id="4">${p("科员")}${p(comment)}</w:comment>`;
    const inner = r(t("12")) + r('<w:commentReference w:id="4"/>');
    expect(printed({ body: cell(inner), comments })[1]).toBe(`1,1: ${shown}`);
  });

  it("puts notes at the end and never into a number", () => {
    const footnotes = `<w:footnote w:type="separator" w:id="0">${p("线")}</w:footnote><w:footnote w:id="2">${px(r("<w:footnoteRef/>") + r(t("注")))}</w:footnote><w:footnote w:id="3">${p("未用")}</w:footnote>`;
    const endnotes = `<w:endnote w:id="2">${p("尾注")}</w:endnote>`;
    const inner = (look: string): string =>
      r(t("12")) +
      r('<w:endnoteReference w:id="2"/>', look) +
      r('<w:footnoteReference w:id="2" w:customMarkFollows="1"/>' + t("3"), look);
    const raised = inner('<w:vertAlign w:val="superscript"/>');
    // A mark that is not raised looks like one more digit.
    expect(printed({ body: cell(inner("")), footnotes, endnotes })[1]).toBe("1,1: 12 ?mixed-styles");
    expect(printed({ body: cell(raised), footnotes, endnotes })).toEqual([
      "table 1",
      "1,1: 12",
      "1,2: x",
      "end",
      "- 尾注",
      "- 注",
    ]);
  });
});

describe("text that must not pass for a number", () => {
  it("doubts direction overrides, as characters and as elements", () => {
    expect(first(r(t("\u202e21\u202c")))).toBe("\u202e21\u202c ?bidirectional-control");
    expect(first(`<w:bdo w:val="rtl">${r(t("21"))}</w:bdo>`)).toBe("\u202e21\u202c ?bidirectional-control");
  });

  it("keeps raised digits apart from the number before them", () => {
    const raised = (text: string): string => r(t(text), '<w:vertAlign w:val="superscript"/>');
    expect(first(r(t("12")) + raised("3"))).toBe("12³ ?raised-digit");
    expect(first(r(t("m")) + raised("2"))).toBe("m²");
    expect(first(raised("12"))).toBe("12");
  });

  it("doubts digits struck through, private characters and formulas", () => {
    expect(first(r(t("12"), "<w:strike/>") + r(t("15")))).toBe("1215 ?struck-text");
    expect(first(r(t("\ue5e5")))).toBe("\ue5e5 ?private-use-character");
    const fraction =
      "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>";
    expect(first(fraction)).toBe("1/2 ?formula");
  });

  it("reads symbol fonts where certain and doubts the rest", () => {
    const sym = (font: string, code: string): string => r(`<w:sym w:font="${font}" w:char="${code}"/>`);
    expect(first(sym("Symbol", "F031") + sym("Symbol", "0032"))).toBe("12");
    expect(first(sym("Wingdings", "F083") + sym("Wingdings", "F0FE"))).toBe("③☑");
    expect(first(sym("Wingdings", "F031"))).toBe("\ufffd ?unknown-glyph");
    expect(first(sym("宋体", "2460"))).toBe("①");
    expect(first(r(t("1"), '<w:rFonts w:ascii="Wingdings"/>'))).toBe("\ufffd ?unknown-glyph");
    expect(first(r(t("是12"), '<w:rFonts w:ascii="Symbol"/>'))).toBe("是12");
  });

  it("does not take a picture or an inner table for a blank, nor a picture beside digits for nothing", () => {
    const drawn = (kind: string): string =>
      r(
        `<w:drawing><wp:${kind}><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:${kind}></w:drawing>`,
      );
    const drawing = drawn("inline");
    const cells = [
      drawing,
      drawing + r(t("1")),
      drawing + r(t("甲1")),
      drawn("anchor"),
      drawn("anchor") + r(t("1")),
    ];
    const inner = tcx(tbl(tr(tc("2"))) + p(""));
    expect(body(tbl(tr(...cells.map((one) => tcx(px(one))), inner)))).toEqual([
      "table 1",
      "1,1:  ?picture",
      "1,2: 1 ?picture",
      "1,3: 甲1",
      "1,4:  ?picture",
      "1,5: 1 ?picture",
      "1,6:  ?picture",
      "end",
      "table 2",
      "1,1: 2",
      "end",
      "! pictures-not-read 5",
    ]);
    expect(body(px(drawing))).toEqual(["! needs-ocr picture"]);
    expect(body(px(r("<w:object/>")), p("1"))).toEqual(["-", "- 1", "! embedded-objects-not-read 1"]);
  });
});
