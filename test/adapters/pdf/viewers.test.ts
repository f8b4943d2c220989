import { expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS } from "./support.ts";
import { grid, pdfFile, row, stream } from "./tiny.ts";

const XS = [20, 110, 200, 280];
const content = (number: string) =>
  grid(XS, [180, 160, 140]) +
  row([25, 115, 205], 166, "item", "alpha", "beta") +
  row([25, 115, 205], 146, "row", number, "77");

/** The cells of a table of two rows, each with why it is doubted. */
async function cellsOf(catalog: string, page: string, number = "1435"): Promise<string> {
  const bytes = pdfFile("1.7", [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    stream("", content(number)),
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] ${page} /Contents 4 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
  ]);
  const { tokens } = await pdf.read({ name: "a.pdf", bytes }, LIMITS);
  return tokens
    .flatMap((token) => {
      if (token.kind !== "cell") return [];
      return [token.doubt?.kind === "unreadable" ? `${token.text} (${token.doubt.reason})` : token.text];
    })
    .join("|");
}

it.each([
  ["a page that shows all of its table", "", "", "item|alpha|beta|row|1435|77"],
  [
    "a page whose edge cuts off the numbers of a column",
    "",
    "/CropBox [0 0 203 200]",
    "item|alpha| (page-edge)|row|1435| (page-edge)",
  ],
  [
    "a form of XML in place of the page",
    "/NeedsRendering true",
    "",
    "item|alpha|beta|row|1435 (form-control)|77 (form-control)",
  ],
])("%s", async (_, catalog, page, expected) => {
  expect(await cellsOf(catalog, page)).toBe(expected);
});

/** The number 1435 stands from x 115 to 137 on the baseline 146. */
it.each([
  ["like a minus before it", "107 149 112 150", "1435 (half-hidden)"],
  ["like a bar between its digits", "126 144 127 155", "1435 (half-hidden)"],
  ["like a one behind it", "138.5 145 139 154", "1435 (half-hidden)"],
  ["around it", "113 143 139 157", "1435"],
  ["under one digit", "115 143 120 144", "1435"],
])("the border of a link that stands %s", async (_, rectangle, expected) => {
  const link = `/Annots [<< /Type /Annot /Subtype /Link /F 4 /Rect [${rectangle}] /C [0 0 0] >>]`;
  expect(await cellsOf("", link)).toBe(`item|alpha|beta|row|${expected}|77`);
});

it.each([
  ["like a minus", "125 150 131 151", "/C [0 0 0]", " (form-control)"],
  ["like a one", "125 145 126 154", "/C [0 0 0]", " (form-control)"],
  ["like neither", "113 143 180 157", "/C [0 0 0]", ""],
  ["without width", "125 145 126 154", "/Border [0 0 0]", ""],
])("the border of a link that stands %s in a cell without text", async (_, rectangle, look, expected) => {
  const link = `/Annots [<< /Type /Annot /Subtype /Link /F 4 /Rect [${rectangle}] ${look} >>]`;
  expect(await cellsOf("", link, "")).toBe(`item|alpha|beta|row|${expected}|77`);
});
