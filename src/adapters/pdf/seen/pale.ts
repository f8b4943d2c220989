import type { Box } from "../../../model/index.ts";
import type { RuledLine } from "../../page/sheet/page.ts";
import {
  FAINT_EDGE,
  FAINT_INK,
  FAINTEST_OF_WATERMARK,
  LONGEST_STUB,
  MOST_FAINT,
  TALLEST,
  TALLEST_FAINT,
  WATERMARK_PART,
} from "../engine/tolerances.ts";
import { inPixels } from "../pdfium/canvas.ts";
import type { RenderedPicture } from "../pdfium/canvas.ts";
import { addBlots } from "./blots.ts";
import { patchesOf, squareOf } from "./patches.ts";
import type { FaintPatch, FaintPatches } from "./patches.ts";

/** What is drawn on a page besides its text, in points. */
export interface DrawnBeside {
  readonly images: readonly Box[];
  /** Curves, slanted strokes, shadings and patterns. */
  readonly drawings: readonly Box[];
  /** The objects of `images` and `drawings`, each as a whole. */
  readonly wholes: readonly Box[];
  readonly rules: readonly RuledLine[];
}

/** The rim of a line is no broader than this; ink that begins this near to the rim touches the line. Pixels. */
const BESIDE_A_LINE = 4;
const TOUCHING = 2;
/** How far a stroke that crosses a line aslant comes along it. Pixels. */
const ASLANT = 8;

/** An object no larger than this, in points, is a digit or a number, and none of a watermark's characters. */
const OF_ONE_CELL = { wide: 60, high: TALLEST_FAINT } as const;

/**
 * Adds to `edges` the pale ink of pictures and drawings, as of digits in light grey, and takes out that of watermarks
 * and pale seals: they go on across the lines of a table, or are too high for a line of text, and every number under
 * them can be read. What small objects draw in its colour is no part of a watermark; `stubs` are the short lines where
 * numbers may stand.
 */
export function addPale(
  edges: Uint8Array,
  ground: RenderedPicture,
  drawn: DrawnBeside,
  stubs: readonly Box[],
  scale: number,
): void {
  const overlaid = drawn.images.map((box) => inPixels(box, scale));
  const boxes = [...overlaid, ...drawn.drawings.map((box) => inPixels(box, scale))];
  const faint = faintIn(ground, boxes);
  addBlots(faint, ground, boxes, scale, FAINT_INK);
  const patches = patchesOf(faint, ground);
  if (patches.list.length === 0) return;
  const lines = drawn.rules.filter(({ edge, from, to }) => !edge && to - from > LONGEST_STUB);
  const crossing = crossingPatches(patches, faint, ground, lines, scale);
  const overlays = overlaid.filter((box) => lines.some((line) => isCrossed(box, line, scale)));
  const isSmall = ([left, top, right, bottom]: Box) =>
    right - left <= OF_ONE_CELL.wide && bottom - top <= OF_ONE_CELL.high;
  const small = [...stubs, ...drawn.wholes.filter(isSmall)].map((box) => inPixels(box, scale));
  const own = withinBoxes(small, ground);
  const marks = watermarks(patches, crossing, overlays, (lines.length > 0 ? TALLEST : TALLEST_FAINT) * scale);
  for (const [index, { points }] of patches.list.entries()) {
    const isMark = marks.has(index);
    for (const at of points) edges[at] = isMark && own[at] === 0 ? 0 : 1;
  }
}

/** Marks the pixels of a picture that lie in some box. */
function withinBoxes(boxes: readonly Box[], { width, height }: RenderedPicture): Uint8Array {
  const within = new Uint8Array(width * height);
  for (const [x0, y0, x1, y1] of boxes)
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, y1); y++)
      within.fill(1, y * width + Math.max(0, Math.floor(x0)), y * width + Math.min(width, Math.ceil(x1)));
  return within;
}

/** Pixels in boxes, where pale ink differs from what stands to its left or above it. */
function faintIn(ground: RenderedPicture, boxes: readonly Box[]): Uint8Array {
  const { pixels, width, height } = ground;
  const faint = new Uint8Array(width * height);
  let left = MOST_FAINT;
  for (const [x0, y0, x1, y1] of boxes)
    for (let y = Math.max(1, Math.floor(y0) - 1); y < Math.min(height - 1, y1 + 2) && left > 0; y++)
      for (let x = Math.max(1, Math.floor(x0) - 1); x < Math.min(width - 1, x1 + 2); x++) {
        left--;
        const at = y * width + x;
        if (isPale(ground, at) && (differ(at, at - 1) || differ(at, at - width))) faint[at] = 1;
      }
  return faint;

  function differ(one: number, other: number): boolean {
    const [a, b] = [4 * one, 4 * other];
    return (
      Math.abs(pixels[a + 1]! - pixels[b + 1]!) > FAINT_EDGE ||
      Math.abs(pixels[a]! - pixels[b]!) > FAINT_EDGE ||
      Math.abs(pixels[a + 2]! - pixels[b + 2]!) > FAINT_EDGE
    );
  }
}

