import type { Box } from "../../../model/index.ts";
import type { OfdElement } from "../package/tree.ts";

/** The area inside the subpaths of one path; each is x, y, x, y … on the page. */
export interface Enclosed {
  readonly outlines: readonly (readonly number[])[];
  /** What lies inside two subpaths counts as outside again (GB/T 33190 9.1, Rule). */
  readonly evenOdd: boolean;
}

/** Areas that together let something be seen, or cover it. */
export type PartOfPage = readonly Enclosed[];

/**
 * How many points of a box are tested across and down: a digit of 10 points has about one for each point of its size.
 */
const ACROSS = 6;
const DOWN = 8;
/** Limit for the steps from outline to outline on one page; beyond it, no digit of the page is vouched for. */
const MOST_STEPS = 40_000_000;

/** How many of the steps allowed on one page are left. */
export interface Steps {
  left: number;
}

export function newSteps(): Steps {
  return { left: MOST_STEPS };
}

/** The share of a box that lies in a region, 0 to 1; undefined where it would take too long to work out. */
export function shareInside(
  [left, top, right, bottom]: Box,
  region: PartOfPage,
  steps: Steps,
): number | undefined {
  for (const { outlines } of region)
    for (const points of outlines) steps.left -= ACROSS * DOWN * (points.length / 2);
  if (steps.left < 0) return undefined;
  let inside = 0;
  for (let row = 0; row < DOWN; row++)
    for (let column = 0; column < ACROSS; column++) {
      const x = left + ((column + 0.5) / ACROSS) * (right - left);
      const y = top + ((row + 0.5) / DOWN) * (bottom - top);
      if (region.some((one) => encloses(one, x, y))) inside++;
    }
  return inside / (ACROSS * DOWN);
}

function encloses({ outlines, evenOdd }: Enclosed, x: number, y: number): boolean {
  let winding = 0;
  for (const points of outlines) {
    const last = points.length - 2;
    for (let at = 0; at <= last; at += 2) {
      const next = at === last ? 0 : at + 2;
      const [x0, y0, x1, y1] = [points[at]!, points[at + 1]!, points[next]!, points[next + 1]!];
      if (y0 <= y === y1 <= y) continue;
      if (x0 + ((y - y0) / (y1 - y0)) * (x1 - x0) > x) winding += y1 > y0 ? 1 : -1;
    }
  }
  return evenOdd ? winding % 2 !== 0 : winding !== 0;
}

export function isEvenOdd(path: OfdElement): boolean {
  return /^\s?even-?odd\s?$/i.test(path.attributes["Rule"] ?? "");
}

/** Whether these are the corners of an upright rectangle; the first may be repeated at the end. */
export function isUprightRectangle(points: readonly number[]): boolean {
  if (points.length !== 8 && points.length !== 10) return false;
  if (points.length === 10 && (points[0] !== points[8] || points[1] !== points[9])) return false;
  const same = (one: number, other: number): boolean => Math.abs(points[one]! - points[other]!) < 0.05;
  const acrossFirst = same(1, 3) && same(2, 4) && same(5, 7) && same(6, 0);
  const downFirst = same(0, 2) && same(3, 5) && same(4, 6) && same(7, 1);
  return acrossFirst || downFirst;
}
