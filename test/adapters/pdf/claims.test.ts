import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS, gridsOf } from "./support.ts";
import { grid, pdfFile, row, stream, text } from "./tiny.ts";

/** A table of two rows; what is tried stands in the cell under `two`. */
const TABLE =
  grid([20, 100, 180, 260], [20, 50, 80]) +
  row([30, 110, 190], 60, "one", "two", "all") +
  text(30, 30, "7") +
  text(190, 30, "9");

/** The cell's text, `?` where it is doubted. Object 6 is the font /F2. */
async function seen(content: string, font: string, page = "", ...extra: readonly string[]): Promise<string> {
  const bytes = pdfFile("1.7", [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] ${page} /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>`,
    stream("", TABLE + content),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    font,
    ...extra,
  ]);
  const { tokens } = await pdf.read({ name: "claims.pdf", bytes }, LIMITS);
  const cell = gridsOf(tokens)[0]![1]![1]!;
  return `${cell.text}${cell.doubt === undefined ? "" : "?"}`;
}

const HELVETICA =
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>";
const mapped = (shown: string, from: string, to: string) =>
  seen(
    `BT /F2 10 Tf 1 0 0 1 110 30 Tm (${shown}) Tj ET\n`,
    HELVETICA,
    "",
    stream("", `1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <${from}> <${to}> endbfchar`),
  );

const EIGHT_OF_BARS = "80 w 150 600 m 450 600 l 450 100 l 150 100 l h S 150 350 m 450 350 l S";
const TWO_OF_BARS = "80 w 150 600 m 450 600 l 450 350 l 150 350 l 150 100 l 450 100 l S";

describe("a font's map against what it draws", () => {
  it.each([
    ["-435", "2D", "0020", "\uFFFD435?"],
    ["-435", "2D", "200B", "\uFFFD435?"],
    ["-435", "2D", "0009", "\uFFFD435?"],
    ["-435", "2D", "0031", "1435?"],
    ["-435", "2D", "002B", "+435?"],
    ["14.35", "2E", "0020", "14\uFFFD35?"],
    ["1.35", "2E", "0034", "1435?"],
    ["1,435", "2C", "002E", "1.435?"],
    ["1435", "31", "00AD", "-435?"],
    ["1435", "34", "002E", "1.35?"],
    ["1435", "31", "200B", "\uFFFD435?"],
    ["1435", "31", "2060", "\uFFFD435?"],
    ["x435", "78", "0031", "1435?"],
    ["-435", "2D", "00AD", "-435"],
    ["1435", "31", "0031", "1435"],
  ])("%s with <%s> as <%s>", async (shown, from, to, expected) => {
    expect(await mapped(shown, from, to)).toBe(expected);
  });

  it.each([
    ["a bar and a four", "80 0 60 700 re f", "50 200 450 60 re 350 0 60 700 re 50 200 60 500 re f", "14"],
    ["text for the four", "80 0 60 700 re f", "BT /F1 900 Tf (7) Tj ET", "14?"],
    ["nothing for the four", "80 0 60 700 re f", "", "14?"],
    ["a two of bars for the four", "80 0 60 700 re f", TWO_OF_BARS, "14?"],
    [
      "an eight of bars for the one",
      `${EIGHT_OF_BARS}`,
      "50 200 450 60 re 350 0 60 700 re 50 200 60 500 re f",
      "14?",
    ],
  ])("Type 3: %s", async (_, one, four, expected) => {
    const font =
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 700 800] /FontMatrix [.001 0 0 .001 0 0] /CharProcs << /a 7 0 R /b 8 0 R >> " +
      "/Encoding << /Differences [49 /a 52 /b] >> /FirstChar 49 /LastChar 52 /Widths [600 600 600 600] /ToUnicode 9 0 R /Resources << /Font << /F1 5 0 R >> >> >>";
    const map =
      "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <31> <34> <0031> endbfrange";
    const procs = [one, four].map((path) => stream("", `600 0 d0 ${path}`));
    expect(await seen("BT /F2 10 Tf 110 30 Td (14) Tj ET\n", font, "", ...procs, stream("", map))).toBe(
      expected,
    );
  });
});

describe("signs and edges", () => {
  const plain = (content: string, page?: string) =>
    seen(content, HELVETICA.replace(/\/ToUnicode 7 0 R/, ""), page);
  const NUMBER = text(110, 30, "1435");

  it.each([
    [
      "a minus that is told as a space",
      `/Span << /ActualText ( ) >> BDC ${text(104, 30, "-")} EMC ${NUMBER}`,
      "- 1435?",
    ],
    [
      "a minus by another name",
      `/Span << /ActualText <FEFF2212> >> BDC ${text(106, 30, "-")} EMC ${NUMBER}`,
      "−1435",
    ],
  ])("%s", async (_, content, expected) => {
    expect(await plain(content)).toBe(expected);
  });

  it("a number that the page's edge cuts lengthwise is doubted", async () => {
    expect(await plain(NUMBER, "/CropBox [0 35 300 200]")).toBe("1435?");
    expect(await plain(NUMBER, "/CropBox [0 29.5 300 200]")).toBe("1435");
  });

  it.each(["121.8 30.6 m 121.8 30.6 l S", "121.8 30.6 m h S", "121.7 30.6 m 121.9 30.6 l S"])(
    "a point that is a stroke's round ends: %s",
    async (path) => {
      const number = text(110, 30, "12") + text(122.5, 30, "35");
      expect(await plain(`${number} q 1 J 1 w ${path} Q`)).toBe("1235?");
      expect(await plain(`${number} q 1 J 0 G 1 w 100 60.2 m 100 60.2 l S Q`)).toBe("1235");
    },
  );

  it("a font that leans in one place and stands in another does not lie", async () => {
    const leaning = "BT /F1 10 Tf 1 0 .34 1 30 90 Tm (1435) Tj ET\n";
    expect(await plain(leaning + NUMBER)).toBe("1435");
    expect(await plain(NUMBER + leaning)).toBe("1435");
  });

  it("a page in larger units is read alike by both engines", async () => {
    expect(await plain(NUMBER, "/UserUnit 2")).toBe("1435");
  });
});
