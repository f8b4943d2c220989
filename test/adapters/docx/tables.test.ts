import { describe, expect, it } from "vitest";
import { limits, p, printed, px, r, t, tbl, tc, tcx, tr } from "./build.ts";

const body = (...inner: readonly string[]): string[] => printed({ body: inner.join("") });
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const start = '<w:vMerge w:val="restart"/>';
const go = "<w:vMerge/>";

describe("cells and spans", () => {
  it("places every cell by its grid column", () => {
    expect(body(p("前"), tbl(tr(tc("a", span(2)), tc("b")), tr(tc("1"), tc("2"), tc("3"))), p("后"))).toEqual(
      ["- 前", "table 1", "1,1 1x2: a", "1,3: b", "2,1: 1", "2,2: 2", "2,3: 3", "end", "- 后"],
    );
  });

  it("emits a vertically merged cell once, where it starts", () => {
    const table = tbl(tr(tc("组", start), tc("1")), tr(tc("", go), tc("2")), tr(tc("", go), tc("3")));
    expect(body(table)).toEqual(["table 1", "1,1 3x1: 组", "1,2: 1", "2,2: 2", "3,2: 3", "end"]);
  });

  it("starts a new region at a second restart, and at a cell without vMerge", () => {
    const table = tbl(
      tr(tc("a", start)),
      tr(tc("", go)),
      tr(tc("b", start)),
      tr(tc("", go)),
      tr(tc("c")),
      tr(tc("", go)),
    );
    expect(body(table)).toEqual(["table 1", "1,1 2x1: a", "3,1 2x1: b", "5,1: c", "6,1:", "end"]);
  });

  it("keeps text of a covered cell and says so", () => {
    const table = tbl(tr(tc("a", start), tc("1")), tr(tc("b", go), tc("2")));
    expect(body(table)).toEqual([
      "table 1",
      "1,1 2x1: a\nb",
      "1,2: 1",
      "2,2: 2",
      "end",
      "! merged-cell-text",
    ]);
  });

  it("does not merge cells of different edges", () => {
    const table = tbl(tr(tc("a", start + span(2)), tc("1")), tr(tc("b", go), tc("c"), tc("2")));
    expect(body(table)).toEqual(["table 1", "1,1 1x2: a", "1,3: 1", "2,1: b", "2,2: c", "2,3: 2", "end"]);
  });

  it("takes an orphan continuation for a cell of its own", () => {
    expect(body(tbl(tr(tc("a", go)), tr(tc("", go))))).toEqual(["table 1", "1,1 2x1: a", "end"]);
  });

  it("reads the horizontal merges of old files", () => {
    const [left, right] = ['<w:hMerge w:val="restart"/>', "<w:hMerge/>"];
    expect(body(tbl(tr(tc("a", left), tc("", right), tc("b"))))).toEqual([
      "table 1",
      "1,1 1x2: a",
      "1,3: b",
      "end",
    ]);
  });

  it("leaves a gap for gridBefore and gridAfter", () => {
    const shifted = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${tc("5")}</w:tr>`;
    expect(body(tbl(tr(tc("a"), tc("b"), tc("c")), shifted))).toEqual([
      "table 1",
      "1,1: a",
      "1,2: b",
      "1,3: c",
      "2,2: 5",
      "end",
    ]);
  });

  it("takes rows that do not add up as they are", () => {
    expect(body(tbl(tr(tc("a"), tc("b")), tr(tc("1")), tr()))).toEqual([
      "table 1",
      "1,1: a",
      "1,2: b",
      "2,1: 1",
      "end",
    ]);
  });

  it("clamps a span no table has", () => {
    const grid = "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>";
    expect(body(tbl(grid, tr(tc("a"), tc("b", span(2_000_000_000)))))).toEqual([
      "table 1",
      "1,1: a",
      "1,2 1x2: b",
      "end",
      "! span-clamped",
    ]);
  });

  it("joins a cell's paragraphs and soft breaks with line feeds", () => {
    const inner = p("第一") + px(r(`${t("第")}<w:br/>${t("二")}`));
    expect(body(tbl(tr(tcx(inner))))).toEqual(["table 1", "1,1: 第一\n第\n二", "end"]);
  });

  it("reads rows and cells inside content controls", () => {
    const sdt = (inner: string): string =>
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const table = sdt(tbl(sdt(tr(sdt(tc("1")), tcx(sdt(p("2")))))));
    expect(body(table)).toEqual(["table 1", "1,1: 1", "1,2: 2", "end"]);
  });

  it("keeps two adjacent tables two, header repeated or not", () => {
    const header = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${tc("h")}</w:tr>`;
    expect(body(tbl(header, tr(tc("1"))), tbl(header, tr(tc("2"))))).toEqual([
      "table 1",
      "1,1: h",
      "2,1: 1",
      "end",
      "table 2",
      "1,1: h",
      "2,1: 2",
      "end",
    ]);
  });
});

