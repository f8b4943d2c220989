import { expect, it } from "vitest";
import { readingLibrary } from "../../../src/adapters/pdf/reading/pdfium.ts";
import { shapeDrawn } from "../../../src/adapters/pdf/seen/glyph-shapes.ts";
import type { PlacedGlyph } from "../../../src/adapters/pdf/pdfium/glyphs.ts";

it("a digit is held against its font's outline where that is the one on the page", async () => {
  const { call, heap, scratch } = await readingLibrary.get();
  const document = call.FPDF_CreateNewDocument!();
  heap.HEAPU8.set(new TextEncoder().encode("Helvetica\0"), scratch);
  const font = call.FPDFText_LoadStandardFont!(document, scratch);
  const one = (wide: number) =>
    ({
      glyph: { text: "1", angle: 0, box: [0, 0, wide, 7.03] },
      style: { font, mirrored: false, size: 10, widthOfEm: 10 },
    }) as unknown as PlacedGlyph;
  const library = await readingLibrary.get();
  expect([2.55, 3.75].map((wide) => shapeDrawn(library, one(wide)) !== undefined)).toEqual([true, false]);
  call.FPDF_CloseDocument!(document);
});
