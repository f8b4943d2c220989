import { describe, expect, it } from "vitest";
import { p, printed, px, r, t, tbl, tc, tcx, tr } from "./build.ts";

const EMU = 12_700;
const table = tbl(tr(tc("信息内容"), tc("数量")), tr(tc("甲"), tc("1435")));

interface Shape {
  readonly top: number;
  readonly height?: number;
  readonly from?: string;
  readonly properties?: string;
  readonly wrap?: string;
  readonly attributes?: string;
  readonly kind?: string;
}

/** A paragraph with a shape, in points from its own top. */
function shape({
  top,
  height = 30,
  from = "paragraph",
  properties = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>',
  wrap = "wrapNone",
  attributes = 'behindDoc="0"',
  kind = "wps:wsp",
}: Shape): string {
  return r(
    `<w:drawing><wp:anchor ${attributes}><wp:positionH relativeFrom="column"><wp:posOffset>9</wp:posOffset></wp:positionH><wp:positionV relativeFrom="${from}"><wp:posOffset>${top * EMU}</wp:posOffset></wp:positionV><wp:extent cx="900" cy="${height * EMU}"/><wp:${wrap}/><a:graphic><a:graphicData><${kind}><wps:spPr>${properties}</wps:spPr></${kind}></a:graphicData></a:graphic></wp:anchor></w:drawing>`,
  );
}

const vml = (style: string, more = "", inner = ""): string =>
  px(r(`<w:pict><v:rect style="position:absolute;${style}" ${more}>${inner}</v:rect></w:pict>`));
const isCovered = (...inner: readonly string[]): boolean =>
  printed({ body: inner.join("") }).some((line) => line.startsWith("! covered-table"));

describe("a drawing in front of the text lies over a table", () => {
  it.each([
    ["below it, and drawn up", table + px(shape({ top: -40 }))],
    ["above it, and reaching down", px(shape({ top: 10 })) + table],
    ["two lines below", table + p("注") + px(shape({ top: -60 }))],
    ["placed on the page", px(shape({ top: 300, from: "page" })) + table],
    ["only its line", table + px(shape({ top: -40, properties: "<a:noFill/><a:ln><a:solidFill/></a:ln>" }))],
    [
      "behind the text, and too dark for it",
      table +
        px(
          shape({
            top: -40,
            attributes: 'behindDoc="1"',
            properties: '<a:solidFill><a:srgbClr val="101010"/></a:solidFill>',
          }),
        ),
    ],
    [
      "VML behind, and black",
      table + vml("margin-top:-40pt;height:30pt;z-index:-9", 'fillcolor="black [0]"'),
    ],
    [
      "behind, in the colour of the digits",
      tbl(tr(tc("甲"), tcx(px(r(t("1435"), '<w:color w:val="FF0000"/>'))))) +
        px(
          shape({
            top: -20,
            attributes: 'behindDoc="1"',
            properties: '<a:solidFill><a:srgbClr val="FF0000"/></a:solidFill>',
          }),
        ),
    ],
    ["a picture", table + px(shape({ top: -40, kind: "pic:pic" }))],
    ["VML", table + vml("margin-left:9pt;margin-top:-40pt;width:80pt;height:30pt;z-index:9")],
    ["VML in inches, above", vml("margin-top:.2in;height:1in;z-index:9") + table],
    [
      "a line of VML",
      table + px(r('<w:pict><v:line style="position:absolute" from="9pt,-20pt" to="90pt,-20pt"/></w:pict>')),
    ],
    [
      "in a cell, reaching into the row above",
      tbl(tr(tc("甲"), tc("1")), tr(tcx(px(r(t("乙")) + shape({ top: -20 }))), tc("2"))),
    ],
    [
      "in a cell, wrapped, but laid out as if there were no table",
      tbl(
        tr(
          tc("甲"),
          tcx(px(r(t("1")) + shape({ top: 20, wrap: "wrapSquare", attributes: 'layoutInCell="0"' }))),
        ),
        tr(tc("乙"), tc("2")),
      ),
    ],
    ["placed from the corner of the page", table + px(shape({ top: 700, attributes: 'simplePos="1"' }))],
    [
      "VML that is not wrapped",
      table + vml("margin-top:-40pt;height:30pt", "", '<w10:wrap anchorx="page"/>'),
    ],
  ])("%s", (_, body) => {
    expect(isCovered(body)).toBe(true);
  });

  it.each([
    ["behind the text", table + px(shape({ top: -40, attributes: 'behindDoc="1"' }))],
    [
      "grey behind the text, or seen through",
      ["999999", '000000"><a:alpha val="20000"/></a:srgbClr><a:x val="'].reduce(
        (body, val) =>
          body +
          px(
            shape({
              top: -40,
              attributes: 'behindDoc="1"',
              properties: `<a:solidFill><a:srgbClr val="${val}"/></a:solidFill>`,
            }),
          ),
        table,
      ),
    ],
    ["beside which the text runs", table + px(shape({ top: -40, wrap: "wrapSquare" }))],
    ["far from it", table + p("一") + p("二") + p("三") + p("四") + px(shape({ top: -40 }))],
    ["below it", table + px(shape({ top: 2 }))],
    [
      "a seal at the signature",
      table + p("一").repeat(9) + px(shape({ top: -90, height: 110, kind: "pic:pic" })),
    ],
    ["a red line under the head", px(shape({ top: 10, height: 0 })) + p("一") + p("二") + table],
    ["without ink", table + px(shape({ top: -40, properties: "<a:noFill/><a:ln><a:noFill/></a:ln>" }))],
    [
      "hidden",
      table + px(shape({ top: -40 }).replace("<wp:wrapNone/>", '<wp:wrapNone/><wp:docPr hidden="1"/>')),
    ],
    ["VML behind the text", table + vml("margin-top:-40pt;height:30pt;z-index:-9")],
    [
      "VML beside which the text runs",
      table + vml("margin-top:-40pt;height:30pt", "", '<w10:wrap type="square"/>'),
    ],
    [
      "in a cell whose text runs beside it",
      tbl(tr(tc("甲"), tcx(px(r(t("1")) + shape({ top: 20, wrap: "wrapSquare" })))), tr(tc("乙"), tc("2"))),
    ],
    ["VML without ink", table + vml("margin-top:-40pt;height:30pt", 'filled="f" stroked="f"')],
    [
      "in the line of a cell",
      tbl(tr(tcx(px(r("<w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing>"))), tc("2"))),
    ],
  ])("not where it is %s", (_, body) => {
    expect(isCovered(body)).toBe(false);
  });
});

