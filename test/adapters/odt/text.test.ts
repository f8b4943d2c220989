import { describe, expect, it } from "vitest";
import { detect } from "../../../src/adapters/index.ts";
import { fodt, odt } from "../../../src/adapters/odt/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { sourceOf } from "../../support/corpus.ts";
import { flatOdt, packOdt } from "../../support/factory/odt/package.ts";
import { refusedMutants } from "../../support/mutants.ts";
import { readPackedMutants } from "../../support/packed-mutants.ts";
import { printReading } from "../../support/print-cells.ts";
import { sampleMisread, samplesOf } from "../../support/samples.ts";

/** What a document says, the same as a package and as one file. */
function read(text: string, automatic = "", common = ""): string[] {
  const parts = { text, automatic, common };
  const packed = printReading(odt.read({ name: "a.odt", bytes: packOdt(parts) }, defaultLimits) as Reading);
  const flat = printReading(fodt.read({ name: "a.fodt", bytes: flatOdt(parts) }, defaultLimits) as Reading);
  expect(flat).toEqual(packed);
  return packed;
}

const p = (content: string): string => `<text:p>${content}</text:p>`;
const cell = (content: string, attributes = ""): string =>
  `<table:table-cell${attributes}>${content}</table:table-cell>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const table = (...rows: readonly string[]): string => `<table:table>${rows.join("")}</table:table>`;
const textStyle = (properties: string, name = "T"): string =>
  `<style:style style:name="${name}" style:family="text"><style:text-properties ${properties}/></style:style>`;
const covered = "<table:covered-table-cell/>";

describe("tables", () => {
  it("merges, repeated cells and rows", () => {
    expect(
      read(
        table(
          row(
            cell(p("项目"), ' table:number-rows-spanned="2"'),
            cell(p("数量"), ' table:number-columns-spanned="2"'),
            covered,
          ),
          row(covered, cell(p("甲")), cell(p("乙"))),
          `<table:table-row table:number-rows-repeated="2">${cell(p("许可"))}${cell(p("0"), ' table:number-columns-repeated="2"')}</table:table-row>`,
        ),
      ),
    ).toEqual(["| 2×1 项目 | 1×2 数量 |", "| 甲 | 乙 |", "| 许可 | 0 | 0 |", "| 许可 | 0 | 0 |"]);
  });

  it("repetitions without end are bounded", () => {
    const endless = cell(p("1"), ' table:number-columns-repeated="1000000"');
    expect(read(table(row(endless)))[0]!.match(/1/g)).toHaveLength(256);
  });

  it("text under a merge, hidden rows", () => {
    const under = `<table:covered-table-cell>${p("9")}</table:covered-table-cell>`;
    const hidden = `<table:table-row table:visibility="collapse">${cell(p("9"))}${cell(p("9"))}</table:table-row>`;
    expect(
      read(
        table(
          row(cell(p("5"), ' table:number-columns-spanned="2"'), under),
          hidden,
          row(cell(p("a")), cell(p("b"))),
        ),
      ),
    ).toEqual(["| 1×2 5 |", "| a | b |", "! hidden-content 1"]);
  });

  it("a table in a cell follows", () => {
    expect(read(table(row(cell(p("外")), cell(table(row(cell(p("内")), cell(p("3"))))))))).toEqual([
      "| 外 |  ?inner-table |",
      "| 内 | 3 |",
    ]);
  });
});

describe("text", () => {
  it("white space, tabs, breaks, spans, headings", () => {
    expect(
      read(
        `<text:h text:outline-level="2">一、<text:span>总体</text:span>\n   情况</text:h>${p('a<text:s text:c="2"/>b<text:tab/>c<text:line-break/>d')}`,
      ),
    ).toEqual(["#2 一、总体 情况", "a  b\tc\nd"]);
  });

  it("what is deleted, hidden or a comment is left out", () => {
    const changes =
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>9</text:p></text:deletion></text:changed-region></text:tracked-changes>";
    const section = `<text:section text:display="none">${p("8")}</text:section>`;
    const note =
      "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>";
    expect(
      read(
        changes +
          section +
          p(
            `5<office:annotation><text:p>7</text:p></office:annotation><text:span text:style-name="T">6</text:span>${note}件`,
          ) +
          p('<text:hidden-text text:is-hidden="true">4</text:hidden-text>丙'),
        textStyle('text:display="none"'),
      ),
    ).toEqual(["5件", "丙", "注", "! tracked-changes 0 1", "! hidden-content 3"]);
  });

  it.each([
    ['fo:color="#ffffff"', "15 ?faint-text"],
    ['fo:color="#ffffff" fo:background-color="#000000"', "15 ?mixed-look"],
    ['fo:color="#333333"', "15"],
    ['fo:font-size="1pt"', "15 ?too-small"],
    ['style:text-scale="1%"', "15 ?squeezed-text"],
    ['fo:letter-spacing="-0.5cm"', "15 ?squeezed-text"],
    ['style:text-combine="letters"', "15 ?squeezed-text"],
    ['fo:color="#000000" loext:opacity="0%"', "15 ?faint-text"],
    ['style:use-window-font-color="true" loext:opacity="0%"', "15"],
    ['text:display="condition"', "15 ?hidden-text"],
    ['style:text-line-through-style="solid"', "15 ?struck-text"],
    ['style:text-position="super 58%"', "1⁵ ?raised-digit"],
    ['style:text-position="0% 100%"', "15"],
  ])("digits in %s", (properties, shown) => {
    const value = cell(p('1<text:span text:style-name="T">5</text:span>'));
    expect(read(table(row(cell(p("甲")), value)), textStyle(properties))).toEqual([`| 甲 | ${shown} |`]);
  });

  it.each([
    ["<text:page-number>5</text:page-number>", "5 ?field-result"],
    ['<text:date text:fixed="true">5</text:date>', "5"],
    ["<text:date>5</text:date>", "5 ?field-result"],
    [
      "<text:ruby><text:ruby-base>5</text:ruby-base><text:ruby-text>9</text:ruby-text></text:ruby>",
      "5 ?raised-digit",
    ],
    ["5<office:annotation><text:p>应为7</text:p></office:annotation>", "5 ?note"],
    ["5<office:annotation><text:p>不含上年</text:p></office:annotation>", "5"],
  ])("what is worked out as the page is shown, or disputed beside it: %s", (field, shown) => {
    expect(read(table(row(cell(p("甲")), cell(p(field)))))).toEqual([`| 甲 | ${shown} |`]);
  });

  it("the colour of a common style, on the ground of its cell", () => {
    const common =
      '<style:style style:name="W" style:family="paragraph"><style:text-properties fo:color="#ffffff"/></style:style>';
    const black =
      '<style:style style:name="B" style:family="table-cell"><style:table-cell-properties fo:background-color="#000000"/></style:style>';
    const white = '<text:p text:style-name="W">5</text:p>';
    const cells = row(cell(p("甲")), cell(white), cell(white, ' table:style-name="B"'));
    expect(read(table(cells), black, common)).toEqual(["| 甲 | 5 ?faint-text | 5 |"]);
  });

  it("boxes and pictures", () => {
    const box = (text: string): string =>
      `<draw:frame text:anchor-type="paragraph"><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
    expect(read(p(`甲${box("乙")}`) + p(`丙${box("12")}`))).toEqual([
      "甲",
      "乙",
      "丙",
      "12",
      "! floating-number 1",
    ]);
    const image = '<draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>';
    expect(read(table(row(cell(p("甲")), cell(p(image)))))).toEqual([
      "| 甲 |  ?picture |",
      "! pictures-not-read 1",
    ]);
  });
});

