import type { Declared } from "./cascade.ts";
import { extentOf } from "./ink.ts";
import { lengthOf, SCREEN } from "./length.ts";
import type { ElementRoom } from "./room.ts";

/**
 * `unseen`: the text may show in part, not at all, or as something else. `moved`: it may show at another place in its
 * cell, so that its order beside other text is unknown.
 */
export type Trick = "unseen" | "moved";

/** Pixels; an element that is moved further than this has left its cell. */
const FAR = 60;

/**
 * Pixels; a text that is moved by more stands in the cell beside its own, or above or below. Columns of numbers are 60
 * pixels wide, rows 25 tall.
 */
const OFF = { across: 30, down: 12 };

/** What an element's own style does to the text within it. `size` is the size of that text. */
export function trickOf(
  own: Declared,
  size: number,
  kind: TagKind,
  { clips }: ElementRoom,
): Trick | undefined {
  // A table is drawn as a whole: where it stands changes no number in it.
  if (kind === "table") return altersText(own, size) ? "unseen" : undefined;
  if (hidesText(own, size) || movesAway(own, size) || (clips && beginsBefore(own, size))) return "unseen";
  if (kind === "row") return partsReversed(own) ? "unseen" : undefined;
  if (kind === "cell" && isMoved(own) && !/^left$/i.test(own.get("float") ?? "")) return "unseen";
  return isMoved(own) || arrangesParts(own) ? "moved" : undefined;
}

export type TagKind = "table" | "row" | "cell" | "other";

export function tagKind(tag: string): TagKind {
  return kinds.get(tag) ?? "other";
}

const kinds = new Map<string, TagKind>([
  ["table", "table"],
  ...["tr", "tbody", "thead", "tfoot"].map((tag) => [tag, "row"] as const),
  ["td", "cell"],
  ["th", "cell"],
]);

function given(own: Declared, property: string, pattern: RegExp): boolean {
  const value = own.get(property);
  return value !== undefined && !pattern.test(value.trim());
}

/**
 * `translate3d(1px, 0, 0)`, `rotate(0deg)`, `scale(1)`: editors and effects write transforms that leave everything in
 * its place.
 */
const inPlace =
  /^(?:none|initial|unset|revert|inherit|(?:(?:rotate|skew)(?:x|y|z|3d)?\([\s,0.%a-z-]*\)|translate(?:x|y|3d)?\((?:[\s,]{0,9}-?[0-5](?:\.\d{1,9})?(?:px|pt|%)?(?![\d.]))+\s{0,9}\)|scale(?:x|y|3d)?\([\s,1]+\)|translatez\(\s*0(?:px)?\s*\)|perspective\([^()]*\)|matrix\(1, ?0, ?0, ?1, ?0, ?0\))\s?)+$/i;

const none = /^(?:none|normal|auto|initial|unset|revert|inherit|0(?:px|pt|em|deg|%)?)$/i;

const fullSize = /^(?:none|normal|initial|unset|reset|revert|inherit|(?:1|100%)(?: (?:1|100%))?)$/i;

const noAdjustment = /^(?:none|initial|unset|inherit|from-font)$/i;

