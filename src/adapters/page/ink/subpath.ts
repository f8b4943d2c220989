import type { Box } from "../../../model/index.ts";
import type { RuledLine } from "../sheet/page.ts";
import { SHORTEST_STROKE, SLANT, SMALLEST_FRAME, STRAIGHT, THIN } from "./tolerances.ts";

/** One subpath in page coordinates: `points` is x, y, x, y …; `width` is that of the stroke, in points. */
export interface Subpath {
  readonly points: readonly number[];
  readonly closed: boolean;
  readonly curved: boolean;
  /** The colour of the fill; undefined for patterns and shadings. */
  readonly colour: InkColour | undefined;
  readonly strokeColour: InkColour | undefined;
  readonly filled: boolean;
  readonly stroked: boolean;
  readonly width: number;
}

export type InkColour = readonly [number, number, number];

/** Something that covers more than a line does: a filled shape, a picture, a shading. */
export interface Area {
  readonly box: Box;
  /** Undefined where it has more than one, as pictures and patterns have. */
  readonly colour: InkColour | undefined;
  /** Place in the order of painting. */
  readonly order: number;
}

/** What one page's paths leave on it. */
export interface Ink {
  readonly rules: RuledLine[];
  readonly areas: Area[];
  /** Boxes of curves and slanted strokes, with which no table is ruled. */
  readonly drawings: Box[];
}

/** Adds what one subpath, painted as object number `order`, leaves on the page. */
export function inkOfSubpath(subpath: Subpath, order: number, { rules, areas, drawings }: Ink): void {
  const { points, curved } = subpath;
  const box = boundsOf(points);
  if (curved || !isUpright(points)) drawings.push(box);
  if (isPoint(subpath, box)) drawings.push(widened(box, subpath.width / 2));
  if (subpath.stroked && !curved) strokes(subpath, rules);
  if (subpath.stroked && isRoundedFrame(subpath, box)) frame(box, subpath.width, rules);
  if (subpath.stroked && isBroad(subpath, box))
    areas.push({ box: widened(box, subpath.width / 2), colour: undefined, order });
  if (subpath.filled) inkOfFill(subpath, box, order, { rules, areas });
}

/** Whether a stroke is the border of a cell with round corners: each side is straight for a part of its length. */
function isRoundedFrame({ points, closed, curved }: Subpath, [left, top, right, bottom]: Box): boolean {
  if (!curved || !closed || points.length < 16 || Math.min(right - left, bottom - top) < SMALLEST_FRAME)
    return false;
  const straight = [0, 0, 0, 0];
  const sides = [left, right, top, bottom];
  for (let i = 0; i < points.length; i += 2) {
    const next = (i + 2) % points.length;
    for (const [side, at] of sides.entries()) {
      const axis = side < 2 ? 0 : 1;
      if (Math.abs(points[i + axis]! - at) > SLANT || Math.abs(points[next + axis]! - at) > SLANT) continue;
      straight[side] = Math.max(straight[side]!, Math.abs(points[i + 1 - axis]! - points[next + 1 - axis]!));
    }
  }
  return straight.every((length, side) => length >= STRAIGHT * (side < 2 ? bottom - top : right - left));
}

function frame([left, top, right, bottom]: Box, width: number, rules: RuledLine[]): void {
  for (const position of [top, bottom]) rules.push(rule("horizontal", position, left, right, width));
  for (const position of [left, right]) rules.push(rule("vertical", position, top, bottom, width));
}

function inkOfFill(
  { points, curved, colour }: Subpath,
  box: Box,
  order: number,
  { rules, areas }: Pick<Ink, "rules" | "areas">,
): void {
  const [left, top, right, bottom] = box;
  const wide = right - left;
  const high = bottom - top;
  if (curved || isWhite(colour)) areas.push({ box, colour, order });
  if (curved) return;
  if (high <= THIN && wide >= high) rules.push(rule("horizontal", (top + bottom) / 2, left, right, high));
  else if (wide <= THIN) rules.push(rule("vertical", (left + right) / 2, top, bottom, wide));
  else {
    if (isWhite(colour)) return;
    areas.push({ box, colour, order });
    if (!isRectangle(points)) return;
    for (const position of [top, bottom]) rules.push(rule("horizontal", position, left, right, 0, true));
    for (const position of [left, right]) rules.push(rule("vertical", position, top, bottom, 0, true));
  }
}

export function boundsOf(points: readonly number[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i]!);
    right = Math.max(right, points[i]!);
    top = Math.min(top, points[i + 1]!);
    bottom = Math.max(bottom, points[i + 1]!);
  }
  return [left, top, right, bottom];
}

/**
 * Whether a stroke covers what lies under it as a filled shape would, because it is broad or white; a line drawn across
 * its direction does not.
 */
function isBroad({ width, strokeColour }: Subpath, [left, top, right, bottom]: Box): boolean {
  const covers = width > THIN || isWhite(strokeColour);
  return covers && width <= 4 * Math.max(right - left, bottom - top);
}

/**
 * Whether a stroke goes nowhere: it then draws only its ends, which may be round (PDF 32000-1, 8.5.3.2; GB/T 33190
 * 8.2).
 */
export function isPoint({ stroked }: Subpath, [left, top, right, bottom]: Box): boolean {
  return stroked && Math.max(right - left, bottom - top) < SHORTEST_STROKE;
}

function widened([left, top, right, bottom]: Box, by: number): Box {
  return [left - by, top - by, right + by, bottom + by];
}

function isWhite(colour: InkColour | undefined): boolean {
  return colour !== undefined && Math.min(...colour) >= 250;
}

function strokes({ points, closed, width }: Subpath, rules: RuledLine[]): void {
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
  direction: RuledLine["direction"],
  position: number,
  from: number,
  to: number,
  thickness: number,
  edge = false,
): RuledLine {
  return { direction, position, from, to, thickness, edge };
}

function isRectangle(points: readonly number[]): boolean {
  return points.length <= 12 && isUpright(points);
}

/** Whether every side is horizontal or vertical. */
function isUpright(points: readonly number[]): boolean {
  for (let i = 0; i + 3 < points.length; i += 2)
    if (Math.abs(points[i]! - points[i + 2]!) > SLANT && Math.abs(points[i + 1]! - points[i + 3]!) > SLANT)
      return false;
  return true;
}
