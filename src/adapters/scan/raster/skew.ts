import { rowCounts } from "./lines.ts";
import { turned, type Raster } from "./raster.ts";
import type { Bitmap } from "./threshold.ts";
import {
  CLEARER,
  COARSE_STEP,
  FINE_STEP,
  LEAST_SHEET,
  MOST_APART,
  MOST_SKEW,
  OTHER_SKEW,
  SHEET_GAP,
  STRAY_INK,
} from "./tolerances.ts";

/** Rows of a picture and the angle in degrees by which they must be turned so that their lines lie level; ends exclusive. */
export interface ScannedSheet {
  readonly top: number;
  readonly bottom: number;
  readonly skew: number;
}

/**
 * The sheets of a picture from top to bottom, each with its own skew: pages scanned one by one and put under each
 * other. They are recognised by the broad margins between them; where all have the same skew they count as one sheet.
 */
export function sheetsOf(bitmap: Bitmap, dpi: number): readonly ScannedSheet[] {
  const { width, height, ink } = bitmap;
  const whole = skewOf(bitmap);
  const one: readonly ScannedSheet[] = [{ top: 0, bottom: height, skew: whole }];
  const cuts = marginsOf(bitmap, dpi);
  if (cuts.length === 0) return one;
  const sheets = [0, ...cuts].map((top, at): ScannedSheet => {
    const bottom = cuts[at] ?? height;
    const part = { width, height: bottom - top, ink: ink.subarray(top * width, bottom * width) };
    const own = skewOf(part);
    // A page number alone does not show an angle.
    return { top, bottom, skew: Math.abs(own - whole) <= MOST_APART ? own : whole };
  });
  return sheets.some(({ skew }) => Math.abs(skew - whole) > OTHER_SKEW) ? sheets : one;
}

/**
 * Middles of the blank stretches that may separate sheets; a part that would be lower than a sheet stays with the one
 * above.
 */
function marginsOf(bitmap: Bitmap, dpi: number): readonly number[] {
  const { width, height } = bitmap;
  const cuts: number[] = [];
  let blank = 0;
  for (const [y, inked] of rowCounts(bitmap, { left: 0, top: 0, right: width, bottom: height }).entries()) {
    if (inked <= STRAY_INK * width) {
      blank += 1;
      continue;
    }
    const cut = y - (blank >> 1);
    if (blank >= SHEET_GAP * dpi && cut - (cuts.at(-1) ?? 0) >= LEAST_SHEET * dpi) cuts.push(cut);
    blank = 0;
  }
  return height - (cuts.at(-1) ?? height) < LEAST_SHEET * dpi ? cuts.slice(0, -1) : cuts;
}

/** Turns every sheet about its own middle; where it had nothing, the paper is `blank`. */
export function level(
  { width, height, pixels }: Raster,
  sheets: readonly ScannedSheet[],
  blank = 255,
): Raster {
  if (sheets.length === 1) return turned({ width, height, pixels }, sheets[0]!.skew, blank);
  const result = new Uint8Array(pixels.length);
  for (const { top, bottom, skew } of sheets) {
    const part = { width, height: bottom - top, pixels: pixels.subarray(top * width, bottom * width) };
    result.set(turned(part, skew, blank).pixels, top * width);
  }
  return { width, height, pixels: result };
}

/** Only every so many-th pixel across is looked at; no rows are left out, because rows show the angle. */
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
    // Of equally good angles the smallest is taken.
    if (score > bestScore * CLEARER || (score > bestScore && Math.abs(angle) < Math.abs(best)))
      [best, bestScore] = [angle, score];
  }
  return Math.abs(best) < FINE_STEP ? 0 : best;
}