const strokes = /(?:[\d.]+(?:px|pt|em)?|thin|currentcolor|none|initial|unset|inherit|black|#0{3,6}|\s)+/gi;

/** True if the text is masked, painted in other colours, or replaced by dots. */
function altersText(own: Declared, size: number): boolean {
  if (own.size === 0) return false;
  if (given(own, "filter", plainFilter) || (own.has("filter") && throwsFar(own.get("filter")!, size)))
    return true;
  if (given(own, "clip-path", roundCorners) || given(own, "backdrop-filter", plainBackdrop)) return true;
  if (masks.some((property) => given(own, property, none))) return true;
  // A stroke in another colour than the text, or a thick one, may fill the letters.
  const stroke = own.get("text-stroke") ?? "";
  if (stroke.replace(strokes, "") !== "" || (lengthOf(stroke, size, size) ?? 0) > size / 8) return true;
  if (given(own, "mix-blend-mode", /^(?:normal|multiply|darken|initial|unset)$/i)) return true;
  // Where a part of the page is dark, so are the colours of the system, and which text has them is not followed.
  if (/\bdark\b/i.test(own.get("color-scheme") ?? "") && !/\blight\b/i.test(own.get("color-scheme")!))
    return true;
  if (/url\(|image/i.test(own.get("content") ?? "") || given(own, "box-reflect", none)) return true;
  if (/^hidden$/i.test(own.get("content-visibility") ?? "") || /^all$/i.test(own.get("mso-hide") ?? ""))
    return true;
  const long = (name: string, whole: number) => lengthOf(own.get(name), size, whole) ?? 0;
  if (long("text-indent", SCREEN.width) < -FAR) return true;
  return long("letter-spacing", size) < -size / 4 || isOverdrawn(own, size);
}

const plainFilter =
  /^(?:none|initial|unset|(?:(?:grayscale|sepia|drop-shadow|hue-rotate|saturate)\([^()]*\)\s*)+|(?:progid|alpha).*)$/i;

/** True for a shadow of the letters beside the letters. */
function throwsFar(filter: string, size: number): boolean {
  const [, shadow] = /drop-shadow\(([^()]{0,99})/i.exec(filter) ?? [];
  return extentOf(shadow, size) > size / 3;
}

/** What lies behind a part of a page may be blurred, but not turned dark. */
const plainBackdrop = /^(?:none|initial|unset|(?:(?:blur|saturate|grayscale|sepia)\([^()]*\)\s*)+)$/i;

/** A table is cut to round corners. */
const roundCorners = /^(?:none|initial|unset|inset\(\s*0(?:px)?\s+round[^()]*\))$/i;

const masks = ["clip", "mask", "text-security", "border-image"];

/** True if the text is turned, mirrored, moved or not seen as it is written. */
function hidesText(own: Declared, size: number): boolean {
  if (altersText(own, size) || given(own, "transform", inPlace)) return true;
  for (const property of ["translate", "rotate", "offset-path", "animation-name"])
    if (given(own, property, none)) return true;
  if (given(own, "scale", fullSize) || given(own, "zoom", fullSize)) return true;
  return /strict|size|paint|content(?:$|\s)/i.test(own.get("contain") ?? "");
}

/**
 * True if the text is drawn over, or drawn twice, by its own outline, underline, shadow or emphasis marks, or is sized
 * by the letters of another font.
 */
function isOverdrawn(own: Declared, size: number): boolean {
  if (given(own, "text-emphasis", none) || given(own, "font-size-adjust", noAdjustment)) return true;
  const long = (name: string) => lengthOf(own.get(name), size, size) ?? 0;
  if (long("outline-offset") < -2 && own.has("outline")) return true;
  if (long("text-underline-offset") < -size / 8 || long("text-decoration-thickness") > size / 4) return true;
  return extentOf(own.get("text-shadow"), size) > size / 3;
}

function movesAway(own: Declared, size: number): boolean {
  const indent = own.get("text-indent") ?? "";
  // A percentage is no part of a cell's width, so the text runs out of it. A hanging indent stands within its margin.
  const hung = ["text-indent", "margin-left", "padding-left"].map(
    (name) => lengthOf(own.get(name), size, SCREEN.width) ?? 0,
  );
  if (hung[0]! < 0 && hung[0]! + hung[1]! + hung[2]! < -OFF.across) return true;
  if (/^(?:[4-9]\d|\d{3})[\d.]*%/.test(indent)) return true;
  for (const { name, least } of margins) {
    const margin = lengthOf(own.get(name), size, SCREEN.width);
    if (margin !== undefined && (margin < least || margin > SCREEN.width)) return true;
  }
  for (const name of paddings) {
    const padding = lengthOf(own.get(name), size, SCREEN.width);
    if (padding !== undefined && padding > SCREEN.width) return true;
  }
  const position = own.get("position") ?? "static";
  // With a z-index below zero it is painted before the ground of its cell.
  if (!/^(?:static|initial|unset)$/i.test(position) && /^-/.test(own.get("z-index") ?? "")) return true;
  if (!/^(?:absolute|fixed|relative|sticky)$/i.test(position)) return false;
  return ["left", "right", "top", "bottom"].some((side) => {
    const offset = lengthOf(own.get(side), size, SCREEN.width);
    return offset !== undefined && Math.abs(offset) > reach(side);
  });
}

/** True if the text begins so far to the left of its place that a box around it cuts its first digit. */
function beginsBefore(own: Declared, size: number): boolean {
  const isRelative = /^relative$/i.test(own.get("position") ?? "");
  const shifts = ["text-indent", "margin-left", "padding-left", ...(isRelative ? ["left"] : [])];
  const long = (name: string) => lengthOf(own.get(name), size, SCREEN.width) ?? 0;
  return shifts.reduce((sum, name) => sum + long(name), 0) < -size / 4;
}

const margins = ["left", "right", "top"].map((side) => ({ name: `margin-${side}`, least: -reach(side) }));

const paddings = ["padding-left", "padding-right"];

/**
 * Pixels; a table moved further than this is no longer on the page, or loses its first columns at the left edge. Word
 * moves tables by some 90 pixels into its margin.
 */
const GONE = 1000;
const OFF_LEFT = 120;

/**
 * True if an element shows nothing of its content, tables included, or shows it turned. A shift alone leaves a table
 * whole.
 */
export function hidesWhole(own: Declared, size: number): boolean {
  if (own.size === 0) return false;
  const beyond = (...names: string[]) =>
    names.some((name) => Math.abs(lengthOf(own.get(name), size, SCREEN.width) ?? 0) > GONE);
  if (beyond("text-indent", "margin-left", "margin-top") || altersText(own, size)) return true;
  const isPlaced = /^(?:absolute|fixed|relative|sticky)$/i.test(own.get("position") ?? "");
  const long = (value: string | undefined) => lengthOf(value, size, SCREEN.width) ?? 0;
  const [, shift] = /translate(?:x|3d)?\(\s{0,9}(-?[\d.]{1,9}px)/i.exec(own.get("transform") ?? "") ?? [];
  const moved = long(own.get("margin-left")) + long(shift) + (isPlaced ? long(own.get("left")) : 0);
  if (moved + long(own.get("translate")?.split(" ")[0]) < -OFF_LEFT) return true;
  if (isPlaced && beyond("left", "right", "top")) return true;
  // A box that does not grow with its content, and hides what is beyond.
  if (/strict/i.test(own.get("contain") ?? "") && !(own.has("height") && own.has("width"))) return true;
  return away.some(([name, pattern]) => pattern.test(own.get(name) ?? ""));
}

const away = [
  [
    "transform",
    /scale(?:x|y|3d)?\(\s*(?:-|0?\.[0-2]|0(?![.\d]))|rotate(?![xyz]?\(0(?:deg)?\))|matrix(?:3d)?\(\s*-|skew|perspective/i,
  ],
  ["scale", /^(?:-|0?\.[0-2]|0(?![.\d]))/],
  ["rotate", /[1-9]/],
  ["zoom", /^0?\.[0-2]|^[12]?\d%/],
  ["display", /^table-column/i],
  // It scrolls what it holds across the page.
  ["animation-name", /^marquee$/],
] as const;

function reach(side: string): number {
  return side === "left" || side === "right" ? OFF.across : OFF.down;
}

/** True if the element is out of its place in the table's order, or is moved out of its cell. */
export function isSetElsewhere(own: Declared, size: number): boolean {
  if (own.size === 0) return false;
  const isLeft = /^(?:left|inline-start)$/i.test(own.get("float") ?? "");
  return (isMoved(own) && !isLeft) || leavesPlace(own, size);
}

/** True if the element is drawn beyond the place that its text takes. */
export function leavesPlace(own: Declared, size: number): boolean {
  const isShifted =
    given(own, "translate", none) ||
    given(own, "offset-path", none) ||
    (given(own, "transform", inPlace) && /translate|matrix/i.test(own.get("transform")!));
  return isShifted || given(own, "box-reflect", none) || movesAway(own, size);
}

function isMoved(own: Declared): boolean {
  if (/^(?:absolute|fixed)$/i.test(own.get("position") ?? "")) return true;
  if (/^(?:left|right|inline-(?:start|end))$/i.test(own.get("float") ?? "")) return true;
  return given(own, "order", /^(?:0|initial|unset)$/i) || given(own, "grid-area", none);
}

function partsReversed(own: Declared): boolean {
  return (
    isMoved(own) ||
    /reverse/i.test(`${own.get("flex-direction")} ${own.get("flex-wrap")}`) ||
    /^rtl$/i.test(own.get("direction") ?? "")
  );
}

/** True if the parts of the element no longer follow each other in one line. */
function arrangesParts(own: Declared): boolean {
  return (
    /(?:flex|grid|-box)$/i.test(own.get("display") ?? "") ||
    /reverse/i.test(own.get("flex-direction") ?? "") ||
    /^(?:vertical|sideways|tb)/i.test(own.get("writing-mode") ?? "")
  );
}
