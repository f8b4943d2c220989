import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { installedReader } from "../../../src/adapters/scan/installed.ts";
import { isDoubtful } from "../../../src/adapters/scan/digits/guard.ts";
import { readScan } from "../../support/read-scan.ts";
import { inkLines } from "../../../src/adapters/scan/raster/lines.ts";
import { levelled, turned } from "../../../src/adapters/scan/raster/raster.ts";
import { withoutPale } from "../../../src/adapters/scan/rules/pale.ts";
import { findRules } from "../../../src/adapters/scan/rules/rules.ts";
import { level, sheetsOf, skewOf } from "../../../src/adapters/scan/raster/skew.ts";
import { tableLines } from "../../../src/adapters/scan/rules/tables.ts";
import { inkOf } from "../../../src/adapters/scan/raster/threshold.ts";
import { convert, valueAt } from "../../../src/index.ts";
import type { LineReader, RecognizedCharacter } from "../../../src/model/index.ts";
import { DPI, digits, HEIGHT, sheet, table, WIDTH } from "./draw.ts";

const whole = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };
const said = (text: string, probability = 0.99): readonly RecognizedCharacter[] =>
  [...text].map((one, at) => ({ text: one, probability, at: (at + 0.5) / text.length }));

describe("lines of a table", () => {
  const drawn = (extra: (box: ReturnType<typeof sheet>["box"]) => void = () => undefined) => {
    const { scan, box } = sheet();
    table(box);
    extra(box);
    const ink = inkOf(scan.grey, DPI);
    return tableLines(findRules(ink, DPI), ink, DPI).map(
      ({ direction, from, to, first }) => `${direction[0]} ${first} ${from}-${to}`,
    );
  };
  const plain = drawn();

  test("each is one rule", () => expect(plain.map((rule) => rule[0]).join("")).toBe("hhhvvv"));

  test("a gap of some pixels parts none", () =>
    expect(drawn((box) => box(250, 180, 4, 3, 255))).toEqual(plain));

  test("a bar of text that meets no line is none", () =>
    expect(drawn((box) => box(150, 500, 120, 4))).toEqual(plain));

  test("a row of strokes that carries a line on into a merged cell is trimmed off it", () => {
    const merged = (box: ReturnType<typeof sheet>["box"]) => {
      // The line between the rows begins at the middle; strokes of a label lie on its height to the left.
      box(103, 180, 297, 3, 255);
      for (let x = 300; x < 396; x += 24) box(x, 180, 16, 3);
      for (let x = 300; x < 396; x += 24) box(x + 5, 166, 4, 30);
    };
    expect(drawn(merged).map((rule) => rule.replace(/\d+-/, "…-"))).toContain("h 180 …-702");
    expect(drawn(merged)).not.toContainEqual(expect.stringMatching(/^h 180 (?:1|2|3[0-8])/));
  });

  describe("of two shades", () => {
    /** Where verticals are found that are not paler than the others, of these drawn so dark. */
    const kept = (drawn: Readonly<Record<number, number>>): readonly number[] => {
      const { scan, box } = sheet();
      for (const y of [100, 180, 260]) box(100, y, 603, 3);
      for (const [x, grey] of Object.entries(drawn)) box(Number(x), 100, 3, 163, grey);
      const rules = findRules(inkOf(scan.grey, DPI), DPI);
      const verticals = (some: typeof rules): number[] =>
        some.filter(({ direction }) => direction === "vertical").map(({ first }) => first);
      expect(verticals(rules)).toEqual(Object.keys(drawn).map(Number));
      return verticals(withoutPale(rules, scan.grey, DPI));
    };
    const pale = 185;

    test("those that show through from the back of the paper are none", () =>
      expect(kept({ 100: 0, 190: pale, 280: 0, 400: 0, 530: pale, 700: 0 })).toEqual([100, 280, 400, 700]));

    test("a darker frame takes none away", () => {
      const all = { 100: 0, 180: pale, 260: pale, 340: pale, 420: pale, 500: pale, 580: pale, 700: 0 };
      expect(kept(all)).toEqual(Object.keys(all).map(Number));
      expect(kept({ 100: 0, 400: pale, 700: 0 })).toEqual([100, 400, 700]);
    });

    test("a darker table takes none away from another of the page", () => {
      const { scan, box } = sheet();
      for (const [top, grey] of [
        [100, 0],
        [400, pale],
      ] as const) {
        for (const y of [0, 80, 160]) box(100, top + y, 603, 3, grey);
        for (let x = 100; x <= 700; x += 100) box(x, top, 3, 163, grey);
      }
      const rules = findRules(inkOf(scan.grey, DPI), DPI);
      expect(rules).toHaveLength(20);
      expect(withoutPale(rules, scan.grey, DPI)).toEqual(rules);
    });
  });

  const upright = (box: ReturnType<typeof sheet>["box"]) => box(250, 100, 3, 83);

  test("a short line that parts a cell is one", () => {
    expect(drawn(upright)).toHaveLength(plain.length + 1);
  });

  test("strokes of characters from line to line are none", () => {
    const strokes = (box: ReturnType<typeof sheet>["box"]) => {
      upright(box);
      for (let y = 112; y < 176; y += 12) box(238, y, 27, 4);
    };
    expect(drawn(strokes)).toEqual(plain);
  });

  test("pages under each other are levelled each by itself", () => {
    const { scan, box } = sheet();
    table(box);
    const { width, height } = scan.grey;
    const pages = [-1, 0.5].map((skew) => turned(scan.grey, skew).pixels);
    const grey = { width, height: 2 * height, pixels: Uint8Array.from(pages.flatMap((page) => [...page])) };
    const sheets = sheetsOf(inkOf(grey, DPI), DPI);
    expect(sheets.map(({ skew }) => Math.round(10 * skew) / 10)).toEqual([1, -0.5]);
    const rules = findRules(inkOf(level(grey, sheets), DPI), DPI);
    expect(
      rules
        .filter(({ direction }) => direction === "horizontal")
        .every(({ first, last }) => last - first <= 6),
    ).toBe(true);
    expect(sheetsOf(inkOf(scan.grey, DPI), DPI)).toHaveLength(1);
  });

  test("a page laid at an angle is levelled", () => {
    const { scan, box } = sheet();
    table(box);
    const skew = skewOf(inkOf(turned(scan.grey, -1.5), DPI));
    expect(skew).toBeCloseTo(1.5, 1);
  });
});

