import type { InkLine, Stroke } from "../raster/lines.ts";
import { BAR_FULL, BAR_WIDE, FLAT, SAME_BAR, SEVERAL_DASHES } from "../raster/tolerances.ts";

/** Whether a line's ink is a dash: a dash is a low, full bar, and the arc that is left of a worn digit is not. */
export function isBar({ top, bottom, strokes }: InkLine, dpi: number): boolean {
  const [{ from, to, inked }] = strokes as [Stroke];
  const [wide, high] = [to - from, bottom - top];
  return (
    strokes.length === 1 && high <= FLAT * dpi && wide >= BAR_WIDE * high && inked >= BAR_FULL * wide * high
  );
}

/**
 * Bars of one size that stand alone in several cells: they are dashes, whatever a recognizer says, which may read a
 * bare bar as a 1.
 */
export function loneDashes(alone: readonly InkLine[], dpi: number): ReadonlySet<InkLine> {
  const bars = alone.filter((line) => isBar(line, dpi));
  const isLike = (one: InkLine, other: InkLine): boolean =>
    Math.abs(one.right - one.left - other.right + other.left) <= SAME_BAR * dpi &&
    Math.abs(one.bottom - one.top - other.bottom + other.top) <= SAME_BAR * dpi;
  return new Set(bars.filter((bar) => bars.filter((other) => isLike(bar, other)).length >= SEVERAL_DASHES));
}
