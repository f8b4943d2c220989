import { describe, expect, it } from "vitest";
import { doc } from "../../../src/adapters/doc/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packWord, word16, word32 } from "../../support/factory/doc/word.ts";
import type { WordOptions, WordParagraph, WordRun } from "../../support/factory/doc/word.ts";
import { printReading } from "../../support/print-cells.ts";

const read = (paragraphs: readonly WordParagraph[], options: WordOptions = {}): Reading =>
  doc.read({ name: "a.doc", bytes: packWord(paragraphs, options) }, defaultLimits) as Reading;

/** The document as it is read, a line or row each. */
function printed(paragraphs: readonly WordParagraph[], options?: WordOptions): string[] {
  return printReading(read(paragraphs, options));
}

const sprm = (code: number, ...operand: number[]): number[] => [...word16(code), ...operand];
const plain = (text: string, changes: number[] = []): WordParagraph => ({
  runs: [{ text }],
  mark: "\r",
  changes,
});
const inTable = sprm(0x2416, 1);
const cell = (runs: readonly WordRun[] | string, changes: number[] = []): WordParagraph => ({
  runs: typeof runs === "string" ? [{ text: runs }] : runs,
  mark: "\u0007",
  changes: [...inTable, ...changes],
});
/** `cells` pairs the right edge of each cell with its merge bits. */
const definition = (cells: readonly (readonly [edge: number, bits?: number])[]): number[] => {
  const bytes = [
    cells.length,
    ...word16(0),
    ...cells.flatMap(([edge]) => word16(edge)),
    ...cells.flatMap(([, bits = 0]) => [...word16(bits), ...new Array<number>(18).fill(0)]),
  ];
  return sprm(0xd608, ...word16(bytes.length + 1), ...bytes);
};
const row = (
  cells: readonly (readonly [edge: number, bits?: number])[],
  more: number[] = [],
): WordParagraph => ({
  runs: [],
  mark: "\u0007",
  changes: [...inTable, ...sprm(0x2417, 1), ...definition(cells), ...more],
});

