import type { Declared } from "./cascade.ts";
import { lengthOf } from "./length.ts";
import type { TagKind } from "./tricks.ts";

export interface ElementRoom {
  readonly width: number;
  readonly height: number;
  /** True if a box around the text, within its table, hides what stands out from it. */
  readonly clips: boolean;
}

export const OPEN_ROOM: ElementRoom = { width: Infinity, height: Infinity, clips: false };

/** The room for text in a box that hides what overflows it; a cell grows with its text. */
export function roomOf(
  own: Declared,
  size: number,
  kind: TagKind,
  around: ElementRoom,
  isFixed: boolean,
): ElementRoom {
  if (kind === "table") return OPEN_ROOM;
  const least = (...names: string[]) =>
    Math.min(...names.map((name) => lengthOf(own.get(name), size, Infinity) ?? Infinity));
  // A cell grows with its text; in a table of fixed layout it grows only in height.
  const width = isFixed ? least("width", "max-width") : least("max-width");
  if (!/hidden|clip|scroll|auto/i.test(own.get("overflow") ?? "")) {
    // Nothing is cut off, but a text that is much wider than its cell lies over the next one.
    return kind === "cell" ? { ...around, width: Math.min(around.width, SPILL * width) } : around;
  }
  if (kind !== "other") return { ...around, width: Math.min(around.width, width), clips: true };
  return {
    clips: true,
    width: Math.min(around.width, least("width", "max-width")),
    height: Math.min(around.height, least("height", "max-height"), heightOfLine(own, size)),
  };
}

/** Times a cell's width; up to here the padding of the cell takes in the excess of its text. */
const SPILL = 1.5;

/** Share of the text's size; a line that is less high cuts its digits. */
const LEAST_LINE = 0.6;

/** True if lines are so low that they lie over each other. */
export function isLow(own: Declared, size: number): boolean {
  return heightOfLine(own, size) < Infinity;
}

/** The height of a line that is too low for its text; infinite where it is high enough. */
function heightOfLine(own: Declared, size: number): number {
  const value = own.get("line-height");
  const isFactor = value !== undefined && /^[\d.]+$/.test(value.trim());
  const height = isFactor ? Number(value) * size : (lengthOf(value, size, size) ?? Infinity);
  return height < LEAST_LINE * size ? height : Infinity;
}
