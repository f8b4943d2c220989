import type { GreyPicture } from "../../../model/index.ts";
import {
  BILEVEL,
  DARKEST,
  DARKEST_OF_FEW,
  FLAT_GROUND,
  PALE_GROUND,
  FRINGE,
  PAPER,
  SATURATED,
} from "./tolerances.ts";

export type Raster = GreyPicture;

/**
 * A scan divided into what is print and what is coloured ink upon it. `coloured` is 1 where a stamp or a pen was, and
 * `UNSEEN_PIXEL` where the page shows something that the scan does not.
 */
export interface Scan {
  readonly grey: Raster;
  readonly coloured: Uint8Array;
  /** Pixels per inch. */
  readonly dpi: number;
}

export const UNSEEN_PIXEL = 2;

/**
 * A scan from BGRA pixels. Where the paper is coloured, and around that, the brightest channel is taken: print under a
 * red stamp is dark in all channels, the stamp itself is bright in one, and its blurred rim is pale in all.
 */
export function scanOf(bgra: Uint8Array, width: number, height: number, dpi: number): Scan {
  const pixels = new Uint8Array(width * height);
  const coloured = new Uint8Array(width * height);
  const near = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4) {
    const [blue, green, red] = [bgra[from]!, bgra[from + 1]!, bgra[from + 2]!];
    pixels[at] = (red * 77 + green * 151 + blue * 28) >> 8;
    if (Math.max(red, green, blue) - Math.min(red, green, blue) <= SATURATED) continue;
    coloured[at] = 1;
    surround(near, at, width, Math.round(FRINGE * dpi));
  }
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4)
    if (near[at] === 1) pixels[at] = Math.max(bgra[from]!, bgra[from + 1]!, bgra[from + 2]!);
  return { grey: { width, height, pixels }, coloured, dpi };
}

function surround(marks: Uint8Array, at: number, width: number, reach: number): void {
  for (let row = at - reach * width; row <= at + reach * width; row += width)
    marks.fill(1, Math.max(0, row - reach), Math.max(0, row + reach + 1));
}

/**
 * The raster turned about its centre by so many degrees (positive ones are counter-clockwise); where it had nothing,
 * the paper is white.
 */
export function turned({ width, height, pixels }: Raster, degrees: number, blank = 255): Raster {
  if (degrees === 0) return { width, height, pixels };
  const { cos, sin } = { cos: Math.cos((degrees * Math.PI) / 180), sin: Math.sin((degrees * Math.PI) / 180) };
  const result = new Uint8Array(width * height).fill(blank);
  const [middleX, middleY] = [width / 2, height / 2];
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const sourceX = cos * (x - middleX) - sin * (y - middleY) + middleX;
      const sourceY = sin * (x - middleX) + cos * (y - middleY) + middleY;
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, below] = [sourceX - left, sourceY - top];
      const corner = top * width + left;
      result[at] =
        (pixels[corner]! * (1 - right) + pixels[corner + 1]! * right) * (1 - below) +
        (pixels[corner + width]! * (1 - right) + pixels[corner + width + 1]! * right) * below +
        0.5;
    }
  return { width, height, pixels: result };
}

/**
 * The raster with its darkest print made black and its paper white: faded print keeps its shape and gains the contrast
 * that thresholds and recognizers were made for.
 */
export function levelled({ width, height, pixels }: Raster): Raster {
  const counts = new Uint32Array(256);
  for (const pixel of pixels) counts[pixel]! += 1;
  const white = percentile(counts, pixels.length * PAPER);
  const usual = percentile(counts, pixels.length * DARKEST);
  // The grain of paper on which a short table stands alone is among the darkest of its pixels.
  const black = white - usual < PALE_GROUND ? percentile(counts, pixels.length * DARKEST_OF_FEW) : usual;
  if (white - black < FLAT_GROUND || (black === 0 && white === 255)) return { width, height, pixels };
  const scale = 255 / (white - black);
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.max(0, Math.min(255, Math.round((value - black) * scale))),
  );
  const result = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at++) result[at] = table[pixels[at]!]!;
  return { width, height, pixels: result };
}

function percentile(counts: Uint32Array, wanted: number): number {
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    sum += counts[value]!;
    if (sum >= wanted) return value;
  }
  return 255;
}

/**
 * A fax softened for the recognizer: it has only black and white, its thin strokes have holes, and a recognizer was not
 * made for its jagged edges.
 */
export function softened(raster: Raster): Raster {
  const { width, height, pixels } = raster;
  let plain = 0;
  for (const pixel of pixels) if (pixel < 16 || pixel > 239) plain += 1;
  if (plain < BILEVEL * pixels.length) return raster;
  const soft = new Uint8Array(pixels.length).fill(255);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
      let sum = 0;
      for (let row = at - width; row <= at + width; row += width)
        sum += pixels[row - 1]! + 2 * pixels[row]! + pixels[row + 1]!;
      soft[at] = sum / 12;
    }
  return { width, height, pixels: soft };
}