describe("a shape without text", () => {
  const over = 'style:wrap="run-through" style:run-through="foreground"';
  const isCovered = (place: string, properties = over): boolean => {
    const style = `<style:style style:name="G" style:family="graphic"><style:graphic-properties ${properties}/></style:style>`;
    const shape = `<draw:custom-shape draw:style-name="G" text:anchor-type="paragraph" ${place}/>`;
    const lines = read(table(row(cell(p("甲")), cell(p("12")))) + p(shape), style);
    return lines.some((line) => line.startsWith("! covered-table"));
  };

  it.each([
    ['svg:y="-2cm" svg:height="1cm"', over, true],
    ['svg:y1="-1cm" svg:y2="-1cm"', over, true],
    ['svg:y="0.2cm" svg:height="1cm"', over, false],
    // LibreOffice lets no table keep clear of a drawing, only the text that goes on below one in its own line.
    ['svg:y="-2cm" svg:height="1cm"', 'style:wrap="parallel"', true],
    ['svg:y="-2cm" svg:height="1cm"', 'style:wrap="none"', true],
    ['svg:y="0.2cm" svg:height="1cm" draw:transform="rotate (1.57)"', over, true],
    ['svg:y="-2cm" svg:height="1cm"', 'style:wrap="run-through" style:run-through="background"', false],
    ['svg:y="-2cm" svg:height="1cm"', `${over} draw:fill="none" draw:stroke="none"`, false],
  ])("%s of %s may lie over the table above it: %s", (place, properties, answer) => {
    expect(isCovered(place, properties)).toBe(answer);
  });

  it.each([
    ["parallel", "0cm", true],
    ["none", "0cm", false],
    ["none", "1cm", true],
  ])(
    "with the text around it %s, %s below its line, may lie over the table after it: %s",
    (wrap, y, answer) => {
      const style = `<style:style style:name="G" style:family="graphic"><style:graphic-properties style:wrap="${wrap}"/></style:style>`;
      const shape = `<draw:custom-shape draw:style-name="G" text:anchor-type="paragraph" svg:y="${y}" svg:height="3cm"/>`;
      const lines = read(p(shape) + table(row(cell(p("甲")), cell(p("12")))), style);
      expect(lines.some((line) => line.startsWith("! covered-table"))).toBe(answer);
    },
  );

  it.each(["", ' text:anchor-page-number="1"', ' text:anchor-page-number="2"'])(
    "anchored to the page%s, before the text",
    (page) => {
      const shape = `<draw:custom-shape text:anchor-type="page"${page} svg:y="5cm" svg:height="3cm"/>`;
      const lines = read(shape + p("文") + table(row(cell(p("甲")), cell(p("12")))));
      expect(lines.some((line) => line.startsWith("! covered-table"))).toBe(true);
    },
  );
});