test("faded print and grey paper come out black on white", () => {
  const { scan, box } = sheet();
  box(0, 0, WIDTH, HEIGHT, 225);
  box(100, 100, 300, 60, 175);
  const { pixels } = levelled(scan.grey);
  expect([...new Set(pixels)].sort((a, b) => a - b)).toEqual([0, 255]);
});

test("lines of print, and the strokes in them", () => {
  const { scan, box } = sheet();
  digits(box, 200, 300, 3);
  digits(box, 200, 400, 2);
  box(500, 300, 1, 1);
  const lines = inkLines(inkOf(scan.grey, DPI), whole, DPI);
  expect(lines.map(({ top, bottom, strokes }) => [top, bottom, strokes.length])).toEqual([
    [300, 326, 3],
    [400, 426, 2],
  ]);
});

describe("a number is taken only where the ink agrees", () => {
  const line = (strokes: readonly (readonly [number, number])[], height = 26) => ({
    left: 0,
    top: 0,
    right: strokes.at(-1)![1],
    bottom: height,
    strokes: strokes.map(([from, to]) => ({ from, to, inked: 200, height })),
  });
  const two = line([
    [0, 14],
    [24, 38],
  ]);
  test.each([
    ["88 of two strokes", two, said("88"), false],
    ["8888 of two strokes", two, said("8888"), true],
    ["8 of two strokes a digit apart", two, said("8"), true],
    ["an unsure 88", two, said("88", 0.7), true],
    ["nothing read in ink", two, said(""), true],
    [
      "a dash",
      { ...line([[0, 9]], 4), strokes: [{ from: 0, to: 9, inked: 34, height: 4 }] },
      said("-"),
      false,
    ],
    [
      "an arc read as a dash",
      { ...line([[0, 9]], 6), strokes: [{ from: 0, to: 9, inked: 20, height: 6 }] },
      said("-"),
      true,
    ],
    ["a digit's height read as a dash", line([[0, 14]]), said("-"), true],
    ["a dash read as a 1", line([[0, 14]], 6), said("1"), true],
    ["a label of words", two, said("行政许可"), false],
    [
      "0 in two halves",
      line([
        [0, 7],
        [10, 17],
      ]),
      said("0"),
      false,
    ],
    [
      "11 of which one was dropped",
      line([
        [0, 5],
        [10, 15],
      ]),
      said("1"),
      true,
    ],
    [
      "3.313, which may be 3,313",
      line([
        [0, 8],
        [10, 12],
        [14, 22],
        [24, 32],
        [34, 42],
      ]),
      said("3.313"),
      true,
    ],
    [
      "3,313",
      line([
        [0, 8],
        [10, 12],
        [14, 22],
        [24, 32],
        [34, 42],
      ]),
      said("3,313"),
      false,
    ],
  ] as const)("%s", (_, ink, characters, doubtful) =>
    expect(isDoubtful([{ line: ink, characters }], DPI)).toBe(doubtful),
  );
  test("two lines are no number", () =>
    expect(
      isDoubtful(
        [two, two].map((ink) => ({ line: ink, characters: said("88") })),
        DPI,
      ),
    ).toBe(true));
});

