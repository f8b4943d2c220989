import { CLIP_SLACK } from "../engine/tolerances.ts";
import type { Library } from "./library.ts";

/**
 * The segments of a rectangle's path, closed twice at most. A clip with more corners is not computed with: the page is
 * drawn instead.
 */
const MOST_SEGMENTS = 6;

/** Whether an object is painted through a hole that is no rectangle. */
export function hasOddClip({ call }: Library, object: number): boolean {
  const clip = call.FPDFPageObj_GetClipPath!(object);
  if (clip === 0) return false;
  const count = call.FPDFClipPath_CountPaths!(clip);
  for (let path = 0; path < count; path++)
    if (call.FPDFClipPath_CountPathSegments!(clip, path) > MOST_SEGMENTS) return true;
  return false;
}

/**
 * Whether the clip of an object, which includes a form's BBox, may cut away some of it (PDF 32000-1, 8.5.4); `unit` is
 * that of the page's frame.
 */
export function isClipped({ call, heap, scratch }: Library, object: number, unit: number): boolean {
  const clip = call.FPDFPageObj_GetClipPath!(object);
  if (clip === 0) return false;
  const count = call.FPDFClipPath_CountPaths!(clip);
  if (count <= 0) return false;
  const slack = CLIP_SLACK / unit;
  if (call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return true;
  const floats = scratch >> 2;
  const [left = 0, bottom = 0, right = 0, top = 0] = heap.HEAPF32.subarray(floats, floats + 4);
  for (let path = 0; path < count; path++) {
    const segments = call.FPDFClipPath_CountPathSegments!(clip, path);
    if (segments > MOST_SEGMENTS) return true;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    let [px, py] = [NaN, NaN];
    for (let index = 0; index < segments; index++) {
      call.FPDFPathSegment_GetPoint!(
        call.FPDFClipPath_GetPathSegment!(clip, path, index),
        scratch + 16,
        scratch + 20,
      );
      const [x, y] = [heap.HEAPF32[floats + 4]!, heap.HEAPF32[floats + 5]!];
      // A slanted side shows that the clip is no upright rectangle.
      if (Math.abs(x - px) > slack && Math.abs(y - py) > slack) return true;
      [px, py] = [x, y];
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
    if (left < x0 - slack || right > x1 + slack) return true;
    if (bottom < y0 - slack || top > y1 + slack) return true;
  }
  return false;
}
