import type { Box } from "../../model/index.ts";

/** A page as PDFium draws it: four bytes for each pixel, which are red, green, blue and opacity. */
export interface InkPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
}

/** A pixel is ink if its red, green and blue add up to less than this, of three times 255. */
const INK = 480;
/** A row or column of pixels is a ruling line if this share of it is ink. */
const RULING = 0.8;
/** How far from the edge of a box its ruling may be drawn, in pixels. */
const NEAR = 3;

/**
 * A value's box as it is shown, in points. A cell between rulings stays as it is; any other box is shrunk to the ink in
 * it, because in a table without rulings a box is as wide as its column and does not show where the number stands.
 */
export function fitted(box: Box, picture: InkPicture, pixelsPerPoint: number): Box {
  const [left, top, right, bottom] = box.map((side) => Math.round(side * pixelsPerPoint)) as [
    number,
    number,
    number,
    number,
  ];
  const isColumnRuled = (x: number): boolean => share(top, bottom, (y) => isInk(picture, x, y)) >= RULING;
  const isRowRuled = (y: number): boolean => share(left, right, (x) => isInk(picture, x, y)) >= RULING;
  if (isNear(left, isColumnRuled) && isNear(right, isColumnRuled)) return box;
  let [first, last] = [top, bottom - 1];
  for (let y = top; y < top + NEAR; y += 1) if (isRowRuled(y)) first = y + 1;
  for (let y = bottom - 1; y >= bottom - NEAR; y -= 1) if (isRowRuled(y)) last = y - 1;
  const found = inkIn(picture, { left, right, first, last });
  return found === null ? box : (found.map((side) => side / pixelsPerPoint) as unknown as Box);
}

function isNear(edge: number, isRuled: (at: number) => boolean): boolean {
  for (let at = edge - NEAR; at <= edge + NEAR; at += 1) if (isRuled(at)) return true;
  return false;
}

function share(from: number, to: number, holds: (at: number) => boolean): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (holds(at)) count += 1;
  return to > from ? count / (to - from) : 0;
}

interface Window {
  readonly left: number;
  readonly right: number;
  readonly first: number;
  readonly last: number;
}

function inkIn(picture: InkPicture, { left, right, first, last }: Window): Box | null {
  let [x0, y0, x1, y1] = [right, last + 1, left, first];
  for (let y = first; y <= last; y += 1)
    for (let x = left; x < right; x += 1)
      if (isInk(picture, x, y)) {
        if (x < x0) x0 = x;
        if (x >= x1) x1 = x + 1;
        if (y < y0) y0 = y;
        y1 = y + 1;
      }
  return x1 > x0 && y1 > y0 ? [x0, y0, x1, y1] : null;
}

function isInk({ width, height, pixels }: InkPicture, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false;
  const at = 4 * (y * width + x);
  return pixels[at]! + pixels[at + 1]! + pixels[at + 2]! < INK;
}
