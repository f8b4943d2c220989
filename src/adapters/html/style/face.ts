import { knownDigits } from "../../font/shapes/known-digits.ts";
import { isAnother, shapeOf } from "../../font/shapes/shapes.ts";
import { fontProgram } from "../../font/program.ts";
import { unpackedWoff } from "../../font/woff.ts";
import { unpackedWoff2 } from "../../font/woff2.ts";
import { bytesAt, type PartFinder } from "./addresses.ts";
import { fontName } from "./look.ts";

/** What a `@font-face` rule says (CSS Fonts 4, 4). */
export interface FontFace {
  readonly font: string;
  /** True if the rule says what draws the font. */
  readonly isOwn: boolean;
  /** True if it draws digits alone, as other digits, or far from their size or place. */
  readonly isOdd: boolean;
}

export function readFace(source: string, find: PartFinder): FontFace {
  const named = fontWithin(source.slice(0, MAXIMUM_FACE));
  const fonts = named.isOwn ? fontsWithin(source, find) : [];
  const isOfFew = isOfDigits(source) || fonts.some((font) => font.length < TINY || drawsOtherDigits(font));
  return { ...named, isOdd: (named.isOwn && isOfFew) || distorts.test(source.slice(-MAXIMUM_FACE)) };
}

/**
 * True if a font within the page draws a digit as something else; one that cannot be taken apart is not known to, as
 * WOFF2 where the program runs in a browser.
 */
function drawsOtherDigits(font: Uint8Array): boolean {
  const program = fontProgram(unpackedWoff(font) ?? unpackedWoff2(font) ?? font);
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

/**
 * The fonts that a face names and the file holds: in `data:` addresses, or as parts of an archive. Too small a one has no
 * room for Chinese: another font draws the labels, this one digits.
 */
function fontsWithin(face: string, find: PartFinder): readonly Uint8Array[] {
  const addresses = face.split(/\burl\(\s{0,9}["']?/i).slice(1, 1 + MOST_SOURCES);
  return addresses.flatMap((rest) => {
    const end = rest.search(/["')]/);
    const address = (end === -1 ? rest : rest.slice(0, end)).trim();
    const font = bytesAt(address, find);
    // A browser passes over a font that it cannot decode.
    return font === null || font.length === 0 ? [] : [font];
  });
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

/** A font that is drawn at less than half of its size, or lines away from its place. */
const distorts =
  /size-adjust\s{0,9}:\s{0,9}[1-4]?\d(?:\.\d{0,9})?%|(?:ascent|descent|line-gap)-override\s{0,9}:\s{0,9}(?:[2-9]\d|\d{3})\d/i;

/** Bytes; ten digits take some 3,000, three hundred Chinese characters 45,000 and more. */
const TINY = 15_000;

/** The same font for browsers of all ages is named some five times. */
const MOST_SOURCES = 10;

const DIGITS = { first: 0x30, last: 0x39 };
/** The printed characters of ASCII are 95; a face for Western letters has them all. */
const FEW_CHARACTERS = 64;

/** Characters. The names and the address of a font stand at its beginning, before the bytes of a `data:` address. */
export const MAXIMUM_FACE = 2000;
