import { knownDigits } from "../../font/shapes/known-digits.ts";
import { isAnother, shapeOf } from "../../font/shapes/shapes.ts";
import { fontProgram } from "../../font/program.ts";
import { unpackedWoff } from "../../font/woff.ts";
import { fontName } from "./look.ts";

/** What a `@font-face` rule says (CSS Fonts 4, 4). */
export interface FontFace {
  readonly font: string;
  /** True if the rule says what draws the font. */
  readonly isOwn: boolean;
  /** True if it draws digits alone, as other digits, or far from their size or place. */
  readonly isOdd: boolean;
}

export function readFace(source: string): FontFace {
  const named = fontWithin(source.slice(0, MAXIMUM_FACE));
  const isOfFew = named.isOwn && (isOfDigits(source) || isTiny(source) || drawsOtherDigits(source));
  return { ...named, isOdd: isOfFew || distorts.test(source.slice(-MAXIMUM_FACE)) };
}

/**
 * True if a font within the page draws a digit as something else; one that cannot be taken apart, WOFF2 among them, is
 * not known to.
 */
function drawsOtherDigits(face: string): boolean {
  const start = face.slice(0, MAXIMUM_FACE).indexOf(";base64,");
  if (start === -1) return false;
  const data = face.slice(start + ";base64,".length);
  const end = data.search(/["')]/);
  const bytes = decoded(data.slice(0, end === -1 ? undefined : end));
  const program = bytes && fontProgram(unpackedWoff(bytes) ?? bytes);
  if (program === undefined) return false;
  return Array.from({ length: 10 }, (_, digit) => digit).some((digit) => {
    const glyph = program.glyphOf(DIGITS.first + digit);
    // A character that the font lacks is drawn with another font.
    const outline = glyph ? program.outlineOf(glyph) : undefined;
    if (outline === undefined) return false;
    const drawn = shapeOf(outline);
    return drawn === undefined || isAnother(drawn, digit, knownDigits());
  });
}

function decoded(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64.replace(/\s+/g, "")), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/**
 * The family that a `@font-face` names, and whether it says what draws it. Word only names fonts: they are those of the
 * reader's machine.
 */
function fontWithin(face: string): Omit<FontFace, "isOdd"> {
  const [, family = ""] = /font-family\s{0,9}:([^;}]{1,200})/i.exec(face) ?? [];
  return { font: fontName(family), isOwn: family !== "" && /\b(?:url|local)\(/i.test(face) };
}

/** True if the font is asked for a few characters alone, digits among them: `unicode-range: U+30-39`. */
function isOfDigits(face: string): boolean {
  const [, ranges] = /unicode-range\s{0,9}:([^;}]{1,200})/i.exec(face.slice(-MAXIMUM_FACE)) ?? [];
  if (ranges === undefined) return false;
  const spans = ranges.split(",").map((range) => {
    const [, from = "", to = from] = /u\+([\da-f?]{1,6})(?:-([\da-f]{1,6}))?/i.exec(range) ?? [];
    return [Number.parseInt(from.replaceAll("?", "0"), 16), Number.parseInt(to.replaceAll("?", "f"), 16)];
  });
  const count = spans.reduce((sum, [from, to]) => sum + to! - from! + 1, 0);
  return count <= FEW_CHARACTERS && spans.some(([from, to]) => from! <= DIGITS.last && to! >= DIGITS.first);
}

/** True for a font within the page that is too small for Chinese: another font draws the labels, this one digits. */
function isTiny(face: string): boolean {
  return face.length < TINY_FACE && /url\(\s{0,9}["']?data:/i.test(face.slice(0, MAXIMUM_FACE));
}

/** A font that is drawn at less than half of its size, or lines away from its place. */
const distorts =
  /size-adjust\s{0,9}:\s{0,9}[1-4]?\d(?:\.\d{0,9})?%|(?:ascent|descent|line-gap)-override\s{0,9}:\s{0,9}(?:[2-9]\d|\d{3})\d/i;

/** Characters in base64; ten digits take some 4,000, three hundred Chinese characters 60,000 and more. */
const TINY_FACE = 20_000;

const DIGITS = { first: 0x30, last: 0x39 };
/** The printed characters of ASCII are 95; a face for Western letters has them all. */
const FEW_CHARACTERS = 64;

/** Characters. The names and the address of a font stand at its beginning, before the bytes of a `data:` address. */
export const MAXIMUM_FACE = 2000;
