import type { PixelArea } from "./lines.ts";
import type { Raster } from "./raster.ts";
import { INK_CONTRAST, INK_WINDOW, LEAST_CONTRAST } from "./tolerances.ts";

/** 1 where there is ink, 0 where there is paper. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/**
 * The ink: whatever is darker than the mean of its surroundings (Bradley and Roth 2007, over an integral image),
 * because a shadow or a stain darkens both.
 */
export function inkOf({ width, height, pixels }: Raster, dpi: number): Bitmap {
  const sums = integral(pixels, width, height);
  const reach = Math.max(4, Math.round((INK_WINDOW * dpi) / 2));
  const ink = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach + 1);
    const [above, below] = [top * (width + 1), bottom * (width + 1)];
    for (let x = 0; x < width; x++, at++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum =
        (sums[below + right]! - sums[above + right]! - sums[below + left]! + sums[above + left]!) >>> 0;
      const mean = sum / ((bottom - top) * (right - left));
      if (pixels[at]! < mean * (1 - INK_CONTRAST) && pixels[at]! < mean - LEAST_CONTRAST) ink[at] = 1;
    }
  }
  return { width, height, ink };
}

/**
 * Sums of all pixels above and to the left, modulo 2^32: half the memory of doubles, and a window's sum is exact,
 * because it is far below that.
 */
function integral(pixels: Uint8Array, width: number, height: number): Uint32Array {
  const sums = new Uint32Array((width + 1) * (height + 1));
  for (let y = 0, at = 0; y < height; y++) {
    let row = 0;
    const above = y * (width + 1);
    for (let x = 0; x < width; x++, at++) {
      row += pixels[at]!;
      sums[above + width + 1 + x + 1] = sums[above + x + 1]! + row;
    }
  }
  return sums;
}

/** The bitmap without the ink in the given areas. */
export function withoutAreas(bitmap: Bitmap, areas: readonly PixelArea[]): Bitmap {
  const ink = Uint8Array.from(bitmap.ink);
  const { width, height } = bitmap;
  for (const { left, top, right, bottom } of areas)
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      ink.fill(0, y * width + Math.max(0, left), y * width + Math.min(width, right));
  return { ...bitmap, ink };
}

/** A bitmap whose rows are the columns of another. */
export function transposedBitmap({ width, height, ink }: Bitmap): Bitmap {
  const turned = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) turned[x * height + y] = ink[at]!;
  return { width: height, height: width, ink: turned };
}
