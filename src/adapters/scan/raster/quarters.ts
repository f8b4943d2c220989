import type { Raster, Scan } from "./raster.ts";

/** How many times a page must be turned clockwise by 90 degrees to stand upright. */
export type Quarters = 0 | 1 | 2 | 3;

/** A scan turned clockwise. */
export function turnedBy(quarters: Quarters, { grey, coloured, dpi }: Scan): Scan {
  const pixels = quartered(quarters, grey);
  return { grey: pixels, coloured: quartered(quarters, { ...grey, pixels: coloured }).pixels, dpi };
}

function quartered(quarters: Quarters, { width, height, pixels }: Raster): Raster {
  if (quarters === 0) return { width, height, pixels };
  const [wide, high] = quarters === 2 ? [width, height] : [height, width];
  const result = new Uint8Array(pixels.length);
  const indexOf = (x: number, y: number): number => {
    const [toX, toY] = placeAfter(quarters, x, y, width - 1, height - 1);
    return toY * wide + toX;
  };
  const first = indexOf(0, 0);
  // A step to the right or down leads equally far everywhere.
  const [right, down] = [indexOf(1, 0) - first, indexOf(0, 1) - first];
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0, to = first + y * down; x < width; x++, at++, to += right) result[to] = pixels[at]!;
  return { width: wide, height: high, pixels: result };
}

/** Where a place lies after a sheet of that size is turned clockwise. */
export function placeAfter(
  quarters: Quarters,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly [number, number] {
  if (quarters === 1) return [height - y, x];
  if (quarters === 2) return [width - x, height - y];
  return quarters === 3 ? [y, width - x] : [x, y];
}