describe("what a person sees in a Word 97 document", () => {
  it.each<[string, number[], string[]]>([
    ["hidden", sprm(0x083c, 1), ["| 1435 |", "! hidden-content 1"]],
    ["deleted", sprm(0x0800, 0x81), ["| 1435 |", "! tracked-changes 0 1"]],
    ["struck out", sprm(0x0837, 1), ["| 91435 ?struck-text |"]],
    ["raised", sprm(0x2a48, 1), ["| ⁹1435 ?raised-digit |"]],
    ["raised by its position", sprm(0x4845, 6, 0), ["| ⁹1435 ?raised-digit |"]],
    ["white", sprm(0x6870, 0xff, 0xff, 0xff, 0), ["| 91435 ?faint-text |"]],
    ["white by its old number", sprm(0x2a42, 8), ["| 91435 ?faint-text |"]],
    ["white on a ground of its own", [...sprm(0x2a42, 8), ...sprm(0x2a0c, 1)], ["| 91435 ?mixed-look |"]],
    ["of one point", sprm(0x4a43, 2, 0), ["| 91435 ?too-small |"]],
    ["in the colour of its highlight", [...sprm(0x2a42, 6), ...sprm(0x2a0c, 6)], ["| 91435 ?faint-text |"]],
    ["pale", sprm(0x6870, 0xfa, 0xfa, 0xfa, 0), ["| 91435 ?faint-text |"]],
    [
      "in the colour of its shading",
      [...sprm(0x6870, 1, 2, 3, 0), ...sprm(0xca71, 10, 0, 0, 0, 0xff, 1, 2, 3, 0, 0, 0)],
      ["| 91435 ?faint-text |"],
    ],
    ["half the size of the others", sprm(0x4a43, 10, 0), ["| 91435 ?mixed-look |"]],
    ["of another colour", sprm(0x2a42, 6), ["| 91435 ?mixed-look |"]],
    ["of a hundredth of its width", sprm(0x4852, 1, 0), ["| 91435 ?too-small |"]],
    ["drawn together", sprm(0x8840, ...word16(0x10000 - 160)), ["| 91435 ?squeezed-text |"]],
    ["hidden on the web", sprm(0x0811, 1), ["| 91435 ?hidden-text |"]],
    ["raised from the paper", sprm(0x0858, 1), ["| 91435 ?faint-text |"]],
    ["engraved", sprm(0x0854, 1), ["| 91435 ?faint-text |"]],
  ])("a digit that is %s", (_, changes, lines) => {
    const runs = [{ text: "9", changes }, { text: "1435" }];
    expect(printed([cell(runs), row([[1000]]), plain("")]).filter((line) => line !== "")).toEqual(lines);
  });

  it("a hidden paragraph mark joins two lines", () => {
    const first = { ...plain("1"), markChanges: sprm(0x083c, 1) };
    expect(printed([first, plain("2")])).toEqual(["12"]);
  });

  it("a hidden mark hides its row where nothing else of it is shown", () => {
    const hidden = sprm(0x083c, 1);
    const gone = { ...row([[1000]]), markChanges: hidden };
    const empty: WordParagraph = { runs: [], mark: "\r", changes: inTable, markChanges: hidden };
    expect(printed([empty, cell("7"), gone])).toEqual(["| 7 |"]);
    expect(printed([cell([{ text: "7", changes: hidden }]), gone, cell("8"), row([[1000]])])).toEqual([
      "| 8 |",
      "! hidden-content 2",
    ]);
  });

  it("a row of no height, a deleted row", () => {
    const low = row([[1000]], sprm(0x9407, ...word16(0x10000 - 1)));
    const gone = { ...row([[1000]]), markChanges: sprm(0x0800, 1) };
    expect(printed([cell("7"), low, cell("8"), gone, cell("9"), row([[1000]])])).toEqual([
      "| 9 |",
      "! tracked-changes 0 1",
      "! hidden-content 1",
    ]);
  });

  it.each([
    ["exact lines of a point", sprm(0x6412, ...word16(0x10000 - 20), 0, 0), "too-small"],
    ["set off to the left", sprm(0x845e, ...word16(0x10000 - 2000)), "moved-text"],
    ["kept to the right", [...sprm(0x2403, 2), ...sprm(0x840e, ...word16(0x10000 - 2000))], "moved-text"],
    ["black on black", sprm(0xc64d, 10, 0, 0, 0, 0xff, 0, 0, 0, 0, 0, 0), "faint-text"],
  ])("a paragraph in %s", (_, changes, reason) => {
    const black = [{ text: "1435", changes: sprm(0x6870, 0, 0, 0, 0) }];
    expect(printed([cell(black), row([[1000]])])).toEqual(["| 1435 |"]);
    expect(printed([cell(black, changes), row([[1000]])])).toEqual([`| 1435 ?${reason} |`]);
  });

  it.each([
    ["a border at the left", sprm(0x6425, 8, 1, 1, 0), "1435 ?drawn"],
    ["a newer one at the right", sprm(0xc651, 8, 0, 0, 0, 0, 8, 1, 0, 0), "1435 ?drawn"],
    ["a border below", sprm(0x6426, 8, 1, 1, 0), "1435"],
    ["a border of no kind", sprm(0x6425, 8, 0, 1, 0), "1435"],
    ["a box", [0x6424, 0x6425, 0x6426, 0x6427].flatMap((code) => sprm(code, 8, 1, 1, 0)), "1435"],
  ])("a paragraph with %s", (_, changes, shown) => {
    expect(printed([cell("1435", changes), row([[1000]])])).toEqual([`| ${shown} |`]);
  });

  it("lines under spaces, and lines from top to bottom", () => {
    const underlined = (text: string): WordParagraph => cell([{ text, changes: sprm(0x2a3e, 1) }]);
    expect(printed([underlined("  "), underlined("12"), row([[1000], [2000]])])).toEqual([
      "|    ?drawn | 12 |",
    ]);
    const turned = sprm(0x7629, 0, 1, 1, 0);
    expect(printed([cell("7"), cell("8"), row([[1000], [2000]], turned)])).toEqual([
      "| 7 ?squeezed-text | 8 |",
    ]);
    expect(printed([cell("7"), row([[1000, 4]])])).toEqual(["| 7 ?squeezed-text |"]);
  });

  it("a row of exactly four points; the colour of a cell under its digits", () => {
    const low = row([[1000]], sprm(0x9407, ...word16(0x10000 - 80)));
    expect(printed([cell("7"), low])).toEqual(["| 7 ?too-small |"]);
    const above = cell("7", sprm(0xa413, ...word16(600)));
    const exact = row([[1000]], sprm(0x9407, ...word16(0x10000 - 300)));
    expect(printed([above, exact, above, row([[1000]])])).toEqual(["| 7 ?too-small |", "| 7 |"]);
    const inked = (colour: number): WordParagraph =>
      cell([{ text: "7", changes: sprm(0x6870, colour, colour, colour, 0) }]);
    const navy = [0, 0, 0, 0xff, 0x10, 0x10, 0x50, 0, 0, 0];
    const shaded = row([[1000], [2000]], sprm(0xd612, 20, ...navy, ...navy));
    expect(printed([inked(255), inked(0), shaded])).toEqual(["| 7 | 7 ?faint-text |"]);
    const short = row([[1000], [2000]], sprm(0xd609, 4, ...word16(9 << 5), ...word16(8 << 5)));
    expect(printed([inked(255), inked(255), short])).toEqual(["| 7 | 7 ?faint-text |"]);
  });

  it("a link's data are no picture", () => {
    const data = { text: "\u0001", changes: sprm(0x0855, 1) };
    const runs = [{ text: '\u0013 HYPERLINK "a" ' }, data, { text: "\u00141435\u0015" }];
    expect(printed([cell(runs), row([[1000]])])).toEqual(["| 1435 |"]);
    expect(printed([cell([data]), row([[1000]])]).join()).toContain("picture");
  });

  it("a list shows the choice that stands in its data, and one without them is doubtful", () => {
    const empty = new Array<number>(20).fill(0);
    const choices = [0xff, 0xff, 2, 0, 0, 0, 1, 0, 0x33, 0, 1, 0, 0x34, 0];
    const form = [
      0xff,
      0xff,
      0xff,
      0xff,
      2 | (1 << 2),
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      ...empty,
      ...choices,
    ];
    const data = [0, 0, 0, 0, 6, 0, ...form];
    const mark = { text: "\u0001", changes: [...sprm(0x6a03, ...word32(0)), ...sprm(0x0855, 1)] };
    const list = cell([{ text: "\u0013 FORMDROPDOWN " }, mark, { text: "\u0015" }]);
    const table = [cell("件数"), list, row([[1000], [2000]])];
    expect(printed(table, { data })).toEqual(["| 件数 | 4 |"]);
    expect(printed(table)).toEqual(["| 件数 |  ?field-result |"]);
  });

  it("a field's result, not its instruction; a symbol by its code", () => {
    const field = "\u0013 PAGE \u00142\u0015";
    expect(printed([plain(`1${field}3\u001e4\u000b5`)])).toEqual(["123-4\n5"]);
    const symbol = {
      text: "(",
      changes: [...sprm(0x0855, 1), ...sprm(0x6a09, ...word16(9), ...word16(0x41))],
    };
    expect(printed([{ runs: [symbol], mark: "\r" }])).toEqual(["A"]);
  });
});

