import { describe, expect, it } from "vitest";
import { odt } from "../../../src/adapters/odt/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packOdt } from "../../support/factory/odt/package.ts";
import { printReading } from "../../support/print-cells.ts";

const p = (content: string, style = ""): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`;
const style = (family: string, name: string, inner: string): string =>
  `<style:style style:name="${name}" style:family="${family}">${inner}</style:style>`;
const white = '<style:text-properties fo:color="#ffffff"/>';

/** What is read of a cell beside a label. */
function cell(content: string, automatic = "", of: { columns?: string; cell?: string } = {}): string {
  const row = `<table:table-row><table:table-cell>${p("件数")}</table:table-cell><table:table-cell ${of.cell ?? ""}>${content}</table:table-cell></table:table-row>`;
  const text = `<table:table>${of.columns ?? ""}${row}</table:table>`;
  const bytes = packOdt({ text, automatic });
  const lines = printReading(odt.read({ name: "a.odt", bytes }, defaultLimits) as Reading);
  return lines.join(" ").replace(/^\| 件数[^|]*\| ([^|]*?) ?\|/, "$1");
}

const loext = 'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"';

describe("fields that show something else than their text", () => {
  it.each([
    ['<text:variable-set text:display="none">9</text:variable-set>5', "5 ! hidden-content 1"],
    ['<text:user-field-get text:display="none">9</text:user-field-get>5', "5 ! hidden-content 1"],
    ['<text:expression text:display="formula">9</text:expression>', "9 ?formula"],
    ["<text:variable-get>9</text:variable-get>", "9"],
    ["<text:conditional-text>9</text:conditional-text>", "9 ?field-result"],
    ["<text:word-count>9</text:word-count>", "9 ?field-result"],
    ["<text:hidden-text>9</text:hidden-text>5", "95 ?hidden-text"],
    ['<text:bookmark-start loext:hidden="true"/>9<text:bookmark-end/>5', "95 ?hidden-text"],
    ['<loext:content-control loext:showing-place-holder="true">9</loext:content-control>', "9 ?placeholder"],
    ["<loext:content-control>9</loext:content-control>", "9"],
    // What LibreOffice shows in place of the text, as a saved file of each shows.
    ["<text:creation-date>9</text:creation-date>", "9 ?field-result"],
    ['<text:creation-date text:fixed="true">9</text:creation-date>', "9"],
    ['<text:chapter text:fixed="true">9</text:chapter>', "9 ?field-result"],
    ["<text:bibliography-mark>9</text:bibliography-mark>12", "912 ?field-result"],
    ["<text:sequence>9</text:sequence>", "9"],
    ['<text:bookmark-ref text:ref-name="b">9</text:bookmark-ref>', "9 ?field-result"],
    ['<text:reference-ref text:ref-name="b">9</text:reference-ref>', "9 ?field-result"],
    ['<table:table-formula text:formula="ooow:&lt;A1&gt;+1">9</table:table-formula>', "9 ?field-result"],
    ['<text:drop-down><text:label text:value="5" text:current-selected="true"/>5</text:drop-down>', "5"],
    [
      '<text:drop-down><text:label text:value="5" text:current-selected="true"/>9</text:drop-down>',
      "9 ?alternate-content",
    ],
    ['<text:drop-down><text:label text:value="9"/>9</text:drop-down>', "9 ?alternate-content"],
  ])("%s", (content, shown) => {
    expect(cell(p(content))).toBe(shown);
  });

  it.each([
    ['office:value-type="float" office:value="1435"', "1,435", "1,435"],
    ['office:value-type="float" office:value="5"', "9", "9 ?alternate-content"],
    ['office:value-type="string" office:string-value="5"', "5", "5"],
    ['office:value-type="string" office:string-value="5"', "9", "9 ?alternate-content"],
  ])("a field of the document with %s, saved as %s", (value, text, shown) => {
    const declared = `<text:user-field-decls><text:user-field-decl text:name="u" ${value}/></text:user-field-decls>`;
    const field = `<text:user-field-get text:name="u">${text}</text:user-field-get>`;
    expect(cell(declared + p(field))).toBe(shown);
  });

  it("a section that a condition may hide", () => {
    const section = (more: string): string => `<text:section ${more}>${p("9")}</text:section>`;
    expect(cell(section('text:display="condition"'))).toBe("9 ?hidden-text");
    expect(cell(section("") + section('text:display="condition"'))).toContain("?hidden-text");
    expect(cell(section('text:display="condition"') + p("5")).startsWith("9\n5")).toBe(true);
    expect(cell(section('text:display="true"'))).toBe("9");
  });
});

describe("list numbers as they look", () => {
  const list = `<text:list text:style-name="L"><text:list-item>${p("", "P")}</text:list-item></text:list>`;
  const level = (attributes: string, inner = ""): string =>
    `<text:list-style style:name="L"><text:list-level-style-number text:level="1" text:start-value="7" style:num-format="1" ${attributes}>${inner}</text:list-level-style-number></text:list-style>`;
  it.each([
    ["plain", level(""), "7"],
    ["in a white style", style("text", "W", white) + level('text:style-name="W"'), "7 ?faint-text"],
    [
      "in a hidden style",
      style("text", "W", '<style:text-properties text:display="none"/>') + level('text:style-name="W"'),
      "",
    ],
    ["white by their level", level("", white), "7 ?faint-text"],
    ["of a white paragraph", style("paragraph", "P", white) + level(""), "7 ?faint-text"],
    [
      "of a white paragraph whose ground is stated before",
      style("paragraph", "P", `<loext:graphic-properties ${loext}/>${white}`) + level(""),
      "7 ?faint-text",
    ],
  ])("%s", (_, automatic, shown) => {
    expect(cell(list, automatic)).toBe(shown);
  });

  it("what a level says is nothing of the style before it", () => {
    const before = style("text", "T", "") + level("", white);
    expect(cell(p('<text:span text:style-name="T">12</text:span>'), before)).toBe("12");
  });
});

describe("what stands around digits", () => {
  it("columns of no width, and hidden ones", () => {
    const columns = (more: string): string => `<table:table-column/><table:table-column ${more}/>`;
    const width = (size: string): string =>
      style("table-column", "N", `<style:table-column-properties style:column-width="${size}"/>`);
    const narrow = { columns: columns('table:style-name="N"') };
    expect(cell(p("9"), width("0.05cm"), narrow)).toBe("9 ?too-small");
    expect(cell(p("9"), width("1cm"), narrow)).toBe("9");
    expect(cell(p("9"), "", { columns: columns('table:visibility="collapse"') })).toBe("9 ?hidden-text");
  });

  it("a table beside the page", () => {
    const table = (margin: string): string => {
      const automatic = style("table", "T", `<style:table-properties fo:margin-left="${margin}"/>`);
      const text = `<table:table table:style-name="T"><table:table-row><table:table-cell>${p("5")}</table:table-cell></table:table-row></table:table>`;
      const bytes = packOdt({ text, automatic });
      return printReading(odt.read({ name: "a.odt", bytes }, defaultLimits) as Reading).join(" ");
    };
    expect(table("-30cm")).toBe("| 5 ?unseen-text |");
    expect(table("-0.2cm")).toBe("| 5 |");
  });

  it("a cell's style by its column", () => {
    const dark = style("table-cell", "C", '<style:table-cell-properties fo:background-color="#203864"/>');
    const columns = '<table:table-column/><table:table-column table:default-cell-style-name="C"/>';
    const digits = p('<text:span text:style-name="T">12</text:span>');
    expect(cell(digits, dark + style("text", "T", white), { columns })).toBe("12");
    const same = '<style:text-properties fo:color="#203864"/>';
    expect(cell(digits, dark + style("text", "T", same), { columns })).toBe("12 ?faint-text");
  });

  it("a row's ground, and the table's", () => {
    const black = style("text", "T", '<style:text-properties fo:color="#000000"/>');
    const dark = (family: string): string =>
      style(family, "D", `<style:${family}-properties fo:background-color="#000000"/>`);
    const shown = (of: string, row: string, automatic: string): string => {
      const digits = p('<text:span text:style-name="T">12</text:span>');
      const text = `<table:table${of}><table:table-row${row}><table:table-cell>${digits}</table:table-cell></table:table-row></table:table>`;
      const bytes = packOdt({ text, automatic: black + automatic });
      return printReading(odt.read({ name: "a.odt", bytes }, defaultLimits) as Reading).join(" ");
    };
    expect(shown("", ' table:style-name="D"', dark("table-row"))).toBe("| 12 ?faint-text |");
    expect(shown(' table:style-name="D"', "", dark("table"))).toBe("| 12 ?faint-text |");
  });

  it("a formula, which LibreOffice works out anew", () => {
    const of = { cell: 'table:formula="ooow:&lt;A1&gt;+1" office:value-type="float" office:value="9"' };
    expect(cell(p("9"), "", of)).toBe("9 ?field-result");
  });

  it("a number stored behind them that differs", () => {
    const stored = (value: string): { cell: string } => ({
      cell: `office:value-type="float" office:value="${value}"`,
    });
    expect(cell(p("69"), "", stored("70"))).toBe("69 ?number-format");
    expect(cell(p("1,234.6"), "", stored("1234.56"))).toBe("1,234.6");
  });

  it("a box with words over the row", () => {
    const box = (anchor: string): string =>
      `<draw:frame text:anchor-type="${anchor}"><draw:text-box>${p("注")}</draw:text-box></draw:frame>`;
    const row = (anchor: string): string =>
      `<table:table><table:table-row><table:table-cell>${p(`甲${box(anchor)}`)}</table:table-cell><table:table-cell>${p("9")}</table:table-cell></table:table-row></table:table>`;
    const shown = (anchor: string): string[] =>
      printReading(odt.read({ name: "a", bytes: packOdt({ text: row(anchor) }) }, defaultLimits) as Reading);
    expect(shown("paragraph")).toEqual(["| 甲\n注 | 9 ?picture |"]);
    expect(shown("as-char")).toEqual(["| 甲\n注 | 9 |"]);
  });
});

describe("looks by way of", () => {
  const spoilt = (look: string): string =>
    cell(
      p('<text:span text:style-name="T">9</text:span>1435'),
      style("text", "T", `<style:text-properties ${look}/>`),
    );
  it("a size in proportion to the text around, a link's style", () => {
    expect(spoilt('style:font-size-rel="-11pt"')).toBe("91435 ?too-small");
    expect(cell(p('<text:a text:style-name="T">9</text:a>1435'), style("text", "T", white))).toBe(
      "91435 ?faint-text",
    );
  });
});

it.each([
  ['fo:border-left="1pt solid #000000"', "435", "435 ?drawn"],
  ['fo:border-right="0.06pt solid #000000" fo:border-left="none"', "435", "435 ?drawn"],
  ['fo:border-left="1pt solid #000000"', "行政许可", "行政许可"],
  ['fo:border="1pt solid #000000"', "435", "435"],
  ['fo:border="none"', "435", "435"],
  ['fo:border-bottom="1pt solid #000000"', "435", "435"],
])("a line beside a number in a cell may be a one: %s", (borders, text, expected) => {
  const automatic = style("paragraph", "P", `<style:paragraph-properties ${borders}/>`);
  expect(cell(p(text, "P"), automatic)).toBe(expected);
});
