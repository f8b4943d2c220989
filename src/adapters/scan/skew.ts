import type { Bitmap } from "./threshold.ts";
import { COARSE_STEP, FINE_STEP, MOST_SKEW } from "./tolerances.ts";

/** Every how many-th pixel is looked at across; rows are kept, for an angle is told by rows. */
const STRIDE = 3;

/**
 * The angle in degrees by which a page must be turned so that its lines lie level: the one at which the ink gathers in
 * the fewest rows (sum of squares of the projection), coarse first, then fine.
 */
export function skewOf(bitmap: Bitmap): number {
  const points = samples(bitmap);
  const coarse = bestAngle(points, bitmap, -MOST_SKEW, MOST_SKEW, COARSE_STEP);
  return bestAngle(points, bitmap, coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP);
}

function samples({ width, height, ink }: Bitmap): Int32Array {
  const found: number[] = [];
  for (let y = 0; y < height; y++)
    for (let x = y % STRIDE; x < width; x += STRIDE) if (ink[y * width + x] === 1) found.push(y * width + x);
  return Int32Array.from(found);
}

function bestAngle(
  points: Int32Array,
  { width, height }: Bitmap,
  from: number,
  to: number,
  step: number,
): number {
  let [best, bestScore] = [0, -1];
  for (let angle = from; angle <= to + step / 2; angle += step) {
    const slope = Math.tan((angle * Math.PI) / 180);
    const margin = Math.ceil(Math.abs(slope) * width);
    const rows = new Uint32Array(height + 2 * margin + 1);
    for (const point of points) {
      const x = point % width;
      rows[Math.round((point - x) / width - x * slope) + margin]! += 1;
    }
    let score = 0;
    for (const count of rows) score += count * count;
    // Of equally good angles the smallest.
    if (score > bestScore * 1.0001 || (score > bestScore && Math.abs(angle) < Math.abs(best)))
      [best, bestScore] = [angle, score];
  }
  return Math.abs(best) < FINE_STEP ? 0 : best;
}