describe("numbers of lists", () => {
  const style = (format: string, suffix: string): string =>
    `<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="${format}" style:num-suffix="${suffix}"/></text:list-style>`;
  const item = (text: string, start = ""): string => `<text:list-item${start}>${p(text)}</text:list-item>`;

  it("are worked out, and go on where a list says so", () => {
    const lists =
      `<text:list xml:id="a" text:style-name="L">${item("甲")}${item("乙")}</text:list>` +
      `<text:list text:style-name="L" text:continue-numbering="true">${item("丙")}</text:list>` +
      `<text:list text:style-name="L">${item("丁")}${item("戊", ' text:start-value="5"')}</text:list>` +
      `<text:list text:style-name="L" text:continue-list="a">${item("己")}</text:list>`;
    expect(read(lists, style("一, 二, 三, ...", "、"))).toEqual([
      "一、甲",
      "二、乙",
      "三、丙",
      "一、丁",
      "五、戊",
      "四、己",
    ]);
  });

  it("of the outline", () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." loext:num-list-format="第%1%章"/></text:outline-style>';
    expect(read('<text:h text:outline-level="1"> 总则</text:h>', "", outline)).toEqual(["#1 第一章 总则"]);
  });
});

describe("files", () => {
  it("are known by their content", () => {
    const parts = { text: p("甲") };
    expect(detect({ name: "a.zip", bytes: packOdt(parts) })?.id).toBe("odt");
    expect(detect({ name: "a.xml", bytes: flatOdt(parts) })?.id).toBe("fodt");
  });

  it("that are encrypted say so", () => {
    const manifest =
      '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>';
    expect(
      printReading(
        odt.read({ name: "a", bytes: packOdt({ text: p("甲"), manifest }) }, defaultLimits) as Reading,
      ),
    ).toEqual(["! encrypted odt"]);
  });

  it.each(samplesOf("odt"))("sample %s: all cells right (skipped where absent)", async (name) => {
    const { adapter, misread } = await sampleMisread("odt", name);
    expect({ adapter, misread }).toEqual({ adapter: "odt", misread: [] });
  });

  it("120 mutants of each end typed", async () => {
    const { bytes } = sourceOf("2021/fanwan", "report.odt");
    expect(await refusedMutants(odt, bytes, 120, 5)).toBeGreaterThan(10);
    expect(await readPackedMutants(odt, bytes, "content.xml", 120, 6)).toBeGreaterThan(12);
    const flat = sourceOf("2021/fanwan", "report.fodt").bytes;
    expect(await refusedMutants(fodt, flat, 120, 7)).toBeGreaterThan(4);
  });
});

