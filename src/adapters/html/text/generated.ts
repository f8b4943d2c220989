import { attribute, childElements, children, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import type { Declared } from "../style/cascade.ts";
import { extentOf } from "../style/ink.ts";
import { lengthOf, ROOT_SIZE } from "../style/length.ts";
import { partsOf } from "../style/longhands.ts";
import type { DocumentStyles } from "../style/styles.ts";

/**
 * True if a style writes something of its own into the element, or shows its first letter or line differently from the
 * rest.
 */
export function generates(element: HtmlElement, styles: DocumentStyles): boolean {
  if (element.name === "q") return true;
  const { display } = styles.of(element);
  const isItem = display === undefined ? element.name === "li" : /\blist-item\b/.test(display);
  if (isItem && isNumbered(element, styles)) return true;
  if (!styles.hasPseudos) return false;
  return (
    ["before", "after", "marker"].some((name) => writes(styles.pseudo(element, name))) ||
    ["first-letter", "first-line"].some((name) => styles.pseudo(element, name) !== undefined)
  );
}

/** True if `::before` or `::after` has content; that of an icon or of a box that clears floats does not count. */
function writes(declared: Declared | undefined): boolean {
  const content = declared?.get("content");
  if (declared === undefined || content === undefined || /^(?:none|normal|initial|unset)$/i.test(content))
    return false;
  if (/^none$/i.test(declared.get("display") ?? "") || /^hidden$/i.test(declared.get("visibility") ?? ""))
    return false;
  const isPlaced = /^(?:absolute|fixed)$/i.test(declared.get("position") ?? "");
  if (isPlaced && !isBare(declared)) return true;
  const [, quoted = undefined] = /^(?:"([^"]*)"|'[^']*')$/.exec(content) ?? [];
  const text = quoted ?? (/^'/.test(content) ? content.slice(1, -1) : undefined);
  if (text === undefined) return true;
  const isEmpty = text.replace(/\\([ef][\da-f]{3})\s?/gi, "").replace(/[\s\uE000-\uF8FF]/g, "") === "";
  // A box without text may look like a digit, or lie over one.
  return !isEmpty || (!isPlaced && paintings.some((name) => !bare.test(declared.get(name) ?? "")));
}

const amid = /^(?:[2-7]\d(?:\.\d{1,9})?%|(?:\d{0,3}\.)?[1-9]\d{0,2}(?:px|em|rem|pt)|calc)/;

const lines = ["border", "border-top", "border-bottom", "border-style"];

const paintings = ["background-color", "background-image", "box-shadow", "outline", "border-left", ...lines];

const bare = /^(?:none|transparent|initial|0(?:px)?)?$/i;

/**
 * True if nothing is painted where it lies. A border at the cell's edge is the cell's frame; one amid its height is a
 * line through it.
 */
function isBare(declared: Declared): boolean {
  const isAmid = ["top", "bottom"].some((side) => amid.test(declared.get(side) ?? ""));
  const painted = ["background-color", "background-image", ...(isAmid ? lines : [])];
  return painted.every((name) => bare.test(declared.get(name) ?? "")) && rimOf(declared) < LEAST_RIM;
}

/** How far a border or a shadow reaches into or out of a box, in pixels. */
export function rimOf(declared: Declared): number {
  const widths = [...lines, "border-left", "border-right", "border-width"].flatMap((name) =>
    partsOf(declared.get(name) ?? "").map((part) => (/^\d/.test(part) && lengthOf(part, ROOT_SIZE, 0)) || 0),
  );
  return Math.max(extentOf(declared.get("box-shadow"), ROOT_SIZE), ...widths);
}

/** Pixels; a thinner rim frames a cell and covers nothing in it. */
const LEAST_RIM = 6;

/** True if a style sheet lays a box over a table or a section, or behind it, that may be as large as it. */
export function isOverlaid(element: HtmlElement, styles: DocumentStyles): boolean {
  if (!styles.hasPseudos) return false;
  return ["before", "after"].some((name) => {
    const declared = styles.pseudo(element, name);
    if (declared === undefined || !writes(declared)) return false;
    if (!/^(?:absolute|fixed)$/i.test(declared.get("position") ?? "") || isBare(declared)) return false;
    const { size } = styles.of(element);
    return ["width", "height"].every(
      (side) => (lengthOf(declared.get(side), size, BEYOND * LARGE) ?? LARGE) >= LARGE,
    );
  });
}

/**
 * True if generated content lies over other elements: it is taken out of the line, and is set beyond a side of its
 * element or is larger than it.
 */
export function reachesOut(element: HtmlElement, styles: DocumentStyles): boolean {
  if (!styles.hasPseudos) return false;
  return ["before", "after"].some((name) => {
    const declared = styles.pseudo(element, name);
    if (declared === undefined || !writes(declared)) return false;
    if (!/^(?:absolute|fixed)$/i.test(declared.get("position") ?? "")) return false;
    const { size } = styles.of(element);
    const beyond = ["left", "right", "top", "bottom"].some((side) => {
      const offset = lengthOf(declared.get(side), size, BEYOND * 2);
      return offset !== undefined && offset < -BEYOND;
    });
    return beyond || ["width", "height"].some((side) => (lengthOf(declared.get(side), size, 1) ?? 0) > LARGE);
  });
}

/** Pixels by which an ornament may stand out from its cell. */
const BEYOND = 4;
/** Pixels; a percentage of the cell is counted as less than one. */
const LARGE = 80;

/**
 * True if a picture is the ground of the element, or the shape of its colour, because that picture may be a digit. A
 * picture that other cells of the row have too is decoration.
 */
export function isPainted(element: HtmlElement, styles: DocumentStyles): boolean {
  const picture = pictureOf(element, styles);
  if (picture === undefined) return false;
  const isCell = element.name === "td" || element.name === "th";
  const beside = isCell ? childElements(parentOf(element)!) : [];
  return beside.every((other) => other === element || pictureOf(other, styles) !== picture);
}

/**
 * True for an element without text whose class a sheet outside the file may draw as a sign or a digit: `<i class="num5">`.
 * Classes of Word and of Apple's editors draw nothing.
 */
export function mayBeSign(element: HtmlElement): boolean {
  if (!/^(?:i|em|b|s|span|ins)$/.test(element.name) || children(element).length > 0) return false;
  const classes = (attribute(element, "class") ?? "").split(/\s+/);
  return classes.some((name) => /^[a-z]/i.test(name) && !/^(?:Mso|Apple-)/i.test(name));
}

function pictureOf(element: HtmlElement, styles: DocumentStyles): string | undefined {
  const { own } = styles.of(element);
  if (own.size === 0) return undefined;
  const [ground, mask] = [own.get("background-image"), own.get("mask")];
  if (ground !== undefined && PICTURE.test(ground)) return ground;
  return mask !== undefined && PICTURE.test(mask) ? mask : undefined;
}

const PICTURE = /\b(?:url|image-set)\(/i;

const bullets = /^(?:inside|outside|none|disc|circle|square|initial|unset|revert|inherit|url\(.*)?$/i;

function isNumbered(item: HtmlElement, styles: DocumentStyles): boolean {
  const list = parentOf(item);
  const type =
    styles.of(item).own.get("list-style-type") ?? (list && styles.of(list).own.get("list-style-type"));
  if (type !== undefined) return !type.split(/\s+/).every((part) => bullets.test(part));
  return list?.name === "ol" || attribute(item, "value") !== undefined;
}
