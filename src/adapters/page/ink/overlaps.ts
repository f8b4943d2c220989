import type { Box } from "../../../model/index.ts";
import { OVER, SMALL } from "./tolerances.ts";

/** Side of a square of the grid that keeps neighbours together, in points. */
const SQUARE = 12;
/** Glyphs looked at in one square; more than stand there on any page that can be read. */
const MOST = 64;
/** Squares under one glyph: letters larger than that are a watermark or a title, and cover whatever they cover. */
const LARGE = 36;

/** Pairs of boxes of which one lies over the other, by index. Linear: each box is compared with few. */
export function overlaps(boxes: readonly Box[]): (readonly [number, number])[] {
  const squares = new Map<number, number[]>();
  const pairs: [number, number][] = [];
  for (const [index, box] of boxes.entries()) {
    const keys = squaresUnder(box);
    const near = new Set<number>();
    for (const key of keys) for (const other of squares.get(key) ?? []) near.add(other);
    for (const other of near) if (isOver(boxes[other]!, box)) pairs.push([other, index]);
    for (const key of keys) {
      const square = squares.get(key);
      if (square === undefined) squares.set(key, [index]);
      else if (square.length < MOST) square.push(index);
    }
  }
  return pairs;
}

/** Keys of the squares that a box touches; none of a box over too many. */
function squaresUnder(box: Box): number[] {
  const [x0, x1] = [Math.floor(box[0] / SQUARE), Math.floor(box[2] / SQUARE)];
  const [y0, y1] = [Math.floor(box[1] / SQUARE), Math.floor(box[3] / SQUARE)];
  if ((x1 - x0) * (y1 - y0) > LARGE) return [];
  const keys: number[] = [];
  for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) keys.push(x * 65_536 + y);
  return keys;
}

export function isOver(a: Box, b: Box): boolean {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (wide <= 0 || high <= 0) return false;
  const areas = [(a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1])] as const;
  const smaller = Math.min(...areas);
  return smaller > SMALL * Math.max(...areas) && wide * high > OVER * smaller;
}
