import type { PrintedDigit } from "./print.ts";
import { SAME_PROPORTIONS } from "../raster/tolerances.ts";

/** From −1 to 1; digits of different proportions have no likeness, such as a 1 as wide as an 8. */
export function likeness(one: PrintedDigit, other: PrintedDigit): number {
  if (!isNear(one.width / one.height, other.width / other.height, SAME_PROPORTIONS)) return -1;
  let sum = 0;
  for (let at = 0; at < one.shape.length; at++) sum += one.shape[at]! * other.shape[at]!;
  return sum;
}

export function isNear(value: number, other: number, share: number): boolean {
  return Math.abs(value - other) <= share * Math.max(value, other);
}
