import { hasDigits } from "../../../printed/numbers.ts";
import type { Glyph } from "./page.ts";
import { keepInSquare, keptNear, type Squares } from "./squares.ts";
import { boxesMeet } from "./text.ts";
import {
  LETTERS_OF_TILE,
  MOST_IN_SQUARE,
  NEXT_IN_WORD,
  NEXT_SLANTED,
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
 * Slanted numbers in the text's own size that are not part of a slanted phrase: a person reads them in their cell. A
 * pale one that is drawn again and again is a watermark.
 */
function slantedNumbers(glyphs: readonly Glyph[], large: number): ReadonlyMap<Glyph, Glyph> {
  const runs: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const isSlanted = glyph.angle % 90 !== 0;
    if (isSlanted && glyph.angle === last?.angle) runs.at(-1)!.push(glyph);
    else if (isSlanted) runs.push([glyph]);
    last = glyph;
  }
  const own = runs.filter((run) => run.every(({ text, size }) => size < large && !/\p{L}/u.test(text)));
  const pale = own.filter((run) => run.some(({ faint }) => faint)).flatMap(phrasesIn);
  const times = new Map<string, number>();
  for (const run of pale) times.set(textOf(run), (times.get(textOf(run)) ?? 0) + 1);
  const numbers = [
    ...own.filter((run) => run.every(({ faint }) => !faint)),
    ...pale.filter((run) => times.get(textOf(run))! < TILES),
  ].filter((run) => hasDigits(textOf(run)));
  return new Map(numbers.flatMap((run) => run.map((glyph) => [glyph, levelled(glyph, run)] as const)));
}

function textOf(run: readonly Glyph[]): string {
  return run.map(({ text }) => text).join("");
}

/** The parts of a slanted run that stand apart: the same phrase drawn again and again is one run. */
function phrasesIn(run: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const phrases: Glyph[][] = [];
  for (const [index, glyph] of run.entries()) {
    const before = run[index - 1];
    const isNext =
      before !== undefined &&
      Math.abs(glyph.box[0] - before.box[0]) <= NEXT_SLANTED * glyph.size &&
      Math.abs(glyph.box[1] - before.box[1]) <= NEXT_SLANTED * glyph.size;
    if (isNext) phrases.at(-1)!.push(glyph);
    else phrases.push([glyph]);
  }
  return phrases;
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
