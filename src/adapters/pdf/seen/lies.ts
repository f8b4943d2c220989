import { isHan } from "../../../printed/folding.ts";
import { hasDigits } from "../../../printed/numbers.ts";
import { CLOSE, ONE_GLYPH } from "../engine/tolerances.ts";
import { canvasOf } from "../pdfium/canvas.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import { isInFile, isType3 } from "../pdfium/style.ts";
import { signFonts } from "./sign-fonts.ts";
import type { ShownFrame, Library } from "../pdfium/library.ts";
import { knownDigits } from "../../font/shapes/known-digits.ts";
import { digitOf, isDigit } from "./glyph-shapes.ts";
import type { DrawsAnother } from "./glyph-shapes.ts";
import { isAnother } from "../../font/shapes/shapes.ts";
import type { Shape } from "../../font/shapes/shapes.ts";
import { hasHolesOfAnother, holesIn } from "./holes.ts";
import type { Holes } from "./holes.ts";
import { shapeIn } from "./pictures.ts";

/** The most glyphs of one page that are drawn on their own, to see which digits a Type 3 font paints. */
const MOST_PAINTED = 60;
const SIGN = /^[.,\p{Pd}]$/u;
/**
 * A digit lower than this part of its font's highest digit does not belong to the same row of figures; nor does one
 * broader than high by this factor.
 */
const FLAT = { high: 0.4, wide: 1.2 };
/**
 * A sign is really a digit if it is this high beside the digits of its font and at least this wide, in em, as digits
 * are.
 */
const HIGH_SIGN = { height: 0.85, width: 0.15 };
/** The same height, in em, where the font has no digits beside it; a comma reaches a third of an em. */
const HIGH_ALONE = 0.5;

/**
 * Doubts the digits of fonts whose `ToUnicode` says another digit than they draw (PDF 32000-1, 9.10.3): a page shows
 * what is drawn. A font lies where an outline is another digit's, where two glyphs of different size claim to be one
 * digit, or where it is a font of pictures. `unshown` holds Type 3 fonts of which a digit on its own leaves no ink: each of their glyphs must be looked
 * at.
 */
export function doubtLies(
  library: Library,
  page: number,
  frame: ShownFrame,
  placed: readonly PlacedGlyph[],
  drawn: DrawsAnother,
  lacksFonts: () => boolean,
): { readonly placed: readonly PlacedGlyph[]; readonly unshown: ReadonlySet<number> } {
  const tallest = tallestDigits(placed);
  const lying = new Set<number>();
  const unshown = new Set<number>();
  const painted: PaintedDigit[] = [];
  for (const font of signFonts(library, placed, lacksFonts)) lying.add(font);
  const digits = oneOfEachDigit(library, placed, tallest, lying);
  for (const font of digits.lying) lying.add(font);
  for (const one of digits.first) {
    const { font } = one.style;
    if (lying.has(font)) continue;
    const digit = digitOf(one.glyph.text);
    const isPainted = isType3(library, font) && painted.length < MOST_PAINTED;
    const look = isPainted ? paintedDigit(library, page, frame, one) : undefined;
    if (look !== undefined) painted.push({ ...look, font, digit });
    else if (isPainted) unshown.add(font);
    if (look === undefined ? drawn(font, one.glyph.text) : isAnother(look.shape, digit, knownDigits()))
      lying.add(font);
  }
  for (const font of fontsWithOtherHoles(painted)) lying.add(font);
  const signs = fontsOfHighSigns(placed, tallest);
  const all = lying.size + signs.size === 0 ? placed : placed.map((one) => doubtedIn(one, lying, signs));
  return { placed: all, unshown };
}

/** The first of each digit in each font that is not `known` to lie, and the fonts whose digits' sizes show that they do. */
function oneOfEachDigit(
  library: Library,
  placed: readonly PlacedGlyph[],
  tallest: ReadonlyMap<number, number>,
  known: ReadonlySet<number>,
): { readonly first: Iterable<PlacedGlyph>; readonly lying: ReadonlySet<number> } {
  const first = new Map<string, PlacedGlyph>();
  const lying = new Set<number>();
  for (const one of placed) {
    const { font, lean, tilted } = one.style;
    if (known.has(font) || lying.has(font) || one.unseen) continue;
    if (paintsNothing(library, one)) lying.add(font);
    if (!isSeenDigit(one)) continue;
    if (isFlat(one, tallest.get(font) ?? 0)) lying.add(font);
    if (tilted) continue;
    const key = `${font} ${one.glyph.text} ${lean}`;
    const same = first.get(key);
    if (same === undefined) first.set(key, one);
    else if (!haveOneSize(same, one)) lying.add(font);
  }
  return { first: first.values(), lying };
}

/**
 * A Type 3 font gives a box to what it paints, so a digit without one is not painted; nor is one without an outline
 * whose font is in the file, such as the fonts that recognition lays over a scan.
 */
