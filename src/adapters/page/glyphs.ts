import type { Glyph } from "./page.ts";

/** Without the second copy of text drawn twice, a point or less apart, to look bold. */
export function dedupe(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Map<number, Glyph[]>>();
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const reach = 0.12 * glyph.size;
    let bands = seen.get(glyph.text);
    if (bands === undefined) seen.set(glyph.text, (bands = new Map<number, Glyph[]>()));
    const band = Math.round(glyph.baseline / 8);
    const same = bands.get(band);
    if (same === undefined) bands.set(band, [glyph]);
    else {
      const copy = same.some(
        (other) =>
          other.angle === glyph.angle &&
          Math.abs(other.start - glyph.start) <= reach &&
          Math.abs(other.baseline - glyph.baseline) <= reach &&
          Math.abs(other.size - glyph.size) <= reach,
      );
      if (copy) continue;
      same.push(glyph);
    }
    kept.push(glyph);
  }
  return kept;
}

/** Without watermarks: slanted text, and pale text much larger than the page's own. */
export function withoutWatermark(glyphs: readonly Glyph[]): Glyph[] {
  const sizes = glyphs.map((glyph) => glyph.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return glyphs.filter((glyph) => glyph.angle % 90 === 0 && !(glyph.faint && glyph.size > 1.8 * usual));
}
