import type { Patch } from "./print.ts";
import { DIFFERENCE_WINDOW, SAME_INK_BESIDE, SPOT, WIDE_SPOT } from "../raster/tolerances.ts";

/** How two digits differ, in squares of a stroke's thickness. */
export interface InkDifference {
  /** The difference in ink at the place where they differ most. */
  readonly most: number;
  /** The greatest difference outside of a spot around that place. */
  readonly next: number;
  /** The same outside of a wide spot, where one digit has nowhere more ink than the other; infinite elsewhere. */
  readonly beyond: number;
}

/**
 * Lays one digit on another, edge on edge as well as they fit, and compares the ink in a window of every place. A shift by a
 * part of a pixel moves ink within the window and so does not count; ink that a spot took away or added does.
 */
export function inkDifference(one: Patch, other: Patch): InkDifference {
  let [most, next, beyond] = [Infinity, Infinity, Infinity];
  const unit = one.stroke ** 2;
  for (const across of shifts(one.width - other.width))
    for (const down of shifts(one.height - other.height)) {
      const layer = laidOver(one, other, across, down);
      const first = greatest(layer);
      most = Math.min(most, Math.max(first.more, first.less) / unit);
      next = Math.min(next, outside(layer, first, SPOT * one.height) / unit);
      if (Math.min(first.more, first.less) <= SAME_INK_BESIDE * unit)
        beyond = Math.min(beyond, outside(layer, first, WIDE_SPOT * one.height) / unit);
    }
  return { most, next, beyond };
}

/** Left on left, right on right, or middle on middle. */
function shifts(room: number): readonly number[] {
  return [...new Set([0, Math.floor(room / 2), Math.ceil(room / 2), room])];
}

interface Layer {
  readonly width: number;
  readonly height: number;
  readonly more: Float32Array;
  /** How far a window reaches from its middle. */
  readonly reach: number;
}

function laidOver(one: Patch, other: Patch, across: number, down: number): Layer {
  const reach = Math.max(2, Math.round((DIFFERENCE_WINDOW * one.height) / 2));
  const [left, top] = [Math.min(0, across) - reach, Math.min(0, down) - reach];
  const width = Math.max(one.width, across + other.width) + reach - left;
  const height = Math.max(one.height, down + other.height) + reach - top;
  const more = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      more[at] = inkAt(one, x + left, y + top) - inkAt(other, x + left - across, y + top - down);
  return { width, height, more, reach };
}

function inkAt({ width, height, darkness }: Patch, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : darkness[y * width + x]!;
}

/** The greatest amounts by which a window has more or less ink, and where the greater of them is. */
interface Extremes {
  readonly x: number;
  readonly y: number;
  readonly more: number;
  readonly less: number;
}

/** By sums of all that is above and to the left. */
function greatest({ width, height, more, reach }: Layer): Extremes {
  const [wide, size] = [width + 1, 2 * reach + 1];
  const sums = new Float32Array(wide * (height + 1));
  for (let y = 0, at = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++, at++) {
      row += more[at]!;
      sums[(y + 1) * wide + x + 1] = sums[y * wide + x + 1]! + row;
    }
  }
  let [high, low, placeX, placeY] = [0, 0, 0, 0];
  for (let y = 0; y + size <= height; y++)
    for (let x = 0; x + size <= width; x++) {
      const [above, below] = [y * wide + x, (y + size) * wide + x];
      const amount = sums[below + size]! - sums[above + size]! - sums[below]! + sums[above]!;
      if (Math.abs(amount) > Math.max(high, low)) [placeX, placeY] = [x + reach, y + reach];
      high = Math.max(high, amount);
      low = Math.max(low, -amount);
    }
  return { x: placeX, y: placeY, more: high, less: low };
}

/** The greatest amount outside of a spot. */
function outside(layer: Layer, { x: middleX, y: middleY }: Extremes, radius: number): number {
  const { width } = layer;
  const left = layer.more.map((value, at) =>
    Math.hypot((at % width) - middleX, Math.floor(at / width) - middleY) <= radius ? 0 : value,
  );
  const { more, less } = greatest({ ...layer, more: left });
  return Math.max(more, less);
}
