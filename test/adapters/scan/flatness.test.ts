import { describe, expect, test } from "vitest";
import { isFlat } from "../../../src/adapters/scan/rules/flatness.ts";
import { laidOut } from "../../../src/adapters/scan/rules/layout.ts";
import type { Scan } from "../../../src/adapters/scan/index.ts";
import { convert } from "../../../src/index.ts";
import { DPI, digits, HEIGHT, sheet, WIDTH } from "./draw.ts";
import { fivesReader as ocr } from "./page-of-fives.ts";
import { png } from "./png.ts";

/** A table of 5 × 5 cells; `from` says where in the flat page the pixel stands that the lens saw at x, y. */
function page(from: (x: number, y: number) => readonly [number, number]): Scan {
  const { scan, box } = sheet();
  for (let line = 0; line <= 5; line++) {
    box(100, 100 + 100 * line, 803, 3);
    box(100 + 160 * line, 100, 3, 503);
  }
  for (let x = 160; x < 900; x += 160) for (let y = 140; y < 600; y += 100) digits(box, x, y, 1);
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [left, top] = from(x, y).map(Math.round) as [number, number];
      const isPaper = left >= 0 && left < WIDTH && top >= 0 && top < HEIGHT;
      if (isPaper) pixels[y * WIDTH + x] = scan.grey.pixels[top * WIDTH + left]!;
    }
  return { ...scan, grey: { width: WIDTH, height: HEIGHT, pixels } };
}

const flat = page((x, y) => [x, y]);
const curled = page((x, y) => [x, y - 30 * Math.sin((Math.PI * x) / WIDTH)]);
const atAnAngle = page((x, y) => [x, y - ((x - WIDTH / 2) * (y - HEIGHT / 2)) / (9 * HEIGHT)]);

/** Far edges are shorter. */
function fromBelow(x: number, y: number, tilt: number): readonly [number, number] {
  const far = 1 + (tilt * (y - HEIGHT / 2)) / HEIGHT;
  return [WIDTH / 2 + (x - WIDTH / 2) * far, HEIGHT / 2 + (y - HEIGHT / 2) * far];
}

describe("a page is flat where its tables lie level in each half", () => {
  test.each([
    ["flat", flat, true],
    ["somewhat curled", page((x, y) => [x, y - 5 * Math.sin((Math.PI * x) / WIDTH)]), true],
    ["curled", curled, false],
    ["seen from the side", atAnAngle, false],
    ["seen a little from below", page((x, y) => fromBelow(x, y, 0.03)), true],
    ["seen from far below", page((x, y) => fromBelow(x, y, 0.3)), false],
    ["without a table", sheet().scan, true],
  ])("%s", (_, scan, expected) => expect(isFlat(laidOut(scan))).toBe(expected));
});

const told = async (scan: Scan, dpi: number, language: "en" | "zh"): Promise<string | undefined> => {
  const source = { name: "p.png", bytes: png(scan.grey, dpi) };
  const { report, diagnostics } = await convert(source, { ocr, language });
  expect(report).toBeNull();
  return diagnostics.find(({ rule }) => rule === "needs-ocr")?.message;
};

test.each([
  ["en", curled, DPI, "it was photographed at an angle or lay curled: scan it flat"],
  ["zh", curled, DPI, "拍摄角度倾斜或纸面弯曲，请放平后重新扫描"],
  ["en", flat, 120, "it has under 130 pixels an inch"],
  ["zh", flat, 120, "分辨率低于 130 dpi"],
] as const)("a page that cannot be read is not, and why is said: %s", async (language, scan, dpi, reason) =>
  expect(await told(scan, dpi, language)).toContain(reason),
);
