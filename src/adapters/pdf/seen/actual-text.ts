import { hasDigits } from "../../../printed/numbers.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import type { ActualText } from "../pdfium/marks.ts";
import { foldDigits } from "../../../printed/folding.ts";

/**
 * Takes what `ActualText` says of words: it names a radical's ideograph, and leaves out leaders of dots. What it says
 * of digits is only compared with the glyphs, because those are what a page shows; where the two differ, the glyphs are
 * doubted.
 */
export function againstActualText(
  placed: readonly PlacedGlyph[],
  actualTexts: ReadonlyMap<number, ActualText>,
): readonly PlacedGlyph[] {
  if (actualTexts.size === 0) return placed;
  const glyphs = new Map<ActualText, PlacedGlyph[]>();
  for (const one of placed) {
    const actual = actualTexts.get(one.object);
    if (actual === undefined) continue;
    const same = glyphs.get(actual);
    if (same === undefined) glyphs.set(actual, [one]);
    else same.push(one);
  }
  const replaced = new Map<PlacedGlyph, string>();
  const doubted = new Set<PlacedGlyph>();
  for (const [{ text }, members] of glyphs) {
    const shown = members.map(({ glyph }) => glyph.text).join("");
    const isOfNumbers = hasDigits(text + shown);
    if (!isOfNumbers && signsIn(text) === signsIn(shown))
      for (const [index, one] of members.entries())
        replaced.set(one, pieceOf([...text], index, members.length));
    else if (!isOfNumbers || numberIn(text) !== numberIn(shown)) for (const one of members) doubted.add(one);
  }
  return placed.flatMap((one) => {
    const text = replaced.get(one);
    if (text === "") return [];
    if (text !== undefined) return [{ ...one, glyph: { ...one.glyph, text, unreadable: false } }];
    return doubted.has(one) ? [{ ...one, glyph: { ...one.glyph, doubt: "text-not-glyph" } }] : [one];
  });
}

/** Each of `count` glyphs shows one character; the last shows all that are left over, and those beyond the text none. */
function pieceOf(characters: readonly string[], index: number, count: number): string {
  return index < count - 1 ? (characters[index] ?? "") : characters.slice(count - 1).join("");
}

/** Every kind of minus, and whatever else stands before a number. */
function signsIn(text: string): string {
  return text.replace(/[\u2010-\u2015\u2212\uFF0D\uFE63\u00AD]/g, "-").replace(/[^-+~<>≈±]/g, "");
}

function numberIn(text: string): string {
  // Dots may be leaders and not decimal points.
  const parts = foldDigits(text)
    .replace(/[^\d.]/g, "")
    .split(".");
  return parts.filter((part) => part !== "").join(".");
}
