import type { Box } from "../../../model/index.ts";
import type { Rule } from "../../page/page.ts";

/** One subpath in page coordinates: `points` is x, y, x, y …; `width` of the stroke in points. */
export interface Subpath {
  readonly points: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
  readonly white: boolean;
  readonly filled: boolean;
  readonly stroked: boolean;
  readonly width: number;
}

export interface Fill {
  readonly box: Box;
}

/** A filled area up to this thick is a line: Chromium paints borders so; a 2.25 pt border is the thickest in forms. */
const THIN = 3.2;
/** Stroke endpoints this far off the axis still make a ruling line (scanned-in or rotated forms). */
const SLANT = 0.7;

/** Adds the ruling lines and fills that one subpath leaves on the page. */
export function inkOfSubpath(subpath: Subpath, rules: Rule[], fills: Fill[]): void {
  const { points, curved } = subpath;
  if (subpath.stroked && !curved) strokes(subpath, rules);
  if (!subpath.filled || curved) return;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]!);
    right = Math.max(right, points[i]!);
    top = Math.min(top, points[i + 1]!);
    bottom = Math.max(bottom, points[i + 1]!);
  }
  const wide = right - left;
  const high = bottom - top;
  if (high <= THIN && wide >= high) {
    rules.push(rule("horizontal", (top + bottom) / 2, left, right, high));
  } else if (wide <= THIN) {
    rules.push(rule("vertical", (left + right) / 2, top, bottom, wide));
  } else if (!subpath.white && isRectangle(points)) {
    fills.push({ box: [left, top, right, bottom] });
    for (const position of [top, bottom]) rules.push(rule("horizontal", position, left, right, 0, true));
    for (const position of [left, right]) rules.push(rule("vertical", position, top, bottom, 0, true));
  }
}

function strokes({ points, closed, width }: Subpath, rules: Rule[]): void {
  const last = points.length - 2;
  for (let i = closed ? 0 : 2; i <= last; i += 2) {
    const before = i === 0 ? last : i - 2;
    const [x0, y0, x1, y1] = [points[before]!, points[before + 1]!, points[i]!, points[i + 1]!];
    const wide = Math.abs(x1 - x0);
    const high = Math.abs(y1 - y0);
    // A short fat stroke is a line drawn across its direction: 100 pt wide, 0.5 pt long.
    if (width > THIN && width > 4 * Math.max(wide, high)) {
      if (wide < SLANT && high <= THIN)
        rules.push(rule("horizontal", (y0 + y1) / 2, x0 - width / 2, x0 + width / 2, high));
      else if (high < SLANT && wide <= THIN)
        rules.push(rule("vertical", (x0 + x1) / 2, y0 - width / 2, y0 + width / 2, wide));
    } else if (high <= SLANT && wide > high)
      rules.push(rule("horizontal", (y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1), width));
    else if (wide <= SLANT && high > wide)
      rules.push(rule("vertical", (x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1), width));
  }
}

function rule(
  direction: Rule["direction"],
  position: number,
  from: number,
  to: number,
  thickness: number,
  edge = false,
): Rule {
  return { direction, position, from, to, thickness, edge };
}

function isRectangle(points: readonly number[]): boolean {
  for (let i = 0; i + 3 < points.length; i += 2)
    if (Math.abs(points[i]! - points[i + 2]!) > SLANT && Math.abs(points[i + 1]! - points[i + 3]!) > SLANT)
      return false;
  return points.length <= 12;
}
