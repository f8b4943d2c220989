import type { Box } from "../../../model/index.ts";
import { LIKE, MISLIKE, NO_DIGIT } from "./tolerances.ts";

/** Subpaths of a glyph: x, y, x, y … in em; y points upwards. */
export type Outline = readonly (readonly number[])[];

/** A glyph's ink on a grid as high as the glyph, blurred so that thick and thin letters are alike. */
export type Shape = Float32Array;

/** Digits of several typefaces, by digit. */
export type Likenesses = readonly (readonly Shape[])[];

const WIDE = 20;
const HIGH = 24;
/** How many columns and rows around the grid its ink may be blurred into. */
const RIM = 2;
const ACROSS = WIDE + 2 * RIM;
const DOWN = HIGH + 2 * RIM;

/**
 * The shape of a glyph; undefined for a glyph without ink. Its width is measured in parts of its height, because a one
 * is narrow.
 */
export function shapeOf(outline: Outline): Shape | undefined {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of outline)
    for (let i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]!);
      right = Math.max(right, points[i]!);
      bottom = Math.min(bottom, points[i + 1]!);
      top = Math.max(top, points[i + 1]!);
    }
  return top > bottom && right > left
    ? shapeOfSpans([left, -top, right, -bottom], (y) => spansAt(outline, -y))
    : undefined;
}

/** The shape from the horizontal spans of ink at each height of a box; y points downwards. */
export function shapeOfSpans(
  [left, top, right, bottom]: Box,
  spansAt: (y: number) => readonly (readonly [number, number])[],
): Shape {
  const shape = new Float32Array(ACROSS * DOWN);
  const unit = (bottom - top) / HIGH;
  const start = (left + right) / 2 - (WIDE / 2) * unit;
  for (let row = 0; row < HIGH; row++)
    for (const [from, to] of spansAt(top + (row + 0.5) * unit)) {
      const [a, b] = [Math.max(0, (from - start) / unit), Math.min(WIDE, (to - start) / unit)];
      for (let column = Math.floor(a); column < b; column++)
        shape[(row + RIM) * ACROSS + column + RIM]! += Math.min(b, column + 1) - Math.max(a, column);
    }
  return blurred(blurred(shape));
}

/** Where a horizontal line is inside the outline, by the winding rule. */
function spansAt(outline: Outline, y: number): (readonly [number, number])[] {
  const crossings: { x: number; turn: number }[] = [];
  for (const points of outline) {
    const last = points.length - 2;
    for (let i = 0; i <= last; i += 2) {
      const next = i === last ? 0 : i + 2;
      const [x0, y0, x1, y1] = [points[i]!, points[i + 1]!, points[next]!, points[next + 1]!];
      if (y0 <= y === y1 <= y) continue;
      crossings.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y1 > y0 ? 1 : -1 });
    }
  }
  crossings.sort((a, b) => a.x - b.x);
  const spans: (readonly [number, number])[] = [];
  let winding = 0;
  for (const [index, { x, turn }] of crossings.entries()) {
    winding += turn;
    if (winding !== 0 && index + 1 < crossings.length) spans.push([x, crossings[index + 1]!.x]);
  }
  return spans;
}

function blurred(shape: Shape): Shape {
  const result = new Float32Array(shape.length);
  for (let y = 1; y < DOWN - 1; y++)
    for (let x = 1; x < ACROSS - 1; x++) {
      const at = y * ACROSS + x;
      result[at] =
        (2 * shape[at]! + shape[at - 1]! + shape[at + 1]! + shape[at - ACROSS]! + shape[at + ACROSS]!) / 6;
    }
  return result;
}

/**
 * Whether a shape is not the digit it is said to be: it is like another digit and clearly less like its own, or like
 * none at all. Most digits are their own, so comparing stops where a distance can no longer matter.
 */
export function isAnother(shape: Shape, digit: number, known: Likenesses): boolean {
  const ink = inkOf(shape);
  const own = known[digit]!.reduce((best, one) => Math.min(best, distanceWithin(shape, ink, one, best)), 1);
  if (own > NO_DIGIT) return true;
  const limit = Math.min(LIKE, own / MISLIKE);
  return known.some(
    (shapes, other) =>
      other !== digit && shapes.some((one) => distanceWithin(shape, ink, one, limit) < limit),
  );
}

/** The distance is 0 for the same shape and 1 for shapes without a pixel in common. */
export function shapeDistance(a: Shape, b: Shape): number {
  return distanceWithin(a, inkOf(a), b, 1);
}

/** The distance of two shapes if it is below the limit, and otherwise a number that is not. */
function distanceWithin(a: Shape, inkOfA: number, b: Shape, limit: number): number {
  const all = inkOfA + inkOf(b);
  if (all === 0) return 0;
  let apart = 0;
  for (let row = 0; row < a.length && apart < limit * all; row += ACROSS)
    for (let i = row; i < row + ACROSS; i++) apart += Math.abs(a[i]! - b[i]!);
  return apart / all;
}

/** The ink of shapes that were compared before; those of well-known digits are compared with all others. */
const inks = new WeakMap<Shape, number>();

function inkOf(shape: Shape): number {
  let ink = inks.get(shape);
  if (ink === undefined) {
    ink = 0;
    for (const one of shape) ink += one;
    inks.set(shape, ink);
  }
  return ink;
}
