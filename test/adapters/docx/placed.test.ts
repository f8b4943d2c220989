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
    ["far to the left, in characters", '<w:ind w:leftChars="-900"/>'],
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
    ["by its style", '<w:tblStyle w:val="s"/>', true],
    ["by its style, but back by its own", '<w:tblStyle w:val="s"/><w:tblInd w:w="0"/>', false],
    ["to the right", '<w:tblInd w:w="6500"/>', true],
    ["a little to the right", '<w:tblInd w:w="500"/>', false],
  ])("a table of automatic columns set beyond the page %s", (_, properties, isAway) => {
    const styles =
      '<w:style w:type="table" w:styleId="s"><w:tblPr><w:tblInd w:w="9000" w:type="dxa"/></w:tblPr></w:style>';
    const grid = '<w:tblGrid><w:gridCol w:w="2500"/><w:gridCol w:w="2500"/></w:tblGrid>';
    const table = `<w:tbl><w:tblPr>${properties}</w:tblPr>${grid}${tr(tc("甲"), tc("12"))}</w:tbl>`;
    const page =
      '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1800" w:right="1800"/></w:sectPr>';
    expect(printed({ body: table + page, styles }).includes("! covered-table 1")).toBe(isAway);
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

describe("a cell without room for its text", () => {
  const row = (cellProperties: string, tableProperties = "", rowProperties = "", properties = "") =>
    `<w:tbl><w:tblPr>${tableProperties}</w:tblPr><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:trPr>${rowProperties}</w:trPr>${tc("甲")}${tcx(p("12", properties), cellProperties)}</w:tr></w:tbl>`;
  const width = '<w:tcW w:w="2000" w:type="dxa"/>';
  const margin = (side: string, twips: number) => `<w:${side} w:w="${twips}" w:type="dxa"/>`;
  const styles = `<w:style w:type="table" w:styleId="s"><w:tblPr><w:tblCellMar>${margin("left", 1990)}</w:tblCellMar></w:tblPr></w:style>`;

  it.each([
    [`${width}<w:tcMar>${margin("left", 1990)}</w:tcMar>`, "", ""],
    [`<w:tcMar>${margin("start", 1000)}${margin("end", 1000)}</w:tcMar>`, "", ""],
    [width, `<w:tblCellMar>${margin("right", 2000)}</w:tblCellMar>`, ""],
    [width, '<w:tblStyle w:val="s"/>', ""],
    [`<w:tcMar>${margin("top", 500)}</w:tcMar>`, "", '<w:trHeight w:val="300" w:hRule="exact"/>'],
  ])("margins take its room: %s %s %s", (cell, table, height) => {
    expect(printed({ body: row(cell, table, height), styles })[2]).toBe("1,2: 12 ?too-small");
  });

  it("margins that one row states for itself", () => {
    const exception = (inner: string) =>
      row("").replace("<w:trPr>", `<w:tblPrEx>${inner}</w:tblPrEx><w:trPr>`);
    const wide = `<w:tblCellMar>${margin("left", 1000)}${margin("right", 1000)}</w:tblCellMar>`;
    expect(body(exception(wide))[2]).toBe("1,2: 12 ?too-small");
    expect(body(exception('<w:tblInd w:w="-4000" w:type="dxa"/>'))[2]).toBe("1,2: 12 ?unseen-text");
    expect(body(exception(`<w:tblCellMar>${margin("left", 108)}</w:tblCellMar>`))[2]).toBe("1,2: 12");
    const white = row("").replace(
      '<w:t xml:space="preserve">12',
      '<w:rPr><w:color w:val="000000"/></w:rPr>$&',
    );
    expect(
      body(
        white.replace("<w:trPr>", '<w:tblPrEx><w:shd w:val="clear" w:fill="000000"/></w:tblPrEx><w:trPr>'),
      )[2],
    ).toBe("1,2: 12 ?faint-text");
    const next = `${exception(wide).slice(0, -"</w:tbl>".length)}${tr(tc("乙"), tc("7"))}</w:tbl>`;
    expect(body(next)[4]).toBe("2,2: 7");
  });

  it("a table that states hardly any width", () => {
    const table = (width: string, layout = "fixed") =>
      body(row("", `<w:tblW ${width}/><w:tblLayout w:type="${layout}"/>`))[2];
    expect(table('w:w="100" w:type="dxa"')).toBe("1,2: 12 ?too-small");
    expect(table('w:w="50" w:type="pct"')).toBe("1,2: 12 ?too-small");
    expect(table('w:w="1%" w:type="pct"')).toBe("1,2: 12 ?too-small");
    expect(table('w:w="100" w:type="dxa"', "autofit")).toBe("1,2: 12");
    expect(table('w:w="5000" w:type="pct"')).toBe("1,2: 12");
    expect(table('w:w="0" w:type="auto"')).toBe("1,2: 12");
  });

  it("usual margins leave it", () => {
    const usual = `<w:tcMar>${margin("left", 108)}${margin("right", 108)}${margin("top", 72)}</w:tcMar>`;
    expect(body(row(width + usual))[2]).toBe("1,2: 12");
  });

  it("columns that are fixed too narrow, by the grid alone", () => {
    const narrow = row("", '<w:tblLayout w:type="fixed"/>').replaceAll("2000", "50");
    expect(body(narrow)[2]).toBe("1,2: 12 ?too-small");
  });

  it.each([
    ['<w:ind w:left="2500"/>', "12 ?moved-text"],
    ['<w:ind w:leftChars="1500" w:left="0"/>', "12 ?moved-text"],
    ['<w:ind w:right="2000"/><w:jc w:val="right"/>', "12 ?moved-text"],
    ['<w:ind w:leftChars="100" w:left="210"/>', "12"],
    ['<w:spacing w:line="20"/>', "12 ?too-small"],
    ['<w:spacing w:line="20" w:lineRule="atLeast"/>', "12"],
    ['<w:spacing w:line="160" w:lineRule="auto"/>', "12"],
  ])("a paragraph with %s", (properties, text) => {
    expect(body(row(width, "", "", properties))[2]).toBe(`1,2: ${text}`);
  });

  it("by the document's defaults, or by the style of the table", () => {
    const low = '<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>';
    const defaults = `<w:docDefaults><w:pPrDefault>${low}</w:pPrDefault></w:docDefaults>`;
    expect(printed({ body: row(width), styles: defaults })[2]).toBe("1,2: 12 ?too-small");
    const ofTable = (inner: string) => `<w:style w:type="table" w:styleId="s">${inner}</w:style>`;
    const styled = row(width, '<w:tblStyle w:val="s"/>');
    expect(printed({ body: styled, styles: ofTable(low) })[2]).toBe("1,2: 12 ?too-small");
    const part = `<w:tblStylePr w:type="band1Horz">${low}</w:tblStylePr>`;
    expect(printed({ body: styled, styles: ofTable(part) })[2]).toBe("1,2: 12 ?too-small");
  });

  it.each(['<w:tblInd w:w="-3000"/>', '<w:tblpPr w:vertAnchor="page" w:tblpY="-600"/>'])(
    "a table cut off at the edge of the page: %s",
    (properties) => {
      expect(body(row(width, properties))[2]).toBe("1,2: 12 ?unseen-text");
    },
  );
});

describe("fonts that come with the document", () => {
  const fontTable = (font: string) => `<w:font w:name="${font}"><w:embedRegular r:id="rId1"/></w:font>`;
  const read = (font: string, words = "", styles = "") =>
    printed({
      body: words + tbl(tr(tc("甲"), tcx(px(r(t("12"), '<w:rFonts w:ascii="Own"/>'))))),
      fontTable: fontTable(font),
      styles,
    }).find((line) => line.startsWith("1,2"));

  it("may show other digits, unless words are set in them too", () => {
    expect(read("Own")).toBe("1,2: 12 ?private-use-character");
    expect(read("Other")).toBe("1,2: 12");
    expect(read("Own", px(r(t("全年12件"), '<w:rFonts w:ascii="Own"/>')))).toBe("1,2: 12");
    const styles =
      '<w:style w:type="paragraph" w:styleId="s"><w:rPr><w:rFonts w:ascii="Own"/></w:rPr></w:style>';
    expect(read("Own", "", styles)).toBe("1,2: 12");
  });
});
