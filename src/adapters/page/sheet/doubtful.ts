import { hasDigits } from "../../../printed/numbers.ts";
import type { Glyph } from "./page.ts";
import { keepInSquare, keptNear, type Squares } from "./squares.ts";
import {
  DIGIT_HEIGHT,
  MOST_DIGITS,
  MOST_DIGITS_IN_SQUARE,
  NO_GAP,
  RAISED_DIGIT,
  SLIVER,
  ROUNDED,
  SMALLER_DIGIT,
  TWO_LINES,
} from "./tolerances.ts";

const OF_A_NUMBER = /[\d０-９.,，．\-−–—+%/\ufffd]/;

/** Why the glyphs of a cell may not be the number that is seen there, as a reason of `unreadable-value`. */
export function whyDoubtful(glyphs: readonly Glyph[]): string | undefined {
  if (glyphs.some(({ unreadable }) => unreadable)) return "unknown-glyph";
  if (glyphs.some(({ cut }) => cut)) return "page-edge";
  const doubted = glyphs.find(
    ({ doubt, text }) => doubt === "scan" || (doubt !== undefined && OF_A_NUMBER.test(text)),
  );
  if (doubted !== undefined) return doubted.doubt;
  return glyphs.some(isSliver) ? "too-small" : whyUneven(glyphs);
}

/** Whether a digit, but a one, is pressed to a stroke. */
function isSliver({ text, angle, box: [left, top, right, bottom] }: Glyph): boolean {
  return (
    angle === 0 &&
    right > left &&
    right - left < SLIVER * (bottom - top) &&
    hasDigits(text) &&
    !/[1１]/.test(text)
  );
}

/**
 * A number that stands on its head among upright text stays in its row and is doubted, because a 6 then reads as a 9.
 */
export function doubtInverted(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(({ angle }) => angle === 180)) return glyphs;
  return glyphs.map((glyph) => {
    if (glyph.angle !== 180) return glyph;
    const { size, baseline, start, end, doubt } = glyph;
    return {
      ...glyph,
      angle: 0,
      start: Math.min(start, end),
      end: Math.max(start, end),
      // Mirror writing is not on its head, so its baseline stays.
      baseline: baseline + (doubt === "mirrored" ? 0 : DIGIT_HEIGHT * size),
      doubt: doubt ?? "upside-down",
    };
  });
}

/**
 * Doubts digits that touch a digit of another size or height, because together they are not one number. Linear: each
 * digit is compared with few others.
 */
export function doubtUneven(glyphs: readonly Glyph[]): readonly Glyph[] {
  const digits = glyphs.filter(({ text, angle }) => angle === 0 && hasDigits(text));
  const squares: Squares = new Map();
  let largest = 0;
  for (const glyph of digits) {
    keepInSquare(squares, glyph, MOST_DIGITS_IN_SQUARE);
    largest = Math.max(largest, glyph.size);
  }
  const [beside, apart] = [NO_GAP * largest + ROUNDED, TWO_LINES * largest + ROUNDED];
  const doubted = new Set<Glyph>();
  for (const glyph of digits)
    for (const other of keptNear(squares, glyph.end, glyph.baseline, beside, apart))
      if (areUneven(glyph, other)) doubted.add(glyph).add(other);
  if (doubted.size === 0) return glyphs;
  return glyphs.map((glyph) =>
    doubted.has(glyph) ? { ...glyph, doubt: glyph.doubt ?? "raised-digit" } : glyph,
  );
}

/** Whether one digit follows the other on the same line, apart from being raised, lowered or small. */
function areUneven(before: Glyph, glyph: Glyph): boolean {
  const size = Math.max(before.size, glyph.size);
  if (Math.abs(glyph.start - before.end) > NO_GAP * size) return false;
  const apart = Math.abs(before.baseline - glyph.baseline);
  if (apart > TWO_LINES * size) return false;
  return apart > RAISED_DIGIT * size || Math.min(before.size, glyph.size) < SMALLER_DIGIT * size;
}

/**
 * Why digits of one cell are not one number: they differ in size or height, and the smaller ones are not on a line of
 * their own.
 */
function whyUneven(glyphs: readonly Glyph[]): string | undefined {
  if (glyphs.length < 2) return undefined;
  const digits = glyphs.filter(({ text }) => hasDigits(text));
  if (digits.length < 2 || digits.length > MOST_DIGITS) return undefined;
  const sorted = [...digits].sort((a, b) => a.start - b.start);
  for (const [index, glyph] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before === undefined || before.angle !== glyph.angle) continue;
    const size = Math.max(before.size, glyph.size);
    const apart = Math.abs(before.baseline - glyph.baseline);
    // The digit stands on another line of the cell.
    if (apart > TWO_LINES * size) continue;
    if (apart > RAISED_DIGIT * size || Math.min(before.size, glyph.size) < SMALLER_DIGIT * size)
      return "raised-digit";
  }
  return undefined;
}
