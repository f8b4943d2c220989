import type { PageLayout } from "./layout.ts";
import type { Bitmap } from "./threshold.ts";
import { BENT, CLEARLY_BENT, LEAST_HALF, LEAN_STEP, MOST_BENT, TABLE_CELLS } from "./tolerances.ts";

/**
 * Whether the tables of a page that was made level lie level in each of its halves. On a page that was photographed at
 * an angle, or curls beside its binding, the lines of some half lean; a page without tables has nothing to be misread.
 */
export function isFlat({ ink, cells }: Pick<PageLayout, "ink" | "cells">): boolean {
  if (cells.length < TABLE_CELLS) return true;
  const top = cells.reduce((least, { cell }) => Math.min(least, cell.top), ink.height);
  const bottom = cells.reduce((most, { cell }) => Math.max(most, cell.bottom), 0);
  const across = samples(ink, top, bottom);
  const down: Print = {
    width: across.height,
    height: across.width,
    points: across.points.map(([x, y]) => [y, x]),
  };
  return [across, down].every((print) => halves(print).every((half) => !leans(half, print)));
}

type Point = readonly [x: number, y: number];

interface Print {
  readonly width: number;
  readonly height: number;
  readonly points: readonly Point[];
}

/** Only every so many-th pixel across is looked at, a share of all that is the same in each row and column. */
const STRIDE = 7;

function samples({ width, ink }: Bitmap, top: number, bottom: number): Print {
  const points: Point[] = [];
  for (let y = top; y < bottom; y++)
    for (let x = (3 * y) % STRIDE; x < width; x += STRIDE)
      if (ink[y * width + x] === 1) points.push([x, y - top]);
  return { width, height: bottom - top, points };
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