describe("tables of Word 97 documents", () => {
  it("cells over columns of other rows, merges down, and across by mark", () => {
    expect(
      printed([
        cell("a"),
        cell("b"),
        row([[1000, 0x60], [3000]]),
        cell(""),
        cell("1"),
        cell("2"),
        row([[1000, 0x20], [2000], [3000]]),
        cell("c"),
        cell("d"),
        cell(""),
        row([[1000], [2000, 1], [3000, 2]]),
      ]),
    ).toEqual(["| 2×1 a | 1×2 b |", "| 1 | 2 |", "| c | 1×2 d |"]);
  });

  it("what later changes make of a row", () => {
    const base: readonly (readonly [number])[] = [[1000], [2000], [3000]];
    const merged = row(base, sprm(0x5624, 1, 3));
    expect(printed([cell("a"), cell("b"), cell(""), merged])).toEqual(["| a | 1×2 b |"]);
    const fewer = row(base, sprm(0x5622, 2, 3));
    expect(printed([cell("a"), cell("b"), fewer])).toEqual(["| a | b |"]);
    const more = row(base, sprm(0x7621, 3, 1, ...word16(500)));
    expect(printed([cell("a"), cell("b"), cell("c"), cell("d"), more])).toEqual(["| a | b | c | d |"]);
    const down = [
      cell("a"),
      row([[1000]], sprm(0xd62b, 2, 0, 3)),
      cell(""),
      row([[1000]], sprm(0xd62b, 2, 0, 1)),
    ];
    expect(printed(down)).toEqual(["| 2×1 a |", "|"]);
  });

  it("a table inside a cell follows the table", () => {
    const inner = [...inTable, ...sprm(0x6649, ...word32(2))];
    const paragraphs: WordParagraph[] = [
      { ...plain("x", [...inner, ...sprm(0x244b, 1)]) },
      {
        runs: [],
        mark: "\r",
        changes: [...inner, ...sprm(0x244b, 1), ...sprm(0x244c, 1), ...definition([[500]])],
      },
      cell("1"),
      cell("2"),
      row([[1000], [2000]]),
    ];
    expect(printed(paragraphs)).toEqual(["| 1 ?inner-table | 2 |", "| x |"]);
  });

  it("rows that do not fit their definition are told", () => {
    expect(printed([cell("1"), cell("2"), row([[1000]])])).toEqual(["| 1 | 2 |", "! short-row 1"]);
  });
});

