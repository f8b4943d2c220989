import type { Box } from "../../../model/index.ts";
import { FEWEST_PIXELS_A_POINT, MOST_PIXELS, PIXELS_A_POINT } from "../engine/tolerances.ts";
import { withBitmap } from "./bitmap.ts";
import type { ShownFrame, Library } from "./library.ts";

/** Pixels from the top left corner, four bytes each: blue, green, red and an unused one. */
export interface RenderedPicture {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface PdfiumCanvas {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  /**
   * Draws the whole page, or a part of it, as it is now; undefined where memory does not suffice. Pixels count from the
   * page's corner at this scale.
   */
  readonly draw: (
    left?: number,
    top?: number,
    width?: number,
    height?: number,
  ) => RenderedPicture | undefined;
}

/**
 * A canvas for the whole page; undefined where the page is too large for digits to be told on a picture of bounded
 * size.
 */
export function canvasFor(library: Library, page: number, frame: ShownFrame): PdfiumCanvas | undefined {
  const scale = Math.min(PIXELS_A_POINT, Math.sqrt(MOST_PIXELS / (frame.width * frame.height)));
  return scale >= FEWEST_PIXELS_A_POINT ? canvasOf(library, page, frame, scale) : undefined;
}

/** A canvas for parts of a page, of `scale` pixels a point. */
export function canvasOf(library: Library, page: number, frame: ShownFrame, scale: number): PdfiumCanvas {
  const width = Math.max(1, Math.round(frame.width * scale));
  const height = Math.max(1, Math.round(frame.height * scale));
  return { scale, width, height, draw };

  function draw(left = 0, top = 0, wide = width, high = height): RenderedPicture | undefined {
    if (wide * high > MOST_PIXELS) return undefined;
    const plan = {
      width: wide,
      height: high,
      left,
      top,
      page: { width, height },
      quarters: frame.quarters,
    };
    return withBitmap(library, page, plan, (pixels) => ({
      left,
      top,
      width: wide,
      height: high,
      pixels: pixels.slice(),
    }));
  }
}

/** A box in points as one in pixels. */
export function inPixels([left, top, right, bottom]: Box, scale: number): Box {
  return [left * scale, top * scale, right * scale, bottom * scale];
}
