import { showsSigns } from "../../font/sign-fonts.ts";

/** Stands for a glyph whose character is not certain; a cell that holds one is doubtful. */
export const unknownCharacter = "\ufffd";

type Glyphs = ReadonlyMap<number, string>;

/** Maps `count` glyphs from `glyph` on to the code points from `start` on. */
function run(glyph: number, start: number, count: number): [number, string][] {
  return Array.from({ length: count }, (_, index) => [glyph + index, String.fromCodePoint(start + index)]);
}

/**
 * Fonts whose glyphs differ from the characters stored, by lower-case name. Only glyphs that are certain, and that
 * matter in a report, are listed.
 */
const fonts: ReadonlyMap<string, Glyphs> = new Map<string, Glyphs>([
  [
    // Adobe Symbol: digits and the signs around them stand where ASCII has them; Greek letters are left out.
    "symbol",
    new Map([
      ...[..." %()+,./:;<=>[]{|}"].map((sign): [number, string] => [sign.charCodeAt(0), sign]),
      ...run(0x30, 0x30, 10),
      [0x2d, "−"],
      [0xa3, "≤"],
      [0xb0, "°"],
      [0xb1, "±"],
      [0xb3, "≥"],
      [0xb4, "×"],
      [0xb7, "•"],
      [0xb8, "÷"],
    ]),
  ],
  [
    "wingdings",
    new Map([
      [0x20, " "],
      [0x6c, "●"],
      [0x6e, "■"],
      [0x6f, "□"],
      [0x75, "◆"],
      [0x80, "⓪"],
      ...run(0x81, 0x2460, 10),
      [0x8b, "⓿"],
      ...run(0x8c, 0x2776, 10),
      [0x9f, "•"],
      [0xa1, "○"],
      [0xa7, "▪"],
      [0xa8, "□"],
      [0xd8, "➢"],
      [0xfb, "✗"],
      [0xfc, "✓"],
      [0xfd, "☒"],
      [0xfe, "☑"],
    ]),
  ],
  [
    "wingdings 2",
    new Map([
      [0x20, " "],
      [0x4f, "✗"],
      [0x50, "✓"],
      [0x51, "☒"],
      [0x52, "☑"],
      ...run(0x6a, 0x2460, 10),
      ...run(0x75, 0x2776, 10),
      [0xa3, "□"],
    ]),
  ],
]);

/** Of a font of signs only the space is certain. */
const unlisted: Glyphs = new Map([[0x20, " "]]);

function glyphsOf(font: string | undefined): Glyphs | undefined {
  const name = font?.toLowerCase() ?? "";
  return fonts.get(name) ?? (showsSigns(name) ? unlisted : undefined);
}

export function isSymbolFont(font: string | undefined): boolean {
  return glyphsOf(font) !== undefined;
}

/**
 * The character that a glyph code of a font shows (w:sym, ISO 29500-1 17.3.3.30). Codes F000–F0FF are the font's own
 * 00–FF; any other code in an ordinary font is the character itself.
 */
export function symbolCharacter(font: string | undefined, code: number): string {
  const glyphs = glyphsOf(font);
  if (glyphs !== undefined)
    return glyphs.get(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code) ?? unknownCharacter;
  const valid = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xf8ff);
  return valid ? String.fromCodePoint(code) : unknownCharacter;
}

/**
 * The text that a run in a symbol font shows, which differs from the letters stored. Chinese characters are left alone,
 * because they are shown in another font.
 */
export function symbolText(font: string | undefined, text: string): string {
  return text.replace(/[\u0020-\u00ff\uf000-\uf0ff]/g, (glyph) => symbolCharacter(font, glyph.charCodeAt(0)));
}
