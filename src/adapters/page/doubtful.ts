import type { Glyph } from "./page.ts";

/** A digit this much smaller than its neighbours, or raised or lowered by so much, is a note mark or an exponent. In em. */
const SMALLER = 0.82;
const RAISED = 0.16;

const OF_A_NUMBER = /[\d０-９.,，．\-−–—+%/\ufffd]/;

/** Why the glyphs of a cell may not be the number that is seen there: a reason of `unreadable-value`. */
export function whyDoubtful(glyphs: readonly Glyph[]): string | undefined {
  if (glyphs.some(({ unreadable }) => unreadable)) return "unknown-glyph";
  if (glyphs.some(({ cut }) => cut)) return "page-edge";
  const doubted = glyphs.find(({ doubt, text }) => doubt !== undefined && OF_A_NUMBER.test(text));
  return doubted?.doubt ?? whyUneven(glyphs);
}

/** Digits set apart by size or height are not one number, unless the smaller ones are a line of their own. */
function whyUneven(glyphs: readonly Glyph[]): string | undefined {
  const digits = glyphs.filter(({ text }) => /\d/.test(text));
  if (digits.length < 2 || digits.length > MOST_DIGITS) return undefined;
  const sorted = [...digits].sort((a, b) => a.start - b.start);
  for (const [index, glyph] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined || before.angle !== glyph.angle) continue;
    const size = Math.max(before.size, glyph.size);
    const apart = Math.abs(before.baseline - glyph.baseline);
    // Another line of the cell.
    if (apart > 0.8 * size) continue;
    if (apart > RAISED * size || Math.min(before.size, glyph.size) < SMALLER * size) return "raised-digit";
  }
  return undefined;
}

/** A number has no more digits; a cell of prose may. */
const MOST_DIGITS = 40;
