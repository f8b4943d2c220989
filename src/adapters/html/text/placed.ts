import { attribute, childElements, parentOf, textWithin, within } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { lengthOf, SCREEN } from "../style/length.ts";
import type { Declared } from "../style/cascade.ts";
import { extentOf } from "../style/ink.ts";
import type { DocumentStyles } from "../style/styles.ts";

/** How far an element reaches beyond its place in the text, in pixels. */
export interface DrawnReach {
  readonly up: number;
  readonly down: number;
}

export const inPlace: DrawnReach = { up: 0, down: 0 };
const everywhere: DrawnReach = { up: Infinity, down: Infinity };

/** Pixels: the height of a line, and of a box of unknown height. */
export const HEIGHT = { line: 20, box: 200 };

/**
 * Pixels: the width of tools at the left or right edge of a window, of those with text, and of bars at the upper or lower
 * one; how far they stand from it, and from the middle of a page of fixed width.
 */
const TOOL = { width: 100, column: 300, bar: 800, distance: 60, right: 130, hung: 400 };

/** Where the style of an element draws it; `own` may be the style of what a sheet adds to it. */
export function drawnPlace(
  element: HtmlElement,
  own: Declared,
  size: number,
  styles: DocumentStyles,
): DrawnReach {
  if (/^-/.test(own.get("z-index") ?? "")) return inPlace;
  const position = (own.get("position") ?? "").toLowerCase();
  const isOfElement = own === styles.laidOut(element).own;
  if (position === "fixed") return placeInWindow(element, own, size, isOfElement, styles);
  const lifted = -Math.min(0, lengthOf(own.get("margin-top"), size, 0) ?? 0);
  if (position === "absolute") {
    if (!holdsTable(isOfElement ? parentOf(element) : element, styles)) return inPlace;
    const isPlaced = ["top", "bottom"].some(
      (side) => !/^(?:auto|initial|unset)?$/i.test(own.get(side) ?? ""),
    );
    if (isPlaced) return everywhere;
    const height = lengthOf(own.get("height") ?? element.attribs["height"], size, 0);
    return { up: lifted, down: height || HEIGHT.box };
  }
  if (sharesGridCell(element, own, styles)) return everywhere;
  const [moved, pulled] = [shiftOf(own, size), lengthOf(own.get("margin-bottom"), size, 0) ?? 0];
  const around = Math.max(spreadOf(own, size), isSetAside(element, own, size, !isOfElement) ? HEIGHT.box : 0);
  const up = Math.max(lifted, -moved, around);
  const down = Math.max(moved, -pulled, around, overflows(own, size) ? HEIGHT.box : 0);
  return Math.max(up, down) > HEIGHT.line ? { up, down } : inPlace;
}

/**
 * What is fixed stays in the window while the report scrolls by. A box amid the window is no tool there, nor is one with
 * text that is no bar at its upper or lower edge and no column at its side.
 */
function placeInWindow(
  element: HtmlElement,
  own: Declared,
  size: number,
  isOfElement: boolean,
  styles: DocumentStyles,
): DrawnReach {
  if (styles.mayMove(element)) return inPlace;
  const long = (name: string) => lengthOf(own.get(name), size, SCREEN.width) ?? Infinity;
  const margin = (side: string) => lengthOf(own.get(`margin-${side}`), size, SCREEN.width) ?? 0;
  const atSide = Math.min(long("left"), long("right"));
  const isUnplaced = atSide === Infinity && element.name !== "dialog";
  // Tools beside a page of fixed width hang from its middle: `left: 50%; margin-left: 610px`.
  if (["left", "right"].some((side) => Math.abs(margin(side)) > TOOL.hung)) return inPlace;
  const extent = (name: string) => lengthOf(own.get(name), size, SCREEN.width);
  const isAt = (side: string) => long(side) <= (side === "right" ? TOOL.right : TOOL.distance);
  const isWide = (isAt("left") && isAt("right")) || isUnplaced || (extent("width") ?? 0) >= TOOL.bar;
  const isBar = isWide && isAt("top") !== isAt("bottom");
  const hasText = isOfElement && textWithin(element).trim() !== "";
  const most = hasText
    ? { width: TOOL.column, height: HEIGHT.box }
    : { width: TOOL.width, height: TOOL.width };
  if (isBar && (extent("height") ?? (hasText ? 0 : Infinity)) <= most.height) return inPlace;
  if (hasText && isAt("left") !== isAt("right") && (extent("width") ?? 0) <= most.width) return inPlace;
  const isTool =
    !hasText && atSide <= TOOL.distance && (long("width") <= most.width || /^(?:img|a)$/.test(element.name));
  return isTool || isUnplaced ? inPlace : everywhere;
}

