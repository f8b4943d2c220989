import type { Box } from "../../../model/index.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import { EVERYWHERE, type PaintedGlyph } from "../paint/canvas.ts";
import { shareInside, type Steps } from "../paint/region.ts";
import { areOfOneNumber } from "../../page/sheet/one-number.ts";

/** How much of a glyph its object's clips leave. */
export function clippedTo({ glyph, from }: PaintedGlyph, steps: Steps): string | undefined {
  const { box } = glyph;
  const { clip, clips } = from;
  if (clips.length === 0) return isCut(box, clip) ? "half-hidden" : undefined;
  const shares = clips.map((region) => region && shareInside(box, region, steps));
  if (shares.includes(0)) return "hidden";
  const isWhole = shares.every((share) => share !== undefined && share >= COVERED);
  return isCut(box, clip) || !isWhole ? "half-hidden" : undefined;
}

/**
 * Shares of a glyph's box that something else covers: up to the first, it is only rounding at the edge; from the second
 * on, nothing of the glyph is left.
 */
export const TOUCHED = 0.12;
export const COVERED = 0.9;

/** Shares of a glyph's box that a clip must leave. */
const WITHIN_CLIP = { wide: 0.78, high: 0.86 } as const;

export function shareOf(box: Box, over: Box): number {
  const wide = Math.min(box[2], over[2]) - Math.max(box[0], over[0]);
  const high = Math.min(box[3], over[3]) - Math.max(box[1], over[1]);
  const area = (box[2] - box[0]) * (box[3] - box[1]);
  return wide <= 0 || high <= 0 || area <= 0 ? 0 : (wide * high) / area;
}

export function isOff({ box }: Glyph, area: Box): boolean {
  if (area === EVERYWHERE) return false;
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x < area[0] || y < area[1] || x > area[2] || y > area[3];
}

/**
 * Whether a clip cuts a glyph; the width may lose more than the height, because glyphs have spare room beside them but
 * not above.
 */
function isCut([left, top, right, bottom]: Box, clip: Box): boolean {
  if (clip === EVERYWHERE) return false;
  const wide = Math.min(right, clip[2]) - Math.max(left, clip[0]);
  const high = Math.min(bottom, clip[3]) - Math.max(top, clip[1]);
  return wide < WITHIN_CLIP.wide * (right - left) || high < WITHIN_CLIP.high * (bottom - top);
}

/** Whether a digit's number continues outside the page. */
export function isEdge(texts: readonly PaintedGlyph[], index: number, off: readonly boolean[]): boolean {
  const { glyph } = texts[index]!;
  return [index - 1, index + 1].some(
    (beside) => off[beside] === true && areOfOneNumber(glyph, texts[beside]!.glyph),
  );
}
