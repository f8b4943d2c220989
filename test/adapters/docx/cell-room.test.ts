import { describe, expect, it } from "vitest";
import { p, printed, px, r, t, tbl, tc, tcx, tr } from "./build.ts";
import type { Parts } from "./build.ts";

const WIDTH = '<w:tcW w:w="2500" w:type="dxa"/>';
const cellOf = (content: string, properties = "", more: Omit<Parts, "body"> = {}): string =>
  printed({ body: tbl(tr(tcx(content, WIDTH + properties), tc("x"))), ...more })[1]!
    .slice("1,1: ".length)
    .trim();
const tabbed = (properties: string): string => px(r(`<w:tab/>${t("1435")}`), properties);
const stop = (position: number, kind = "left"): string =>
  `<w:tabs><w:tab w:val="${kind}" w:pos="${position}"/></w:tabs>`;
const style = (inner: string): string =>
  `<w:style w:type="paragraph" w:styleId="s"><w:pPr>${inner}</w:pPr></w:style>`;

describe("a number behind a tab", () => {
  it("whose stop lies beyond its cell", () => {
    expect(cellOf(tabbed(stop(3000)))).toBe("1435 ?moved-text");
    expect(cellOf(tabbed(stop(4800, "right")))).toBe("1435 ?moved-text");
    expect(cellOf(tabbed('<w:pStyle w:val="s"/>'), "", { styles: style(stop(3000)) })).toBe(
      "1435 ?moved-text",
    );
  });

  it("is where it is", () => {
    expect(cellOf(tabbed(stop(700)))).toBe("1435");
    expect(cellOf(tabbed(stop(3000, "clear")))).toBe("1435");
    expect(cellOf(p("1435", stop(3000)))).toBe("1435");
  });
});

it("a style may set its paragraphs in frames", () => {
  const styles = style('<w:framePr w:w="500" w:vAnchor="page" w:x="4000" w:y="4000"/>');
  expect(cellOf(p("1435", '<w:pStyle w:val="s"/>'), "", { styles })).toBe("1435 ?moved-text");
});

it("margins that leave less than a digit", () => {
  const margin = (left: number): string => `<w:tcMar><w:left w:w="${left}" w:type="dxa"/></w:tcMar>`;
  expect(cellOf(p("1435"), margin(2400))).toBe("1435 ?too-small");
  expect(cellOf(p("1435"), margin(2300))).toBe("1435");
});

describe("in a row of exact height", () => {
  const row = (height: number, content: string): string =>
    printed({
      body: tbl(
        `<w:tr><w:trPr><w:trHeight w:val="${height}" w:hRule="exact"/></w:trPr>${tcx(content)}${tc("x")}</w:tr>`,
      ),
    })[1]!;
  const small = '<w:rPr><w:sz w:val="4"/></w:rPr>';

  it("an empty line pushes the number out", () => {
    expect(row(280, p("") + p("1435"))).toBe("1,1: \n1435 ?too-small");
    expect(row(400, p("") + p("1435"))).toBe("1,1: \n1435");
  });

  it("a low one does not", () => {
    expect(row(280, p("", small) + p("1435"))).toBe("1,1: \n1435");
    expect(row(280, p("", '<w:spacing w:line="60" w:lineRule="exact"/>') + p("1435"))).toBe("1,1: \n1435");
    expect(row(200, p("1435"))).toBe("1,1: 1435");
  });
});

describe("a table in a box of fixed size", () => {
  const rows = tr(tc("甲"), tc("1435")).repeat(4);
  const grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>';
  const isCut = (width: number, height: number, fit = ""): boolean =>
    printed({
      body: px(
        r(
          `<w:drawing><wp:anchor><wp:extent cx="${width * 12_700}" cy="${height * 12_700}"/><wp:wrapTopAndBottom/><a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx><w:txbxContent><w:tbl><w:tblPr/>${grid}${rows}</w:tbl>${p("")}</w:txbxContent></wps:txbx><wps:bodyPr>${fit}</wps:bodyPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`,
        ),
      ),
    }).includes("! covered-table 1");
  it("is cut off where the box is too low or too narrow", () => {
    expect(isCut(220, 40)).toBe(true);
    expect(isCut(120, 200)).toBe(true);
  });

  it("is whole where the box has room or grows", () => {
    expect(isCut(220, 80)).toBe(false);
    expect(isCut(220, 40, "<a:spAutoFit/>")).toBe(false);
  });
});

