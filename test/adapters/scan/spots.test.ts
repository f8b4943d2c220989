import { expect, test } from "vitest";
import type { PrintedDigit } from "../../../src/adapters/scan/digits/print.ts";
import { spoiltLines } from "../../../src/adapters/scan/digits/spoilt.ts";

/** The bars of seven-segment digits: top, upper left and right, middle, lower left and right, foot. */
const BARS = [
  [0, 0, 16, 3],
  [0, 0, 3, 14],
  [13, 0, 3, 14],
  [0, 11, 16, 3],
  [0, 12, 3, 14],
  [13, 12, 3, 14],
  [0, 23, 16, 3],
] as const;
const SEGMENTS = ["012456", "25", "02346", "02356", "1235", "01356", "013456", "025", "0123456", "012356"];

type Spot = readonly [left: number, top: number, wide: number, high: number];

/** A digit in a line of its own; `gone` lost its ink. A 1 stands in the middle of as much paper as the others take. */
function printed(text: string, gone: Spot = [0, 0, 0, 0]): PrintedDigit {
  const [width, height] = [16, 26];
  const darkness = new Float32Array(width * height);
  const fill = ([left, top, wide, high]: Spot, value: number): void => {
    for (let y = top; y < top + high; y++)
      darkness.fill(value, y * width + left, y * width + Math.min(width, left + wide));
  };
  for (const bar of SEGMENTS[Number(text)]!) fill(BARS[Number(bar)]!, 1);
  fill(gone, 0);
  const length = Math.hypot(...darkness);
  return {
    text,
    probability: 0.99,
    line: { left: 0, top: 0, right: width, bottom: height, strokes: [] },
    width: 0.08,
    height: 0.13,
    stroke: 0.015,
    contrast: 0.9,
    shape: darkness.map((value) => value / length),
    patch: { width, height, stroke: 3, darkness },
  };
}

const page = [..."01234567890123456789"].map((text) => printed(text));

function isSpoilt(digit: PrintedDigit, others: readonly PrintedDigit[] = page): boolean {
  return spoiltLines([...others, digit], [...others, digit]).has(digit.line);
}

test("a digit like others of its name is sure", () => expect(isSpoilt(printed("5"))).toBe(false));

test("a spot that leaves a digit far from all other names makes it no other", () =>
  expect(isSpoilt(printed("2", [5, 23, 6, 3]))).toBe(false));

test("a spot after which a digit may have been another is a doubt", () => {
  const worn = { ...printed("8", [0, 14, 3, 6]), text: "9" };
  expect(isSpoilt(worn)).toBe(true);
  expect(isSpoilt({ ...worn, text: "8" })).toBe(true);
});

test("any spot is a doubt where a name is not known that the digit may have been", () =>
  expect(
    isSpoilt(
      printed("2", [5, 23, 6, 3]),
      page.filter(({ text }) => text !== "7"),
    ),
  ).toBe(true));
