import type { PageLayout } from "./layout.ts";
import { transposedBitmap, type Bitmap } from "../raster/threshold.ts";
import {
  BENT,
  CLEARLY_BENT,
  LEAN_STEP,
  LEANING_RUN,
  LEAST_HALF,
  MOST_BENT,
  TABLE_CELLS,
} from "../raster/tolerances.ts";

/**
 * Whether the tables of a page that was made level lie level in each of its halves. On a page that was photographed at
 * an angle, or curls beside its binding, the lines of some half lean; a page without tables has nothing to be misread.
 */
export function isFlat({ ink, cells, dpi }: Pick<PageLayout, "ink" | "cells" | "dpi">): boolean {
  if (cells.length < TABLE_CELLS) return true;
  const top = cells.reduce((least, { cell }) => Math.min(least, cell.top), ink.height);
  const bottom = cells.reduce((most, { cell }) => Math.max(most, cell.bottom), 0);
  const area = {
    width: ink.width,
    height: bottom - top,
    ink: ink.ink.subarray(top * ink.width, bottom * ink.width),
  };
  return [area, transposedBitmap(area)].every((one) => {
    const print = linesOf(one, dpi);
    return halves(print).every((half) => !leans(half, print));
  });
}

type Point = readonly [x: number, y: number];

interface Print {
  readonly width: number;
  readonly height: number;
  readonly points: readonly Point[];
}

/** Only every so many-th pixel along a line is looked at; rows tell the angle. */
const STRIDE = 5;

/** The pixels of runs of ink along the rows that are as long as those of a rule that leans: most of it is rules. */
function linesOf({ width, height, ink }: Bitmap, dpi: number): Print {
  const least = LEANING_RUN * dpi;
  const points: Point[] = [];
  for (let y = 0; y < height; y++)
    for (let from = 0; from < width; from++) {
      if (ink[y * width + from] === 0) continue;
      let to = from;
      while (to < width && ink[y * width + to] === 1) to += 1;
      if (to - from >= least) for (let x = from; x < to; x += STRIDE) points.push([x, y]);
      from = to;
    }
  return { width, height, points };
}

/** The points of the left, right, upper and lower half; those with little print tell nothing. */
function halves({ width, height, points }: Print): readonly (readonly Point[])[] {
  const parts = [
    points.filter(([x]) => x < width / 2),
    points.filter(([x]) => x >= width / 2),
    points.filter(([, y]) => y < height / 2),
    points.filter(([, y]) => y >= height / 2),
  ];
  return parts.filter((part) => part.length >= LEAST_HALF * points.length);
}

/** Whether the points gather in clearly fewer lines that lean than level ones (sum of squares of the projection). */
function leans(points: readonly Point[], { width, height }: Print): boolean {
  const level = gathered(points, width, height, 0);
  for (let angle = BENT; angle <= MOST_BENT; angle += LEAN_STEP)
    for (const lean of [angle, -angle])
      if (gathered(points, width, height, lean) > CLEARLY_BENT * level) return true;
  return false;
}

function gathered(points: readonly Point[], width: number, height: number, angle: number): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Uint32Array(height + 2 * margin);
  for (const [x, y] of points) rows[Math.round(y - x * slope) + margin]! += 1;
  return rows.reduce((sum, count) => sum + count * count, 0);
}
