import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS, gridsOf } from "./support.ts";
import { grid, row, stream, text, tinyPdf } from "./tiny.ts";

/** A table of two rows; the cell under `two` holds what is tried, 100 to 180 across and 20 to 50 up. */
const FRAME =
  grid([20, 100, 180, 260], [20, 50, 80]) + row([30, 110, 190], 60, "one", "two", "all") + text(30, 30, "7");

/** The cell's text, and `?` with the reason where it is doubted. */
async function seen(content: string, extra: readonly string[] = [], page?: string): Promise<string> {
  const bytes = tinyPdf([FRAME + text(190, 30, "9") + content], page, extra);
  const { tokens } = await pdf.read({ name: "tiny.pdf", bytes }, LIMITS);
  const cell = gridsOf(tokens)[0]![1]![1]!;
  return cell.doubt?.kind === "unreadable" ? `${cell.text}?${cell.doubt.reason}` : cell.text;
}

const NUMBER = text(110, 30, "1435");
const box = (colour: string, x = 105, y = 25, wide = 60, high = 20) =>
  `q ${colour} rg ${x} ${y} ${wide} ${high} re f Q\n`;

describe("what a page shows", () => {
  it.each([
    ["plain text", NUMBER, "1435"],
    ["a white box over a number", NUMBER + box("1 1 1"), ""],
    ["a new number on a white box", NUMBER + box("1 1 1") + text(110, 30.5, "2046"), "2046"],
    ["a white box under a number", box("1 1 1") + NUMBER, "1435"],
    ["white on a dark box", `${box("0 0 0.4")}1 g ${NUMBER}`, "1435"],
    ["white on a picture", `q 60 0 0 20 105 25 cm /Im Do Q 1 g ${NUMBER}`, "1435"],
    ["white on white", `1 g ${NUMBER}`, ""],
    ["a clip that leaves nothing", `q 300 0 5 5 re W n ${NUMBER} Q`, ""],
    ["a negative font size", "BT /F1 -10 Tf -1 0 0 -1 110 30 Tm (1435) Tj ET\n", "1435"],
    ["a shadow", `0.6 g ${text(111, 29, "1435")}0 g ${NUMBER}`, "1435"],
    ["a shadow farther off", `0.6 g ${text(112, 28, "1435")}0 g ${NUMBER}`, "1435"],
    ["a number printed twice in its place", NUMBER + NUMBER, "1435"],
    [
      "one made bold by five prints",
      [0, 1, 2, 3, 4].map((at) => text(110 + at / 4, 30, "1435")).join(""),
      "1435",
    ],
    ["one printed in red over black", `${NUMBER}1 0 0 rg ${NUMBER}`, "1435"],
    ["one printed over its white rim", `q 1 Tr 1 G 2 w ${NUMBER}Q ${NUMBER}`, "1435"],
    ["a number in strips", `q 0 0 123 200 re W n ${NUMBER} Q q 100 0 80 200 re W n ${NUMBER} Q\n`, "1435"],
    ["a number in a frame", `${NUMBER}107 23 34 18 re S\n`, "1435"],
    [
      "digits in boxes that touch",
      [..."143"]
        .map((digit, at) => `${110 + 14 * at} 25 14 16 re S ${text(114 + 14 * at, 30, digit)}`)
        .join(""),
      "1 4 3",
    ],
    ["dark grey beside black", `0.1 g ${text(110, 30, "143")}0 g ${text(126.7, 30, "5")}`, "1435"],
    ["an unseen digit beside a number", `${NUMBER}1 g ${text(132.5, 30, "7")}`, "1435"],
    ["a line under a number", `${NUMBER}110 28.4 m 133 28.4 l S\n`, "1435"],
  ])("is read: %s", async (_, content, expected) => {
    expect(await seen(content)).toBe(expected);
  });

  it.each([
    ["a blackened digit that is gone", text(116, 30, "435") + box("0 0 0", 108, 29, 6, 9), "435?drawn"],
    ["one as high as its row", text(120, 30, "35") + box("0 0 0", 104, 21, 14, 28), "35?drawn"],
    ["a broad one", `${NUMBER}${box("0.5 0.5 0.5", 134, 30, 4, 8)}`, "1435?drawn"],
    ["a blackened number", NUMBER + box("0 0 0"), "1435?half-hidden"],
    [
      "two numbers in boxes that touch",
      `107 25 14 16 re S 121 25 14 16 re S ${text(109, 30, "14")}${text(123, 30, "35")}`,
      "14 35?crosses-line",
    ],
    ["a rectangle that may be a zero", "110 30 9 12 re S\n", "?drawn"],
    [
      "digits in boxes apart",
      [..."143"]
        .map((digit, at) => `${108 + 18 * at} 25 13 16 re S ${text(112 + 18 * at, 30, digit)}`)
        .join(""),
      "1 4 3?drawn",
    ],
    ["half a number under a box", NUMBER + box("1 1 1", 118, 25, 20, 20), "14?half-hidden"],
    ["a number on its own colour", `${box("1 0 0")}1 0 0 rg ${NUMBER}`, "1435?half-hidden"],
    ["a line through a number", `${NUMBER}108 33.5 m 134 33.5 l S\n`, "1435?drawn"],
    ["a minus that is a line", `${NUMBER}104 33.5 m 108 33.5 l S\n`, "1435?drawn"],
    ["digits that are shapes", "110 30 m 114 38 l 117 30 l f 119 30 m 125 34 125 38 119 38 c f\n", "?drawn"],
    ["a picture beside a number", `${NUMBER}q 12 0 0 8 140 30 cm /Im Do Q\n`, "1435?drawn"],
    ["a digit of another colour", `${NUMBER}0.9 0 0 rg ${text(132.5, 30, "7")}`, "14357?mixed-look"],
    ["a raised digit", `${NUMBER}BT /F1 6 Tf 1 0 0 1 132.5 34 Tm (1) Tj ET\n`, "1\n1435?raised-digit"],
    ["a number pressed to strokes", "BT /F1 10 Tf 10 Tz 1 0 0 1 110 30 Tm (1435) Tj ET\n", "1435?too-small"],
    ["a smaller digit", `${NUMBER}BT /F1 8.8 Tf 1 0 0 1 132.5 30 Tm (1) Tj ET\n`, "14351?raised-digit"],
    [
      "a number that reaches into the next",
      text(103, 30, "2205") + text(118, 30, "5000"),
      "22055000?overlapping",
    ],
    ["a digit twice, half a digit apart,", text(110, 30, "7") + text(112.8, 30, "7"), "7?overlapping"],
    ["a number twice, a third of a digit apart,", NUMBER + text(112, 30, "1435"), "1435?overlapping"],
    ["a number twice, one a little higher,", NUMBER + text(110, 32, "1435"), "1435?overlapping"],
    ["a number under white strokes", `${NUMBER}q 1 Tr 1 G 0.3 w ${NUMBER}Q\n`, "1435?half-hidden"],
    ["one of which these leave a trace", `${NUMBER}q 1 Tr 1 G 1 w ${NUMBER}Q\n`, "4?barely-visible"],
    [
      "one under strokes of its ground's colour",
      `${box("1 0 0")}${NUMBER}q 1 Tr 1 0 0 RG 2 w ${NUMBER}Q\n`,
      "1435?half-hidden",
    ],
    ["two numbers over each other", NUMBER + text(110.5, 30.5, "2046"), "12403456?overlapping"],
    ["mirror writing", "BT /F1 10 Tf -1 0 0 1 140 30 Tm (1435) Tj ET\n", "5341?mirrored"],
    [
      "an ActualText that says otherwise",
      `/Span << /ActualText (9999) >> BDC ${NUMBER} EMC\n`,
      "1435?text-not-glyph",
    ],
  ])("is doubted: %s", async (_, content, expected) => {
    expect(await seen(content)).toBe(expected);
  });

  it.each([
    ["", text(165, 30, "4100007")],
    [", its digits spread,", text(150, 30, "4107", "7 Tc")],
    [", turned by a quarter,", "BT /F1 10 Tf 0 1 -1 0 150 32 Tm (41007) Tj ET\n"],
    [", turned the other way,", "BT /F1 10 Tf 0 -1 1 0 150 40 Tm (41007) Tj ET\n"],
  ])("is not what runs over the line of its cell%s", async (_, content) => {
    expect(await seen(content)).toMatch(/\?crosses-line$/);
  });

  it.each([
    ["its row", text(110, 46.4, "1435")],
    ["its table", text(110, 16.4, "1435")],
    ["its column", text(169, 30, "1435")],
  ])("may be the next cell's where it stands on the line of %s", async (_, content) => {
    expect(await seen(content)).toMatch(/\?crosses-line$/);
  });

  it.each([
    [
      "a minus that begins at the line of its cell",
      `100 33.5 m 106 33.5 l S ${text(108, 30, "1435")}`,
      "?drawn",
    ],
    ["a line that reaches a little into the cell", `80 33.5 m 101 33.5 l S ${text(108, 30, "1435")}`, ""],
  ])("may have a sign: %s", async (_, content, doubt) => {
    expect(await seen(content)).toBe(`1435${doubt}`);
  });

  it.each([
    ["a function that pales it", "/TR << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >>", true],
    ["one for each ink", "/TR2 [6 0 R 6 0 R 6 0 R 6 0 R]", true],
    ["that of a halftone", "/HT << /HalftoneType 1 /TransferFunction 6 0 R >>", true],
    ["one that changes nothing", "/TR << /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>", false],
    ["one that is named so", "/TR /Identity /TR2 /Default", false],
  ])("may have another colour by %s", async (_, entries, isDoubted) => {
    const state = `/ExtGState << /G << ${entries} >> >> /Font << /F1 3 0 R >>`;
    const form = stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << ${state} >>`,
      `/G gs ${NUMBER}`,
    );
    const sampled = stream("/FunctionType 0 /Domain [0 1] /Range [0 1] /Size [2] /BitsPerSample 8", "zz");
    expect(await seen("/Fm Do\n", [form, sampled])).toBe(isDoubted ? "1435?barely-visible" : "1435");
  });

  it("may be shown by some viewers where a function pales it and the page is looked at", async () => {
    const pale = "/TR << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >>";
    const form = stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /ExtGState << /G << ${pale} >> >> /Font << /F1 3 0 R >> >>`,
      `/G gs ${NUMBER}`,
    );
    expect(await seen(`/Fm Do\n${text(30, 60, "x")}1 g ${text(190, 60, "y")}`, [form])).toBe(
      "1435?barely-visible",
    );
  });

  it("is what a font's encoding draws, not what its ToUnicode says", async () => {
    const map = stream(
      "",
      "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <34> <0039> endbfchar",
    );
    const font =
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R >>";
    const page = "/MediaBox [0 0 300 200]";
    const form = stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /Font << /F1 6 0 R >> >>",
      NUMBER,
    );
    // The form comes first: the tiny page draws object 5 as /Fm.
    expect(await seen("/Fm Do\n", [form, font.replace("5 0 R", "7 0 R"), map], page)).toBe(
      "1935?text-not-glyph",
    );
  });

  it("is an annotation's appearance, and what it strikes out", async () => {
    const appearance = stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 60 14] /Resources << /Font << /F1 3 0 R >> >>",
      "BT /F1 9 Tf 2 3 Td (1435) Tj ET",
    );
    const page = "/MediaBox [0 0 300 200] /Annots [6 0 R]";
    const note = (rest: string) => `<< /Type /Annot /F 4 ${rest} >>`;
    const free = note("/Subtype /FreeText /Rect [105 28 165 42] /AP << /N 5 0 R >> /Contents (1435)");
    expect(await seen("", [appearance, free], page)).toBe("1435");
    const hidden = free.replace("/F 4", "/F 2");
    expect(await seen("", [appearance, hidden], page)).toBe("");
    const struck = note(
      "/Subtype /StrikeOut /Rect [108 28 136 40] /QuadPoints [108 40 136 40 108 28 136 28] /C [1 0 0]",
    );
    expect(await seen(NUMBER, [appearance, struck], page)).toBe("1435?drawn");
    const marked = struck.replace("StrikeOut", "Highlight");
    expect(await seen(NUMBER, [appearance, marked], page)).toBe("1435");
  });

  it("may stand elsewhere where a note stays upright on a turned page", async () => {
    const appearance = stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 60 14] /Resources << /Font << /F1 3 0 R >> >>",
      "BT /F1 9 Tf 2 3 Td (1435) Tj ET",
    );
    const read = async (turn: number, flags: number) => {
      const page = `/MediaBox [0 0 300 200] /Rotate ${turn} /Annots [6 0 R]`;
      const note = `<< /Type /Annot /Subtype /FreeText /F ${flags} /Rect [105 28 165 42] /AP << /N 5 0 R >> /Contents (1435) >>`;
      return seen("", [appearance, note], page);
    };
    expect(await read(0, 20)).toBe("1435");
    expect(await read(180, 4)).toBe("1435");
    expect(await read(180, 20)).toMatch(/\?/);
    expect(await read(90, 20)).toMatch(/\?/);
  });

  it.each([
    ["a picture", 160, "", "/X Do", "?drawn"],
    ["the mask of a picture", 160, "", "/M Do", "?drawn"],
    ["the mask of black ink", 160, "", "/G gs 0 0 1 1 re f", "?drawn"],
    ["a pale picture", 40, "", "/X Do", "?drawn"],
    ["a pale picture under a number", 40, NUMBER, "/X Do", "1435?drawn"],
    ["a picture that hardly shows", 12, "", "/X Do", ""],
    ["one under a number", 12, NUMBER, "/X Do", "1435"],
  ])("may be blurred beyond reading, by %s", async (_, depth, over, paint, expected) => {
    const [wide, high] = [60, 20];
    const blurred = (level: (depth: number) => number) =>
      Array.from({ length: wide * high }, (_unused, at) => {
        const [x, y] = [(at % wide) - wide / 2, Math.floor(at / wide) - high / 2];
        return String.fromCharCode(
          level(Math.round(depth * Math.exp(-(((4 * x) / wide) ** 2) - ((4 * y) / high) ** 2))),
        );
      }).join("");
    const picture = (size: string, data: string) =>
      stream(`/Subtype /Image ${size} /ColorSpace /DeviceGray /BitsPerComponent 8`, data);
    const size = `/Width ${wide} /Height ${high}`;
    const group = "/Group << /S /Transparency /CS /DeviceGray >>";
    const form = (content: string, more = "") =>
      stream(
        `/Subtype /Form /BBox [0 0 300 200] ${more} /Resources << /XObject << /X 6 0 R /M 7 0 R /L 8 0 R >> ` +
          "/ExtGState << /G << /SMask << /S /Luminosity /G 9 0 R >> >> >> >>",
        content,
      );
    const extra = [
      form(`q 50 0 0 14 115 28 cm ${paint} Q`),
      picture(
        size,
        blurred((level) => 255 - level),
      ),
      picture("/Width 1 /Height 1 /SMask 8 0 R", "\0"),
      picture(
        size,
        blurred((level) => level),
      ),
      form("/L Do", group),
    ];
    expect(await seen(`/Fm Do\n${over}`, extra)).toBe(expected);
  });

  it.each([
    ["a pale shape in its cell", "0.8 g 120 30 m 126 38 l 132 30 l f", "?drawn"],
    ["the same beside a number", `${NUMBER}0.8 g 140 30 m 146 38 l 152 30 l f`, "1435?drawn"],
    ["a shape of a twentieth of grey", "0.95 g 120 30 m 126 38 l 132 30 l f", "?drawn"],
    ["a shape that hardly shows", "0.97 g 120 30 m 126 38 l 132 30 l f", ""],
    ["a watermark over it", `0.8 g 110 10 m 150 90 l 160 90 l 120 10 l f 0 g ${NUMBER}`, "1435"],
    ["a watermark over a blank cell", "0.8 g 110 10 m 150 90 l 160 90 l 120 10 l f", ""],
    [
      "a pale seal over its first digit",
      `${NUMBER}0.8 g 100 25 m 115.4 25 l 115.4 44 l 101 45 l f`,
      "1435?half-hidden",
    ],
    ["white paint over its first digit", `${NUMBER}1 g 100 25 m 115.4 25 l 115.4 44 l 101 45 l f`, "435"],
  ])("may show pale ink: %s", async (_, content, expected) => {
    expect(await seen(content)).toBe(expected);
  });

  it("is looked at closely where its thin strokes fade", async () => {
    const one = "400 0 0 0 400 700 d1 190 0 70 700 re 20 0 370 15 re 60 640 140 15 re f";
    const font =
      "<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 400 700] /FirstChar 49 " +
      "/LastChar 49 /Widths [500] /Encoding << /Differences [49 /one] >> /CharProcs << /one 7 0 R >> /Resources << >> /ToUnicode 8 0 R >>";
    const map = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <31> <0031> endbfchar";
    const form = stream(
      "/Subtype /Form /BBox [0 0 300 200] /Resources << /Font << /T 6 0 R >> >>",
      "0.97 g 100 30 m 100 24 180 24 180 30 c 180 44 100 44 100 30 c f 0 g BT /T 10 Tf 110 30 Td (111) Tj ET",
    );
    expect(await seen("/Fm Do\n", [form, font, stream("", one), stream("", map)])).toBe("111");
  });

  it("may be seen through a broad stroke of a pattern", async () => {
    const tile = stream(
      "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 60 200] /XStep 60 /YStep 200 /Resources << >>",
      "1 w 55 28 m 55 38 l S 51 28 m 51 38 l S",
    );
    const form = stream(
      "/Subtype /Form /BBox [0 0 300 200] /Resources << /Pattern << /P 6 0 R >> >>",
      "/Pattern CS /P SCN 10 w 105 33 m 140 33 l S",
    );
    expect(await seen("/Fm Do\n", [form, tile])).toBe("?drawn");
  });

  it("has white lines between the cells of a coloured table", async () => {
    const lines = [60, 150, 240].map((x) => `${x} 20 m ${x} 90 l S\n`);
    const rules = [42, 66].map((y) => `20 ${y} m 280 ${y} l S\n`);
    const ground = `${box("0.5 0.8 0.3", 20, 20, 260, 70)}q 1 G 0.7 w ${[...lines, ...rules].join("")}Q\n`;
    const words = [72, 48, 26].map((y, index) => row([25, 70, 160, 250], y, `r${index}`, "14", "35", "7"));
    const bytes = tinyPdf([ground + words.join("")]);
    const { tokens } = await pdf.read({ name: "tiny.pdf", bytes }, LIMITS);
    const doubts = gridsOf(tokens)
      .flat(2)
      .flatMap(({ doubt }) => doubt ?? []);
    expect(doubts).toEqual([]);
  });

  it("may be another on paper, where an annotation is for paper alone", async () => {
    const white = stream("/Type /XObject /Subtype /Form /BBox [0 0 60 14]", "1 g 0 0 60 14 re f");
    const page = "/MediaBox [0 0 300 200] /Annots [6 0 R]";
    const stamp = (flags: number) =>
      `<< /Type /Annot /Subtype /Stamp /F ${flags} /Rect [105 28 165 42] /AP << /N 5 0 R >> >>`;
    expect(await seen(NUMBER, [white, stamp(4)], page)).toBe("");
    expect(await seen(NUMBER, [white, stamp(36)], page)).toBe("1435?form-control");
  });
});
