import type { Box } from "../../../model/index.ts";
import { EDGE, EDGE_OF_STUB } from "../engine/tolerances.ts";
import type { RenderedPicture } from "../pdfium/canvas.ts";

/**
 * Holds 1 where a pixel differs from its left or upper neighbour, as at lines, rims of shapes and pictures, and 0 on
 * even ground. In the boxes of `stubs` pale edges count, too.
 */
export function edgesOf(picture: RenderedPicture, stubs: readonly Box[]): Uint8Array {
  const { pixels, width, height } = picture;
  const edges = new Uint8Array(width * height);
  const words = wordsOf(picture);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      // Whole pixels are compared first, because nearly all of a page is like its neighbours.
      const word = words[at];
      if (
        (x > 0 && word !== words[at - 1] && differ(at, at - 1, EDGE)) ||
        (y > 0 && word !== words[at - width] && differ(at, at - width, EDGE))
      )
        edges[at] = 1;
    }
  for (const [left, top, right, bottom] of stubs)
    for (let y = Math.max(1, Math.floor(top) - 1); y < Math.min(height, bottom + 1); y++)
      for (let x = Math.max(1, Math.floor(left) - 1); x < Math.min(width, right + 1); x++) {
        const at = y * width + x;
        if (differ(at, at - 1, EDGE_OF_STUB) || differ(at, at - width, EDGE_OF_STUB)) edges[at] = 1;
      }
  return edges;

  function differ(one: number, other: number, least: number): boolean {
    const [a, b] = [4 * one, 4 * other];
    return (
      Math.abs(pixels[a + 1]! - pixels[b + 1]!) > least ||
      Math.abs(pixels[a]! - pixels[b]!) > least ||
      Math.abs(pixels[a + 2]! - pixels[b + 2]!) > least
    );
  }
}

/** Pixels as whole words, which are compared at once. */
function wordsOf({ pixels }: RenderedPicture): Uint32Array {
  return new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2);
}

/** Adds to `edges` the differences between two pictures outside all boxes: ink of text that no glyph accounts for. */
export function addUnaccounted(
  edges: Uint8Array,
  withText: RenderedPicture,
  without: RenderedPicture,
  boxes: readonly Box[],
): void {
  const { width, height } = withText;
  const accounted = new Uint8Array(width * height);
  fillBoxes(
    accounted,
    withText,
    boxes.map(([left, top, right, bottom]) => [left - 1, top - 1, right + 1, bottom + 1]),
  );
  const [words, others] = [wordsOf(withText), wordsOf(without)];
  for (let at = 0; at < accounted.length; at++)
    if (
      words[at] !== others[at] &&
      accounted[at] === 0 &&
      Math.abs(withText.pixels[4 * at + 1]! - without.pixels[4 * at + 1]!) > EDGE
    )
      edges[at] = 1;
}

/** Marks all pixels of some boxes as drawn on, where something may be shown that was not drawn. */
export function fillBoxes(
  edges: Uint8Array,
  { width, height }: RenderedPicture,
  boxes: readonly Box[],
): void {
  for (const [left, top, right, bottom] of boxes) {
    const [x0, x1] = [Math.max(0, Math.floor(left)), Math.min(width, Math.ceil(right))];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++)
      if (x1 > x0) edges.fill(1, y * width + x0, y * width + x1);
  }
}
