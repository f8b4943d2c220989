import fc from "../../support/fast-check.ts";
import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS } from "./support.ts";
import { grid, text, tinyPdf } from "./tiny.ts";

/** Rows and columns of places for words: so narrow that they overlap, or so wide that they make tables. */
interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly place: (column: number, row: number) => readonly [x: number, y: number];
}
// Rows nearer than a third of the letters' size would be text with a shadow.
const narrow: Raster = { columns: 18, rows: 60, place: (x, y) => [10 + 15 * x, 110 + 4 * y] };
const wide: Raster = { columns: 5, rows: 23, place: (x, y) => [10 + 55 * x + (y % 3), 110 + 8 * y] };

const word = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map(String),
  fc.constantFrom("-", "a", "1.", "(1)", "label", "long label", "head"),
);
/** Two words on one place would be one drawn twice. */
const wordsOn = ({ columns, rows, place }: Raster) =>
  fc.uniqueArray(
    fc.record({ x: fc.nat(columns - 1), y: fc.nat(rows - 1), word }).map(({ x, y, word }) => ({
      at: place(x, y),
      word,
    })),
    { maxLength: 90, selector: ({ at }) => at.join(" ") },
  );
const places = (from: number) =>
  fc
    .uniqueArray(fc.nat(18), { minLength: 2, maxLength: 5 })
    .map((steps) => steps.sort((a, b) => a - b).map((step) => from + 15 * step));
const page = fc.record({
  words: fc.constantFrom(narrow, wide).chain(wordsOn),
  lines: fc.option(fc.tuple(places(8), places(105))),
});

describe("whatever stands on a page", () => {
  it("is read without an exception, and no digit is lost or made", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(page, { minLength: 1, maxLength: 3 }), async (pages) => {
        const contents = pages.map(
          ({ words, lines }) =>
            words.map(({ at, word }) => text(...at, word)).join("") + (lines === null ? "" : grid(...lines)),
        );
        const bytes = tinyPdf(contents, "/MediaBox [0 0 300 400]");
        const { tokens } = await pdf.read({ name: "page.pdf", bytes }, LIMITS);
        // What comes back on each page is furniture.
        if (pages.length > 1) return;
        const read = tokens.map((token) => ("text" in token ? token.text : "")).join("");
        expect(digits(read)).toBe(digits(pages[0]!.words.map(({ word }) => word).join("")));
      }),
      { numRuns: 120 },
    );
  });
});

function digits(text: string): string {
  return [...text.replace(/\D/g, "")].sort().join("");
}
