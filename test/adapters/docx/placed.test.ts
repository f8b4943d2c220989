import { describe, expect, it } from "vitest";
import { p, printed, px, r, t, tbl, tc, tcx, tr } from "./build.ts";
import type { Parts } from "./build.ts";

const body = (...inner: readonly string[]): string[] => printed({ body: inner.join("") });
const cellOf = (content: string, parts: Omit<Parts, "body"> = {}): string =>
  printed({ body: tbl(tr(tcx(content), tc("x"))), ...parts })[1]!.slice("1,1: ".length);
const drawing = (kind: string, inner: string): string =>
  `<w:drawing><wp:${kind}><a:graphic><a:graphicData>${inner}</a:graphicData></a:graphic></wp:${kind}></w:drawing>`;

describe("text that stands elsewhere than its cell", () => {
  it.each([
    ["far to the left", '<w:ind w:left="-2000"/>'],
    ["far to the right", '<w:ind w:left="30000"/>'],
    ["hanging out of it", '<w:ind w:left="0" w:hanging="2000"/>'],
    ["kept to the right, and out of it", '<w:ind w:right="-2000"/><w:jc w:val="right"/>'],
    ["in the middle, and out of it", '<w:ind w:right="-4000"/><w:jc w:val="center"/>'],
    ["in a frame", '<w:framePr w:w="2000" w:hAnchor="page" w:x="500" w:y="500"/>'],
  ])("%s", (_, properties) => {
    expect(cellOf(p("12", properties))).toBe("12 ?moved-text");
  });

  it.each([
    '<w:ind w:left="-105" w:right="-105"/>',
    '<w:ind w:left="420" w:hanging="420"/>',
    '<w:ind w:right="-2000"/>',
  ])("%s is where it is", (indent) => {
    expect(cellOf(p("12", indent))).toBe("12");
  });

  it("by its style", () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="s"><w:pPr><w:ind w:left="-2000"/></w:pPr></w:style>';
    expect(cellOf(p("12", '<w:pStyle w:val="s"/>'), { styles })).toBe("12 ?moved-text");
    const right = styles.replace('<w:ind w:left="-2000"/>', '<w:jc w:val="end"/>');
    expect(cellOf(p("12", '<w:pStyle w:val="s"/><w:ind w:end="-2000"/>'), { styles: right })).toBe(
      "12 ?moved-text",
    );
  });

  it("a framed number outside of tables may stand in a cell", () => {
    const frame = '<w:framePr w:w="2000" w:hAnchor="page" w:x="500" w:y="500"/>';
    expect(body(tbl(tr(tc("甲"), tc(""))), p("12", frame))).toContain("! floating-number 1");
    expect(body(tbl(tr(tc("甲"), tc(""))), p("注", frame))).not.toContain("! floating-number 1");
  });

  it("a number in a table that floats may stand in a cell", () => {
    const floating = `<w:tbl><w:tblPr><w:tblpPr w:tblpX="5000" w:tblpY="5000"/></w:tblPr>${tr(tc("12"))}</w:tbl>`;
    expect(body(tbl(tr(tc("甲"), tc(""))), floating)).toContain("! floating-number 1");
  });

  it.each([
    ['<w:tblInd w:w="-20000" w:type="dxa"/>', "12 ?unseen-text"],
    ['<w:tblpPr w:tblpX="-20000"/>', "12 ?unseen-text"],
    ['<w:tblInd w:w="-108" w:type="dxa"/>', "12"],
  ])("a table set off the page: %s", (properties, text) => {
    const table = `<w:tbl><w:tblPr>${properties}</w:tblPr>${tr(tc("甲"), tc("12"))}</w:tbl>`;
    expect(body(table)[2]).toBe(`1,2: ${text}`);
  });

  it("a table beside the number of its cell", () => {
    expect(cellOf(p("14") + tbl(tr(tc("35"))) + p(""))).toBe("14 ?inner-table");
    expect(cellOf(p("行政许可") + tbl(tr(tc("35"))) + p(""))).toBe("行政许可");
  });

  it("a number with its unit in a box that floats", () => {
    const box = `<wps:wsp><wps:txbx><w:txbxContent>${p("12件")}</w:txbxContent></wps:txbx></wps:wsp>`;
    expect(body(px(r(drawing("anchor", box))))).toContain("! floating-number 1");
  });
});

describe("digits beside what is drawn", () => {
  it("a picture beside a number with its unit, or beside what stands for none", () => {
    const picture = r(drawing("inline", "<pic:pic/>"));
    expect(cellOf(px(picture + r(t("12件"))))).toBe("12件 ?picture");
    expect(cellOf(px(picture + r(t("无"))))).toBe("无 ?picture");
    expect(cellOf(px(picture + r(t("规章"))))).toBe("规章");
  });

  it("what floats from a label's cell may lie over the row", () => {
    const label = tcx(px(r(t("甲")) + r(drawing("anchor", "<wps:wsp/>"))));
    expect(body(tbl(tr(label, tc("12"))))).toEqual(["table 1", "1,1: 甲", "1,2: 12 ?picture", "end"]);
  });

  it("lines above a number push it out of a row of exact height", () => {
    const row = (...lines: readonly string[]): string =>
      `<w:tbl><w:tblPr/><w:tr><w:trPr><w:trHeight w:val="240" w:hRule="exact"/></w:trPr>${tcx(lines.map((one) => p(one)).join(""))}</w:tr></w:tbl>`;
    expect(body(row("", "", "12"))[1]).toContain("?too-small");
    expect(body(row("12", "", ""))[1]).not.toContain("?");
  });
});

describe("colours of a file without a theme", () => {
  it.each([
    '<w:color w:val="auto" w:themeColor="background1"/>',
    '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>',
    "<w14:textFill><w14:gradFill/></w14:textFill>",
  ])("%s", (properties) => {
    expect(cellOf(px(r(t("9"), properties) + r(t("12"))))).toBe("912 ?faint-text");
  });

  it("text1 is black", () => {
    expect(cellOf(px(r(t("12"), '<w:color w:val="000000" w:themeColor="text1"/>')))).toBe("12");
  });
});