describe("digits that do not show", () => {
  const first = (properties: string): string =>
    printed({ body: tbl(tr(tcx(px(r(t("1435"), properties))), tc("x"))) })[1]!.slice("1,1: ".length);

  it("in a thick outline", () => {
    const outline = (width: number, fill: string): string =>
      first(`<w14:textOutline w14:w="${width}">${fill}</w14:textOutline>`);
    const white = '<w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill>';
    expect(outline(60_000, white)).toBe("1435 ?faint-text");
    expect(outline(9525, white)).toBe("1435");
    expect(outline(60_000, "<w14:noFill/>")).toBe("1435");
  });

  it("in fonts of bars", () => {
    for (const font of ["Code 39", "Libre Barcode 128", "IDAutomationHC39M", "3 of 9 Barcode", "条形码"])
      expect(first(`<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`)).toContain("\ufffd");
    for (const font of ["Times New Roman", "仿宋_GB2312", "Courier New", "Cambria"])
      expect(first(`<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`)).toBe("1435");
  });

  it("in a row lower than their letters", () => {
    const row = (height: number): string =>
      printed({
        body: tbl(
          `<w:tr><w:trPr><w:trHeight w:val="${height}" w:hRule="exact"/></w:trPr>${tcx(px(r(t("1435"), '<w:sz w:val="28"/>')))}${tc("x")}</w:tr>`,
        ),
      })[1]!.slice("1,1: ".length);
    expect(row(160)).toBe("1435 ?too-small");
    expect(row(280)).toBe("1435");
  });
});

describe("a drawing behind the text that is as dark as the text", () => {
  const behind = (properties: string, more: Partial<Shape> = {}): boolean =>
    isCovered(table, px(shape({ top: -40, attributes: 'behindDoc="1"', properties, ...more })));
  const fill = (colour: string): string => `<a:solidFill>${colour}</a:solidFill>`;

  it.each<[string, string, Partial<Shape>?]>([
    ["a system colour", fill('<a:sysClr val="windowText" lastClr="000000"/>')],
    ["a named colour", fill('<a:prstClr val="black"/>')],
    ["by hue and light", fill('<a:hslClr hue="0" sat="0" lum="5%"/>')],
    ["in shares", fill('<a:scrgbClr r="0" g="0" b="4000"/>')],
    ["made darker", fill('<a:srgbClr val="FFFFFF"><a:lumMod val="5000"/></a:srgbClr>')],
    ["a shade of a colour", fill('<a:srgbClr val="FFFFFF"><a:shade val="3000"/></a:srgbClr>')],
    ["a picture", "", { kind: "pic:pic" }],
    ["a shape filled with a picture", '<a:blipFill><a:blip r:embed="x"/></a:blipFill>'],
  ])("%s", (_, properties, more) => {
    expect(behind(properties, more)).toBe(true);
  });

  it.each<[string, string, Partial<Shape>?]>([
    ["pale", fill('<a:srgbClr val="FFFFFF"><a:lumMod val="95000"/></a:srgbClr>')],
    ["a named colour", fill('<a:prstClr val="yellow"/>')],
    ["a window's ground", fill('<a:sysClr val="window"/>')],
    ["a picture in the head of the page", "", { kind: "pic:pic", from: "page", top: 20 }],
    ["a picture beyond the table", "", { kind: "pic:pic", top: 40 }],
  ])("but not %s", (_, properties, more) => {
    expect(behind(properties, more)).toBe(false);
  });

  it("a picture that is washed out is none", () => {
    const picture = shape({ top: -40, attributes: 'behindDoc="1"', kind: "pic:pic", properties: "" });
    const washed = picture.replace(
      "<wps:spPr>",
      '<a:blip><a:lum bright="70000" contrast="-70000"/></a:blip><wps:spPr>',
    );
    expect(isCovered(table, px(picture))).toBe(true);
    expect(isCovered(table, px(washed))).toBe(false);
    const image = (more: string) =>
      `<w:pict><v:shape style="position:absolute;margin-top:-40pt;height:30pt;z-index:-9" filled="f" stroked="t"><v:imagedata r:id="x" ${more}/></v:shape></w:pict>`;
    expect(isCovered(table, px(r(image(""))))).toBe(true);
    expect(isCovered(table, px(r(image('gain="19661f" blacklevel="22938f"'))))).toBe(false);
  });

  it("by the style of the shape", () => {
    const styled = (index: number): string =>
      shape({ top: -40, attributes: 'behindDoc="1"', properties: "" }).replace(
        "</wps:spPr>",
        `</wps:spPr><wps:style><a:lnRef idx="2"><a:srgbClr val="000000"/></a:lnRef><a:fillRef idx="${index}"><a:srgbClr val="000000"/></a:fillRef></wps:style>`,
      );
    expect(isCovered(table, px(styled(1)))).toBe(true);
    expect(isCovered(table, px(styled(0)))).toBe(false);
  });
});

