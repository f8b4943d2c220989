import { firstFrom } from "../../page/sheet/sorted.ts";
import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import type { Subpath } from "../../page/ink/subpath.ts";
import type { DrawnInk, Glyph, RuledLine } from "../../page/sheet/page.ts";
import { boxesMeet, unionOf } from "../../page/sheet/text.ts";
import type { Canvas, PaintedFill, PaintedPicture } from "../paint/canvas.ts";

/** Pixels per point: a digit of 9 points becomes some ten pixels high. */
const PIXELS_A_POINT = 1.5;
/** Limit for the pixels of one page; larger pages are drawn smaller. */
const MOST_PIXELS = 4_000_000;
/** Points. Lines of this length may be a minus or part of a digit drawn by hand; the corners of borders are shorter. */
const STUB = { shortest: 1.5, longest: 14 } as const;
/** Points. A shorter line this close to a digit may be its decimal point. */
const DOT = { shortest: 0.5, beside: 4 } as const;
/** Points; a sign so far from a number that has no lines around it belongs to it. */
const BESIDE = 10;
/** Points. Most cells are larger than this, so that a larger fill is the ground of one. */
const LARGEST_MARK = 40;
/** A picture that covers this share of the page is its paper; one with no more than this opacity is a watermark. */
const PAPER = 0.8;
const PALE = 0.35;
/** The part of a digit at its top and foot that a line may touch without crossing it out. */
const RIM_OF_DIGIT = 0.15;

/** What the page shows apart from its text; undefined unless something other than text may stand in a table. */
export function drawnOf(canvas: Canvas, glyphs: readonly Glyph[]): DrawnInk | undefined {
  const { width, height, outlines } = canvas;
  const pictures = canvas.pictures.filter((picture) => isInk(picture, width * height));
  if (!hasReason(canvas, pictures, glyphs)) return undefined;
  const scale = Math.min(PIXELS_A_POINT, Math.sqrt(MOST_PIXELS / (width * height)));
  const [wide, high] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const edges = new Uint8Array(wide * high);
  for (const outline of outlines) trace(outline);
  for (const { box } of pictures) fill(box);
  return { scale, width: wide, height: high, edges };

  function trace({ points, closed, filled }: Subpath): void {
    for (let at = 2; at < points.length; at += 2) line(points, at - 2, at);
    if (closed || filled) line(points, points.length - 2, 0);
  }

  function line(points: readonly number[], from: number, to: number): void {
    const [x0, y0] = inside(points[from]!, points[from + 1]!);
    const [x1, y1] = inside(points[to]!, points[to + 1]!);
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
    for (let step = 0; step <= steps; step++) {
      const x = Math.round(x0 + ((x1 - x0) * step) / steps);
      const y = Math.round(y0 + ((y1 - y0) * step) / steps);
      if (x < wide && y < high) edges[y * wide + x] = 1;
    }
  }

  function fill(box: Box): void {
    const [left, top] = inside(box[0], box[1]);
    const [right, bottom] = inside(box[2], box[3]);
    for (let y = Math.round(top); y < bottom; y++)
      edges.fill(1, y * wide + Math.round(left), y * wide + Math.round(right));
  }

  function inside(x: number, y: number): readonly [number, number] {
    return [Math.min(wide, Math.max(0, x * scale)), Math.min(high, Math.max(0, y * scale))];
  }
}

function isInk({ box, alpha }: PaintedPicture, sheet: number): boolean {
  return alpha > PALE && (box[2] - box[0]) * (box[3] - box[1]) < PAPER * sheet;
}

/** Whether something other than text may stand in a table; nearly every page has only text and the lines of tables. */
function hasReason(
  { rules, drawings, fills }: Canvas,
  pictures: readonly PaintedPicture[],
  glyphs: readonly Glyph[],
): boolean {
  const table = tableArea(rules, glyphs);
  if (table === undefined) return false;
  return (
    drawings.some((box) => boxesMeet(box, table)) ||
    fills.some((fill) => isMark(fill) && boxesMeet(fill.box, table)) ||
    pictures.some(({ box }) => boxesMeet(box, table)) ||
    rules.some(isStub) ||
    hasLineThroughText(rules, glyphs) ||
    hasDot(rules, glyphs)
  );
}

/** The area of all vertical lines and all digits, which may stand in a table without lines. */
function tableArea(rules: readonly RuledLine[], glyphs: readonly Glyph[]): Box | undefined {
  const lines = rules.flatMap(({ direction, position, from, to }): Box[] =>
    direction === "horizontal" ? [] : [[position, from, position, to]],
  );
  const digits = glyphs.filter(({ text }) => hasDigits(text)).map(({ box }) => box);
  const [left, top, right, bottom] = unionOf([...lines, ...digits]);
  return left < right ? [left - BESIDE, top, right + BESIDE, bottom] : undefined;
}

/** A filled shape as small as a character: a digit drawn by hand, or one that is blackened. */
function isMark({ box: [left, top, right, bottom], paint: { colour, alpha } }: PaintedFill): boolean {
  const isWhite = colour !== undefined && Math.min(...colour) >= 250;
  return !isWhite && alpha > PALE && Math.max(right - left, bottom - top) <= LARGEST_MARK;
}

function isStub({ edge, from, to }: RuledLine): boolean {
  return !edge && to - from >= STUB.shortest && to - from <= STUB.longest;
}

/** Whether a line as short as a decimal point stands beside a digit. */
function hasDot(rules: readonly RuledLine[], glyphs: readonly Glyph[]): boolean {
  const dots = rules
    .filter(({ edge, from, to }) => !edge && to - from >= DOT.shortest && to - from < STUB.shortest)
    .sort((a, b) => middleOf(a) - middleOf(b));
  if (dots.length === 0) return false;
  const heights = dots.map(middleOf);
  return glyphs.some(({ text, box: [left, top, right, bottom] }) => {
    if (!hasDigits(text)) return false;
    for (let at = firstFrom(heights, top - DOT.beside); at < dots.length; at++) {
      if (heights[at]! > bottom + DOT.beside) return false;
      const { direction, position, from, to } = dots[at]!;
      const [x0, x1] = direction === "horizontal" ? [from, to] : [position, position];
      if (x0 < right + DOT.beside && x1 > left - DOT.beside) return true;
    }
    return false;
  });
}

function middleOf({ direction, position, from, to }: RuledLine): number {
  return direction === "horizontal" ? position : (from + to) / 2;
}

/**
 * Whether a level line runs through a digit. Lines are sorted by height, so that each digit is compared only with those
 * at its own.
 */
function hasLineThroughText(rules: readonly RuledLine[], glyphs: readonly Glyph[]): boolean {
  const level = rules
    .filter(({ edge, direction }) => !edge && direction === "horizontal")
    .sort((a, b) => a.position - b.position);
  const positions = level.map(({ position }) => position);
  return glyphs.some(({ text, box: [left, top, right, bottom] }) => {
    if (!hasDigits(text)) return false;
    const [from, to] = [top + RIM_OF_DIGIT * (bottom - top), bottom - RIM_OF_DIGIT * (bottom - top)];
    for (let at = firstFrom(positions, from); at < level.length && level[at]!.position < to; at++)
      if (level[at]!.from < right && level[at]!.to > left) return true;
    return false;
  });
}
