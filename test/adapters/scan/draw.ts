import type { Scan } from "../../../src/adapters/scan/index.ts";

export const DPI = 200;
export const WIDTH = 1000;
export const HEIGHT = 700;

/** A white sheet to draw black upon; coordinates in pixels. */
export function sheet(): {
  readonly scan: Scan;
  readonly box: (x: number, y: number, wide: number, high: number, grey?: number) => void;
} {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  const coloured = new Uint8Array(WIDTH * HEIGHT);
  const box = (x: number, y: number, wide: number, high: number, grey = 0): void => {
    for (let row = y; row < y + high; row++) pixels.fill(grey, row * WIDTH + x, row * WIDTH + x + wide);
  };
  return { scan: { grey: { width: WIDTH, height: HEIGHT, pixels }, coloured, dpi: DPI }, box };
}

/** A table of two rows and two columns from (100, 100), each cell 300 × 80, lines three pixels thick. */
export function table(box: ReturnType<typeof sheet>["box"]): void {
  for (const y of [100, 180, 260]) box(100, y, 603, 3);
  for (const x of [100, 400, 700]) box(x, 100, 3, 163);
}

/** Strokes like those of digits, 14 × 26 pixels and 10 apart. */
export function digits(box: ReturnType<typeof sheet>["box"], x: number, y: number, count: number): void {
  for (let index = 0; index < count; index++) box(x + 24 * index, y, 14, 26);
}

/** A line of twelve strokes at the top of the sheet. */
export function heading(box: ReturnType<typeof sheet>["box"]): void {
  digits(box, 200, 30, 12);
}