it("a table in a row of exact height is cut off below it", () => {
  const inner = `<w:tbl><w:tblPr/>${tr(tc("甲"), tc("1435")).repeat(4)}</w:tbl>${p("")}`;
  const isCut = (height: number): boolean =>
    printed({
      body: tbl(
        `<w:tr><w:trPr><w:trHeight w:val="${height}" w:hRule="exact"/></w:trPr>${tcx(inner)}${tc("x")}</w:tr>`,
      ),
    }).some((line) => line.startsWith("! covered-table"));
  expect(isCut(600)).toBe(true);
  expect(isCut(1200)).toBe(false);
});

describe("a line in the cell of a number", () => {
  const line = (side: string, value = "single"): string => `<w:${side} w:val="${value}" w:sz="8"/>`;
  const border = (...lines: readonly string[]): string => `<w:pBdr>${lines.join("")}</w:pBdr>`;

  it.each([
    ["a border at its left", "1435", border(line("left"))],
    ["one at its right", "1435", border(line("right"))],
    ["one in a blank cell", "", border(line("left"))],
    ["a bar", "1435", stop(300, "bar")],
  ])("may be a one: %s", (_, text, properties) => {
    expect(cellOf(p(text, properties))).toBe(`${text} ?drawn`.trim());
    expect(cellOf(p(text, '<w:pStyle w:val="s"/>'), "", { styles: style(properties) })).toBe(
      `${text} ?drawn`.trim(),
    );
  });

  it.each([
    ["below", "1435", border(line("bottom"))],
    ["that is none", "1435", border(line("left", "nil"))],
    ["of a box", "1435", border(...["top", "left", "bottom", "right"].map((side) => line(side)))],
    ["beside words", "无", border(line("left"))],
  ])("is no one: %s", (_, text, properties) => {
    expect(cellOf(p(text, properties))).toBe(text);
  });

  it.each([
    ["a short one, as a minus,", 2, " ?drawn"],
    ["a blank to fill in", 8, ""],
  ])("may lie under spaces: %s", (_, count, doubt) => {
    const spaces = `<w:t xml:space="preserve">${" ".repeat(count)}</w:t>`;
    expect(cellOf(px(r(spaces, '<w:u w:val="single"/>')))).toBe(doubt.trim());
    expect(cellOf(px(r(spaces)))).toBe("");
  });

  it("may be struck through spaces, or drawn by a tab", () => {
    const spaces = '<w:t xml:space="preserve">  </w:t>';
    expect(cellOf(px(r(spaces, "<w:strike/>")))).toBe("?drawn");
    const leader = (kind: string): string =>
      `<w:tabs><w:tab w:val="left" w:pos="700" w:leader="${kind}"/></w:tabs>`;
    expect(cellOf(tabbed(leader("underscore")))).toBe("1435 ?drawn");
    expect(cellOf(tabbed(leader("none")))).toBe("1435");
    expect(cellOf(p("1435", leader("dot")))).toBe("1435");
  });

  it("may be a shape behind the text", () => {
    const shape = (width: number): string =>
      `<w:drawing><wp:anchor behindDoc="1"><wp:extent cx="${width}" cy="144145"/><wp:wrapNone/><wps:wsp><wps:spPr><a:ln/></wps:spPr></wps:wsp></wp:anchor></w:drawing>`;
    expect(cellOf(px(r(shape(0)) + r(t("1435"))))).toBe("1435 ?drawn");
  });
});

it.each([
  ["w:emboss", "1435 ?faint-text"],
  ["w:imprint", "1435 ?faint-text"],
  ["w:shadow", "1435"],
])("letters with %s", (name, shown) => {
  expect(cellOf(px(r(t("1435"), `<${name}/>`)))).toBe(shown);
});

it("lines from top to bottom turn numbers, or break them digit by digit", () => {
  const direction = (value: string): string => `<w:textDirection w:val="${value}"/>`;
  expect(cellOf(p("1435"), direction("tbRl"))).toBe("1435 ?squeezed-text");
  expect(cellOf(p("1435"), direction("btLr"))).toBe("1435 ?squeezed-text");
  expect(cellOf(p("1435"), direction("lr"))).toBe("1435 ?squeezed-text");
  expect(cellOf(p("1435"), direction("lrTb"))).toBe("1435");
  expect(cellOf(p("1435"), direction("tb"))).toBe("1435");
  expect(cellOf(p("结转"), direction("tbRlV"))).toBe("结转");
});
