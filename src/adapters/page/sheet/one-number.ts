import { hasDigits } from "../../../printed/numbers.ts";
import type { Glyph } from "./page.ts";
import { NEXT_DIGIT } from "./tolerances.ts";

/**
 * Whether two digits are set beside each other, as those of one number are. Where a page ends between them, or one of
 * them is not seen, the number that is seen is not the one that was set.
 */
export function areOfOneNumber(one: Glyph, other: Glyph): boolean {
  const gap = Math.max(one.start, other.start) - Math.min(one.end, other.end);
  return (
    hasDigits(one.text) &&
    hasDigits(other.text) &&
    Math.abs(one.baseline - other.baseline) < NEXT_DIGIT.line * one.size &&
    Math.abs(gap) < NEXT_DIGIT.gap * one.size
  );
}