describe("tables in tables", () => {
  it("puts a nested table after the one that holds it", () => {
    const inner = tbl(tr(tc("内")));
    expect(body(tbl(tr(tcx(p("外") + inner + p("")), tc("1"))), p("后"))).toEqual([
      "table 1",
      "1,1: 外",
      "1,2: 1",
      "end",
      "table 2",
      "1,1: 内",
      "end",
      "- 后",
    ]);
  });

  it("lets a one-cell frame give way to what it holds, in order", () => {
    const inner = tbl(tr(tc("1"), tc("2")));
    expect(body(tbl(tr(tcx(p("一、总体情况") + inner + p("二、其他")))))).toEqual([
      "- 一、总体情况",
      "table 1",
      "1,1: 1",
      "1,2: 2",
      "end",
      "- 二、其他",
    ]);
  });

  it("refuses nesting past the limit, and reads 2000 levels below it without recursion", () => {
    const depth = 2000;
    const nested = "<w:tbl><w:tr><w:tc>".repeat(depth) + p("底") + `</w:tc></w:tr></w:tbl>`.repeat(depth);
    expect(printed({ body: nested })).toEqual(["! too-large depth 256"]);
    const deep = printed({ body: nested }, { ...limits, maximumDepth: 10_000 });
    expect(deep).toEqual(["table 1", "1,1: 底", "end"]);
  });

  it("counts cells after clamping against the limit", () => {
    const rows = Array.from({ length: 40 }, () => tr(tc("1"), tc("2")));
    const wide = tbl(tr(tc("1", span(63))), ...rows);
    expect(printed({ body: wide }, { ...limits, maximumCells: 1000 })).toEqual(["! too-large cells 1000"]);
  });
});

describe("text boxes", () => {
  const content = `<w:txbxContent>${p("框")}${tbl(tr(tc("1")))}</w:txbxContent>`;
  const choice = `<w:drawing><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing>`;
  const fallback = `<w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict>`;
  const expected = ["- 前后", "- 框", "table 1", "1,1: 1", "end", "- 尾"];
  const alternate = (requires: string): string =>
    `<mc:AlternateContent><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
  const around = (inner: string): string[] => body(px(r(t("前")) + r(inner) + r(t("后"))), p("尾"));

  it("reads the choice or the fallback, never both, after the paragraph that anchors it", () => {
    expect(around(alternate("wps"))).toEqual(expected);
    expect(around(alternate("unknown"))).toEqual(expected);
    expect(around(fallback)).toEqual(expected);
  });

  it("reads one anchored in a cell into that cell", () => {
    expect(body(tbl(tr(tcx(px(r(fallback))), tc("2"))))).toEqual([
      "table 1",
      "1,1: \n框",
      "1,2: 2",
      "end",
      "table 2",
      "1,1: 1",
      "end",
    ]);
  });
});
