import type { Box } from "../../../model/index.ts";
import { FAINT_SHARP } from "../engine/tolerances.ts";
import type { RenderedPicture } from "../pdfium/canvas.ts";

/** Side of the squares by which faint ink is gathered, in pixels: ink in squares that touch belongs together. */
const SQUARE = 2;
/** Faint ink that belongs together. */
export interface FaintPatch {
  readonly points: readonly number[];
  readonly box: Box;
  /** The darkest of its levels of green. */
  readonly level: number;
}

/** What is too pale to be seen. */
const NOTHING: FaintPatch = { points: [], box: [0, 0, 0, 0], level: 255 };

export interface FaintPatches {
  readonly list: readonly FaintPatch[];
  /** The patch of each square, counted from 1. */
  readonly squares: Int32Array;
  readonly across: number;
}

/** Gathers marked pixels of a picture. */
export function patchesOf(faint: Uint8Array, ground: RenderedPicture): FaintPatches {
  const { width, height } = ground;
  const across = Math.ceil(width / SQUARE);
  const held = new Map<number, number[]>();
  for (let at = faint.indexOf(1); at >= 0; at = faint.indexOf(1, at + 1)) {
    const square = squareOf(at, width, across);
    const points = held.get(square);
    if (points === undefined) held.set(square, [at]);
    else points.push(at);
  }
  const squares = new Int32Array(across * Math.ceil(height / SQUARE));
  const list: FaintPatch[] = [];
  for (const first of held.keys()) {
    if (squares[first] !== 0) continue;
    squares[first] = list.length + 1;
    const own = [first];
    for (let index = 0; index < own.length; index++)
      for (const next of around(own[index]!, across))
        if (held.has(next) && squares[next] === 0) {
          squares[next] = list.length + 1;
          own.push(next);
        }
    list.push(
      patchOf(
        own.flatMap((square) => held.get(square)!),
        ground,
      ),
    );
  }
  return { list, squares, across };
}

function patchOf(points: readonly number[], { pixels, width, height }: RenderedPicture): FaintPatch {
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  let level = 255;
  for (const at of points) {
    const [x, y] = [at % width, Math.floor(at / width)];
    [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    // Of a rim that faces right or down, the first light pixel is marked.
    for (const one of [at, at - 1, at - width]) level = Math.min(level, pixels[4 * one + 1]!);
  }
  return level > 255 - FAINT_SHARP ? NOTHING : { points, box: [x0, y0, x1, y1], level };
}

/** The square, counted row by row, in which a pixel lies. */
export function squareOf(at: number, width: number, across: number): number {
  return Math.floor(Math.floor(at / width) / SQUARE) * across + Math.floor((at % width) / SQUARE);
}

function around(square: number, across: number): readonly number[] {
  const column = square % across;
  return [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].flatMap((right) =>
      column + right < 0 || column + right >= across ? [] : [square + down * across + right],
    ),
  );
}
