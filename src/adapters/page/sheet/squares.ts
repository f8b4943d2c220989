import type { Glyph } from "./page.ts";
import { SQUARE_SIDE } from "./tolerances.ts";

/** Glyphs grouped by the square of the page in which they begin, so that each is compared with few others. */
export type Squares = Map<number, Glyph[]>;

/** Keeps a glyph, unless its square already holds `most`. */
export function keepInSquare(squares: Squares, glyph: Glyph, most: number): void {
  const square = step(glyph.baseline) * ROW + step(glyph.start);
  const same = squares.get(square);
  if (same === undefined) squares.set(square, [glyph]);
  else if (same.length < most) same.push(glyph);
}

/**
 * The glyphs kept in the square of a point and in the squares around it; squares that are entirely farther away than
 * `reach` across, or `far` up and down, are left out.
 */
export function keptNear(
  squares: Squares,
  start: number,
  baseline: number,
  reach = SQUARE_SIDE,
  far = reach,
): readonly Glyph[] {
  const around = Math.min(reach, SQUARE_SIDE);
  const upright = Math.min(far, SQUARE_SIDE);
  const column = step(start);
  const row = step(baseline);
  const right = step(start + around) - column;
  const below = step(baseline + upright) - row;
  const above = step(baseline - upright) - row;
  let near: Glyph[] | undefined;
  // Steps are counted from the glyph's own square, so they are few however far off the page it is.
  for (let across = step(start - around) - column; across <= right; across++)
    for (let down = above; down <= below; down++) {
      const here = squares.get((row + down) * ROW + column + across);
      if (here !== undefined) near = near === undefined ? here : near.concat(here);
    }
  return near ?? NONE;
}

function step(distance: number): number {
  return Math.floor(distance / SQUARE_SIDE);
}

const NONE: readonly Glyph[] = [];

/** Squares of a page are numbered row by row; no page is wide enough for two rows to share numbers. */
const ROW = 1 << 20;