function paintsNothing(library: Library, { inked, blank, glyph, style }: PlacedGlyph): boolean {
  if (inked || !isDigit(glyph.text)) return false;
  return isType3(library, style.font) || (blank && isInFile(library, style.font));
}

/** Doubts a digit of a font that lies, or a sign of a font that draws its signs as something else. */
function doubtedIn(one: PlacedGlyph, lying: ReadonlySet<number>, signs: ReadonlySet<number>): PlacedGlyph {
  const { glyph, style } = one;
  const isLie =
    (lying.has(style.font) && hasDigits(glyph.text)) || (signs.has(style.font) && SIGN.test(glyph.text));
  return isLie ? { ...one, glyph: { ...glyph, doubt: "text-not-glyph" } } : one;
}

function isSeenDigit({ glyph, unseen, inked }: PlacedGlyph): boolean {
  return inked && !unseen && glyph.angle % 180 === 0 && isDigit(glyph.text);
}

/** Whether a text is one sign; nearly every glyph of a page is a Chinese character or a digit. */
function isSign(text: string): boolean {
  return !isHan(text.charCodeAt(0)) && !hasDigits(text) && SIGN.test(text);
}

/** Fonts that draw a sign as high as digits. */
function fontsOfHighSigns(
  placed: readonly PlacedGlyph[],
  tallest: ReadonlyMap<number, number>,
): ReadonlySet<number> {
  const fonts = new Set<number>();
  for (const one of placed) {
    if (one.unseen || !one.inked || !isSign(one.glyph.text)) continue;
    const [left, top, right, bottom] = one.glyph.box;
    const isBroad = right - left > HIGH_SIGN.width * one.glyph.size;
    const tall = tallest.get(one.style.font);
    const isHigh =
      tall === undefined
        ? bottom - top > HIGH_ALONE * one.glyph.size
        : heightOf(one) > HIGH_SIGN.height * tall;
    if (isBroad && isHigh) fonts.add(one.style.font);
  }
  return fonts;
}

/** Whether a digit is drawn as flat as a sign; text that is set broader (Tz, 9.3.4) is measured as if it were not. */
function isFlat(one: PlacedGlyph, tallest: number): boolean {
  const [left, top, right, bottom] = one.glyph.box;
  const upright = right - left - (Math.abs(one.style.lean) / 100) * (bottom - top);
  const broad = Math.max(1, one.style.widthOfEm / one.style.size);
  return upright > FLAT.wide * broad * (bottom - top) || heightOf(one) < FLAT.high * tallest;
}

/** The height, in em, of the highest upright digit of each font. */
function tallestDigits(placed: readonly PlacedGlyph[]): ReadonlyMap<number, number> {
  const tallest = new Map<number, number>();
  for (const one of placed)
    if (isSeenDigit(one)) {
      const { font } = one.style;
      tallest.set(font, Math.max(tallest.get(font) ?? 0, heightOf(one)));
    }
  return tallest;
}

function heightOf({ glyph: { box }, style }: PlacedGlyph): number {
  return (box[3] - box[1]) / style.size;
}

/** Whether two glyphs have one size in em, as all glyphs of one digit in one font do, upright or leaning. */
function haveOneSize(a: PlacedGlyph, b: PlacedGlyph): boolean {
  const wide = ({ glyph: { box }, style }: PlacedGlyph) => (box[2] - box[0]) / style.widthOfEm;
  const high = ({ glyph: { box }, style }: PlacedGlyph) => (box[3] - box[1]) / style.size;
  return Math.abs(wide(a) - wide(b)) < ONE_GLYPH && Math.abs(high(a) - high(b)) < ONE_GLYPH;
}

/** What a Type 3 font paints for a digit. */
interface PaintedDigit {
  readonly font: number;
  readonly digit: number;
  readonly shape: Shape;
  readonly holes: Holes;
}

/**
 * Fonts with a digit whose holes are another digit's. A font whose sixes have closed bowls closes its eights as well.
 */
function fontsWithOtherHoles(painted: readonly PaintedDigit[]): readonly number[] {
  const closing = new Set(painted.filter(({ holes }) => holes.sure.length > 0).map(({ font }) => font));
  return painted
    .filter(({ digit, holes, font }) => hasHolesOfAnother(digit, holes, closing.has(font)))
    .map(({ font }) => font);
}

function paintedDigit(
  library: Library,
  page: number,
  frame: ShownFrame,
  { glyph: { box, size }, object }: PlacedGlyph,
): Pick<PaintedDigit, "shape" | "holes"> | undefined {
  // Drawn as large as a digit of ten points is when it is looked at closely.
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
  if (shown === undefined || without === undefined) return undefined;
  const shape = shapeIn(shown, without);
  return shape && { shape, holes: holesIn(shown, without) };
}
