import { everyMatch } from "../../../printed/matches.ts";
import { calculated } from "./calculated.ts";

/** Pixels of a desktop screen, on which the clerk at the archive reads. */
export const SCREEN = { width: 1280, height: 800 };
export const ROOT_SIZE = 16;

const pixels: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  q: 2.4 / 2.54,
  rem: ROOT_SIZE,
  ric: ROOT_SIZE,
  rlh: ROOT_SIZE,
  rex: ROOT_SIZE / 2,
  rch: ROOT_SIZE / 2,
  rcap: ROOT_SIZE / 2,
  vw: SCREEN.width / 100,
  vh: SCREEN.height / 100,
  vmin: SCREEN.height / 100,
  vmax: SCREEN.width / 100,
};

const length = /([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%|[a-z]*)/gi;

/**
 * The pixels of a length; a percentage is taken of `whole`. For a function (`calc`, `clamp` …) it is the length in it
 * that is furthest from zero. Undefined for a word: `auto`, `none`.
 */
export function lengthOf(value: string | undefined, em: number, whole: number): number | undefined {
  if (value === undefined || !/\d/.test(value.slice(0, 200))) return undefined;
  let furthest: number | undefined;
  const plain = value.slice(0, 200).replace(/#[\da-f]+/gi, "");
  for (const [, number, unit] of everyMatch(plain, length)) {
    const one = Number(number) * scale(unit!.toLowerCase(), em, whole);
    if (Number.isNaN(one)) continue;
    if (furthest === undefined || Math.abs(one) > Math.abs(furthest)) furthest = one;
  }
  return furthest;
}

function scale(unit: string, em: number, whole: number): number {
  if (unit === "") return 1;
  if (unit === "%") return whole / 100;
  if (unit === "em" || unit === "ic" || unit === "lh") return em;
  if (unit === "ex" || unit === "ch" || unit === "cap") return em / 2;
  // Of the small, large and dynamic window, and of a container, which is at most as large.
  return pixels[unit] ?? pixels[unit.replace(/^(?:[sld]v|cq)/, "v").replace(/[ib]$/, "w")] ?? NaN;
}

/** The size of text in pixels, given the size of the text around it and of the page's. */
export function fontSize(value: string, around: number, root: number): number {
  const name = value.toLowerCase();
  if (name === "smaller") return around / 1.2;
  if (name === "larger") return around * 1.2;
  const scaleOf = (unit: string) =>
    scale(unit, around, around) * (/^r(?:em|ex|ch|ic|lh|cap)$/.test(unit) ? root / ROOT_SIZE : 1);
  // A custom property without a value makes the declaration void.
  if (name.includes("var(")) return around;
  if (name.includes("(")) {
    const size = calculated(name, (number, unit) => number * scaleOf(unit));
    return Number.isNaN(size) ? UNCERTAIN : Math.max(0, size);
  }
  const [, number, unit = ""] = /^(\+?[\d.]+(?:e[-+]?\d+)?)(%|[a-z]*)$/.exec(name) ?? [];
  if (number === undefined) return words[name] ?? Math.max(0, lengthOf(value, around, around) ?? around);
  const size = Number(number) * scaleOf(unit);
  return Number.isNaN(size) ? around : size;
}

/** Pixels that count as too small to see, for a function whose value is not known. */
const UNCERTAIN = 1;

const words: Readonly<Record<string, number>> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
  "xxx-large": 48,
  initial: 16,
};
