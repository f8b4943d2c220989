import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { fods } from "../../../src/adapters/ods/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { printReading } from "../../support/print-cells.ts";

const oasis = "urn:oasis:names:tc:opendocument:xmlns:";
const spaces = ["office", "style", "text", "table"]
  .map((name) => `xmlns:${name}="${oasis}${name}:1.0"`)
  .concat(`xmlns:draw="${oasis}drawing:1.0"`, `xmlns:number="${oasis}datastyle:1.0"`)
  .concat(`xmlns:svg="${oasis}svg-compatible:1.0"`, `xmlns:fo="${oasis}xsl-fo-compatible:1.0"`)
  .concat('xmlns:xlink="http://www.w3.org/1999/xlink"')
  .concat('xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"')
  .join(" ");
const p = (words: string): string => `<text:p>${words}</text:p>`;
const cell = (inner: string, more = ""): string => `<table:table-cell ${more}>${inner}</table:table-cell>`;
const number = (value: number, text: string, inner = ""): string =>
  cell(inner + p(text), `table:style-name="C" office:value-type="float" office:value="${value}"`);

/** What is read of a cell beside a label, in a row of the style R. */
function shown(xml: string, styles = "", { before = "", behind = "" } = {}): string {
  const rows = `<table:table-row>${cell(p("项目"))}${cell(p("数量"))}</table:table-row><table:table-row table:style-name="R">${cell(p("件数"))}${xml}</table:table-row>`;
  const document = `<office:document ${spaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="S">${before}${rows}${behind}</table:table></office:spreadsheet></office:body></office:document>`;
  const lines = printReading(
    fods.read({ name: "a.fods", bytes: strToU8(document) }, defaultLimits) as Reading,
  );
  return (lines.find((line) => line.startsWith("| 件数")) ?? "")
    .replace(/^\| 件数 \| (.*?) ?\|$/, "$1")
    .trim();
}
const style = (properties: string, inner = "", more = ""): string =>
  `<style:style style:name="C" style:family="table-cell" ${more}><style:table-cell-properties ${properties}>${inner}</style:table-cell-properties></style:style>`;
const low =
  '<style:style style:name="R" style:family="table-row"><style:table-row-properties style:row-height="13pt"/></style:style>';

it.each([
  [
    "turned in a low row",
    number(12345, "12345"),
    style('style:rotation-angle="270"') + low,
    "12345 ?too-small",
  ],
  ["turned in a row that grows", number(12345, "12345"), style('style:rotation-angle="90"'), "12345"],
  ["stacked in a low row", number(12, "12"), style('style:direction="ttb"') + low, "12 ?too-small"],
  ["over a picture", number(5, "5"), style("", '<style:background-image xlink:href="a.png"/>'), "5 ?picture"],
  ["over no picture", number(5, "5"), style("", "<style:background-image/>"), "5"],
])("digits %s", (_, xml, styles, read) => expect(shown(xml, styles)).toBe(read));

describe("texts that their format does not show", () => {
  const digits = '<number:number number:min-integer-digits="1"/>';
  const format = (kind: string, inner: string, more = ""): string =>
    `<number:${kind}-style style:name="N" ${more}>${inner}</number:${kind}-style>${style("", "", 'style:data-style-name="N"')}`;
  it.each([
    ["a date", format("date", "<number:year/>"), 5, "5", "5 ?number-format"],
    ["a truth", format("boolean", "<number:boolean/>"), 1, "1", "1 ?number-format"],
    ["per cent", format("percentage", digits), 5, "5", "5 ?number-format"],
    ["a power of ten", format("number", "<number:scientific-number/>"), 5, "5", "5 ?number-format"],
    ["numerals", format("number", digits, 'number:transliteration-format="壹"'), 5, "5", "5 ?number-format"],
    ["figures", format("number", digits, 'number:transliteration-format="1"'), 5, "5", "5"],
  ])("%s", (_, styles, value, text, read) => expect(shown(number(value, text), styles)).toBe(read));

  it("a sign that the style of negative numbers leaves out", () => {
    const styles = (sign: string): string =>
      `<number:number-style style:name="P">${digits}</number:number-style>${format("number", `${sign}${digits}<style:map style:condition="value()&gt;=0" style:apply-style-name="P"/>`)}`;
    expect(shown(number(-5, "-5"), styles(""))).toBe("-5 ?number-format");
    expect(shown(number(-5, "-5"), styles("<number:text>-</number:text>"))).toBe("-5");
  });

  it.each([
    ["nothing", "<number:text/>", "5 ?unseen-text"],
    ["a word", "<number:text>无</number:text>", "5 ?unseen-text"],
    ["the number", digits, "5"],
  ])("a condition that shows %s", (_, inner, read) => {
    const styles = `<number:number-style style:name="N">${inner}</number:number-style><style:style style:name="H" style:family="table-cell" style:data-style-name="N"/>`;
    const behind = `<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="S.B2:S.B2"><calcext:condition calcext:apply-style-name="H" calcext:value="&gt;1"/></calcext:conditional-format></calcext:conditional-formats>`;
    expect(shown(number(5, "5"), styles, { behind })).toBe(read);
  });
});

describe("what is drawn", () => {
  const wide = 'svg:width="30pt" svg:height="60pt"';
  it("as a line between two points", () => {
    const line = (x: number): string =>
      `<table:shapes><draw:line svg:x1="${x}pt" svg:y1="15pt" svg:x2="${x}pt" svg:y2="24pt"/></table:shapes>`;
    expect(shown(number(2, "2"), "", { before: line(70) })).toBe("2 ?drawn");
    expect(shown(cell(""), "", { before: line(70) })).toBe("?drawn");
    expect(shown(number(2, "2"), "", { before: line(200) })).toBe("2");
  });

  it("turned about its corner", () => {
    const turned = `<table:shapes><draw:rect ${wide} draw:transform="rotate (1.57) translate (66pt 14pt)"/></table:shapes>`;
    expect(shown(number(2, "2"), "", { before: turned })).toBe("2 ?drawn");
  });

  it("as a line of LibreOffice, which states its first cell as its last", () => {
    const connector =
      '<draw:connector table:end-cell-address="S.A1" svg:x1="66pt" svg:y1="28pt" svg:x2="90pt" svg:y2="36pt"/>';
    const rows = `<table:table-row>${cell(connector + p("甲"))}${cell(p("乙"))}</table:table-row>`;
    expect(shown(number(2, "2"), "", { before: rows })).toBe("2 ?drawn");
  });

  it("over a blank cell", () => {
    const picture = `<draw:frame ${wide} table:end-cell-address="S.B2"><draw:image/></draw:frame>`;
    expect(shown(cell(picture))).toBe("?picture");
  });
});
