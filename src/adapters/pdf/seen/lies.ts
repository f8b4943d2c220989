import { CLOSE, ONE_GLYPH } from "../engine/tolerances.ts";
import { canvasOf } from "../pdfium/canvas.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import type { ShownFrame, Library } from "../pdfium/library.ts";
import { likenesses } from "./glyph-shapes.ts";
import type { DrawsAnother } from "./glyph-shapes.ts";
import { isAnother } from "../engine/shapes.ts";
import { shapeIn } from "./pictures.ts";

/** Glyphs drawn on their own on one page, to see which digits a Type 3 font paints. */
const MOST_PAINTED = 60;

/**
 * Doubts the digits of fonts whose `ToUnicode` says another digit than they draw (PDF 32000-1, 9.10.3): a page shows what is
 * drawn. A font lies where an outline is another digit's, or where two glyphs of different size claim to be one digit.
 */
export function doubtLies(
  library: Library,
  page: number,
  frame: ShownFrame,
  placed: readonly PlacedGlyph[],
  drawn: DrawsAnother,
): readonly PlacedGlyph[] {
  const first = new Map<number, PlacedGlyph>();
  const lying = new Set<number>();
  let painted = 0;
  for (const one of placed) {
    const { font } = one.style;
    if (!isDigit(one) || lying.has(font)) continue;
    const digit = Number(one.glyph.text);
    const key = 10 * font + digit;
    const known = first.get(key);
    if (known !== undefined) {
      if (!haveOneSize(known, one)) lying.add(font);
      continue;
    }
    first.set(key, one);
    const another =
      isType3(library, font) && painted++ < MOST_PAINTED
        ? isPaintedAnother(library, page, frame, one, digit)
        : drawn(font, digit);
    if (another) lying.add(font);
  }
  if (lying.size === 0) return placed;
  return placed.map((one) =>
    lying.has(one.style.font) && /\d/.test(one.glyph.text)
      ? { ...one, glyph: { ...one.glyph, doubt: "text-not-glyph" } }
      : one,
  );
}

function isDigit({ glyph, unseen, inked }: PlacedGlyph): boolean {
  return inked && !unseen && glyph.angle % 180 === 0 && /^\d$/.test(glyph.text);
}

/** In em: a font has one glyph for a digit. */
function haveOneSize(a: PlacedGlyph, b: PlacedGlyph): boolean {
  const wide = ({ glyph: { box }, style }: PlacedGlyph) => (box[2] - box[0]) / style.widthOfEm;
  const high = ({ glyph: { box }, style }: PlacedGlyph) => (box[3] - box[1]) / style.size;
  return Math.abs(wide(a) - wide(b)) < ONE_GLYPH && Math.abs(high(a) - high(b)) < ONE_GLYPH;
}

/** In the file, and without a font program: its glyphs are painted. */
function isType3({ call, heap, scratch }: Library, font: number): boolean {
  if (call.FPDFFont_GetIsEmbedded!(font) !== 1) return false;
  return call.FPDFFont_GetFontData!(font, 0, 0, scratch) !== 0 && heap.HEAPU32[scratch >> 2] === 0;
}

function isPaintedAnother(
  library: Library,
  page: number,
  frame: ShownFrame,
  { glyph: { box, size }, object }: PlacedGlyph,
  digit: number,
): boolean {
  // As large as a digit of ten points looked at closely.
  const canvas = canvasOf(library, page, frame, CLOSE * Math.max(1, 10 / size));
  const [left, top, right, bottom] = box.map((value) => value * canvas.scale) as [
    number,
    number,
    number,
    number,
  ];
  const around = [
    Math.floor(left),
    Math.floor(top),
    Math.ceil(right - left) + 1,
    Math.ceil(bottom - top) + 1,
  ] as const;
  const shown = canvas.draw(...around);
  library.call.FPDFPageObj_SetIsActive!(object, 0);
  const without = canvas.draw(...around);
  library.call.FPDFPageObj_SetIsActive!(object, 1);
  const shape = shown && without && shapeIn(shown, without);
  return shape !== undefined && isAnother(shape, digit, likenesses(library));
}