function isPale({ pixels, width }: RenderedPicture, at: number): boolean {
  const around = [at, at - 1, at + 1, at - width, at + width];
  return around.every((one) => pixels[4 * one + 1]! >= FAINTEST_OF_WATERMARK);
}

/** Patches of ink that touches a line of the table on both of its sides, in one place or a little aslant. */
function crossingPatches(
  { squares, across }: FaintPatches,
  faint: Uint8Array,
  ground: RenderedPicture,
  lines: readonly RuledLine[],
  scale: number,
): ReadonlySet<number> {
  const points = lines.flatMap((line) => crossingPoints(faint, ground, line, scale));
  return new Set(points.map((at) => squares[squareOf(at, ground.width, across)]! - 1));
}

function crossingPoints(
  faint: Uint8Array,
  ground: RenderedPicture,
  line: RuledLine,
  scale: number,
): readonly number[] {
  const points: number[] = [];
  let last: { readonly along: number; readonly side: -1 | 1; readonly at: number } | undefined;
  for (let along = Math.ceil(line.from * scale) + 1; along < line.to * scale - 1; along++)
    for (const side of [-1, 1] as const) {
      const at = touching(faint, ground, line, scale, [along, side]);
      if (at === undefined) continue;
      if (last !== undefined && last.side !== side && along - last.along <= ASLANT) points.push(last.at, at);
      last = { along, side, at };
    }
  return points;
}

/** The pixel of faint ink that touches one side of a line, so many pixels along it. */
function touching(
  faint: Uint8Array,
  ground: RenderedPicture,
  { direction, position, thickness }: RuledLine,
  scale: number,
  [along, side]: readonly [number, -1 | 1],
): number | undefined {
  const { width, height } = ground;
  const reach = (thickness * scale) / 2 + BESIDE_A_LINE;
  for (let far = 0, bare = 0; far <= reach && bare < TOUCHING; far++) {
    const beside = Math.floor(position * scale + side * far);
    const [x, y] = direction === "horizontal" ? [along, beside] : [beside, along];
    if (x < 1 || y < 1 || x >= width - 1 || y >= height - 1) return undefined;
    const at = y * width + x;
    if (faint[at] === 1) return at;
    // The line itself and its rim come first.
    if (isPale(ground, at)) bare++;
  }
  return undefined;
}

function isCrossed([left, top, right, bottom]: Box, line: RuledLine, scale: number): boolean {
  const [position, from, to] = [line.position * scale, line.from * scale, line.to * scale];
  const slack = BESIDE_A_LINE;
  return line.direction === "horizontal"
    ? position > top + slack && position < bottom - slack && from < right && to > left
    : position > left + slack && position < right - slack && from < bottom && to > top;
}

/**
 * The patches that belong to a watermark: those that cross lines or are too high for text, all of a picture in which
 * many do, and what has their colour and is as near to them as the strokes of one large character are.
 */
function watermarks(
  { list }: FaintPatches,
  crossing: ReadonlySet<number>,
  overlays: readonly Box[],
  tallest: number,
): ReadonlySet<number> {
  const marks = new Set(crossing);
  for (const [index, { box }] of list.entries()) if (box[3] - box[1] > tallest) marks.add(index);
  for (const overlay of overlays) {
    const own = [...list.keys()].filter((index) => holds(overlay, list[index]!.box));
    const ink = (some: readonly number[]) => some.reduce((sum, index) => sum + list[index]!.points.length, 0);
    if (ink(own.filter((index) => marks.has(index))) < WATERMARK_PART * ink(own)) continue;
    for (const index of own) marks.add(index);
  }
  const large = [...marks]
    .map((index) => list[index]!)
    .filter(isCharacter)
    .slice(0, MOST_MARKS);
  for (const [index, patch] of list.entries())
    if (!marks.has(index) && large.some((mark) => isStrokeOf(mark, patch))) marks.add(index);
  return marks;
}

/** More patches than this are a pattern over the whole page. */
const MOST_MARKS = 400;
/** Strokes of one character are no farther apart than this part of it, and their colour differs by this many levels. */
const APART = 0.3;
const ONE_COLOUR = 20;

/** No character is larger than this, in pixels; what is larger may run around numbers. */
const LARGEST = 220;

function isCharacter({ box }: FaintPatch): boolean {
  return Math.max(box[2] - box[0], box[3] - box[1]) <= LARGEST;
}

function isStrokeOf(mark: FaintPatch, { box, level }: FaintPatch): boolean {
  const reach = APART * Math.max(mark.box[2] - mark.box[0], mark.box[3] - mark.box[1]);
  return (
    Math.abs(mark.level - level) <= ONE_COLOUR &&
    box[0] < mark.box[2] + reach &&
    box[2] > mark.box[0] - reach &&
    box[1] < mark.box[3] + reach &&
    box[3] > mark.box[1] - reach
  );
}

function holds(outer: Box, [left, top, right, bottom]: Box): boolean {
  return left >= outer[0] - 2 && top >= outer[1] - 2 && right <= outer[2] + 2 && bottom <= outer[3] + 2;
}
