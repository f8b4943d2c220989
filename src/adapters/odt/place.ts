import { POINTS_IN } from "../package/lengths.ts";
import type { Attributes } from "../package/xml.ts";
import { isSetOff } from "../word/tables/room.ts";
import type { Aligned } from "../word/tables/room.ts";

/**
 * Why text of this style may not be seen in its place: it is moved out of its cell, or is on a line lower than its
 * letters.
 */
export function odtPlaceDoubt(attributes: Attributes): string | undefined {
  const twips = (name: string): number => signedPoints(attributes[name]) * 20;
  if (isSetOff(twips("fo:margin-left") + twips("fo:text-indent"), 0, "start")) return "moved-text";
  // Text that is drawn up leaves the cell in which it is the first.
  if (signedPoints(attributes["fo:margin-top"]) < -farthestUp) return "moved-text";
  const line = signedPoints(attributes["fo:line-height"]);
  return line > 0 && line < lowestLine ? "too-small" : undefined;
}

/** Points by which text may stand above its place. */
const farthestUp = 4;

/** Whether borders (ODF 1.3 part 3, 20.183) stand beside letters, as a one does; those of a box do not. */
export function standsBesideLine(attributes: Attributes): boolean {
  const has = (side: string): boolean =>
    !/^none$|\b(?:none|hidden)\b/.test(attributes[`fo:border-${side}`] ?? attributes["fo:border"] ?? "none");
  return (has("left") || has("right")) && !(has("top") && has("bottom"));
}

/** Points: the height that a line of digits needs, and that of a line of normal letters. */
const [lowestLine, usualLine] = [5, 12];

/**
 * Points above the letters: margin, padding, and the part of the line height above the letters, which stand at the foot
 * of the line. Undefined where the style states none of these.
 */
export function spaceAbove(attributes: Attributes): number | undefined {
  const said = [
    attributes["fo:margin-top"] ?? attributes["fo:margin"],
    attributes["fo:padding-top"] ?? attributes["fo:padding"],
    attributes["fo:line-height"] ?? attributes["style:line-height-at-least"],
  ];
  if (said.every((length) => length === undefined)) return undefined;
  const [margin = 0, padding = 0, line = 0] = said.map(signedPoints);
  return Math.max(0, margin) + Math.max(0, padding) + Math.max(0, line - usualLine);
}

/** The edge that text with this `fo:text-align` is aligned to. */
export function alignedAs(align: string | undefined): Aligned | undefined {
  if (align === undefined) return undefined;
  return align === "end" || align === "right" ? "end" : align === "center" ? "centre" : "start";
}

export function signedPoints(length: string | undefined): number {
  const isNegative = length?.startsWith("-") ?? false;
  const size = points(isNegative ? length!.slice(1) : length) ?? 0;
  return isNegative ? -size : size;
}

/** A length in points (ODF 1.3 part 3, 18.3.18); undefined for a percentage and for anything that is not a length. */
export function points(length: string | undefined): number | undefined {
  const match = /^(\d{0,6}(?:\.\d{0,9})?)(pt|pc|in|cm|mm|px)$/.exec(length ?? "");
  return match === null ? undefined : Number(match[1]) * POINTS_IN[match[2]!]!;
}
