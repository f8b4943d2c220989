import type { Box } from "../../../model/index.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import { textInBox } from "../../page/sheet/text.ts";
import type { ClaimedText } from "../pdfium/fields.ts";
import type { ShownFrame } from "../pdfium/library.ts";

/**
 * Where viewers may show another text than the page was read with: a form field or a note whose appearance is left to them
 * and whose value is not what this engine wrote. `areRemade`: the form asks viewers to make all appearances anew
 * (`NeedAppearances`, PDF 32000-1, 12.7.2).
 */
export function unsureClaims(
  claims: readonly ClaimedText[],
  glyphs: readonly Glyph[],
  { x, y }: ShownFrame,
  areRemade: boolean,
): readonly Box[] {
  return claims.flatMap(({ area: [left, bottom, right, top], value, isPainted }) => {
    const [x0, x1] = [x(left, bottom), x(right, top)];
    const [y0, y1] = [y(left, bottom), y(right, top)];
    const box: Box = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
    const text = () =>
      bare(
        textInBox(
          glyphs.filter((glyph) => isWithin(glyph, box)),
          box,
        ),
      );
    return isSure(value, isPainted, areRemade, text) ? [] : [box];
  });
}

function isSure(
  value: string | undefined,
  isPainted: boolean,
  areRemade: boolean,
  text: () => string,
): boolean {
  // A new appearance is one of the value, and where the value is unknown the one that is there may stay.
  if (isPainted) return !areRemade || value === undefined || bare(value) === text();
  return value !== undefined && (value === "" || bare(value) === text());
}

/** Without spaces, and the line or dots to write on. */
function bare(text: string): string {
  return text.replace(/[\s_…]/g, "");
}

function isWithin({ box }: Glyph, [left, top, right, bottom]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= left && x <= right && y >= top && y <= bottom;
}
