import { unzipSync, zipSync } from "fflate";
import { expect, describe, it } from "vitest";
import { xlsx } from "../../../src/adapters/xlsx/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packXlsx } from "../../support/factory/xlsx/package.ts";
import type { SheetParts } from "../../support/factory/xlsx/package.ts";
import { printReading } from "../../support/print-cells.ts";

const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const five = '<c r="B2" s="1"><v>5</v></c>';

/** What is read of a 5 in B2 of the cell format 1. */
function read(sheet: Partial<SheetParts>, styles = "<cellXfs><xf/><xf/></cellXfs>"): string {
  const rows = `<row r="1">${text("A1", "项目")}${text("B1", "数量")}</row><row r="2">${text("A2", "件数")}${five}</row>`;
  const bytes = packXlsx({ styles, sheets: [{ name: "Sheet1", rows, ...sheet }] });
  const lines = printReading(xlsx.read({ name: "a.xlsx", bytes }, defaultLimits) as Reading);
  return lines.find((line) => line.startsWith("| 件数"))!.replace(/^\| 件数 \| (.*?) ?\|/, "$1");
}

const inFont = (font: string, more = ""): string =>
  `<fonts><font/><font>${font}</font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF203864"/></patternFill></fill></fills>` +
  `<cellXfs><xf/><xf fontId="1"/><xf fontId="1" fillId="1"/></cellXfs>${more}`;
const red = '<color rgb="FFC00000"/>';
const filledRed = '<dxf><fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill></dxf>';
const plainText = '<dxf><font><color rgb="FF000000"/></font></dxf>';
const rule = (inside: string, attributes = ""): Partial<SheetParts> => ({
  tail: `<conditionalFormatting sqref="B1:B9"><cfRule priority="1" ${attributes}>${inside}</cfRule></conditionalFormatting>`,
});
const scale = (...colours: readonly string[]): string =>
  `<colorScale>${colours.map((colour) => `<color rgb="FF${colour}"/>`).join("")}</colorScale>`;

describe("conditions", () => {
  it.each([
    [
      "a fill in the colour of the cell's letters",
      inFont(red, `<dxfs>${filledRed}</dxfs>`),
      rule("", 'type="cellIs" dxfId="0"'),
      "5 ?unseen-text",
    ],
    [
      "a fill in another colour",
      inFont("", `<dxfs>${filledRed}</dxfs>`),
      rule("", 'type="cellIs" dxfId="0"'),
      "5",
    ],
    ["black letters", inFont(red, `<dxfs>${plainText}</dxfs>`), rule("", 'type="cellIs" dxfId="0"'), "5"],
    ["a scale to black", inFont(""), rule(scale("FFFFFF", "000000")), "5 ?unseen-text"],
    [
      "a scale through the letters' own red",
      inFont(red),
      rule(scale("FFFFFF", "F8696B", "700000")),
      "5 ?unseen-text",
    ],
    ["the scale that Excel offers first", inFont(""), rule(scale("F8696B", "FFEB84", "63BE7B")), "5"],
    ["a black bar", inFont(""), rule('<dataBar><color rgb="FF000000"/></dataBar>'), "5 ?unseen-text"],
    ["a blue bar", inFont(""), rule('<dataBar><color rgb="FF638EC6"/></dataBar>'), "5"],
    [
      "a bar alone",
      inFont(""),
      rule('<dataBar showValue="0"><color rgb="FF638EC6"/></dataBar>'),
      "5 ?unseen-text",
    ],
    ["icons alone", inFont(""), rule('<iconSet showValue="0"/>'), "5 ?unseen-text"],
    ["icons beside", inFont(""), rule("<iconSet/>"), "5"],
  ])("%s", (_, styles, sheet, shown) => {
    expect(read(sheet, styles)).toBe(shown);
  });

  const extended = (inside: string): Partial<SheetParts> => ({
    tail:
      '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>' +
      `<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule priority="1">${inside}</x14:cfRule><xm:sqref>B1:B9 D1</xm:sqref></x14:conditionalFormatting>` +
      "</x14:conditionalFormattings></ext></extLst>",
  });
  it.each([
    [
      "white letters",
      '<xm:f>0</xm:f><x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf>',
      "5 ?unseen-text",
    ],
    ["bold letters", "<xm:f>0</xm:f><x14:dxf><font><b/></font></x14:dxf>", "5"],
    [
      "a bar alone",
      '<x14:dataBar showValue="0"><x14:fillColor rgb="FF638EC6"/></x14:dataBar>',
      "5 ?unseen-text",
    ],
    ["a bar", '<x14:dataBar><x14:fillColor rgb="FF638EC6"/></x14:dataBar>', "5"],
    ["icons alone", '<x14:iconSet iconSet="3Stars" showValue="0"/>', "5 ?unseen-text"],
  ])("of 2010: %s", (_, inside, shown) => {
    expect(read(extended(inside))).toBe(shown);
  });
});

