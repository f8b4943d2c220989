import { describe, expect, it } from "vitest";
import { build, files, override, p, printed, px, r, t, tbl, tc, tcx, tr, zip } from "./build.ts";

const EMU = 12_700;
const table = tbl(tr(tc("信息内容"), tc("数量")), tr(tc("甲"), tc("1435")), tr(tc("乙"), tc("")));

/** What is found of a page with this header or footer. */
function findings(kind: "header" | "footer", inner: string): readonly string[] {
  const [name, root] = [`word/${kind}1.xml`, kind === "header" ? "hdr" : "ftr"];
  const own = files({ body: table, linked: { [kind]: `${kind}1.xml` } });
  const part = own["word/document.xml"] as string;
  const whole = part
    .replace(/<w:body>.*<\/w:body>/, inner)
    .replace("<w:document", `<w:${root}`)
    .replace("</w:document", `</w:${root}`);
  const types = (own["[Content_Types].xml"] as string).replace(
    "</Types>",
    `${override(name, `wordprocessingml.${kind}`)}</Types>`,
  );
  return printed(zip({ ...own, [name]: whole, "[Content_Types].xml": types })).filter((line) =>
    line.startsWith("!"),
  );
}

const box = (top: number, from: string, inner: string, fill = "<a:noFill/>"): string =>
  px(
    r(
      `<w:drawing><wp:anchor><wp:positionV relativeFrom="${from}"><wp:posOffset>${top * EMU}</wp:posOffset></wp:positionV><wp:extent cx="900" cy="${30 * EMU}"/><wp:wrapNone/><a:graphic><a:graphicData><wps:wsp><wps:spPr>${fill}</wps:spPr>${inner}</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`,
    ),
  );
const text = (words: string): string => `<wps:txbx><w:txbxContent>${p(words)}</w:txbxContent></wps:txbx>`;
const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const wordArt = (words: string): string =>
  px(
    r(
      `<w:pict><v:shape style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:100pt;mso-position-vertical:center;mso-position-vertical-relative:margin" fillcolor="silver" stroked="f"><v:textpath string="${words}"/></v:shape></w:pict>`,
    ),
  );

describe("a header is drawn behind the text of the page", () => {
  it("a number in it may stand in a cell", () => {
    expect(findings("header", box(200, "page", text("2046")))).toEqual(["! floating-number 1"]);
    expect(findings("header", box(120, "paragraph", text("2046")))).toEqual(["! floating-number 1"]);
    expect(findings("footer", box(-300, "paragraph", text("2046")))).toEqual(["! floating-number 1"]);
    expect(findings("header", wordArt("1435"))).toEqual(["! floating-number 1"]);
  });

  it("something dark in it may lie under any table", () => {
    expect(findings("header", box(200, "page", "", fill("101010")))).toEqual(["! covered-table 1"]);
  });

  it.each([
    ["white, behind the text", "header", box(200, "page", "", fill("FFFFFF"))],
    ["a dark band in the head", "header", box(20, "page", "", fill("101010"))],
    ["a watermark of words", "header", wordArt("内部资料")],
    ["a page number in a box", "footer", box(0, "paragraph", text("12"))],
    ["a page number placed on the page", "footer", box(780, "page", text("- 12 -"))],
    [
      "a page number in a frame",
      "footer",
      px(
        r(t("12")),
        '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"/>',
      ),
    ],
    ["a picture", "header", box(300, "page", "").replaceAll("wps:wsp", "pic:pic")],
    ["lines of text", "header", p("某县人民政府2023年报告")],
  ] as const)("not where it is %s", (_, kind, inner) => {
    expect(findings(kind, inner)).toEqual([]);
  });
});

describe("a frame of words", () => {
  const frame = (place: string, words = "注明文字"): boolean =>
    printed(build({ body: table + px(r(t(words)), `<w:framePr ${place}/>`) })).includes("! covered-table 1");

  it("lies over a table", () => {
    expect(frame('w:w="2000" w:hAnchor="page" w:vAnchor="page" w:x="500" w:y="5000"')).toBe(true);
    expect(frame('w:w="2000" w:h="400" w:vAnchor="text" w:y="-600"')).toBe(true);
  });

  it("stands elsewhere", () => {
    expect(frame('w:w="2000" w:hAnchor="page" w:vAnchor="page" w:x="500" w:y="500"')).toBe(false);
    expect(frame('w:w="2000" w:vAnchor="text" w:y="1"')).toBe(false);
    expect(frame('w:dropCap="drop" w:vAnchor="page" w:y="5000"')).toBe(false);
    expect(frame('w:w="2000" w:vAnchor="page" w:y="5000"', "")).toBe(false);
  });
});

describe("a table of stated width", () => {
  const wide = (columns: string): boolean =>
    printed({
      body: `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/><w:gridCol w:w="3000"/></w:tblGrid>${tr(tc("甲"), tc("1435"))}</w:tbl><w:sectPr><w:pgSz w:w="11906"/><w:pgMar w:left="1800" w:right="1800"/>${columns}</w:sectPr>`,
    }).includes("! covered-table 1");

  it("goes on beyond its column of text", () => {
    expect(wide('<w:cols w:num="2" w:space="425"/>')).toBe(true);
    expect(wide('<w:cols w:space="425"/>')).toBe(false);
  });
});

describe("margins that a part of a table's style states", () => {
  const cell = (left: number): string | undefined =>
    printed({
      body: `<w:tbl><w:tblPr><w:tblStyle w:val="s"/></w:tblPr>${tr(tc("甲"), tcx(p("1435"), '<w:tcW w:w="1500" w:type="dxa"/>'))}</w:tbl>`,
      styles: `<w:style w:type="table" w:styleId="s"><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcMar><w:left w:w="${left}" w:type="dxa"/></w:tcMar></w:tcPr></w:tblStylePr></w:style>`,
    }).find((line) => line.includes("1435"));

  it("leave no room", () => {
    expect(cell(1480)).toBe("1,2: 1435 ?too-small");
    expect(cell(100)).toBe("1,2: 1435");
  });
});
