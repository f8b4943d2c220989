import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import { boxesMeet, textInBox } from "../../page/sheet/text.ts";
import type { AreaOfAnnotation, ClaimedText } from "../pdfium/fields.ts";
import type { ShownFrame } from "../pdfium/library.ts";

/**
 * Where viewers may show another text than the page was read with: a form field or a note whose appearance is left to
 * them and whose value is not what this engine wrote. `areRemade` says that the form asks viewers to make all
 * appearances anew (`NeedAppearances`, PDF 32000-1, 12.7.2).
 */
export function unsureClaims(
  claims: readonly ClaimedText[],
  glyphs: readonly Glyph[],
  frame: ShownFrame,
  areRemade: boolean,
): readonly Box[] {
  return claims.flatMap(({ area, value, isPainted, isAlone = false }) => {
    const box = onPage(area, frame);
    if (isAlone && glyphs.some((glyph) => hasDigits(glyph.text) && isBeside(glyph, box))) return [];
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

/** Points between a line and the digits that it belongs to: it underlines them, or is doubted with them. */
const BESIDE = { across: 12, down: 8 };

function isBeside({ box: [left, top, right, bottom] }: Glyph, box: Box): boolean {
  const { across, down } = BESIDE;
  return boxesMeet([left - across, top - down, right + across, bottom + down], box);
}

/** The part of a digit at its sides that a line may touch without running through it. */
const TOUCH = 0.12;

/** Doubts the digits that lie under annotations which each viewer draws in its own way. */
export function doubtCovered(
  glyphs: readonly Glyph[],
  areas: readonly AreaOfAnnotation[],
  frame: ShownFrame,
): readonly Glyph[] {
  if (areas.length === 0) return glyphs;
  const boxes = areas.map((area) => onPage(area, frame));
  const isUnder = ({ box: [left, top, right, bottom] }: Glyph) => {
    const [across, down] = [TOUCH * (right - left), TOUCH * (bottom - top)];
    return boxes.some(
      (box) =>
        left + across < box[2] && right - across > box[0] && top + down < box[3] && bottom - down > box[1],
    );
  };
  return glyphs.map((glyph) =>
    hasDigits(glyph.text) && isUnder(glyph) ? { ...glyph, doubt: glyph.doubt ?? "half-hidden" } : glyph,
  );
}

function onPage([left, bottom, right, top]: AreaOfAnnotation, { x, y }: ShownFrame): Box {
  const [x0, x1] = [x(left, bottom), x(right, top)];
  const [y0, y1] = [y(left, bottom), y(right, top)];
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}

function isSure(
  value: string | undefined,
  isPainted: boolean,
  areRemade: boolean,
  text: () => string,
): boolean {
  // A new appearance shows the value; where the value is unknown, the present appearance may stay.
  if (isPainted) return !areRemade || value === undefined || bare(value) === text();
  return value !== undefined && (value === "" || bare(value) === text());
}

/** The text without spaces, and without the line or dots that one writes on. */
function bare(text: string): string {
  return text.replace(/[\s_…]/g, "");
}

function isWithin({ box }: Glyph, [left, top, right, bottom]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x >= left && x <= right && y >= top && y <= bottom;
}
