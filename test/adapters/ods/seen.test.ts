import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { fods } from "../../../src/adapters/ods/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { changingBook, changingBookRead } from "../../support/book-changing.ts";
import { cutAndChangingRead, cutAndChangingSheet } from "../../support/cut-and-changing.ts";
import { printReading } from "../../support/print-cells.ts";

const oasis = "urn:oasis:names:tc:opendocument:xmlns:";
const spaces = ["office", "style", "text", "table"]
  .map((name) => `xmlns:${name}="${oasis}${name}:1.0"`)
  .concat(`xmlns:draw="${oasis}drawing:1.0"`, `xmlns:number="${oasis}datastyle:1.0"`)
  .concat(`xmlns:svg="${oasis}svg-compatible:1.0"`, `xmlns:fo="${oasis}xsl-fo-compatible:1.0"`)
  .join(" ");

interface Around {
  readonly styles?: string;
  readonly columns?: string;
  /** Attributes of the sheet, and what stands before and behind its rows. */
  readonly sheet?: string;
  readonly before?: string;
  readonly behind?: string;
}

const tableCell = (inner: string, attributes = ""): string =>
  `<table:table-cell ${attributes}>${inner}</table:table-cell>`;
const p = (words: string): string => `<text:p>${words}</text:p>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const five = (more = "", inner = ""): string =>
  tableCell(inner + p("5"), `office:value-type="float" office:value="5" ${more}`);

function read(
  cell: string,
  { styles = "", columns = "", sheet = "", before = "", behind = "" }: Around = {},
) {
  const rows = row(tableCell(p("项目")), tableCell(p("数量"))) + row(tableCell(p("件数")), cell);
  const xml = `<office:document ${spaces} office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Sheet1" ${sheet}>${before}${columns}${rows}${behind}</table:table></office:spreadsheet></office:body></office:document>`;
  return printReading(fods.read({ name: "a.fods", bytes: strToU8(xml) }, defaultLimits) as Reading);
}
/** What is read of a cell beside a label. */
const shown = (cell: string, around?: Around): string =>
  (read(cell, around)[1] ?? "").replace(/^\| 件数 \| (.*?) ?\|$/, "$1");
const cellStyle = (inner: string, more = ""): string =>
  `<style:style style:name="c" style:family="table-cell" ${more}>${inner}</style:style>`;
const inStyle = 'table:style-name="c"';

describe("digits in a cell that", () => {
  it.each([
    ["stands on its head", 'style:rotation-angle="180"', "5 ?upside-down"],
    ["is turned by a quarter", 'style:rotation-angle="90"', "5"],
    ["is crossed out", 'style:diagonal-tl-br="0.5pt solid #000000"', "5 ?struck-text"],
    ["is not to be shown", 'style:cell-protect="hidden-and-protected"', "5 ?unseen-text"],
    ["may not be changed", 'style:cell-protect="protected"', "5"],
  ])("%s", (_, properties, expected) => {
    const styles = cellStyle(`<style:table-cell-properties ${properties}/>`);
    expect(shown(five(inStyle), { styles, sheet: 'table:protected="true"' })).toBe(expected);
  });

  it("is worked out anew, or shows a field", () => {
    expect(shown(five('table:formula="of:=RAND()"'))).toBe("5 ?formula");
    expect(shown(tableCell(p("<text:page-number>5</text:page-number>")))).toBe("5 ?field-result");
  });

  it("holds a table, small text above its own, a link in white", () => {
    expect(shown(tableCell(`<table:table>${row(five())}</table:table>`))).toBe(" ?inner-table");
    const ruby =
      "<text:ruby><text:ruby-base>12</text:ruby-base><text:ruby-text>3</text:ruby-text></text:ruby>";
    expect(shown(tableCell(p(ruby)))).toBe("12 ?raised-digit");
    const styles =
      '<style:style style:name="w" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>';
    expect(shown(tableCell(p('<text:a text:style-name="w">9</text:a>5')), { styles })).toBe("95 ?faint-text");
  });

  it("has more lines than its row has room for", () => {
    const styles =
      '<style:style style:name="r" style:family="table-row"><style:table-row-properties style:row-height="0.5cm"/></style:style>';
    const behind = `<table:table-row table:style-name="r">${tableCell(p("甲"))}${tableCell(p("") + p("") + p("5"))}</table:table-row>`;
    expect(read(five(), { styles, behind }).join("|")).toContain("5 ?too-small");
    const growing = styles.replace("row-height", 'use-optimal-row-height="true" style:row-height');
    expect(read(five(), { styles: growing, behind }).join("|")).not.toContain("?too-small");
  });
});

