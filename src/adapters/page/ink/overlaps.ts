import type { Box } from "../../../model/index.ts";
import { OVER, SMALL, STRUCK } from "./tolerances.ts";

/** Side of a square of the grid that keeps neighbours together, in points. */
const SQUARE = 12;
/** The most boxes that are kept in one square; no page that can be read has more there. */
const MOST = 64;
/**
 * The most squares that one glyph may lie over: larger letters are a watermark or a title, and whatever they cover is
 * not counted.
 */
const LARGE = 36;

/**
 * Pairs, by index, of boxes that overlap and of which at least one is `marked`; the box with the smaller index comes
 * first. Linear: each box is compared with few others. Only marked boxes are kept by their squares, as on most pages
 * they are the fewest.
 */
export function overlaps(
  boxes: readonly Box[],
  marked: (index: number) => boolean,
): (readonly [number, number])[] {
  const squares = bySquare(boxes, marked);
  if (squares.size === 0) return [];
  const pairs: (readonly [number, number])[] = [];
  /** The box with which each was last compared: two boxes may share several squares. */
  const keys = new Float64Array(MOST_SQUARES);
  const compared = new Int32Array(boxes.length).fill(-1);
  for (let index = 0; index < boxes.length; index++) {
    const box = boxes[index]!;
    const isMarked = marked(index);
    const count = squaresUnder(box, keys);
    for (let at = 0; at < count; at++) {
      const kept = squares.get(keys[at]!);
      if (kept === undefined) continue;
      for (const other of kept) {
        // Of two marked boxes, the later one finds the pair.
        if (compared[other] === index || (other >= index && isMarked)) continue;
        compared[other] = index;
        if (isOver(boxes[other]!, box)) pairs.push([Math.min(other, index), Math.max(other, index)]);
      }
    }
  }
  return pairs;
}

function bySquare(
  boxes: readonly Box[],
  marked: (index: number) => boolean,
): ReadonlyMap<number, readonly number[]> {
  const squares = new Map<number, number[]>();
  const keys = new Float64Array(MOST_SQUARES);
  for (let index = 0; index < boxes.length; index++) {
    if (!marked(index)) continue;
    const count = squaresUnder(boxes[index]!, keys);
    for (let at = 0; at < count; at++) {
      const square = squares.get(keys[at]!);
      if (square === undefined) squares.set(keys[at]!, [index]);
      else if (square.length < MOST) square.push(index);
    }
  }
  return squares;
}

/** The most squares under a box; one that is a single square high or wide may touch any number, and is left out above this. */
const MOST_SQUARES = 2 * (LARGE + 1);

/** Writes the keys of the squares that a box touches, and gives how many they are: 0 for a box that touches too many. */
function squaresUnder(box: Box, keys: Float64Array): number {
  const x0 = Math.floor(box[0] / SQUARE);
  const x1 = Math.floor(box[2] / SQUARE);
  const y0 = Math.floor(box[1] / SQUARE);
  const y1 = Math.floor(box[3] / SQUARE);
  const [across, down] = [x1 - x0, y1 - y0];
  if (!(across * down <= LARGE && (across + 1) * (down + 1) <= MOST_SQUARES)) return 0;
  let count = 0;
  for (let x = 0; x <= across; x++)
    for (let y = 0; y <= down; y++) keys[count++] = (x0 + x) * 65_536 + y0 + y;
  return count;
}

function isOver(a: Box, b: Box): boolean {
  const wide = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const high = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (wide <= 0 || high <= 0) return false;
  if (strikes(a, b) || strikes(b, a)) return true;
  const [one, other] = [(a[2] - a[0]) * (a[3] - a[1]), (b[2] - b[0]) * (b[3] - b[1])];
  const smaller = Math.min(one, other);
  return smaller > SMALL * Math.max(one, other) && wide * high > OVER * smaller;
}

/** Whether a dash runs through a glyph: through most of its width, and between its top and its foot. */
function strikes([left, top, right, bottom]: Box, [x0, y0, x1, y1]: Box): boolean {
  const high = y1 - y0;
  if (bottom - top > SMALL * high) return false;
  const middle = ((top + bottom) / 2 - y0) / high;
  return Math.min(right, x1) - Math.max(left, x0) > STRUCK * (x1 - x0) && middle > OVER && middle < 1 - OVER;
}
