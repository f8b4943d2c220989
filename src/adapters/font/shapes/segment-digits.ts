import type { Outline } from "./shapes.ts";

/**
 * The width of a digit and of a bar, as shares of its height, as displays and pens that draw digits of strokes have
 * them.
 */
const WIDE = 0.55;
const BAR = 0.1;

/** The seven bars of a display's digit, by their usual letters: left, lower, right, upper. */
const BARS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  a: [0, 1 - BAR, WIDE, 1],
  b: [WIDE - BAR, 0.5, WIDE, 1],
  c: [WIDE - BAR, 0, WIDE, 0.5],
  d: [0, 0, WIDE, BAR],
  e: [0, 0, BAR, 0.5],
  f: [0, 0.5, BAR, 1],
  g: [0, 0.5 - BAR / 2, WIDE, 0.5 + BAR / 2],
};
const DIGITS = ["abcdef", "bc", "abged", "abgcd", "fgbc", "afgcd", "afgecd", "abc", "abcdefg", "abcfgd"];

/** Digits of straight strokes, as fonts that programs draw for themselves have them (Type 3). */
export const segmentDigits: readonly Outline[] = DIGITS.map((bars) =>
  [...bars].map((bar) => {
    const [left, lower, right, upper] = BARS[bar]!;
    return [left, lower, right, lower, right, upper, left, upper];
  }),
);
