import type { Box } from "../../model/index.ts";
import type { Glyph } from "./page.ts";

/** How far a copy lies from what it is drawn over, in em: to look bold, and as a shadow, which shares some of its ink. */
const NEAR = 0.12;
const BESIDE = 0.3;
/** Side of a square of the grid that keeps neighbours together, in points. */
const SQUARE = 8;
/** Glyphs of one character compared in one square; more stand there on no page that can be read. */
const MOST = 16;

/** Without the second copy of text drawn twice to look bold or raised. Linear: each glyph is compared with few. */
export function dedupe(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  const doubts = new Map<Glyph, string>();
  const kept = glyphs.filter((glyph) => {
    const column = Math.floor(glyph.start / SQUARE);
    const row = Math.floor(glyph.baseline / SQUARE);
    for (let x = column - 1; x <= column + 1; x++)
      for (let y = row - 1; y <= row + 1; y++) {
        const first = seen.get(`${glyph.text} ${x} ${y}`)?.find((other) => isCopy(other, glyph));
        if (first === undefined) continue;
        if (glyph.doubt !== undefined) doubts.set(first, glyph.doubt);
        return false;
      }
    const key = `${glyph.text} ${column} ${row}`;
    const same = seen.get(key);
    if (same === undefined) seen.set(key, [glyph]);
    else if (same.length < MOST) same.push(glyph);
    return true;
  });
  if (doubts.size === 0) return kept;
  return kept.map((glyph) => ({ ...glyph, ...(doubts.has(glyph) && { doubt: doubts.get(glyph)! }) }));
}

export function isCopy(a: Glyph, b: Glyph): boolean {
  if (a.text !== b.text || a.angle !== b.angle || Math.abs(a.size - b.size) > NEAR * a.size) return false;
  const apart = Math.max(Math.abs(a.start - b.start), Math.abs(a.baseline - b.baseline));
  return apart <= NEAR * a.size || (apart <= BESIDE * a.size && shareInk(a.box, b.box));
}

function shareInk(a: Box, b: Box): boolean {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return wide > 0.3 * (a[2] - a[0]) && high > 0.3 * (a[3] - a[1]);
}

/** Without watermarks: slanted text, and pale text much larger than the page's own. */
export function withoutWatermark(glyphs: readonly Glyph[]): Glyph[] {
  const sizes = glyphs.map((glyph) => glyph.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return glyphs.filter((glyph) => glyph.angle % 90 === 0 && !(glyph.faint && glyph.size > 1.8 * usual));
}