/** Whether a sheet shows a popover, which the browser itself hides until it is called. */
export function isShownPopover(element: HtmlElement, styles: DocumentStyles): boolean {
  return attribute(element, "popover") !== undefined && styles.laidOut(element).display !== "none";
}

/** How far negative margins and shifts draw a table over what stands before it, and what follows over the table. */
export function pullOf(table: HtmlElement, styles: DocumentStyles): DrawnReach {
  let [up, down] = [0, 0];
  for (let here: HtmlElement | undefined = table; here !== undefined; here = parentOf(here)) {
    const { own, size } = styles.laidOut(here);
    if (own.size === 0) continue;
    if (sharesGridCell(here, own, styles) || isBesideTables(here, own, styles)) return everywhere;
    const moved = shiftOf(own, size);
    up -= Math.min(0, lengthOf(own.get("margin-top"), size, 0) ?? 0, moved);
    down -= Math.min(0, lengthOf(own.get("margin-bottom"), size, 0) ?? 0, -moved);
  }
  return { up, down };
}

/** How far an element is moved down from its place, in pixels. */
function shiftOf(own: Declared, size: number): number {
  const long = (value: string | undefined) => lengthOf(value, size, 0) ?? 0;
  const [, both, vertical] =
    /translate(?:3d)?\([^,()]{1,30},([^,()]{1,30})|translatey\(([^()]{1,30})/i.exec(
      own.get("transform") ?? "",
    ) ?? [];
  const isRelative = /^relative$/i.test(own.get("position") ?? "");
  return (
    (isRelative ? long(own.get("top")) - long(own.get("bottom")) : 0) +
    long(both ?? vertical ?? own.get("translate")?.split(/\s+/)[1])
  );
}

/** How far the outline and the shadow of an element reach. */
export function spreadOf(own: Declared, size: number): number {
  const outline = own.has("outline")
    ? (lengthOf(own.get("outline"), size, size) ?? 0) + (lengthOf(own.get("outline-offset"), size, size) ?? 0)
    : 0;
  return Math.max(outline, extentOf(own.get("box-shadow"), size));
}

/** True for a box without text that margins draw to the side, over what stands there. */
function isSetAside(element: HtmlElement, own: Declared, size: number, isOfSheet: boolean): boolean {
  const isDrawn = ["margin-left", "margin-right"].some(
    (side) => (lengthOf(own.get(side), size, SCREEN.width) ?? 0) < -HEIGHT.line,
  );
  return isDrawn && (isOfSheet || textWithin(element).trim() === "");
}

/** True if an element takes no height and yet shows what it holds. */
function overflows(own: Declared, size: number): boolean {
  if (/hidden|clip|auto|scroll/i.test(own.get("overflow") ?? "")) return false;
  return ["height", "max-height"].some((side) => lengthOf(own.get(side), size, Infinity) === 0);
}

/** True if another element with a table is set into the same part of a grid (CSS Grid 2, 8). */
function sharesGridCell(element: HtmlElement, own: Declared, styles: DocumentStyles): boolean {
  const area = own.get("grid-area");
  const around = parentOf(element);
  if (area === undefined || around === undefined || /^(?:auto|initial|unset)$/i.test(area)) return false;
  return childElements(around).some(
    (other) =>
      other !== element &&
      styles.laidOut(other).own.get("grid-area") === area &&
      (tablesIn(other) > 0 || tablesIn(element) > 0),
  );
}

/** True if an absolute position takes an element out of the text, and there are tables that it may lie over. */
function isBesideTables(element: HtmlElement, own: Declared, styles: DocumentStyles): boolean {
  if (!/^absolute$/i.test(own.get("position") ?? "")) return false;
  const around = frameOf(parentOf(element), styles);
  return around !== undefined && styles.once(tablesIn, around) > styles.once(tablesIn, element);
}

/** Whether the box in which an absolute position counts has a table. */
function holdsTable(around: HtmlElement | undefined, styles: DocumentStyles): boolean {
  const frame = frameOf(around, styles);
  return frame === undefined || styles.once(tablesIn, frame) > 0;
}

/** The box in which an absolute position counts: the nearest one that is itself placed, or the page. */
function frameOf(around: HtmlElement | undefined, styles: DocumentStyles): HtmlElement | undefined {
  let last = around;
  for (let here = around; here !== undefined; here = parentOf(here)) {
    const { own } = styles.laidOut(here);
    if (!/^(?:static|initial|unset)?$/i.test(own.get("position") ?? "") || own.has("transform")) return here;
    last = here;
  }
  return last;
}

function tablesIn(element: HtmlElement): number {
  return within(element).filter(({ name }) => name === "table").length;
}
