import { describe, expect, it } from "vitest";
import { rtf } from "../../../src/adapters/rtf/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { printReading } from "../../support/print-cells.ts";

function cell(content: string, row = ""): string {
  const text = `{\\rtf1\\trowd${row}\\cellx5000\\pard\\intbl ${content}\\cell\\row}`;
  const bytes = new TextEncoder().encode(text);
  return printReading(rtf.read({ name: "a.rtf", bytes }, defaultLimits) as Reading)
    .join(" ")
    .replace(/^\| (.*?)\|/, "$1")
    .trim();
}

describe("ink beside digits", () => {
  it.each([
    ["\\brdrl\\brdrs\\brdrw10 2", "2 ?drawn"],
    ["\\brdrr\\brdrdb\\brdrw10 2", "2 ?drawn"],
    ["\\brdrbar\\brdrs 2", "2 ?drawn"],
    ["\\tb700 2", "2 ?drawn"],
    ["\\brdrl\\brdrs ", "?drawn"],
    ["\\brdrl\\brdrnone 2", "2"],
    ["\\brdrb\\brdrs 2", "2"],
    ["\\box\\brdrs 2", "2"],
    ["\\box\\brdrnone 2", "2"],
    ["\\brdrl\\brdrs\\brdrl\\brdrnone 2", "2"],
    ["\\brdrl\\brdrs\\u26080?", "无"],
    ["{\\ul \\~}", "?drawn"],
    ["{\\strike   }", "?drawn"],
    ["{\\ul          }", ""],
    ["{\\ul 12}", "12"],
    ["{\\ul\\ulnone   }", ""],
    ["\\tlul\\tx900\\tab", "?drawn"],
    ["\\tldot\\tx900\\tab 2", "2 ?drawn"],
    ["\\tx900\\tab 2", "2"],
    ["{\\embo 12}", "12 ?faint-text"],
    ["{\\twoinone\\embo0 12}", "12 ?squeezed-text"],
    ["{\\impr\\impr0 12}", "12"],
    ["{\\charscalex20 12}", "12 ?squeezed-text"],
  ])("%s", (content, shown) => expect(cell(content)).toBe(shown));

  it("borders of cells are none of paragraphs", () => {
    expect(cell("2", "\\clbrdrl\\brdrs\\brdrw10")).toBe("2");
  });
});

describe("a row that hides its digits", () => {
  it.each([
    ["\\cltxtbrl", "12", "12 ?squeezed-text"],
    ["\\cltxbtlr", "12", "12 ?squeezed-text"],
    ["\\cltxlrtb", "12", "12"],
    ["\\trrh-120", "12", "12 ?too-small"],
    ["\\trrh-240", "12", "12"],
    ["\\trrh120", "12", "12"],
  ])("%s", (row, content, shown) => expect(cell(content, row)).toBe(shown));
});
