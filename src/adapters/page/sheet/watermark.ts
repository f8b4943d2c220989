import type { Glyph } from "./page.ts";
import { keepInSquare, keptNear, type Squares } from "./squares.ts";
import { boxesMeet } from "./text.ts";
import {
  LETTERS_OF_TILE,
  MOST_IN_SQUARE,
  NEXT_IN_WORD,
  ONE_DISTANCE,
  TILES,
  WATERMARK,
} from "./tolerances.ts";

/**
 * The glyphs without watermarks, which are slanted text, pale text much larger than the page's own, and a pale phrase
 * that is repeated all over the page and its text.
 */
export function withoutWatermark(glyphs: readonly Glyph[]): readonly Glyph[] {
  const isSlanted = glyphs.some(({ angle }) => angle % 90 !== 0);
  if (!isSlanted && !glyphs.some(({ faint }) => faint)) return glyphs;
  const sizes = glyphs.map((glyph) => glyph.size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const large = WATERMARK * usual;
  const slanted = isSlanted ? slantedNumbers(glyphs, large) : undefined;
  const tiles = tilesIn(glyphs);
  return glyphs.flatMap((glyph) => {
    if (tiles.has(glyph)) return [];
    if (glyph.angle % 90 === 0) return glyph.faint && glyph.size > large ? [] : [glyph];
    const level = slanted?.get(glyph);
    return level === undefined ? [] : [level];
  });
}

/**
 * Slanted numbers in the text's own ink and size that are not part of a slanted phrase: a person reads them in their
 * cell.
 */
function slantedNumbers(glyphs: readonly Glyph[], large: number): ReadonlyMap<Glyph, Glyph> {
  const numbers = new Map<Glyph, Glyph>();
  const keep = (run: readonly Glyph[]) => {
    const isOwn = run.every(({ text, faint, size }) => !faint && size < large && !/\p{L}/u.test(text));
    if (isOwn && run.some(({ text }) => /\d/.test(text)))
      for (const glyph of run) numbers.set(glyph, levelled(glyph, run));
  };
  let run: Glyph[] = [];
  for (const glyph of glyphs) {
    if (glyph.angle !== run[0]?.angle) {
      keep(run);
      run = [];
    }
    if (glyph.angle % 90 !== 0) run.push(glyph);
  }
  keep(run);
  return numbers;
}

/** The glyph put on one line with the others of its number, and doubted. */
function levelled(glyph: Glyph, run: readonly Glyph[]): Glyph {
  const feet = run.reduce((sum, { box }) => sum + box[3], 0) / run.length;
  const [start, , end] = glyph.box;
  return { ...glyph, angle: 0, start, end, baseline: feet, doubt: glyph.doubt ?? "slanted" };
}

/**
 * The glyphs of a pale phrase that is drawn again and again, level and as small as the text, and lies over some of it.
 * The text itself repeats phrases but never draws one over another; a number is no phrase, whatever its unit.
 */
function tilesIn(glyphs: readonly Glyph[]): ReadonlySet<Glyph> {
  const phrases = new Map<string, (readonly Glyph[])[]>();
  for (const run of palePhrases(glyphs)) {
    const key = `${run[0]!.size.toFixed(1)} ${run.map(({ text }) => text).join("")}`;
    const same = phrases.get(key);
    if (same === undefined) phrases.set(key, [run]);
    else same.push(run);
  }
  const repeated = [...phrases.values()].filter((runs) => runs.length >= TILES);
  if (repeated.length === 0) return new Set();
  const text: Squares = new Map();
  for (const glyph of glyphs)
    if (!glyph.faint && glyph.text.trim() !== "") keepInSquare(text, glyph, MOST_IN_SQUARE);
  const isOverText = (glyph: Glyph) =>
    keptNear(text, glyph.start, glyph.baseline).some((other) => boxesMeet(glyph.box, other.box));
  return new Set(repeated.filter((runs) => runs.flat().some(isOverText)).flat(2));
}

/** Level pale glyphs that are drawn one after another and stand beside each other, where they are words. */
function palePhrases(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const isPale = glyph.faint && glyph.angle === 0 && glyph.text.trim() !== "";
    if (!isPale) {
      if (glyph.text.trim() !== "") last = undefined;
      continue;
    }
    const isNext =
      last !== undefined &&
      Math.abs(glyph.baseline - last.baseline) <= ONE_DISTANCE * last.size &&
      glyph.start > last.start &&
      glyph.start - last.end <= NEXT_IN_WORD * last.size;
    if (isNext) runs.at(-1)!.push(glyph);
    else runs.push([glyph]);
    last = glyph;
  }
  return runs.filter((run) => run.filter(({ text }) => /\p{L}/u.test(text)).length >= LETTERS_OF_TILE);
}