describe("what is stored and what its format shows", () => {
  const format = (inner: string, kind = "number"): Around => ({
    styles: `<number:${kind}-style style:name="N">${inner}</number:${kind}-style>${cellStyle("", 'style:data-style-name="N"')}`,
  });
  const digits = '<number:number number:min-integer-digits="1"/>';
  const says = (text: string, value: number): string =>
    tableCell(p(text), `office:value-type="float" office:value="${value}" ${inStyle}`);
  it.each([
    ["as it is", format(digits), says("5", 5), "5"],
    ["a word left out", format(`<number:text>约</number:text>${digits}`), says("5", 5), "5 ?number-format"],
    ["with its word", format(`${digits}<number:text>件</number:text>`), says("5件", 5), "5件"],
    ["nothing at all", format("<number:text/>"), says("5", 5), "5 ?unseen-text"],
    ["thousands", format('<number:number number:display-factor="1000"/>'), says("1", 1435), "1"],
    [
      "not thousands",
      format('<number:number number:display-factor="1000"/>'),
      says("1435", 1435),
      "1435 ?number-format",
    ],
    [
      "in white",
      format(`<style:text-properties fo:color="#ffffff"/>${digits}`),
      says("5", 5),
      "5 ?number-format",
    ],
    [
      "a nought left out",
      format('<number:number number:decimal-places="0" number:min-integer-digits="0"/>'),
      says("0", 0),
      "0 ?number-format",
    ],
    [
      "no nought",
      format('<number:number number:decimal-places="0" number:min-integer-digits="0"/>'),
      says("5", 5),
      "5",
    ],
    ["in red", format(`<style:text-properties fo:color="#ff0000"/>${digits}`), says("5", 5), "5"],
    [
      "a filler",
      format(`<number:fill-character>9</number:fill-character>${digits}`),
      says("5", 5),
      "5 ?number-format",
    ],
    ["a text of no format", format("", "text"), tableCell(p("5"), inStyle), "5 ?unseen-text"],
    ["a text", format("<number:text-content/>", "text"), tableCell(p("5"), inStyle), "5"],
  ])("%s", (_, around, cell, expected) => {
    expect(shown(cell, around)).toBe(expected);
  });

  it("one of the styles for positive and negative numbers", () => {
    const mapped = `<number:number-style style:name="P">${digits}</number:number-style>`;
    const map = '<style:map style:condition="value()&gt;=0" style:apply-style-name="P"/>';
    const { styles = "" } = format(`<number:text>减</number:text>${digits}${map}`);
    expect(shown(says("5", 5), { styles: mapped + styles })).toBe("5");
    const unseen = '<number:number-style style:name="P"></number:number-style>';
    expect(shown(says("5", 5), { styles: unseen + styles })).toBe("5 ?unseen-text");
  });

  it("more decimals than its style has", () => {
    const { styles = "" } = format('<number:number number:decimal-places="1"/>');
    expect(shown(says("5.4", 5.4), { styles })).toBe("5.4");
    expect(shown(says("5.43", 5.43), { styles })).toBe("5.43 ?number-format");
  });

  it("what a program takes from the file, or did not work out", () => {
    expect(shown(tableCell("<text:p><text:sheet-name>5</text:sheet-name></text:p>"))).toBe("5 ?field-result");
    const blank = (formula: string): string =>
      shown(tableCell("", `table:formula="${formula}" office:value-type="string" office:string-value=""`));
    expect(blank("of:=SUM([.A1:.A2])")).toBe(" ?formula");
    expect(blank("of:=IF([.A1]=0;&quot;&quot;;[.A1])")).toBe("");
  });

  it("another text, a date, a truth", () => {
    expect(shown(tableCell(p("5"), 'office:value-type="string" office:string-value="9"'))).toBe(
      "5 ?number-format",
    );
    expect(shown(tableCell(p("5"), 'office:value-type="date" office:date-value="2023-01-05"'))).toBe(
      "5 ?number-format",
    );
    expect(shown(tableCell(p("2023-01-05"), 'office:value-type="date"'))).toBe("2023-01-05");
  });
});