describe("a page", () => {
  /** Says the number of strokes it is shown, as a digit each. */
  const counting: LineReader = { recognize: async (lines) => lines.map(() => said("5")) };

  test("cells, their digits, and what a stamp lies on", async () => {
    const { scan, box } = sheet();
    table(box);
    digits(box, 200, 120, 1);
    digits(box, 500, 120, 1);
    digits(box, 500, 200, 2);
    for (let y = 110; y < 150; y++) scan.coloured.fill(1, y * WIDTH + 480, y * WIDTH + 560);
    const { glyphs, rules } = await readScan(scan, counting);
    expect(rules).toHaveLength(6);
    expect(glyphs.map(({ text, doubt }) => `${text} ${doubt ?? "sure"}`)).toEqual([
      "5 sure",
      "5 scan",
      "5 scan",
    ]);
  });

  test("a digit outside of tables that is not sure is doubted, since a table without rules may stand there", async () => {
    const { scan, box } = sheet();
    digits(box, 200, 300, 1);
    digits(box, 200, 400, 1);
    const one: LineReader = {
      recognize: async (lines) => lines.map((_, at) => said("5", at === 0 ? 0.8 : 0.99)),
    };
    const { glyphs } = await readScan(scan, one);
    expect(glyphs.map(({ doubt }) => doubt)).toEqual(["scan", undefined]);
  });

  test("a line that drifts takes no print away; print at the border that it makes is doubted", async () => {
    const { scan, box } = sheet();
    table(box);
    box(103, 180, 597, 3, 255);
    for (const [at, x] of [103, 250, 400, 550].entries()) box(x, 180 + 5 * at, 150, 3);
    for (const [x, y] of [
      [120, 186],
      [500, 215],
      [500, 120],
    ] as const)
      digits(box, x, y, 1);
    const { glyphs } = await readScan(scan, counting);
    const shown = glyphs
      .filter(({ text }) => text === "5")
      .map(({ box: [x], doubt }) => [Math.round(x), doubt]);
    // The border runs along the middle of the line: the digit at its high end lies in both cells.
    expect(shown).toEqual([
      [43, "scan"],
      [180, undefined],
      [43, "scan"],
      [180, undefined],
    ]);
  });
});

const samples = new URL("../../../../shared/samples/", import.meta.url);
const reader = existsSync(samples) ? await installedReader() : null;

describe.skipIf(reader === null)("sample scans (skipped where ../shared or gongkai-ocr is absent)", () => {
  /** A sample converted, and how each value that its report states came out. */
  async function sampled(truth: string, name: string) {
    const conversion = await convert({
      name,
      bytes: new Uint8Array(readFileSync(new URL(`scan/${name}`, samples))),
    });
    const { values } = JSON.parse(readFileSync(new URL(`truth/${truth}.json`, samples), "utf8")) as {
      readonly values: Readonly<Record<string, number | null>>;
    };
    const read = Object.entries(values).map(([path, value]) => {
      const found = valueAt(conversion.report!, path) ?? null;
      return found === value ? "right" : found === null ? "empty" : `${path}: ${found} for ${value}`;
    });
    expect(read.filter((one) => one !== "right" && one !== "empty")).toEqual([]);
    return { conversion, right: read.filter((one) => one === "right").length / read.length };
  }

  test("a whole report, as a PDF", async () => {
    const { conversion, right } = await sampled("r03", "r03-scan-pdf.pdf");
    expect(conversion.adapter).toBe("pdf");
    expect(right).toBeGreaterThan(0.9);
    const headings = conversion.report!.sections.map(({ title }) => title);
    expect(headings.filter((title) => /^[一二三四五六]、/u.test(title)).length).toBe(headings.length - 1);
    const recognized = Object.entries(conversion.evidence).filter(
      ([, { status }]) => status === "recognized",
    );
    expect(recognized.length).toBeGreaterThan(50);
    expect(recognized.every(([, { at }]) => at!.recognized! > 0)).toBe(true);
    expect(recognized.map(([pointer]) => pointer)).toContain("/report/year");
  });

  test("the page with most of the figures, as a picture", async () => {
    const { conversion, right } = await sampled("r01", "r01-bw-2.png");
    expect(conversion.adapter).toBe("image");
    expect(right).toBeGreaterThan(0.5);
  });
});
