import { strokeGroups, type ReadLine } from "./guard.ts";
import type { InkLine, PixelArea } from "../raster/lines.ts";
import type { Raster } from "../raster/raster.ts";
import type { Bitmap } from "../raster/threshold.ts";
import { CORE, GRID_WIDTH, GROUND } from "../raster/tolerances.ts";

/** A digit as it lies on a page; lengths are in inches of paper. */
export interface PrintedDigit {
  readonly text: string;
  readonly probability: number;
  readonly line: InkLine;
  readonly width: number;
  readonly height: number;
  /** Mean thickness of its strokes. */
  readonly stroke: number;
  /** How much darker it is than the paper around it, from 0 to 1. */
  readonly contrast: number;
  /**
   * Its darkness in a grid, with the mean subtracted and scaled to length 1: the product of two shapes says how alike
   * they are.
   */
  readonly shape: Float32Array;
  readonly patch: Patch;
}

/** A digit's pixels, from 0 for paper to 1 for ink. */
export interface Patch {
  readonly width: number;
  readonly height: number;
  readonly stroke: number;
  readonly darkness: Float32Array;
}

/** The digits of a number whose ink falls apart into as many groups of strokes as it has characters. */
export function digitsOf(
  { line, characters }: ReadLine,
  grey: Raster,
  print: Bitmap,
  dpi: number,
): readonly PrintedDigit[] {
  const printed = characters.filter(({ text }) => text !== " ");
  const groups = strokeGroups(line, printed.length);
  if (groups === null) return [];
  return printed.flatMap(({ text, probability }, at) => {
    const [from, to] = [groups[at]![0]!.from, groups[at]!.at(-1)!.to];
    const area = /^\d$/.test(text) ? inkedPart({ ...line, left: from, right: to }, print) : null;
    if (area === null) return [];
    const size = { width: (area.right - area.left) / dpi, height: (area.bottom - area.top) / dpi };
    const { stroke, contrast, paper } = drawn(area, grey, print);
    return [
      {
        text,
        probability,
        line,
        ...size,
        stroke: stroke / dpi,
        contrast,
        shape: shapeOf(area, grey),
        patch: patchOf(area, grey, stroke, paper, contrast),
      },
    ];
  });
}

/** The rows of an area from its topmost ink to its lowest; null where there is none. */
function inkedPart(area: PixelArea, { width, ink }: Bitmap): PixelArea | null {
  const inked = (y: number): boolean =>
    ink.subarray(y * width + area.left, y * width + area.right).includes(1);
  let { top, bottom } = area;
  while (top < bottom && !inked(top)) top += 1;
  while (bottom > top && !inked(bottom - 1)) bottom -= 1;
  return top < bottom ? { ...area, top, bottom } : null;
}

function drawn(
  { left, top, right, bottom }: PixelArea,
  grey: Raster,
  { width, ink }: Bitmap,
): Pick<PrintedDigit, "stroke" | "contrast"> & { readonly paper: number } {
  const [dark, pale]: [number[], number[]] = [[], []];
  let rim = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left, at = y * width + x; x < right; x++, at++) {
      (ink[at] === 1 ? dark : pale).push(grey.pixels[at]!);
      if (ink[at] === 1 && !(ink[at - 1] && ink[at + 1] && ink[at - width] && ink[at + width])) rim += 1;
    }
  const paper = pale.length === 0 ? 255 : quantile(pale, GROUND);
  const contrast = paper === 0 ? 0 : (paper - quantile(dark, CORE)) / paper;
  return { stroke: dark.length / Math.max(1, rim / 2), contrast, paper };
}

function quantile(values: number[], share: number): number {
  return values.sort((a, b) => a - b)[Math.floor(share * values.length)]!;
}

function patchOf(
  { left, top, right, bottom }: PixelArea,
  { width, pixels }: Raster,
  stroke: number,
  paper: number,
  contrast: number,
): Patch {
  const [wide, high] = [right - left, bottom - top];
  const darkness = new Float32Array(wide * high);
  for (let y = 0, to = 0; y < high; y++)
    for (let x = 0, at = (top + y) * width + left; x < wide; x++, at++, to++)
      darkness[to] = Math.max(0, Math.min(1, (paper - pixels[at]!) / (paper * contrast)));
  return { width: wide, height: high, stroke, darkness };
}

const ACROSS = 12;
const DOWN = 18;

function shapeOf({ left, top, right, bottom }: PixelArea, { width, pixels }: Raster): Float32Array {
  const shape = new Float32Array(ACROSS * DOWN);
  const high = (bottom - top) / DOWN;
  const wide = Math.max(right - left, GRID_WIDTH * (bottom - top)) / ACROSS;
  const start = (left + right - ACROSS * wide) / 2;
  for (let row = 0; row < DOWN; row++)
    for (let column = 0; column < ACROSS; column++) {
      let [sum, count] = [0, 0];
      for (let y = Math.floor(top + row * high); y < top + (row + 1) * high; y++)
        for (let x = Math.floor(start + column * wide); x < start + (column + 1) * wide; x++, count++)
          if (x >= left && x < right) sum += 255 - pixels[y * width + x]!;
      shape[row * ACROSS + column] = sum / count;
    }
  const mean = shape.reduce((sum, value) => sum + value, 0) / shape.length;
  const length = Math.hypot(...shape.map((value) => value - mean));
  return shape.map((value) => (length === 0 ? 0 : (value - mean) / length));
}
