import type { InkLine, Stroke } from "./lines.ts";
import { BAR_FULL, BAR_WIDE, FLAT, SAME_BAR } from "./tolerances.ts";

/** A dash is a low, full bar; the arc that is left of a worn digit is not. */
export function isBar({ top, bottom, strokes }: InkLine, dpi: number): boolean {
  const [{ from, to, inked }] = strokes as [Stroke];
  const [wide, high] = [to - from, bottom - top];
  return (
    strokes.length === 1 && high <= FLAT * dpi && wide >= BAR_WIDE * high && inked >= BAR_FULL * wide * high
  );
}

/** So many bars of one size, each alone in its cell, are the dashes of a form and no remains of digits. */
const SEVERAL = 4;

/** Bars of one size that stand alone in several cells: dashes, whatever a recognizer, to which a bare bar is a 1 too, says. */
export function loneDashes(alone: readonly InkLine[], dpi: number): ReadonlySet<InkLine> {
  const bars = alone.filter((line) => isBar(line, dpi));
  const isLike = (one: InkLine, other: InkLine): boolean =>
    Math.abs(one.right - one.left - other.right + other.left) <= SAME_BAR * dpi &&
    Math.abs(one.bottom - one.top - other.bottom + other.top) <= SAME_BAR * dpi;
  return new Set(bars.filter((bar) => bars.filter((other) => isLike(bar, other)).length >= SEVERAL));
}