describe("where a text of OpenDocument stands", () => {
  const styled = (family: string, properties: string, kind = family): string =>
    `<style:style style:name="S" style:family="${family}"><style:${kind}-properties ${properties}/></style:style>`;
  it.each([
    'fo:margin-left="-5cm"',
    'fo:text-indent="-5cm"',
    'fo:margin-left="50cm"',
    'fo:line-height="0.02cm"',
  ])("a paragraph with %s", (properties) => {
    const text = '<text:p text:style-name="S">12</text:p>';
    expect(read(table(row(cell(text))), styled("paragraph", properties))[0]).toContain("| 12 ?");
  });

  it("a line across its cell, a row too low for its lines", () => {
    const crossed = styled("table-cell", 'style:diagonal-tl-br="0.5pt solid #000000"');
    expect(read(table(row(cell(p("12"), ' table:style-name="S"'))), crossed)).toEqual([
      "| 12 ?struck-text |",
    ]);
    const low = `<table:table><table:table-row table:style-name="S">${cell(p("") + p("") + p("12"))}</table:table-row></table:table>`;
    const height = styled("table-row", 'style:row-height="0.5cm"');
    expect(read(low, height).join("")).toContain("12 ?too-small");
  });

  it.each([
    ['fo:margin-right="-5cm" fo:text-align="end"', "| 12 ?moved-text |"],
    ['fo:margin-right="-9cm" fo:text-align="center"', "| 12 ?moved-text |"],
    ['fo:margin-right="-5cm"', "| 12 |"],
    ['fo:margin-right="-0.2cm" fo:text-align="end"', "| 12 |"],
  ])("a paragraph whose far edge is at %s", (properties, line) => {
    const text = '<text:p text:style-name="S">12</text:p>';
    expect(read(table(row(cell(text))), styled("paragraph", properties))).toEqual([line]);
  });

  it("an indent that undoes the cell's margin is none", () => {
    const text = '<text:p text:style-name="S">12</text:p>';
    expect(read(table(row(cell(text))), styled("paragraph", 'fo:margin-left="-0.2cm"'))).toEqual(["| 12 |"]);
  });
});

describe("what stands above a text in a row of fixed height", () => {
  const style = (name: string, family: string, properties: string): string =>
    `<style:style style:name="${name}" style:family="${family}"><style:${family}-properties ${properties}/></style:style>`;
  /** What is read of a 7 in a row half a centimetre high. */
  const seven = (paragraphs: string, styles: string, height = 'style:row-height="0.5cm"'): string =>
    read(
      `<table:table><table:table-row table:style-name="R">${cell(p("a"))}${cell(paragraphs, ' table:style-name="C"')}</table:table-row></table:table>`,
      style("R", "table-row", height) + styles,
    )[0]!;
  const below = '<text:p text:style-name="P">7</text:p>';
  it.each([
    ['fo:margin-top="1cm"', "7 ?too-small"],
    ['fo:padding-top="1cm"', "7 ?too-small"],
    ['fo:line-height="2cm"', "7 ?too-small"],
    ['fo:margin-top="0.1cm"', "7"],
    ['fo:line-height="150%"', "7"],
    ['style:line-height-at-least="0.4cm"', "7"],
  ])("%s", (properties, shown) => {
    expect(seven(below, style("P", "paragraph", properties))).toBe(`| a | ${shown} |`);
  });

  it("lines, a cell's own padding; a row that grows with its text", () => {
    expect(seven(p("<text:line-break/><text:line-break/>7"), "")).toContain("?too-small");
    expect(seven(p("7"), style("C", "table-cell", 'fo:padding-top="2cm"'))).toContain("?too-small");
    const margin = style("P", "paragraph", 'fo:margin-top="1cm"');
    expect(seven(below, margin, 'style:min-row-height="0.2cm"')).toBe("| a | 7 |");
  });

  it("a paragraph that is hidden with its mark takes no line", () => {
    const hidden =
      '<style:style style:name="H" style:family="paragraph"><style:text-properties text:display="none"/></style:style>';
    expect(read(table(row(cell(`<text:p text:style-name="H"/>${p("7")}`))), hidden)).toEqual(["| 7 |"]);
  });
});

it.each([
  ["#n", " ?mixed-styles"],
  ["http://a.example/", ""],
])("a link to a note is no digit of the number before it: %s", (href, doubt) => {
  expect(read(table(row(cell(p(`12<text:a xlink:href="${href}">1</text:a>`)))))).toEqual([`| 121${doubt} |`]);
});

it("a small number a little below its line is no digit of the one before it", () => {
  const style = textStyle('style:text-position="-8% 80%"');
  expect(read(table(row(cell(p('12<text:span text:style-name="T">1</text:span>')))), style)).toEqual([
    "| 12₁ ?raised-digit |",
  ]);
});
