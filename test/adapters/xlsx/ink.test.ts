import { describe, expect, it } from "vitest";
import { xlsx } from "../../../src/adapters/xlsx/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packXlsx } from "../../support/factory/xlsx/package.ts";
import type { SheetParts } from "../../support/factory/xlsx/package.ts";
import { printReading } from "../../support/print-cells.ts";

const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const five = '<c r="B2" s="1"><v>5</v></c>';

/** What is read of B2 in the cell format 1. */
function cell(
  xml: string,
  sheet: Partial<SheetParts>,
  styles = "<cellXfs><xf/><xf/></cellXfs>",
  row = "",
): string {
  const rows = `<row r="1">${text("A1", "项目")}${text("B1", "数量")}</row><row r="2" ${row}>${text("A2", "件数")}${xml}</row>`;
  const bytes = packXlsx({ styles, sheets: [{ name: "Sheet1", rows, ...sheet }] });
  const lines = printReading(xlsx.read({ name: "a.xlsx", bytes }, defaultLimits) as Reading);
  return lines
    .find((line) => line.startsWith("| 件数"))!
    .replace(/^\| 件数 \| (.*?) ?\|/, "$1")
    .trim();
}

describe("turned text in a low row", () => {
  const turned = (by: number, digits: string): string =>
    cell(
      `<c r="B2" s="1"><v>${digits}</v></c>`,
      { head: '<cols><col min="2" max="2" width="20"/></cols>' },
      `<cellXfs><xf/><xf><alignment textRotation="${by}"/></xf></cellXfs>`,
      'ht="15" customHeight="1"',
    );
  it.each([
    [90, "12345", "12345 ?too-small"],
    [180, "12345", "12345 ?too-small"],
    [45, "1234567", "1234567 ?too-small"],
    [255, "12", "12 ?too-small"],
    [255, "5", "5"],
    [90, "12", "12"],
    [0, "12345", "12345"],
  ])("by %i: %s", (by, digits, shown) => expect(turned(by, digits)).toBe(shown));
});

describe("what lies over or under cells", () => {
  const anchor = (column: number, inner: string): string =>
    `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from><xdr:to><xdr:col>${column}</xdr:col><xdr:colOff>99</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>99</xdr:rowOff></xdr:to>${inner}<xdr:clientData/></xdr:twoCellAnchor>`;
  it.each([
    ["a line in a blank cell, like a one", anchor(1, "<xdr:cxnSp/>"), "?drawn"],
    ["a picture in a blank cell", anchor(1, "<xdr:pic/>"), "?picture"],
    ["a picture beside the table", anchor(5, "<xdr:pic/>"), ""],
  ])("%s", (_, drawing, shown) => expect(cell('<c r="B2"/>', { drawing, tail: "" })).toBe(shown));

  it("a picture behind the sheet", () => {
    expect(cell(five, { tail: '<picture r:id="rId9"/>' })).toBe("5 ?picture");
  });
});

it.each([
  ["TableStyleDark1", "5 ?faint-text"],
  ["TableStyleDark9", "5"],
  ["TableStyleMedium2", "5"],
])("a white cell in a table of %s", (style, shown) => {
  const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:B2"><tableStyleInfo name="${style}"/></table>`;
  const styles =
    '<fonts><font/></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>';
  expect(cell(five, { table }, styles)).toBe(shown);
});
