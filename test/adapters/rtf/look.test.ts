import { describe, expect, it } from "vitest";
import { defaultLimits } from "../../../src/index.ts";
import { rtf } from "../../../src/adapters/rtf/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { printReading } from "../../support/print-cells.ts";

const colours =
  "{\\colortbl;\\red255\\green255\\blue255;\\red250\\green250\\blue250;\\red255\\green0\\blue0;\\red0\\green0\\blue0;}";
const printed = (content: string): string[] =>
  printReading(
    rtf.read(
      { name: "a.rtf", bytes: new TextEncoder().encode(`{\\rtf1${colours}${content}}`) },
      defaultLimits,
    ) as Reading,
  );
const cell = (content: string, row = ""): string =>
  printed(`\\trowd${row}\\cellx5000\\pard\\intbl ${content}\\cell\\row`)[0]!;

describe("digits that are not seen as they are written", () => {
  it.each([
    ["\\cf1", "faint-text"],
    ["\\cf2", "faint-text"],
    ["\\cf3\\highlight3", "faint-text"],
    ["\\cf1\\chcbpat1", "faint-text"],
    ["\\cf3", "mixed-look"],
    ["\\fs12", "mixed-look"],
    ["\\fs6", "too-small"],
    ["\\charscalex1", "too-small"],
    ["\\expndtw-200", "squeezed-text"],
    ["\\expnd-40", "squeezed-text"],
    ["\\twoinone1", "squeezed-text"],
    ["\\fittext10", "squeezed-text"],
    ["\\webhidden", "hidden-text"],
  ])("%s", (words, reason) => {
    expect(cell(`{${words} 9}1435`)).toBe(`| 91435 ?${reason} |`);
  });

  it("plain ones", () => {
    expect(cell("{\\b 14}{\\fs24\\cf4 35}")).toBe("| 1435 |");
    expect(cell("\\li-105\\ri-105 1435")).toBe("| 1435 |");
    expect(cell("\\ri-3000 1435")).toBe("| 1435 |");
    expect(cell("\\qr\\ri-105 1435")).toBe("| 1435 |");
  });
});

describe("where a text stands", () => {
  it.each([
    ["\\li-3000 12", "", "moved-text"],
    ["\\fi-3000 12", "", "moved-text"],
    ["\\qr\\ri-3000 12", "", "moved-text"],
    ["\\qc\\rin-3000 12", "", "moved-text"],
    ["\\pvpg\\phpg 12", "", "moved-text"],
    ["\\phpg\\posx500\\posy500 12", "", "moved-text"],
    ["\\sl-20\\slmult0 12", "", "too-small"],
    ["\\cbpat4{\\cf4 12}", "", "faint-text"],
    ["12", "\\cldglu\\brdrs", "struck-text"],
    ["\\par\\par 12", "\\trrh-240", "too-small"],
    ["\\sb600 12", "\\trrh-300", "too-small"],
    ["{\\field{\\*\\fldinst FORMDROPDOWN {\\*\\formfield{\\ffres1}}}{\\fldrslt }}12", "", "field-result"],
    ["{\\cf4 12}", "\\clcbpat4", "faint-text"],
    ["{\\cf1 12}", "\\clcbpat2", "faint-text"],
    ["{\\cf3 12}", "\\clcfpat3\\clshdng10000", "faint-text"],
  ])("%s in a row of %s", (content, row, reason) => {
    expect(cell(content, row)).toContain(`12 ?${reason} |`);
  });

  it("white on a dark cell is seen", () => {
    expect(cell("{\\cf1 12}", "\\clcbpat4")).toBe("| 12 |");
    expect(cell("\\sb60 12", "\\trrh-300")).toBe("| 12 |");
    expect(cell("{\\cf1 12}", "\\clcfpat4\\clshdng8000")).toBe("| 12 |");
  });

  const box = (text: string): string => `{\\shp{\\*\\shpinst{\\shptxt \\pard ${text}\\par}}}`;
  it.each([
    box("12"),
    box("\\trowd\\cellx900\\intbl 12\\cell\\row\\pard"),
    "\\phpg\\posx500\\posy500 12",
    "\\trowd\\tposx500\\cellx900\\pard\\intbl 12\\cell\\row\\pard",
  ])("a number laid over the page: %s", (content) => {
    expect(printed(`\\trowd\\cellx900\\pard\\intbl 3\\cell\\row\\pard\\par ${content}\\par`)).toContain(
      "! floating-number 1",
    );
  });

  it.each([
    ["\\shptop-900\\shpbottom-300\\shpwr3", true],
    ["\\shptop-900\\shpbottom-300\\shpwr3\\shpbypage", true],
    ["\\shptop-900\\shpbottom-300\\shpwr2", false],
    ["\\shptop-900\\shpbottom-300\\shpwr3\\shpfblwtxt1", false],
    ["\\shptop100\\shpbottom900\\shpwr3", false],
  ])("a shape without text laid over the table above: %s", (place, isOver) => {
    const shape = `{\\shp{\\*\\shpinst${place}{\\sp{\\sn fillColor}{\\sv 16777215}}}}`;
    const lines = printed(`\\trowd\\cellx900\\pard\\intbl 3\\cell\\row\\pard ${shape}\\par`);
    expect(lines.some((line) => line.startsWith("! covered-table"))).toBe(isOver);
  });

  it.each([
    ["a group", "{\\shpgrp{\\*\\shpinst\\shptop-900\\shpbottom-300\\shpwr3{\\shp{\\*\\shpinst}}}}", true],
    [
      "a turned shape",
      "{\\shp{\\*\\shpinst\\shptop100\\shpbottom200\\shpwr3{\\sp{\\sn rotation}{\\sv 5898240}}}}",
      true,
    ],
    [
      "a shape aligned to the page",
      "{\\shp{\\*\\shpinst\\shptop100\\shpbottom200\\shpwr3{\\sp{\\sn posrelv}{\\sv 1}}}}",
      true,
    ],
    ["a drawing object", "{\\*\\do\\dobypara\\dodhgt9\\dprect\\dpx0\\dpy-900\\dpxsize900\\dpysize600}", true],
    ["two figures", "{\\*\\do\\dobypara\\dodhgt9\\dprect\\dpy-900\\dpysize9\\dprect\\dpy0\\dpysize9}", true],
    ["one on the page", "{\\*\\do\\dobypage\\dodhgt9\\dprect\\dpy900\\dpysize600}", true],
    ["one behind the text", "{\\*\\do\\dobypara\\dodhgt-9\\dprect\\dpy-900\\dpysize600}", false],
    ["one below", "{\\*\\do\\dobypara\\dodhgt9\\dprect\\dpy100\\dpysize600}", false],
    ["a box of words", "{\\*\\do\\dobypara\\dptxbx{\\dptxbxtext\\pard a\\par}\\dpy-900\\dpysize600}", true],
  ])("%s over the table above", (_, drawing, isOver) => {
    const lines = printed(`\\trowd\\cellx900\\pard\\intbl 3\\cell\\row\\pard ${drawing}\\par`);
    expect(lines.some((line) => line.startsWith("! covered-table"))).toBe(isOver);
  });

  it("what floats lies over its row", () => {
    const row = `\\trowd\\cellx900\\cellx1800\\pard\\intbl a${box("")}\\cell 12\\cell\\row`;
    expect(printed(row).join("")).toContain("12 ?picture |");
  });
});

