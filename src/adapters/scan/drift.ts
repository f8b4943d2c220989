import type { PixelArea } from "./lines.ts";
import type { PixelRule } from "./rules.ts";
import { withoutAreas, type Bitmap } from "./threshold.ts";

/** A rule that drifts this far across, in inches, as happens on a page that is not flat. */
const DRIFTING = 0.05;
/**
 * The rule is followed in steps of this length; in each step it stands where most of the step is ink, and reaches at
 * most this far to either side.
 */
const STEP = 0.16;
const FOUND = 0.6;
const HALF_THICK = 0.0125;
/**
 * The border of a cell runs along the middle of a drifting rule's band, so print this near to it may continue on the
 * other side. In inches.
 */
const CUT = 0.01;

export function isDrifting({ first, last }: PixelRule, dpi: number): boolean {
  return last - first > DRIFTING * dpi;
}

/** The print alone: the pixels of rules and those just beside them are removed. */
export function withoutRules(bitmap: Bitmap, rules: readonly PixelRule[], dpi: number): Bitmap {
  const pieces = rules.flatMap((rule) => (isDrifting(rule, dpi) ? stepsOf(bitmap, rule, dpi) : [rule]));
  return withoutAreas(
    bitmap,
    pieces.map(({ direction, from, to, first, last }) =>
      direction === "horizontal"
        ? { left: from, top: first - 1, right: to, bottom: last + 1 }
        : { left: first - 1, top: from, right: last + 1, bottom: to },
    ),
  );
}

/** Where a drifting rule runs, step by step: removing its whole band would also remove the print beside it. */
function stepsOf({ width, ink }: Bitmap, rule: PixelRule, dpi: number): readonly PixelRule[] {
  const steps: PixelRule[] = [];
  const [step, half] = [Math.round(STEP * dpi), Math.max(1, Math.round(HALF_THICK * dpi))];
  for (let from = rule.from; from < rule.to; from += step) {
    const to = Math.min(rule.to, from + step);
    let [best, most] = [rule.first, 0];
    for (let across = rule.first; across < rule.last; across++) {
      let inked = 0;
      for (let along = from; along < to; along++)
        inked += ink[rule.direction === "horizontal" ? across * width + along : along * width + across]!;
      if (inked > most) [best, most] = [across, inked];
    }
    if (most >= FOUND * (to - from))
      steps.push({ ...rule, from, to, first: best - half, last: best + half + 1 });
  }
  return steps;
}

/** Whether a drifting rule's border may cut a cell's print, because some of the print touches the border. */
export function cuts(rule: PixelRule, cell: PixelArea, lines: readonly PixelArea[], dpi: number): boolean {
  const { direction, from, to, first, last } = rule;
  const across = ({ left, top, right, bottom }: PixelArea): readonly [number, number] =>
    direction === "horizontal" ? [top, bottom] : [left, right];
  const [begin, end] = direction === "horizontal" ? [cell.left, cell.right] : [cell.top, cell.bottom];
  const [near, far] = across(cell);
  if (from >= end || to <= begin || first >= far || last <= near) return false;
  return lines.some((line) => {
    const [start, stop] = across(line);
    return start - near <= CUT * dpi || far - stop <= CUT * dpi;
  });
}
