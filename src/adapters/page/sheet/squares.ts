import type { Glyph } from "./page.ts";
import { SQUARE_SIDE } from "./tolerances.ts";

/** Glyphs by the square of the page in which they begin: each is then compared with few. */
export type Squares = Map<number, Glyph[]>;

/** Keeps a glyph, unless `most` are in its square already. */
export function keepInSquare(squares: Squares, glyph: Glyph, most: number): void {
  const square = squareAt(glyph.start, glyph.baseline, 0, 0);
  const same = squares.get(square);
  if (same === undefined) squares.set(square, [glyph]);
  else if (same.length < most) same.push(glyph);
}

/** What is kept in the square of a point and in those around it. */
export function keptNear(squares: Squares, start: number, baseline: number): readonly Glyph[] {
  let near: Glyph[] | undefined;
  for (const right of [-1, 0, 1])
    for (const down of [-1, 0, 1]) {
      const here = squares.get(squareAt(start, baseline, right, down));
      if (here !== undefined) near = near === undefined ? here : [...near, ...here];
    }
  return near ?? [];
}

/** Squares of a page are numbered row by row; no page is so wide that rows meet. */
const ROW = 1 << 20;

function squareAt(start: number, baseline: number, right: number, down: number): number {
  return (Math.floor(baseline / SQUARE_SIDE) + down) * ROW + Math.floor(start / SQUARE_SIDE) + right;
}
