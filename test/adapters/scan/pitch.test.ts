import { expect, test } from "vitest";
import type { ReadLine } from "../../../src/adapters/scan/digits/guard.ts";
import { misspacedLines } from "../../../src/adapters/scan/digits/pitch.ts";

/** Digits ten wide and fourteen high and signs of four, each so many pixels after the one before it. */
function line(text: string, gaps: readonly number[]): ReadLine {
  let at = 0;
  const strokes = [...text].map((character, index) => {
    const [wide, height] = /\d/.test(character) ? [10, 14] : [4, 4];
    const from = at + (gaps[index - 1] ?? 0);
    at = from + wide;
    return { from, to: at, inked: wide * height, height };
  });
  const characters = [...text].map((one) => ({ text: one, at: 0.5, probability: 0.999 }));
  return { line: { left: 0, top: 0, right: at, bottom: 14, strokes }, characters };
}

function misspaced(...lines: readonly ReadLine[]): readonly string[] {
  const found = misspacedLines(lines);
  return lines
    .filter(({ line }) => found.has(line))
    .map(({ characters }) => characters.map(({ text }) => text).join(""));
}

test("printed points and digits stand as the print's pitch says", () =>
  expect(misspaced(line("8.16", [1, 1, 1]), line("12.50", [1, 1, 1, 1]), line("7", []))).toEqual([]));

test("spread digits stand at their own pitch", () =>
  expect(misspaced(line("816", [9, 9]), line("8.16", [5, 5, 9]), line("123", [1, 1]))).toEqual([]));

test("a speck that is read as a point takes no room", () =>
  expect(misspaced(line("8.16", [-1, -2, 1]), line("123", [1, 1]))).toEqual(["8.16"]));

test("a speck between the only two digits is held against the page's pitch, or a digit's height", () => {
  expect(misspaced(line("8.1", [-1, -2]), line("123", [1, 1]))).toEqual(["8.1"]);
  expect(misspaced(line("8.1", [-1, -2]))).toEqual(["8.1"]);
});

test("a point that is worn away leaves its room", () => {
  expect(misspaced(line("1250", [1, 6, 1]), line("123", [1, 1]))).toEqual(["1250"]);
  expect(misspaced(line("4377", [2, 5, 2]), line("123", [2, 2]))).toEqual(["4377"]);
  expect(misspaced(line("54", [5]), line("123", [2, 2]))).toEqual(["54"]);
});

test("digits that a coarse scan draws a pixel apart have lost no sign", () =>
  expect(misspaced(line("748", [2, 0]), line("4377", [1, 2, 1]), line("123", [1, 1]))).toEqual([]));
