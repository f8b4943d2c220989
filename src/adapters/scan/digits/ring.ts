import type { PixelArea } from "../raster/lines.ts";
import type { Bitmap } from "../raster/threshold.ts";
import { HOLE_CENTRED, RING_HOLE } from "../raster/tolerances.ts";

/** Whether the ink is one closed ring with one hole in its middle: a 0 and no other digit. */
export function isRing({ width, ink }: Bitmap, { left, top, right, bottom }: PixelArea): boolean {
  const [wide, high] = [right - left, bottom - top];
  const spread = new Uint8Array(wide * high);
  const flood = (from: number, wanted: 0 | 1): void => {
    const open = [from];
    while (open.length > 0) {
      const at = open.pop()!;
      const [x, y] = [at % wide, Math.floor(at / wide)];
      if (spread[at] === 1 || ink[(top + y) * width + left + x] !== wanted) continue;
      spread[at] = 1;
      if (x > 0) open.push(at - 1);
      if (x < wide - 1) open.push(at + 1);
      if (y > 0) open.push(at - wide);
      if (y < high - 1) open.push(at + wide);
    }
  };
  for (let x = 0; x < wide; x++) for (const y of [0, high - 1]) flood(y * wide + x, 0);
  for (let y = 0; y < high; y++) for (const x of [0, wide - 1]) flood(y * wide + x, 0);
  const pixel = (wanted: 0 | 1): number =>
    spread.findIndex(
      (seen, at) => seen === 0 && ink[(top + Math.floor(at / wide)) * width + left + (at % wide)] === wanted,
    );
  flood(pixel(1), 1);
  // What is left now must be the hole alone; if ink is left, there are two pieces.
  const first = spread.indexOf(0);
  if (first < 0 || pixel(1) >= 0) return false;
  const last = spread.lastIndexOf(0);
  flood(first, 0);
  if (spread.includes(0)) return false;
  const [above, below] = [Math.floor(first / wide), high - 1 - Math.floor(last / wide)];
  return high - above - below >= RING_HOLE * high && Math.abs(above - below) <= HOLE_CENTRED * high;
}
