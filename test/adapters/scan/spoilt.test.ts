import { expect, test } from "vitest";
import { readScan } from "../../support/read-scan.ts";
import type { LineReader } from "../../../src/model/index.ts";
import { sheet } from "./draw.ts";

type Box = ReturnType<typeof sheet>["box"];

/** A 3 or an 8 of straight strokes, 16 × 26 pixels and three thick. */
function digit(box: Box, text: string, x: number, y: number): void {
  for (const at of [0, 11, 23]) box(x, y + at, 16, 3);
  box(x + 13, y, 3, 26);
  if (text === "8") box(x, y, 3, 26);
}

/** Four rows of four cells with the numbers given; `spoil` draws on the last, which is then read as `read`. */
async function lastCell(
  numbers: readonly string[],
  read: string,
  spoil: (box: Box, x: number, y: number) => void = () => undefined,
): Promise<readonly string[]> {
  const { scan, box } = sheet();
  for (let at = 0; at <= 4; at++) {
    box(100, 100 + 60 * at, 483, 3);
    box(100 + 120 * at, 100, 3, 243);
  }
  for (const [cell, number] of numbers.entries()) {
    const [x, y] = [130 + 120 * (cell % 4), 118 + 60 * Math.floor(cell / 4)];
    for (const [at, text] of [...number].entries()) digit(box, text, x + 24 * at, y);
    if (cell === numbers.length - 1) spoil(box, x, y);
  }
  const texts = [...numbers.slice(0, -1), read];
  const reader: LineReader = {
    recognize: async (lines) =>
      lines.map((_, line) =>
        [...texts[line]!].map((text, at, { length }) => ({
          text,
          probability: 0.999,
          at: (at + 0.5) / length,
        })),
      ),
  };
  const { glyphs } = await readScan(scan, reader);
  return glyphs.slice(-read.length).map(({ text, doubt }) => `${text} ${doubt ?? "sure"}`);
}

const mixed = ["38", "83", "33", "88", "83", "38", "88", "33", "38", "83", "33", "88", "83", "38", "88"];

test("clean digits are sure", async () => {
  expect(await lastCell([...mixed, "83"], "83")).toEqual(["8 sure", "3 sure"]);
});

test.each<[string, (box: Box, x: number, y: number) => void]>([
  ["above", (box, x, y) => box(x, y + 3, 5, 8, 255)],
  ["below", (box, x, y) => box(x, y + 14, 5, 9, 255)],
])("an 8 that lost its left side %s and is read as a 3 is doubted", async (_, spoil) =>
  expect(await lastCell([...mixed, "83"], "33", spoil)).toEqual(["3 scan", "3 scan"]),
);

test("a 3 to which ink was added and which is read as an 8 is doubted", async () =>
  expect(await lastCell([...mixed, "38"], "88", (box, x, y) => box(x - 3, y + 3, 6, 9))).toEqual([
    "8 scan",
    "8 scan",
  ]));

test("an 8 that a blot covers is doubted", async () =>
  expect(await lastCell([...mixed, "83"], "83", (box, x, y) => box(x, y + 6, 16, 14))).toEqual([
    "8 scan",
    "3 scan",
  ]));

test("digits of another print than the page's are no spoilt ones", async () => {
  const bold = (box: Box, x: number, y: number): void => {
    box(x, y, 40, 26, 255);
    for (const left of [x, x + 24]) {
      for (const at of [0, 11, 22]) box(left, y + at, 16, 4);
      box(left + 12, y, 4, 26);
    }
  };
  expect(await lastCell([...mixed, "33"], "33", bold)).toEqual(["3 sure", "3 sure"]);
});
