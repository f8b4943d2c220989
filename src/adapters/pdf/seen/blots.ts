import type { Box } from "../../../model/index.ts";
import { BLOT_REACH, EDGE, MOST_BLOTTED } from "../engine/tolerances.ts";
import type { RenderedPicture } from "../pdfium/canvas.ts";

/** The rim of a shape, smoothed by the engine, is at most this broad, in pixels. */
const RIM = 2;

/**
 * Adds to `edges` the dark spots of pictures that have no sharp rim, as a number that is blurred beyond reading: from
 * there it gets lighter little by little to the left, to the right, upwards and downwards. A shading gets lighter in
 * one direction, or in two that are opposite; a plate ends at a rim. `depth`: by how many levels a spot is darker than what is around it.
 */
export function addBlots(
  edges: Uint8Array,
  { pixels, width, height }: RenderedPicture,
  boxes: readonly Box[],
  scale: number,
  depth = EDGE,
): void {
  const reach = Math.ceil(BLOT_REACH * scale);
  const spots: number[] = [];
  let left = MOST_BLOTTED;
  for (const [x0, y0, x1, y1] of boxes)
    for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, y1) && left > 0; y++)
      for (let x = Math.max(0, Math.floor(x0)); x < Math.min(width, x1); x++) {
        left--;
        const at = y * width + x;
        if (levelAt(at) < 255 - depth && edges[at] === 0 && isBlot(x, y)) spots.push(at);
      }
  for (const at of spots) edges[at] = 1;

  function levelAt(at: number): number {
    return pixels[4 * at + 1]!;
  }

  function isBlot(x: number, y: number): boolean {
    const at = y * width + x;
    return (
      fades(at, -1, x) &&
      fades(at, 1, width - 1 - x) &&
      fades(at, -width, y) &&
      fades(at, width, height - 1 - y)
    );
  }

  /** Whether it gets lighter in one direction, before a rim and before the page ends after `most` pixels. */
  function fades(from: number, step: number, most: number): boolean {
    const least = levelAt(from) + depth;
    for (let count = 1; count <= Math.min(most, reach); count++) {
      left--;
      const at = from + count * step;
      if (count >= RIM && Math.abs(levelAt(at) - levelAt(at - RIM * step)) > depth) return false;
      if (levelAt(at) > least) return true;
    }
    return false;
  }
}
