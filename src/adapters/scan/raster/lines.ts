import type { Bitmap } from "./threshold.ts";
import { HEEL, HEEL_GAP, LINE_GAP, SPECK, SPECK_INKED } from "./tolerances.ts";

/** An area in pixels, ends exclusive. */
export interface PixelArea {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line of print: its area, and the stretches of ink in it from left to right. */
export interface InkLine extends PixelArea {
  readonly strokes: readonly Stroke[];
}

/** Columns of ink without a blank one between them: a digit, or a part of an ideograph. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly inked: number;
  /** The number of rows from its topmost ink to its lowest. */
  readonly height: number;
}

/** The lines of print in an area, separated by blank rows. Specks are left out. */
export function inkLines(bitmap: Bitmap, area: PixelArea, dpi: number): readonly InkLine[] {
  const gap = Math.max(1, Math.round(LINE_GAP * dpi));
  const speck = Math.max(2, Math.round(SPECK * dpi));
  const counts = rowCounts(bitmap, area);
  return withHeels(spans(counts, gap), dpi)
    .map(({ from, to }) => lineOf(bitmap, { ...area, top: area.top + from, bottom: area.top + to }, speck))
    .filter((line) => line !== null);
}

/**
 * The foot of a worn 2 or the bar of a 7 may stand apart from the digit: a sliver near a line is made part of that
 * line.
 */
function withHeels(lines: readonly Span[], dpi: number): readonly Span[] {
  const near = HEEL_GAP * dpi;
  const merged: Span[] = [];
  for (const line of lines) {
    const before = merged.at(-1);
    const sliver = before && Math.min(before.to - before.from, line.to - line.from) <= HEEL * dpi;
    if (before && sliver && line.from - before.to <= near)
      merged[merged.length - 1] = { from: before.from, to: line.to };
    else merged.push(line);
  }
  return merged;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** How many pixels of each row are ink. */
export function rowCounts({ width, ink }: Bitmap, { left, top, right, bottom }: PixelArea): Uint32Array {
  const counts = new Uint32Array(Math.max(0, bottom - top));
  for (let y = top; y < bottom; y++)
    for (let x = left, at = y * width + left; x < right; x++, at++) counts[y - top]! += ink[at]!;
  return counts;
}

/** Stretches of counts above zero; those less than `gap` apart are joined. */
function spans(counts: Uint32Array, gap: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    const last = found.at(-1);
    if (last !== undefined && at - last.to < gap) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  }
  return found;
}

/** Null where there are only specks. */
function lineOf(bitmap: Bitmap, area: PixelArea, speck: number): InkLine | null {
  const { width, ink } = bitmap;
  const counts = new Uint32Array(area.right - area.left);
  for (let y = area.top; y < area.bottom; y++)
    for (let x = area.left, at = y * width + area.left; x < area.right; x++, at++)
      counts[x - area.left]! += ink[at]!;
  const strokes = spans(counts, 1)
    .map(({ from, to }) => ({
      from: area.left + from,
      to: area.left + to,
      inked: counts.subarray(from, to).reduce((sum, count) => sum + count, 0),
      height: heightOf(bitmap, { ...area, left: area.left + from, right: area.left + to }),
    }))
    .filter(({ inked }) => inked >= speck * speck * SPECK_INKED);
  if (strokes.length === 0 || area.bottom - area.top < speck) return null;
  return { ...area, left: strokes[0]!.from, right: strokes.at(-1)!.to, strokes };
}

function heightOf({ width, ink }: Bitmap, { left, top, right, bottom }: PixelArea): number {
  let [first, last] = [bottom, top];
  for (let y = top; y < bottom; y++)
    for (let x = left, at = y * width + left; x < right; x++, at++)
      if (ink[at] === 1) [first, last] = [Math.min(first, y), y];
  return Math.max(0, last - first + 1);
}
