import { expect, test } from "vitest";
import { readScan } from "../../support/read-scan.ts";
import type { LineReader } from "../../../src/model/index.ts";
import { DPI, HEIGHT, sheet, WIDTH } from "./draw.ts";

type Box = ReturnType<typeof sheet>["box"];

/** Reads a 7 in whatever it is shown, and is sure of it; of the last of sixteen lines it is as sure as told. */
const sevens = (last: number): LineReader => ({
  recognize: async (lines) =>
    lines.map((_, at) => [
      { text: "7", probability: lines.length === 16 && at < 15 ? 0.995 : last, at: 0.5 },
    ]),
});

/** Four rows of four cells, 120 × 60 pixels each, all with a 7 but the last, in which `mark` draws. */
async function lastCell(mark: (box: Box, x: number, y: number) => void, sure = 0.995): Promise<string> {
  const { scan, box } = sheet();
  for (let at = 0; at <= 4; at++) {
    box(100, 100 + 60 * at, 483, 3);
    box(100 + 120 * at, 100, 3, 243);
  }
  for (let cell = 0; cell < 16; cell++) {
    const [x, y] = [150 + 120 * (cell % 4), 118 + 60 * Math.floor(cell / 4)];
    if (cell === 15) mark(box, x, y);
    else seven(box, x, y);
  }
  expect([scan.grey.width, scan.grey.height, scan.dpi]).toEqual([WIDTH, HEIGHT, DPI]);
  const { glyphs } = await readScan(scan, sevens(sure));
  expect(glyphs.filter(({ doubt }) => doubt === undefined).length).toBeGreaterThanOrEqual(15);
  const last = glyphs.filter(({ box: [left, top] }) => left > 165 && top > 100);
  return last.map(({ text, doubt }) => `${text} ${doubt ?? "sure"}`).join();
}

function seven(box: Box, x: number, y: number, grey = 0, scale = 1): void {
  const unit = (pixels: number): number => Math.round(scale * pixels);
  box(x, y, unit(15), unit(4), grey);
  for (let row = 4; row < 26; row++) box(x + unit(11 - row / 3), y + unit(row), unit(4), unit(1), grey);
}

test.each<[string, (box: Box, x: number, y: number) => void, string]>([
  ["a 7 like the others", seven, "7 sure"],
  ["a pale stain", (box, x, y) => seven(box, x, y, 150), "7 scan"],
  ["a larger tick of a pen", (box, x, y) => seven(box, x, y - 6, 0, 1.5), "7 scan"],
  ["a hair across", (box, x, y) => box(x + 4, y, 3, 26), "7 scan"],
  ["a blot as high as a digit", (box, x, y) => box(x, y, 15, 26), "7 scan"],
  [
    "another shape",
    (box, x, y) => {
      box(x, y + 22, 15, 4);
      box(x, y, 4, 26);
    },
    "7 scan",
  ],
])("%s", async (_, mark, expected) => expect(await lastCell(mark)).toBe(expected));

/** A 7 whose stem stands upright: alike enough for a sure reading, but not for an unsure one. */
function otherSeven(box: Box, x: number, y: number): void {
  box(x, y, 15, 4);
  box(x + 6, y + 4, 4, 22);
}

test.each<[string, (box: Box, x: number, y: number) => void, number, string]>([
  ["a 7 like many others, not quite sure", seven, 0.85, "7 sure"],
  ["a 7 like many others, hardly sure", seven, 0.7, "7 scan"],
  ["another font's 7, sure", otherSeven, 0.995, "7 sure"],
  ["another font's 7, not quite sure", otherSeven, 0.85, "7 scan"],
  ["a paler 7, not quite sure", (box, x, y) => seven(box, x, y, 110), 0.85, "7 scan"],
  ["a larger 7, not quite sure", (box, x, y) => seven(box, x, y - 4, 0, 1.25), 0.85, "7 scan"],
])("%s", async (_, mark, sure, expected) => expect(await lastCell(mark, sure)).toBe(expected));

test("a 7 drawn like the page's 1s is doubted, though it is like a 7 too", async () => {
  const { scan, box } = sheet();
  for (let at = 0; at <= 4; at++) {
    box(100, 100 + 60 * at, 483, 3);
    box(100 + 120 * at, 100, 3, 243);
  }
  for (let cell = 0; cell < 16; cell++)
    (cell < 8 ? seven : otherSeven)(box, 150 + 120 * (cell % 4), 118 + 60 * Math.floor(cell / 4));
  const reader: LineReader = {
    recognize: async (lines) =>
      lines.map((_, at) => [{ text: at < 8 || at === 15 ? "7" : "1", probability: 0.995, at: 0.5 }]),
  };
  const { glyphs } = await readScan(scan, reader);
  expect(glyphs.map(({ text, doubt }) => `${text} ${doubt ?? "sure"}`)).toEqual([
    ...Array<string>(8).fill("7 sure"),
    ...Array<string>(7).fill("1 sure"),
    "7 scan",
  ]);
});
