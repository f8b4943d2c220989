import { describe, expect, it } from "vitest";
import { odt } from "../../../src/adapters/odt/index.ts";
import { heightOf } from "../../../src/adapters/odt/paragraph.ts";
import type { OpenOdtParagraph } from "../../../src/adapters/odt/paragraph.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packOdt } from "../../support/factory/odt/package.ts";
import { printReading } from "../../support/print-cells.ts";

const p = (content: string): string => `<text:p text:style-name="P">${content}</text:p>`;
const span = (content: string): string => p(`<text:span text:style-name="T">${content}</text:span>`);
const style = (family: string, name: string, inner: string): string =>
  `<style:style style:name="${name}" style:family="${family}">${inner}</style:style>`;
const ofParagraph = (properties: string, inner = ""): string =>
  style("paragraph", "P", `<style:paragraph-properties ${properties}>${inner}</style:paragraph-properties>`);
const ofText = (properties: string): string => style("text", "T", `<style:text-properties ${properties}/>`);
const ofCell = (properties: string, inner = ""): string =>
  style(
    "table-cell",
    "C",
    `<style:table-cell-properties ${properties}>${inner}</style:table-cell-properties>`,
  );

/** What is read of a cell of these styles beside a label. */
function cell(content: string, automatic: string): string {
  const row = `<table:table-row table:style-name="R"><table:table-cell><text:p>件数</text:p></table:table-cell><table:table-cell table:style-name="C">${content}</table:table-cell></table:table-row>`;
  const bytes = packOdt({ text: `<table:table>${row}</table:table>`, automatic });
  const lines = printReading(odt.read({ name: "a.odt", bytes }, defaultLimits) as Reading);
  return lines
    .join(" ")
    .replace(/^\| 件数[^|]*\| ([^|]*?) ?\|/, "$1")
    .trim();
}

const line = "0.5pt solid #000000";
const tab = (leader: string): string =>
  `<style:tab-stops><style:tab-stop style:position="1cm" ${leader}/></style:tab-stops>`;
const picture = '<style:background-image xlink:href="Pictures/a.png"/>';

describe("ink beside digits, as LibreOffice draws it", () => {
  it.each([
    ["a line at the left", p("2"), ofParagraph(`fo:border-left="${line}"`), "2 ?drawn"],
    ["a line in a blank cell", p(""), ofParagraph(`fo:border-right="${line}"`), "?drawn"],
    ["a box", p("2"), ofParagraph(`fo:border="${line}"`), "2"],
    ["a line below", p("2"), ofParagraph(`fo:border-bottom="${line}"`), "2"],
    ["no line", p("2"), ofParagraph('fo:border-left="none"'), "2"],
    ["a line beside letters", span("2"), ofText(`fo:border-left="${line}"`), "2 ?drawn"],
    [
      "underlined spaces",
      span(`<text:s text:c="2"/>`),
      ofText('style:text-underline-style="solid"'),
      "?drawn",
    ],
    [
      "struck spaces",
      span(`<text:s text:c="2"/>`),
      ofText('style:text-line-through-style="solid"'),
      "?drawn",
    ],
    ["a blank to fill in", span('<text:s text:c="9"/>'), ofText('style:text-underline-style="solid"'), ""],
    ["an underlined number", span("12"), ofText('style:text-underline-style="solid"'), "12"],
    ["what a tab draws", p("<text:tab/>"), ofParagraph("", tab('style:leader-style="solid"')), "?drawn"],
    ["digits that a tab draws", p("<text:tab/>2"), ofParagraph("", tab('style:leader-text="1"')), "2 ?drawn"],
    ["a tab that draws nothing", p("<text:tab/>2"), ofParagraph("", tab('style:leader-style="none"')), "2"],
    ["pale relief", span("12"), ofText('style:font-relief="engraved"'), "12 ?faint-text"],
    ["no relief", span("12"), ofText('style:font-relief="none"'), "12"],
    ["a picture under the cell", p("12"), ofCell("", picture), "12 ?picture"],
    ["a picture under the text", p("12"), ofParagraph("", picture), "12 ?picture"],
    ["no picture", p("12"), ofCell("", "<style:background-image/>"), "12"],
  ])("%s", (_, content, automatic, shown) => expect(cell(content, automatic)).toBe(shown));

  it.each([
    ["a one", "bullet", 'text:bullet-char="1"', "2 ?drawn"],
    ["a dash", "bullet", 'text:bullet-char="–"', "2 ?drawn"],
    ["a picture", "image", 'xlink:href="a.png"', "2 ?drawn"],
    ["a dot", "bullet", 'text:bullet-char="•"', "2"],
  ])("a list marked by %s", (_, kind, mark, shown) => {
    const list = `<text:list text:style-name="L"><text:list-item>${p("2")}</text:list-item></text:list>`;
    const automatic = `<text:list-style style:name="L"><text:list-level-style-${kind} text:level="1" ${mark}/></text:list-style>`;
    expect(cell(list, automatic)).toBe(shown);
  });
});

describe("text that its place hides", () => {
  const height = (attribute: string): string =>
    style("table-row", "R", `<style:table-row-properties style:${attribute}/>`);
  it.each([
    ["drawn up out of its cell", ofParagraph('fo:margin-top="-1cm"'), "12 ?moved-text"],
    ["drawn up a little", ofParagraph('fo:margin-top="-1pt"'), "12"],
    ["from top to bottom", ofCell('style:writing-mode="tb-rl"'), "12 ?squeezed-text"],
    ["from left to right", ofCell('style:writing-mode="lr-tb"'), "12"],
    ["in a row of half a line", height('row-height="5pt"'), "12 ?too-small"],
    ["in a row of a line", height('row-height="12pt"'), "12"],
    ["in a row that grows", height('min-row-height="5pt"'), "12"],
  ])("%s", (_, automatic, shown) => expect(cell(p("12"), automatic)).toBe(shown));

  it("a label from top to bottom is a label", () => {
    expect(cell(p("结转"), ofCell('style:writing-mode="tb-rl"'))).toBe("结转");
  });

  it("dark letters on a dark page", () => {
    const page = (colour: string): string =>
      `<style:page-layout style:name="M"><style:page-layout-properties fo:background-color="${colour}"/></style:page-layout>`;
    const black = ofText('fo:color="#000000"');
    expect(cell(span("12"), black + page("#101010"))).toBe("12 ?faint-text");
    expect(cell(span("12"), black + page("#ffffff"))).toBe("12");
  });
});

it("a paragraph of any number of looks is as high as its highest letters", () => {
  const runs = Array.from({ length: 200_000 }, (_, at) => ({
    text: "1",
    look: { size: at === 9 ? 20 : 12 },
  }));
  expect(heightOf({ runs, looks: [] } as unknown as OpenOdtParagraph)).toBe(20);
});