describe("what a program works out", () => {
  it.each([
    "{\\field{\\*\\fldinst =1+2}}",
    "{\\field{\\*\\fldinst EQ \\\\f(1,2)}{\\fldrslt 5}}",
    "{\\field\\flddirty{\\*\\fldinst REF x}{\\fldrslt 5}}",
    "\\chpgn ",
    "{\\mmath{\\*\\moMath 5}}",
  ])("%s", (content) => {
    expect(cell(content)).toContain("?");
  });

  it("a field's stored result", () => {
    expect(cell("{\\field{\\*\\fldinst FORMTEXT}{\\fldrslt 5}}")).toBe("| 5 |");
  });
});

describe("what a tracked change, a pattern or a list makes of digits", () => {
  it("moved away, deleted with its cell", () => {
    expect(printed("\\trowd\\cellx5000\\pard\\intbl {\\mvf 9}1435\\cell\\row")).toEqual([
      "| 1435 |",
      "! tracked-changes 0 1",
    ]);
    expect(cell("12", "\\cldel")).toBe("| 12 ?struck-text |");
  });

  it.each([
    "\\cf3\\chshdng10000\\chcfpat3 12",
    "\\shading10000\\cfpat3{\\cf3 12}",
    "\\bgdkcross\\cfpat3\\cbpat3{\\cf3 12}",
    "\\cf3\\chbgcross\\chcfpat3\\chcbpat3 12",
  ])("%s", (content) => {
    expect(cell(content)).toBe("| 12 ?faint-text |");
  });

  it("cells beside the page", () => {
    const at = (left: number): readonly string[] =>
      printed(`\\trowd\\trleft${left}\\cellx${left + 2000}\\pard\\intbl 12\\cell\\row`);
    expect(at(-15_000)).toEqual(["| 12 ?unseen-text |"]);
    expect(at(40_000)).toEqual(["| 12 ?unseen-text |"]);
    expect(at(-108)).toEqual(["| 12 |"]);
  });

  it("cells with no room beside their margins", () => {
    const row = "\\trowd\\cellx2000\\cellx2180\\cellx5000\\pard\\intbl a\\cell 9\\cell 5\\cell\\row";
    expect(printed(row)).toEqual(["| a | 9 ?too-small | 5 |"]);
  });

  it("a box to be ticked", () => {
    expect(cell("{\\field{\\*\\fldinst FORMCHECKBOX}{\\fldrslt }}")).toContain("?field-result");
  });

  const list = (look: string, mark = ""): string =>
    cell(
      `{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat7{\\leveltext\\'01\\'00;}${look}}\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\ls1}}\\ls1${mark} `,
    );
  it("the number of a list", () => {
    expect(list("")).toBe("| 7 |");
    expect(list("\\b\\fs20")).toBe("| 7 |");
    expect(list("\\cf1")).toBe("| 7 ?faint-text |");
    expect(list("\\v")).toBe("|  |");
    expect(list("", "\\cf1")).toBe("| 7 ?faint-text |");
  });

  it("the mark of a note that is not raised looks like one more digit", () => {
    const note = "\\chftn{\\footnote\\chftn  a}";
    expect(cell(`5{${note}}`)).toBe("| 5 ?mixed-styles |");
    expect(cell(`5{\\super${note}}`)).toBe("| 5 |");
    expect(cell(`x{${note}}`)).toBe("| x |");
  });

  it("a number as Word 6 and 95 count it", () => {
    const counted = "{\\*\\pn\\pnlvlbody\\pnstart7\\pndec}";
    expect(cell(`{\\pntext 7}${counted}`)).toBe("| 7 |");
    expect(cell(counted)).toBe("|  ?alternate-content |");
    expect(cell("{\\*\\pn\\pnlvlblt{\\pntxtb 7}}435")).toBe("| 435 |");
    expect(cell("1\\lbr0 4")).toBe("| 1\n4 |");
  });

  it("the number that the writer left in the text", () => {
    expect(cell("{\\listtext\\v 7.}5")).toBe("| 5 |");
    // Word shows the numbers that it counts itself, and no others.
    expect(cell("{\\listtext 7}")).toBe("| 7 ?alternate-content |");
    expect(list("", "{\\listtext 9}")).toBe("| 9  ?alternate-content |");
    expect(list("", "{\\listtext 7}")).toBe("| 7  |");
    expect(cell("{\\listtext\\cf1 7.}")).toBe("| 7. ?faint-text |");
  });
});