describe("headings and list numbers", () => {
  it("a heading by its built-in style, and by its own level", () => {
    expect(printed([{ ...plain("a"), style: 2 }, plain("b", sprm(0x2640, 0)), plain("c")])).toEqual([
      "#2 a",
      "#1 b",
      "c",
    ]);
  });

  /** A list of one level with this label, and what the level says of its letters. */
  const listOf = (format: number, label: readonly number[], look: readonly number[] = []): WordOptions => {
    const level = [
      ...word32(1),
      format,
      0,
      1,
      ...new Array<number>(8).fill(0),
      2,
      ...new Array<number>(8).fill(0),
      look.length,
      0,
      0,
      0,
      ...look,
      ...word16(label.length),
      ...label.flatMap(word16),
    ];
    const list = [
      ...word16(1),
      ...word32(7),
      ...word32(0),
      ...new Array<number>(18).fill(0xff),
      1,
      0,
      ...level,
    ];
    const instance = [...word32(1), ...word32(7), ...new Array<number>(12).fill(0), ...word32(0)];
    return { structures: { 73: list, 74: instance } };
  };
  const inList = [...sprm(0x260a, 0), ...sprm(0x460b, ...word16(1))];

  it("numbers that Word counts: 一、 from a list of one level", () => {
    const numbered = (text: string): WordParagraph => plain(text, inList);
    const options = listOf(39, [0, "、".charCodeAt(0)]);
    expect(printed([numbered("a"), numbered("b"), plain("c")], options)).toEqual(["一、a", "二、b", "c"]);
  });

  it("numbers of lists as they look", () => {
    const shown = (look: readonly number[], mark: readonly number[] = []): string =>
      printed(
        [{ ...cell("", inList), markChanges: mark }, row([[1000]]), plain("")],
        listOf(0, [0], look),
      )[0]!;
    const white = sprm(0x6870, 0xff, 0xff, 0xff, 0);
    expect(shown([])).toBe("| 1 |");
    expect(shown(white)).toBe("| 1 ?faint-text |");
    expect(shown(sprm(0x083c, 1))).toBe("|  |");
    expect(shown([], white)).toBe("| 1 ?faint-text |");
  });
});

describe("what is refused", () => {
  it.each([
    ["a password", 11, 0x01 | 0x12, "encrypted doc"],
    ["Word 95", 2, 0x68, "unsupported word-95"],
    ["Word 6", 0, 0xdc, "unsupported word-6"],
  ])("%s", (_, at, value, outcome) => {
    const bytes = packWord([plain("1")]);
    // The WordDocument stream is the third and last: its header begins with its signature.
    const start = bytes.findIndex(
      (byte, index) => byte === 0xec && bytes[index + 1] === 0xa5 && bytes[index + 2] === 0xc1,
    );
    bytes[start + at] = value;
    if (at === 0) bytes[start + 1] = 0xa5;
    const { diagnostics } = doc.read({ name: "a", bytes }, defaultLimits) as Reading;
    expect(diagnostics.map(({ rule, args }) => `${rule} ${args?.["format"]}`)).toEqual([outcome]);
  });

  it("a file cut short", () => {
    const bytes = packWord([plain("1")]);
    const { diagnostics } = doc.read({ name: "a", bytes: bytes.subarray(0, -600) }, defaultLimits) as Reading;
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["truncated"]);
  });
});

