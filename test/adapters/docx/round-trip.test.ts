import fc from "../../support/fast-check.ts";
import { describe, expect, it } from "vitest";
import type { CellToken } from "../../../src/model/index.ts";
import { tile } from "../../support/tiling.ts";
import { px, r, read, t, tbl, tcx } from "./build.ts";

/** The text in runs cut where the dice say. */
function runs(text: string, dice: number): string {
  const cut = dice % (text.length + 1);
  return px([text.slice(0, cut), text.slice(cut)].map((piece) => r(t(piece))).join(""));
}

describe("round trip", () => {
  it("gives back every tiling of merged cells with its texts and places", () => {
    const sizes = fc.integer({ min: 1, max: 7 });
    const dice = fc.array(fc.nat(20), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(sizes, sizes, dice, (height, width, rolls) => {
        const cells = tile(height, width, rolls).map((one, index) => ({
          ...one,
          text: String(1000 + index * 37),
        }));
        const rows = Array.from({ length: height }, (_, index) => {
          const row = index + 1;
          const here = cells
            .filter((one) => one.row <= row && row < one.row + one.rowSpan)
            .sort((one, other) => one.column - other.column)
            .map((one) => {
              const merge =
                one.rowSpan === 1 ? "" : `<w:vMerge${one.row === row ? ' w:val="restart"' : ""}/>`;
              const inner = one.row === row ? runs(one.text, rolls[0]!) : px("");
              return tcx(inner, `<w:gridSpan w:val="${one.colSpan}"/>${merge}`);
            });
          return `<w:tr>${here.join("")}</w:tr>`;
        });
        const { tokens, diagnostics } = read({ body: tbl(...rows) });
        const found = tokens
          .filter((token): token is CellToken => token.kind === "cell")
          .map(({ at, rowSpan, colSpan, text }) => ({
            row: at.row,
            column: at.column,
            rowSpan,
            colSpan,
            text,
          }));
        expect(found).toEqual(cells);
        expect(diagnostics).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
