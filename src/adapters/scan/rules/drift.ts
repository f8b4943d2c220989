import type { PixelArea } from "../raster/lines.ts";
import type { PixelRule } from "./rules.ts";
import { withoutAreas, type Bitmap } from "../raster/threshold.ts";
import { BORDER_REACH, DRIFTING, DRIFT_INKED, DRIFT_STEP, HALF_RULE } from "../raster/tolerances.ts";

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
  const [step, half] = [Math.round(DRIFT_STEP * dpi), Math.max(1, Math.round(HALF_RULE * dpi))];
  for (let from = rule.from; from < rule.to; from += step) {
    const to = Math.min(rule.to, from + step);
    let [best, most] = [rule.first, 0];
    for (let across = rule.first; across < rule.last; across++) {
      let inked = 0;
      for (let along = from; along < to; along++)
        inked += ink[rule.direction === "horizontal" ? across * width + along : along * width + across]!;
      if (inked > most) [best, most] = [across, inked];
    }
    if (most >= DRIFT_INKED * (to - from))
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
    return start - near <= BORDER_REACH * dpi || far - stop <= BORDER_REACH * dpi;
  });
}
