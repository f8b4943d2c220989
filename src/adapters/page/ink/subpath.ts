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

/** What paths leave on a page. */
export interface Ink {
  readonly rules: readonly RuledLine[];
  readonly areas: readonly Area[];
  /** Boxes of curves and slanted strokes, with which no table is ruled. */
  readonly drawings: readonly Box[];
}

/** What one subpath, painted as object number `order`, leaves on the page. */
export function inkOfSubpath(subpath: Subpath, order: number): Ink {
  const { points, curved, stroked, width } = subpath;
  const box = boundsOf(points);
  const drawings: Box[] = [];
  if (curved || !isUpright(points)) drawings.push(box);
  if (isPoint(subpath, box)) drawings.push(widened(box, width / 2));
  const lines = stroked ? linesOfStroke(subpath, box) : [];
  const isArea = stroked && isBroad(subpath, box);
  const band: readonly Area[] = isArea ? [{ box: widened(box, width / 2), colour: undefined, order }] : [];
  if (!subpath.filled) return { rules: lines, areas: band, drawings };
  const fill = inkOfFill(subpath, box, order);
  return { rules: joined(lines, fill.rules), areas: joined(band, fill.areas), drawings };
}

function joined<T>(some: readonly T[], more: readonly T[]): readonly T[] {
  if (some.length === 0) return more;
  return more.length === 0 ? some : [...some, ...more];
}

function linesOfStroke(subpath: Subpath, box: Box): readonly RuledLine[] {
  if (!subpath.curved) return strokes(subpath);
  return isRoundedFrame(subpath, box) ? frame(box, subpath.width) : [];
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

/** The four sides of a box; `edge` where they border a fill and are no strokes. */
function frame([left, top, right, bottom]: Box, width: number, edge = false): readonly RuledLine[] {
  return [
    rule("horizontal", top, left, right, width, edge),
    rule("horizontal", bottom, left, right, width, edge),
    rule("vertical", left, top, bottom, width, edge),
    rule("vertical", right, top, bottom, width, edge),
  ];
}

function inkOfFill(
  { points, curved, colour }: Subpath,
  box: Box,
  order: number,
): Pick<Ink, "rules" | "areas"> {
  const [left, top, right, bottom] = box;
  const wide = right - left;
  const high = bottom - top;
  const area: readonly Area[] = [{ box, colour, order }];
  if (curved) return { rules: [], areas: area };
  const covered = isWhite(colour) ? area : [];
  if (high <= THIN && wide >= high)
    return { rules: [rule("horizontal", (top + bottom) / 2, left, right, high)], areas: covered };
  if (wide <= THIN)
    return { rules: [rule("vertical", (left + right) / 2, top, bottom, wide)], areas: covered };
  const isEdged = !isWhite(colour) && isRectangle(points);
  return { rules: isEdged ? frame(box, 0, true) : [], areas: area };
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

function strokes({ points, closed, width }: Subpath): readonly RuledLine[] {
  // Nearly all subpaths are one line: a list that can grow has room for many.
  if (points.length === 4 && !closed) {
    const only = strokeBetween(points, 0, 2, width);
    return only === undefined ? [] : [only];
  }
  const rules: RuledLine[] = [];
  const last = points.length - 2;
  for (let i = closed ? 0 : 2; i <= last; i += 2) {
    const stroke = strokeBetween(points, i === 0 ? last : i - 2, i, width);
    if (stroke !== undefined) rules.push(stroke);
  }
  return rules;
}

/** The line from one point to the next; undefined for a slanted one. */
function strokeBetween(
  points: readonly number[],
  from: number,
  to: number,
  width: number,
): RuledLine | undefined {
  const x0 = points[from]!;
  const y0 = points[from + 1]!;
  const x1 = points[to]!;
  const y1 = points[to + 1]!;
  const wide = Math.abs(x1 - x0);
  const high = Math.abs(y1 - y0);
  // A short fat stroke is a line drawn across its direction: 100 pt wide, 0.5 pt long.
  if (width > THIN && width > 4 * Math.max(wide, high)) {
    if (wide < SLANT && high <= THIN)
      return rule("horizontal", (y0 + y1) / 2, x0 - width / 2, x0 + width / 2, high);
    if (high < SLANT && wide <= THIN)
      return rule("vertical", (x0 + x1) / 2, y0 - width / 2, y0 + width / 2, wide);
    return undefined;
  }
  if (high <= SLANT && wide > high)
    return rule("horizontal", (y0 + y1) / 2, Math.min(x0, x1), Math.max(x0, x1), width);
  if (wide <= SLANT && high > wide)
    return rule("vertical", (x0 + x1) / 2, Math.min(y0, y1), Math.max(y0, y1), width);
  return undefined;
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