describe("what rows say of their cells", () => {
  const two = (value: WordParagraph, more: number[] = [], options: WordOptions = {}): string =>
    printed([cell("a"), value, row([[1000], [2000]], more), plain("")], options)[0]!;

  it("a line from corner to corner", () => {
    const border = (sides: number, kind: number): number[] =>
      sprm(0xd62f, 11, 1, 2, sides, 0, 0, 0, 0, 8, kind, 0, 0);
    expect(two(cell("12"), border(0x10, 1))).toBe("| a | 12 ?struck-text |");
    expect(two(cell("12"), border(0x0f, 1))).toBe("| a | 12 |");
    expect(two(cell("12"), border(0x20, 0))).toBe("| a | 12 |");
    expect(two(cell("12"), sprm(0xd620, 7, 1, 2, 0x20, 8, 1, 0, 0))).toBe("| a | 12 ?struck-text |");
  });

  it("the mark of a note that is not raised looks like one more digit", () => {
    const mark = (more: number[] = []): WordRun => ({
      text: "\u0002",
      changes: [...sprm(0x0855, 1), ...more],
    });
    expect(printed([cell([{ text: "5" }, mark()]), row([[1000]])])).toEqual(["| 5 ?mixed-styles |"]);
    const raised = mark(sprm(0x2a48, 1));
    expect(printed([cell([{ text: "5" }, raised]), row([[1000]])])).toEqual(["| 5 |"]);
    expect(printed([cell([{ text: "件" }, mark()]), row([[1000]])])).toEqual(["| 件 |"]);
  });

  it("a table beside the page, and one laid over it", () => {
    const far = sprm(0x9601, ...word16(0x10000 - 20_000));
    expect(printed([cell("5"), row([[1000]], far)])).toEqual(["| 5 ?unseen-text |"]);
    expect(printed([cell("5"), row([[1000]], sprm(0x9601, ...word16(0x10000 - 108)))])).toEqual(["| 5 |"]);
    const placed = sprm(0x940e, ...word16(500));
    expect(printed([cell("5"), row([[1000]], placed)])).toEqual(["| 5 |", "! floating-number 1"]);
  });

  it("columns with no room beside their margins", () => {
    const cells = [cell("a"), cell("9"), cell("5"), row([[1000], [1180], [2000]]), plain("")];
    expect(printed(cells)[0]).toBe("| a | 9 ?too-small | 5 |");
  });

  it("a ground for the whole table", () => {
    const red = cell([{ text: "12", changes: sprm(0x6870, 0xff, 0, 0, 0) }]);
    const ground = (index: number): number[] =>
      sprm(0xd660, 10, 0, 0, 0, 0xff, ...[0xff, 0xff].map((_, at) => (at === index ? 0xff : 0)), 0, 0, 0, 0);
    expect(two(red, ground(0))).toBe("| a | 12 ?faint-text |");
    expect(two(red)).toBe("| a | 12 |");
  });

  it("frames around a number, and around the table", () => {
    const framed = sprm(0x8418, ...word16(500));
    expect(two(cell("12", framed))).toBe("| a | 12 ?moved-text |");
    expect(two(cell("12", framed), framed)).toBe("| a | 12 |");
  });

  it("the style of the table", () => {
    const styled = (look: readonly number[]): WordOptions => {
      const base = [...word16(0xffe), ...word16((0xfff << 4) | 3), ...word16(3), ...word16(0), ...word16(0)];
      const name = [...word16(1), ...word16("x".charCodeAt(0)), ...word16(0)];
      const groups = [...word16(0), ...word16(0), ...word16(look.length), ...look];
      const style = [...base, ...name, ...groups];
      const padding = style.length % 2 === 1 ? [0] : [];
      const header = [...word16(2), ...word16(10), ...new Array<number>(14).fill(0)];
      const sheet = [...word16(18), ...header, ...word16(0), ...word16(style.length), ...style, ...padding];
      return { structures: { 1: sheet } };
    };
    const ofStyle = sprm(0x563a, ...word16(1));
    expect(two(cell("12"), ofStyle, styled(sprm(0x6870, 0xff, 0xff, 0xff, 0)))).toBe(
      "| a | 12 ?faint-text |",
    );
    expect(two(cell("12"), ofStyle, styled(sprm(0x083c, 1)))).toBe("| a | 12 ?hidden-text |");
    expect(two(cell("12"), ofStyle, styled(sprm(0x6870, 0, 0, 0, 0)))).toBe("| a | 12 |");
  });

  it("letters fitted into nothing", () => {
    const run = (width: number): WordParagraph =>
      cell([{ text: "12", changes: sprm(0xca76, 8, ...word32(width), ...word32(1)) }]);
    expect(two(run(10))).toBe("| a | 12 ?squeezed-text |");
    expect(two(run(1000))).toBe("| a | 12 |");
  });
});

/** A border of a paragraph, black and of a quarter of a point (Brc80 and Brc). */
const short = (code: number, kind: number): number[] => sprm(code, 2, kind, 0, 0);
const long = (code: number, kind: number): number[] => sprm(code, 8, 0, 0, 0, 0, 2, kind, 0, 0);

it.each<[string, number[], string]>([
  ["left", short(0x6425, 1), "| 435 ?drawn |"],
  ["right in the newer form", long(0xc651, 1), "| 435 ?drawn |"],
  ["none", [...short(0x6425, 0), ...long(0xc651, 0xff)], "| 435 |"],
  ["below", short(0x6426, 1), "| 435 |"],
  ["around", [0x6424, 0x6425, 0x6426, 0x6427].flatMap((code) => short(code, 1)), "| 435 |"],
])("a line beside a number in a cell may be a one: %s", (_, changes, expected) => {
  expect(printed([cell("435", changes), row([[5000]])])).toEqual([expected]);
});
