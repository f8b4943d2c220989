import type { Box } from "../../../model/index.ts";
import type { Glyph } from "./page.ts";
import { keepInSquare, keptNear, type Squares } from "./squares.ts";
import {
  BOLD_COPY,
  MOST_ALIKE_IN_SQUARE,
  NEXT_IN_WORD,
  ONE_DISTANCE,
  ROUNDED,
  SHADOW,
  SHADOW_SHARE,
  TOUCHING_COPY,
} from "./tolerances.ts";

/** The glyphs without the second copy of text that is drawn twice to look bold or raised. */
export function dedupe(glyphs: readonly Glyph[]): readonly Glyph[] {
  const copies = copiesIn(glyphs);
  if (copies.size === 0) return glyphs;
  const doubts = new Map<Glyph, string>();
  for (const [copy, first] of copies) if (copy.doubt !== undefined) doubts.set(first, copy.doubt);
  return glyphs
    .filter((glyph) => !copies.has(glyph))
    .map((glyph) => (doubts.has(glyph) ? { ...glyph, doubt: doubts.get(glyph)! } : glyph));
}

/**
 * Each glyph that is drawn over or right beside the same character, with the glyph it repeats; `glyphs` are in the
 * order in which they are drawn. Linear: each glyph is compared with few others.
 */
export function copiesIn(glyphs: readonly Glyph[]): ReadonlyMap<Glyph, Glyph> {
  const seen: SeenGlyphs = new Map();
  const copies = new Map<Glyph, Glyph>();
  for (const glyph of glyphs) {
    const first = firstLike(glyph, seen);
    if (first !== undefined) {
      copies.set(glyph, first);
      continue;
    }
    const squares = seen.get(glyph.text) ?? new Map();
    if (squares.size === 0) seen.set(glyph.text, squares);
    keepInSquare(squares, glyph, MOST_ALIKE_IN_SQUARE);
  }
  return withoutLoneShadows(glyphs, copies);
}

/** Keyed by character, then by square: most characters have few places to search. */
type SeenGlyphs = Map<string, Squares>;

function firstLike(glyph: Glyph, seen: SeenGlyphs): Glyph | undefined {
  const squares = seen.get(glyph.text);
  if (squares === undefined) return undefined;
  // A copy is at most this much smaller than what it repeats.
  const reach = (SHADOW * glyph.size) / (1 - BOLD_COPY) + ROUNDED;
  for (const other of keptNear(squares, glyph.start, glyph.baseline, reach))
    if (isCopy(other, glyph)) return other;
  return undefined;
}

/**
 * Keeps only shadows of whole words. Where two numbers run into each other, a digit of one may stand beside the same
 * digit of the other, but the digits next to it do not: 2205 that reaches into 5000.
 */
function withoutLoneShadows(
  glyphs: readonly Glyph[],
  copies: ReadonlyMap<Glyph, Glyph>,
): ReadonlyMap<Glyph, Glyph> {
  if (copies.size === 0) return copies;
  const copied = new Map([...copies].map(([copy, first]) => [first, copy]));
  const hasShadow = (glyph: Glyph, like: readonly [Glyph, Glyph]) => {
    const first = copies.get(glyph);
    if (first !== undefined) return areAlike([glyph, first], like);
    const copy = copied.get(glyph);
    return copy !== undefined && areAlike([copy, glyph], like);
  };
  const lone = [...glyphs.keys()].filter((index) => {
    const copy = glyphs[index]!;
    const first = copies.get(copy);
    if (first === undefined || !isApart(copy, first)) return false;
    const beside = [-1, 1].map((step) => glyphs[index + (glyphs[index + step] === first ? 2 * step : step)]);
    return beside.some(
      (other) => other !== undefined && areNeighbours(copy, other) && !hasShadow(other, [copy, first]),
    );
  });
  if (lone.length === 0) return copies;
  const kept = new Set(lone.map((index) => glyphs[index]!));
  return new Map([...copies].filter(([copy]) => !kept.has(copy)));
}

/** Whether both pairs are apart by the same distance in the same direction. */
function areAlike([a, b]: readonly [Glyph, Glyph], [c, d]: readonly [Glyph, Glyph]): boolean {
  const near = ONE_DISTANCE * d.size;
  return (
    Math.abs(a.start - b.start - (c.start - d.start)) <= near &&
    Math.abs(a.baseline - b.baseline - (c.baseline - d.baseline)) <= near
  );
}

function areNeighbours(a: Glyph, b: Glyph): boolean {
  return (
    a.angle === b.angle &&
    b.text.trim() !== "" &&
    Math.abs(a.baseline - b.baseline) <= ONE_DISTANCE * a.size &&
    Math.abs(a.start - b.start) <= NEXT_IN_WORD * a.size
  );
}

function isCopy(a: Glyph, b: Glyph): boolean {
  if (a.text !== b.text || a.angle !== b.angle || Math.abs(a.size - b.size) > BOLD_COPY * a.size)
    return false;
  // What makes a digit bold touches it: two ones set very narrow stand as near to each other and are two.
  const isBold = apart(a, b) <= BOLD_COPY * a.size && touch(a.box, b.box, TOUCHING_COPY * a.size);
  return isBold || (apart(a, b) <= SHADOW * a.size && shareInk(a.box, b.box));
}

function touch(a: Box, b: Box, slack: number): boolean {
  return a[0] - b[2] <= slack && b[0] - a[2] <= slack && a[1] - b[3] <= slack && b[1] - a[3] <= slack;
}

/** Whether a copy lies too far off what it repeats to make that bold. */
export function isApart(copy: Glyph, first: Glyph): boolean {
  return apart(copy, first) > BOLD_COPY * copy.size;
}

function apart(a: Glyph, b: Glyph): number {
  return Math.max(Math.abs(a.start - b.start), Math.abs(a.baseline - b.baseline));
}

function shareInk(a: Box, b: Box): boolean {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return wide > SHADOW_SHARE * (a[2] - a[0]) && high > SHADOW_SHARE * (a[3] - a[1]);
}
