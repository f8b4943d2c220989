import { expect, test } from "vitest";
import { levelled } from "../../../src/adapters/scan/raster/raster.ts";

/** A page of 100 × 100 whose paper has levels from 236 to 255 and of which so many pixels are print of one level. */
function page(printed: number, level: number): Uint8Array {
  const pixels = Uint8Array.from({ length: 10_000 }, (_, at) => 236 + ((at * 7) % 20));
  pixels.fill(level, 0, printed);
  return levelled({ width: 100, height: 100, pixels }).pixels;
}

test("the grain of paper with little print is no print", () => {
  const paper = page(40, 20).subarray(40);
  expect(Math.min(...paper)).toBeGreaterThan(220);
});

test("faded print is brought out, be there much of it or little", () => {
  expect(page(500, 190)[0]).toBe(0);
  expect(page(40, 190)[0]).toBe(0);
});