describe("styles whose properties the text does not repeat", () => {
  const sheet =
    "{\\stylesheet{\\ql Normal;}{\\s1\\v One;}{\\s2\\sbasedon1 Two;}{\\s3\\cf1 Three;}{\\s4\\strike Four;}{\\s5\\v0\\sbasedon1 Five;}{\\*\\cs6\\super Six;}{\\*\\cs7\\v Seven;}{\\s8\\b\\cf3 Eight;}}";
  it.each([
    ["\\plain\\s1 12", "12 ?hidden-text"],
    ["\\plain\\s2 12", "12 ?hidden-text"],
    ["\\plain\\s3 12", "12 ?faint-text"],
    ["\\plain\\s4 12", "12 ?struck-text"],
    ["1{\\cs6 2}", "12 ?raised-digit"],
    ["1{\\cs7 2}", "12 ?hidden-text"],
    ["\\plain\\s1\\v 1{\\v0 2}", "2"],
    ["\\plain\\s1 {\\plain 12}", "12"],
    ["\\plain\\s3\\cf3 12", "12"],
    ["\\plain\\s5 12", "12"],
    ["\\plain\\s8 12", "12"],
    ["\\plain\\s1\\v\\pard\\plain\\intbl 12", "12"],
    ["1{\\cs6\\super 2}", "1² ?raised-digit"],
  ])("%s", (words, text) => {
    expect(cell(`${sheet}${words}`)).toBe(`| ${text} |`);
  });
});

it.each([
  ['HYPERLINK "#n"', " ?mixed-styles"],
  ['HYPERLINK \\\\l "n"', " ?mixed-styles"],
  ['HYPERLINK "http://a.example/"', ""],
])("a link to a note is no digit of the number before it: %s", (instruction, doubt) => {
  expect(cell(`12{\\field{\\*\\fldinst ${instruction}}{\\fldrslt 1}}`)).toBe(`| 121${doubt} |`);
});

describe("a line beside a number in a cell may be a one", () => {
  it.each([
    ["\\brdrl\\brdrs\\brdrw30 435", "| 435 ?drawn |"],
    ["\\brdrr\\brdrs 435", "| 435 ?drawn |"],
    ["\\brdrbar\\brdrs 435", "| 435 ?drawn |"],
    ["\\tqc\\tb200 435", "| 435 ?drawn |"],
    ["\\brdrl\\brdrs Licences", "| Licences |"],
    ["\\brdrl\\brdrnone 435", "| 435 |"],
    ["\\box\\brdrs 435", "| 435 |"],
    ["\\brdrb\\brdrs 435", "| 435 |"],
  ])("%s", (content, expected) => {
    expect(cell(content)).toBe(expected);
  });

  it("the borders of cells are none of the paragraph", () => {
    expect(cell("435", "\\clbrdrl\\brdrs\\clbrdrr\\brdrs")).toBe("| 435 |");
  });
});
