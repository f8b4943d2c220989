import type { Area } from "./lines.ts";
import type { PixelRule } from "./rules.ts";

/** A rule that drifts so far across, in inches, as it does on a page that is not flat, takes print beside it away with it. */
const DRIFTING = 0.05;
/** So far into a cell, in inches: less is the room above and below its digits; as much as a digit is high may take all of it. */
const REACH = 0.02;
const DIGIT = 0.08;
/** Print so near to the rule, in inches, was cut by it. */
const CUT = 0.015;

export function isDrifting({ first, last }: PixelRule, dpi: number): boolean {
  return last - first > DRIFTING * dpi;
}

/** Whether some of a cell's print may have gone with a drifting rule: what is left of it touches the rule, or nothing is left. */
export function hasTaken(rule: PixelRule, cell: Area, lines: readonly Area[], dpi: number): boolean {
  const { direction, from, to, first, last } = rule;
  const across = ({ left, top, right, bottom }: Area): readonly [number, number] =>
    direction === "horizontal" ? [top, bottom] : [left, right];
  const [begin, end] = direction === "horizontal" ? [cell.left, cell.right] : [cell.top, cell.bottom];
  const [near, far] = across(cell);
  const depth = from < end && to > begin ? Math.min(last, far) - Math.max(first, near) : 0;
  if (depth <= REACH * dpi) return false;
  if (lines.length === 0) return depth > DIGIT * dpi;
  return lines.some((line) => {
    const [start, stop] = across(line);
    return start <= last + CUT * dpi && stop >= first - CUT * dpi;
  });
}