describe("a box without ground that holds digits or a table", () => {
  const box = (inner: string): string =>
    shape({ top: -40, properties: "<a:noFill/><a:ln><a:noFill/></a:ln>" }).replace(
      "</wps:wsp>",
      `<wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp>`,
    );
  it("lies over the table before it", () => {
    expect(isCovered(table, px(box(tbl(tr(tc("别"), tc("无")))))).valueOf()).toBe(true);
    expect(isCovered(table, px(box(p("更正为 99 件"))))).toBe(true);
    expect(isCovered(table, px(box(p("单位：件"))))).toBe(false);
  });
});

describe("floating tables", () => {
  const floating = (place: string, cell: string): string =>
    table.replace("<w:tbl>", `<w:tbl><w:tblPr><w:tblpPr ${place}/></w:tblPr>`).replace("1435", cell);
  const onPage = (y: number, x = 1400): string =>
    `w:vertAnchor="page" w:horzAnchor="page" w:tblpX="${x}" w:tblpY="${y}"`;
  const two = (one: string, other: string, between = p("")): boolean =>
    isCovered(floating(one, "1435") + between + floating(other, "2046"));

  it("on one spot lie over each other", () => {
    expect(two(onPage(3000), onPage(3000))).toBe(true);
    expect(two(onPage(3000), onPage(3200), p("注"))).toBe(true);
    expect(two('w:vertAnchor="text" w:tblpY="200"', 'w:vertAnchor="text" w:tblpY="200"')).toBe(true);
    const centred = 'w:vertAnchor="page" w:tblpXSpec="center" w:tblpYSpec="top"';
    expect(two(centred, centred)).toBe(true);
  });

  it("in places of their own do not", () => {
    expect(two(onPage(3000), onPage(6000))).toBe(false);
    expect(two(onPage(3000), onPage(3000), px(r('<w:br w:type="page"/>')))).toBe(false);
    expect(two(onPage(3000), onPage(3000), px("", '<w:sectPr><w:pgSz w:w="11906"/></w:sectPr>'))).toBe(false);
    expect(two('w:vertAnchor="text" w:tblpY="200"', 'w:vertAnchor="text" w:tblpY="200"', p("一段"))).toBe(
      false,
    );
    const apart = floating(onPage(3000), "2046").replace(
      "</w:tblPr>",
      '<w:tblOverlap w:val="never"/></w:tblPr>',
    );
    expect(isCovered(floating(onPage(3000), "1435"), p(""), apart)).toBe(false);
  });
});

describe("a table wider than its page", () => {
  const onPage = (width: number, layout: string, column = 3000): boolean =>
    isCovered(
      table.replace(
        /<w:tbl>(?:<w:tblGrid>.*?<\/w:tblGrid>)?/,
        `<w:tbl><w:tblPr><w:tblLayout w:type="${layout}"/></w:tblPr><w:tblGrid><w:gridCol w:w="${column}"/><w:gridCol w:w="${column}"/></w:tblGrid>`,
      ) + `<w:sectPr><w:pgSz w:w="${width}" w:h="16838"/><w:pgMar w:left="1000"/></w:sectPr>`,
    );
  it("goes on beyond its edge", () => {
    expect(onPage(2400, "autofit")).toBe(true);
    expect(onPage(6000, "fixed")).toBe(true);
    expect(onPage(11906, "fixed", 6000)).toBe(true);
  });

  it("is whole where columns shrink, or the page is wide", () => {
    expect(onPage(6000, "autofit")).toBe(false);
    expect(onPage(11906, "fixed")).toBe(false);
    expect(onPage(16838, "fixed", 6000)).toBe(false);
  });
});
