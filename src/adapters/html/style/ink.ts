import { colourOf, contrast } from "./colour.ts";
import type { Declared } from "./cascade.ts";
import { lengthOf } from "./length.ts";
import type { ElementLook } from "./look.ts";
import { partsOf } from "./longhands.ts";

/**
 * True if the element draws something even without text: lines, an outline, a shadow, or a ground dark enough to look
 * like a digit.
 */
export function drawsWithoutText({ own, size, grounds, colour }: ElementLook, under: ElementLook): boolean {
  if (own.size === 0) return false;
  if (SIDES.some((side) => hasLine(own, side, size))) return true;
  if (isLineVisible(own.get("outline"), size) || extentOf(own.get("box-shadow"), size) > 0) return true;
  if (/gradient\(/i.test(own.get("background-image") ?? "")) return true;
  const [ground] = grounds;
  const [outer] = under.grounds;
  return (
    own.has("background-color") &&
    colour !== undefined &&
    ground !== undefined &&
    outer !== undefined &&
    contrast(ground, outer) > DARK
  );
}

const SIDES = ["left", "right", "top", "bottom"] as const;
type Side = (typeof SIDES)[number];

/** Contrast ratio; a yellow marker on white has 1.1, light grey 1.4. */
const DARK = 2;

/** True if a line stands to the left or right of the text without enclosing it, so that it may look like a 1. */
export function hasBar({ own, size }: ElementLook): boolean {
  if (own.size === 0) return false;
  const [left, right, top, bottom] = SIDES.map((side) => hasLine(own, side, size));
  return (left || right) === true && !(left && right && top && bottom);
}

/** True if a box is lower than its text, so that the line at its upper or lower edge runs through the digits. */
export function hasLineAcross({ own, size }: ElementLook): boolean {
  const heights = ["height", "max-height"].map((name) => lengthOf(own.get(name), size, Infinity) ?? Infinity);
  if (own.size === 0 || Math.min(...heights) > CROSSED * size) return false;
  return hasLine(own, "top", size) || hasLine(own, "bottom", size);
}

/** Times the size of a text; a line of it is a fifth higher. */
const CROSSED = 0.9;

function hasLine(own: Declared, side: Side, size: number): boolean {
  const line = own.get(`border-${side}`) ?? own.get("border") ?? "";
  const style = own.get("border-style");
  const width = own.get("border-width");
  const colour = own.get(`border-${side}-color`) ?? partOfSide(own.get("border-color"), side);
  // The longhands are given first, so they win wherever both are stated; which declaration came last is not checked.
  const said = [
    colour,
    style === undefined ? "" : partOfSide(style, side),
    width === undefined ? "" : partOfSide(width, side),
  ];
  return isLineVisible(`${said.join(" ")} ${line}`, size);
}

/** `1px 0 2px`: top, right, bottom and left. */
function partOfSide(value: string | undefined, side: Side): string {
  const [top = "", right = top, bottom = top, left = right] = partsOf(value ?? "");
  return { top, right, bottom, left }[side];
}

/** `1px solid #000`: there is no line without a style or without a width. */
function isLineVisible(line: string | undefined, size: number): boolean {
  if (line === undefined || !/\b(?:solid|dashed|dotted|double|groove|ridge|inset|outset|auto)\b/i.test(line))
    return false;
  const parts = partsOf(line);
  const width = parts
    .map((part) => lengthOf(/^[\d.]/.test(part) ? part : undefined, size, size))
    .find((one) => one !== undefined);
  if (width !== undefined && width < LEAST_LINE) return false;
  const colour = parts.map(colourOf).find((one) => one !== undefined);
  if (typeof colour !== "object") return true;
  return colour.a > LEAST_ALPHA && Math.min(colour.r, colour.g, colour.b) < PAPER;
}

const LEAST_LINE = 0.2;
/** A line less opaque than this is not seen. */
const LEAST_ALPHA = 0.1;
const PAPER = 240;

/** How far shadows reach beyond the element, in pixels; 0 where there are none. */
export function extentOf(shadows: string | undefined, size: number): number {
  if (shadows === undefined || /^(?:none|initial|unset|inherit|revert)$/i.test(shadows)) return 0;
  const [x = 0, y = 0, , spread = 0] = partsOf(shadows.slice(0, 500)).flatMap((part) =>
    /^[-+.\d]/.test(part) ? [lengthOf(part, size, size) ?? 0] : [],
  );
  return Math.max(Math.abs(x), Math.abs(y)) + Math.max(0, spread);
}
