import { attribute, childElements, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import type { Declared } from "../style/cascade.ts";
import { lengthOf } from "../style/length.ts";
import type { DocumentStyles } from "../style/styles.ts";

/** A style writes something of its own into the element, or shows the first letter otherwise than the rest. */
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

/** The content of `::before` and `::after`; an icon's or a clearing box's is none. */
function writes(declared: Declared | undefined): boolean {
  const content = declared?.get("content");
  if (declared === undefined || content === undefined || /^(?:none|normal|initial|unset)$/i.test(content))
    return false;
  if (/^none$/i.test(declared.get("display") ?? "") || /^hidden$/i.test(declared.get("visibility") ?? ""))
    return false;
  if (/^(?:absolute|fixed)$/i.test(declared.get("position") ?? "") && !isBare(declared)) return true;
  const [, quoted = undefined] = /^(?:"([^"]*)"|'[^']*')$/.exec(content) ?? [];
  const text = quoted ?? (/^'/.test(content) ? content.slice(1, -1) : undefined);
  if (text === undefined) return true;
  return text.replace(/\\([ef][\da-f]{3})\s?/gi, "").replace(/[\s\uE000-\uF8FF]/g, "") !== "";
}

const amid = /^(?:[2-7]\d(?:\.\d{1,9})?%|(?:\d{0,3}\.)?[1-9]\d{0,2}(?:px|em|rem|pt)|calc)/;

const lines = ["border", "border-top", "border-bottom", "border-style"];

/** Nothing is painted where it lies; a border at the cell's edge is its frame, one amid its height a line through it. */
function isBare(declared: Declared): boolean {
  const isAmid = ["top", "bottom"].some((side) => amid.test(declared.get(side) ?? ""));
  const painted = ["background-color", "background-image", ...(isAmid ? lines : [])];
  return painted.every((name) => /^(?:none|transparent|0(?:px)?)?$/i.test(declared.get(name) ?? ""));
}

/**
 * It lies outside the element it belongs to, over others: lifted out of the line and set beyond a side, or larger than
 * the element.
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

/** Pixels that an ornament may stand out from its cell. */
const BEYOND = 4;
/** Pixels; percentages of the cell count as one. */
const LARGE = 80;

/**
 * A picture is the element's ground, or the shape of its colour: a digit may be one. What the other cells of the row
 * have too is decoration.
 */
export function isPainted(element: HtmlElement, styles: DocumentStyles): boolean {
  const picture = pictureOf(element, styles);
  if (picture === undefined) return false;
  const isCell = element.name === "td" || element.name === "th";
  const beside = isCell ? childElements(parentOf(element)!) : [];
  return beside.every((other) => other === element || pictureOf(other, styles) !== picture);
}

function pictureOf(element: HtmlElement, styles: DocumentStyles): string | undefined {
  const { own } = styles.of(element);
  return [own.get("background-image"), own.get("mask")].find((value) =>
    /\b(?:url|image-set)\(/i.test(value ?? ""),
  );
}

const bullets = /^(?:inside|outside|none|disc|circle|square|initial|unset|revert|inherit|url\(.*)?$/i;

function isNumbered(item: HtmlElement, styles: DocumentStyles): boolean {
  const list = parentOf(item);
  const type =
    styles.of(item).own.get("list-style-type") ?? (list && styles.of(list).own.get("list-style-type"));
  if (type !== undefined) return !type.split(/\s+/).every((part) => bullets.test(part));
  return list?.name === "ol" || attribute(item, "value") !== undefined;
}