describe("what lies over cells", () => {
  const at = (x: number, y: number, more = ""): string =>
    `svg:x="${x}pt" svg:y="${y}pt" svg:width="50pt" svg:height="10pt" ${more}`;
  const note = (attributes: string): string =>
    `<office:annotation ${attributes}>${p("7")}</office:annotation>`;
  const open = 'office:display="true"';
  it.each([
    ["an open note", note(at(66, 13.5, open)), "5 ?drawn"],
    ["an open note beside", note(at(200, 14, open)), "5"],
    ["an open note above", note(at(66, 0, open)), "5"],
    ["a folded note", note(at(66, 14)), "5"],
    ["a picture of a stated size", `<draw:frame ${at(0, 0)}><draw:image/></draw:frame>`, "5 ?picture"],
  ])("%s", (_, inner, expected) => {
    expect(shown(five("", inner))).toBe(expected);
  });

  it("a note that says no place opens beside its cell", () => {
    const cells = five() + tableCell(note(open) + p("甲"));
    expect(read(cells)[1]).toBe("| 件数 | 5 | 甲 |");
    expect(read(tableCell(note(open) + p("甲")) + five())[1]).toBe("| 件数 | 甲 | 5 ?drawn |");
  });

  it("pictures and boxes placed on the sheet", () => {
    const shapes = (inner: string): Around => ({ before: `<table:shapes>${inner}</table:shapes>` });
    const picture = (x: number): string => `<draw:frame ${at(x, 14)}><draw:image/></draw:frame>`;
    expect(shown(five(), shapes(picture(66)))).toBe("5 ?picture");
    expect(shown(five(), shapes(picture(200)))).toBe("5");
    expect(shown(five(), shapes(`<draw:g><draw:rect ${at(66, 14)}/></draw:g>`))).toBe("5 ?drawn");
  });
});

describe("what is folded away", () => {
  const group = (of: "row" | "column", inner: string): string =>
    `<table:table-${of}-group table:display="false">${inner}</table:table-${of}-group>`;
  it("rows and columns", () => {
    expect(read(five(), { behind: group("row", row(tableCell(p("甲")), five())) }).at(-1)).toBe(
      "! hidden-content 2",
    );
    const columns = `<table:table-column/>${group("column", "<table:table-column/>")}`;
    expect(read(five(), { columns })).toEqual(["项目", "件数", "! hidden-content 2"]);
  });

  it("copies of another file's sheets", () => {
    const before = "<table:table-source/>";
    expect(read(five(), { before })).toEqual(["! empty"]);
  });
});

it("values cut off by a neighbour, worked out from cells that change, or met by a condition", () => {
  const reading = fods.read({ name: "a.fods", bytes: strToU8(cutAndChangingSheet) }, defaultLimits);
  expect(printReading(reading as Reading)).toEqual(cutAndChangingRead);
});

it("numbers worked out from other sheets and from names", () => {
  const print = (xml: string): string[] =>
    printReading(fods.read({ name: "a.fods", bytes: strToU8(xml) }, defaultLimits) as Reading);
  expect(print(changingBook)).toEqual(changingBookRead);
  const hides = `<office:automatic-styles><style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body>`;
  const hidden = changingBook
    .replace("<office:body>", hides)
    .replace("xmlns:of=", `xmlns:style="${oasis}style:1.0" xmlns:of=`)
    .replace('table:name="First"', 'table:name="First" table:style-name="h"');
  const read = print(hidden);
  expect(read[0]).toBe("| 项目 | 数量 |");
  // Of a hidden sheet only this is known, that something in it changes.
  expect(read.slice(1, 7)).toEqual(
    ["别表 | 3", "再次 | 6", "名称 | 7", "不变 | 8", "不变名称 | 9", "范围 | 6"].map(
      (row) => `| ${row} ?formula |`,
    ),
  );
  expect(print(hidden.replace("RAND()*0+2", "2+0"))[1]).toBe("| 别表 | 3 |");
});