describe("a palette of the workbook's own", () => {
  const painted = (eighth: string): string =>
    inFont(
      '<color indexed="8"/>',
      `<colors><indexedColors>${"000000 "
        .repeat(8)
        .split(" ")
        .slice(0, 8)
        .map((rgb) => `<rgbColor rgb="00${rgb}"/>`)
        .join("")}<rgbColor rgb="00${eighth}"/></indexedColors></colors>`,
    );
  it.each([
    ["FFFFFF", "5 ?faint-text"],
    ["000000", "5"],
  ])("its ninth colour is %s", (colour, shown) => {
    expect(read({}, painted(colour))).toBe(shown);
  });
});

describe("what VML puts over cells", () => {
  const object = (kind: string, anchor: string, more = ""): Partial<SheetParts> => ({
    legacy: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape><v:textbox><div>a<br></div></v:textbox><x:ClientData ObjectType="${kind}"><x:Anchor>${anchor}</x:Anchor>${more}</x:ClientData></v:shape></xml>`,
  });
  it.each([
    ["a note that stays open", object("Note", "1, 2, 1, 3, 4, 5, 4, 6", "<x:Visible/>"), "5 ?drawn"],
    ["one that is folded", object("Note", "1, 2, 1, 3, 4, 5, 4, 6"), "5"],
    ["one beside the cell", object("Note", "2, 2, 1, 3, 4, 5, 4, 6", "<x:Visible/>"), "5"],
    ["a button", object("Button", "0, 0, 0, 0, 3, 0, 3, 0"), "5 ?drawn"],
    ["a picture of old", object("Pict", "0, 0, 0, 0, 3, 0, 3, 0"), "5 ?picture"],
    ["nothing that can be read", { legacy: "<x:ClientData ObjectType=" }, "5"],
  ])("%s", (_, sheet, shown) => {
    expect(read(sheet)).toBe(shown);
  });

  it("a picture that is placed by its distance from the corner", () => {
    const drawing = (x: number): string =>
      `<xdr:absoluteAnchor><xdr:pos x="${x}" y="200000"/><xdr:ext cx="600000" cy="300000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="a"/></xdr:nvPicPr></xdr:pic></xdr:absoluteAnchor>`;
    expect(read({ drawing: drawing(700_000) })).toBe("5 ?picture");
    expect(read({ drawing: drawing(7_000_000) })).toBe("5");
  });
});

it("a part that the workbook names and does not have is said", () => {
  const files = unzipSync(
    packXlsx({ styles: "", sheets: [{ name: "Sheet1", rows: `<row r="1">${text("A1", "甲")}</row>` }] }),
  );
  delete files["xl/styles.xml"];
  const reading = xlsx.read({ name: "a.xlsx", bytes: zipSync(files) }, defaultLimits) as Reading;
  expect(printReading(reading).at(-1)).toBe("! missing-part xl/styles.xml");
});
