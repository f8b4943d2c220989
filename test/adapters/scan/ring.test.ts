import { expect, test } from "vitest";
import { readScan } from "../../support/read-scan.ts";
import { isRing } from "../../../src/adapters/scan/digits/ring.ts";
import type { LineReader } from "../../../src/model/index.ts";
import { sheet, table } from "./draw.ts";

function isRingOf(...rows: readonly string[]): boolean {
  const [width, height] = [rows[0]!.length, rows.length];
  const ink = Uint8Array.from(rows.join(""), (pixel) => Number(pixel === "#"));
  return isRing({ width, height, ink }, { left: 0, top: 0, right: width, bottom: height });
}

test("a 0 is a closed ring with its hole in the middle, and no other digit is", () => {
  expect(isRingOf(".###.", "##.##", "#...#", "#...#", "#...#", "##.##", ".###.")).toBe(true);
  expect(isRingOf(".###.", "#....", "#....", "####.", "#...#", "#...#", ".###.")).toBe(false);
  expect(isRingOf(".###.", "#...#", "#...#", ".####", "....#", "....#", ".###.")).toBe(false);
  expect(isRingOf(".###.", "#...#", "#...#", ".###.", "#...#", "#...#", ".###.")).toBe(false);
  expect(isRingOf(".###.", "#...#", "#....", "#...#", "#...#", "#...#", ".###.")).toBe(false);
  expect(isRingOf(".###.", "#...#", "#...#", "#.#.#", "#...#", "#...#", ".###.")).toBe(false);
  expect(isRingOf("..#..", "..#..", "..#..", "..#..", "..#..", "..#..", "..#..")).toBe(false);
});

test("a lone 0 that is hardly seen on much paper is looked at more closely where its ink is a ring", async () => {
  const { scan, box } = sheet();
  table(box);
  const digit = (x: number, y: number): void => {
    box(x, y, 18, 26);
    box(x + 4, y + 4, 10, 18, 255);
  };
  digit(200, 120);
  digit(500, 120);
  // A bar through the hole: an 8.
  box(500, 131, 18, 4);
  let looks = 0;
  const shy: LineReader = {
    recognize: async (lines) => {
      looks += 1;
      return lines.map(() =>
        looks === 2 ? [] : [{ text: "0", probability: looks === 1 ? 0.95 : 0.99, at: 0.5 }],
      );
    },
  };
  const { glyphs } = await readScan(scan, shy);
  expect(glyphs.map(({ text, doubt }) => `${text} ${doubt ?? "sure"}`)).toEqual(["0 sure", "0 scan"]);
});
