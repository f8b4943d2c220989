import { isNumber } from "../../../printed/numbers.ts";
import { children, isElement, parentOf, textWithin, within } from "../tree/dom.ts";
import type { HtmlElement, Node } from "../tree/dom.ts";
import { isOverlaid, reachesOut } from "../text/generated.ts";
import type { Declared } from "../style/cascade.ts";
import type { ElementLook } from "../style/look.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { extentOf } from "../style/ink.ts";
import { lengthOf } from "../style/length.ts";
import { isSetElsewhere, leavesPlace } from "../style/tricks.ts";
import { rearrangedRows } from "./arranged.ts";
import { rowGroups, visibleCells } from "./layout.ts";

/** Whether a part of its table lies over a row, or a cell of the row has left its place. */
export function isDisturbed(row: HtmlElement, styles: DocumentStyles): boolean {
  let table = parentOf(row);
  while (table !== undefined && table.name !== "table") table = parentOf(table);
  return table !== undefined && styles.once(disturbedRows, table).has(row);
}

function disturbedRows(table: HtmlElement, styles: DocumentStyles): ReadonlySet<HtmlElement> {
  const groups = rowGroups(table, styles);
  const rows = groups.flat();
  if (reachesOut(table, styles) || isOverlaid(table, styles) || isCutOff(table, rows, styles))
    return new Set(rows);
  if (!styles.hasPseudos && within(table).every((one) => isInPlace(one, styles))) return NONE;
  const isOverlaidWhole = rows.some((row) =>
    [row, ...visibleCells(row, styles)].some((part) => isOverlaidFromPage(part, styles)),
  );
  if (isOverlaidWhole) return new Set(rows);
  const found = new Set([
    ...rearrangedRows(table, styles),
    ...groups.filter((group) => isHidden(group, styles)).flat(),
    ...rows.filter((row) => isCutWithin(row, [row], styles)),
  ]);
  const isMoved = (one: HtmlElement) => styles.once(isElsewhere, styles.of(one));
  for (const [index, row] of rows.entries()) {
    const cells = visibleCells(row, styles);
    // A row that is moved lies over its neighbours, and so does a part that reaches out of a cell.
    const isOver =
      [row, ...cells].some((one) => isMoved(one) && !isSticky(one, styles)) ||
      [row, ...cells].some((one) => reachesOut(one, styles) || drawsFar(one, styles));
    const reach = Math.max(isOver ? NEAR : 0, ...cells.map((cell) => reachOfParts(cell, styles)));
    if (reach > 0)
      for (const near of rows.slice(Math.max(0, index - reach), index + reach + 1)) found.add(near);
    // Cells that are moved leave their columns to the others.
    if (cells.some(isMoved)) found.add(row);
  }
  return found;
}

const NONE: ReadonlySet<HtmlElement> = new Set();

/** True for what stands where a table has it, and draws nothing beyond: most tables hold nothing else. */
function isInPlace(element: HtmlElement, styles: DocumentStyles): boolean {
  const look = styles.of(element);
  return look.own.size === 0 || styles.once(keepsPlace, look);
}

const keepsPlace = ({ own, size }: ElementLook) =>
  !leaving.some((name) => own.has(name)) && !isSetElsewhere(own, size);

/** Properties that may take a part of a table out of it, or draw beyond it, whatever their values are. */
const leaving = ["display", "position", "outline", "box-shadow"];

/** Rows over which lies what leaves a cell, up and down. */
const NEAR = 2;

/** True if the table, or a box around it in a page without programs, hides what is lower or further right. */
function isCutOff(table: HtmlElement, rows: readonly HtmlElement[], styles: DocumentStyles): boolean {
  for (let here: HtmlElement | undefined = table; here !== undefined; here = parentOf(here)) {
    if (here !== table && styles.hasProgram) return false;
    const { own } = styles.laidOut(here);
    if (scrolls.test(own.get("overflow") ?? "")) return false;
    if (here === table && !isBox(own)) continue;
    if (cuts(here, table, rows, styles)) return true;
  }
  return false;
}

/** True if what a style sheet lays over a row or a cell is placed in the page, because neither is itself placed. */
function isOverlaidFromPage(part: HtmlElement, styles: DocumentStyles): boolean {
  return styles.hasPseudos && !styles.of(part).own.has("position") && isOverlaid(part, styles);
}

/** True for the rows of a section over which a style sheet lays a box, or which is too small a box itself. */
function isHidden(rows: readonly HtmlElement[], styles: DocumentStyles): boolean {
  const section = rows.length === 0 ? undefined : parentOf(rows[0]!);
  return section !== undefined && (isOverlaid(section, styles) || isCutWithin(section, rows, styles));
}

/** True if a section or a row that is made a box hides a part of its rows. */
function isCutWithin(part: HtmlElement, rows: readonly HtmlElement[], styles: DocumentStyles): boolean {
  const { own } = styles.of(part);
  return isBox(own) && !scrolls.test(own.get("overflow") ?? "") && cuts(part, part, rows, styles);
}

/** True if a box is too low or too narrow for the rows of a table or a part of it, and hides what is beyond. */
function cuts(
  box: HtmlElement,
  part: HtmlElement,
  rows: readonly HtmlElement[],
  styles: DocumentStyles,
): boolean {
  const { own, size } = styles.laidOut(box);
  const least = (...sides: string[]) =>
    Math.min(...sides.map((side) => lengthOf(own.get(side), size, WIDEST) ?? Infinity));
  const hides = (name: string) => /hidden|clip/i.test(own.get(name) ?? "");
  if (hides("overflow") && least("height", "max-height") < rows.length * heightOfRow(part, styles))
    return true;
  return hides("overflow-x") && least("width", "max-width") < leastWidth(part, rows, styles);
}

const scrolls = /auto|scroll/i;

/** The least height of a row in pixels: a line of its text, or less where the cells are smaller. */
function heightOfRow(table: HtmlElement, styles: DocumentStyles): number {
  const cell = within(table).find(({ name }) => name === "td");
  return Math.max(LEAST_ROW, styles.of(cell ?? table).size * LEAST_LINE);
}

/** The least width of rows in pixels: that of their numbers, which do not wrap, or that of the table where it is larger. */
function leastWidth(table: HtmlElement, rows: readonly HtmlElement[], styles: DocumentStyles): number {
  const { own, size } = styles.of(table);
  const isBounded = own.has("max-width") || isBox(own);
  const width = isBounded ? 0 : (lengthOf(own.get("width"), size, 0) ?? 0);
  return Math.max(
    width * MOSTLY,
    ...rows.map((row) =>
      visibleCells(row, styles).reduce((sum, cell) => sum + leastWidthOf(cell, styles), 0),
    ),
  );
}

function leastWidthOf(cell: HtmlElement, styles: DocumentStyles): number {
  const text = textWithin(cell).trim();
  const letters = isNumber(text) ? text.length * DIGIT_WIDTH : Math.min(1, text.length);
  return letters * styles.of(cell).size;
}

/** A table grows with its rows, unless it is made a box. */
function isBox(own: Declared): boolean {
  return /block|flex|grid|flow|-box$/i.test(own.get("display") ?? "");
}

/** Pixels, and times the size of the text. */
const LEAST_ROW = 12;
const LEAST_LINE = 1.1;
/** Times the size of the text. */
const DIGIT_WIDTH = 0.45;
/** Pixels of the widest screen, of which a box has a share at most. */
const WIDEST = 1920;
/** Share of a table's width; what is cut off the rest is its edge. */
const MOSTLY = 0.95;

const isElsewhere = ({ own, size }: ElementLook) => isSetElsewhere(own, size);
const isBeyondPlace = ({ own, size }: ElementLook) => leavesPlace(own, size);

/** True for a row or a cell that keeps to the window's edge while the table scrolls by. */
function isSticky(element: HtmlElement, styles: DocumentStyles): boolean {
  return /^sticky$/i.test(styles.of(element).own.get("position") ?? "");
}

/** True for a shadow or an outline as large as a cell; the shadow of a cell is painted before the text beside it. */
function drawsFar(element: HtmlElement, styles: DocumentStyles): boolean {
  const { own, size } = styles.of(element);
  if (own.size === 0) return false;
  const long = (name: string) => lengthOf(own.get(name), size, size) ?? 0;
  if (own.has("outline") && long("outline") + long("outline-offset") > FAR) return true;
  const shadow = own.get("box-shadow");
  const isLast = own.has("position") || !/^t[dhr]$/.test(element.name);
  return shadow !== undefined && isLast && !/\binset\b/i.test(shadow) && extentOf(shadow, size) > FAR;
}

/** Pixels: beyond its cell, and beyond the window. */
const FAR = 16;
const OFF_WINDOW = 100;

const shifts = "left right top bottom margin-left margin-top text-indent transform translate".split(" ");

/** Pixels; what is moved further than this is off the page. */
const GONE = 600;

const isGone = ({ own, size }: ElementLook) =>
  shifts.some((name) => Math.abs(lengthOf(own.get(name), size, size) ?? 0) > GONE);

/** How many rows up and down the parts of a cell may lie over. */
function reachOfParts(cell: HtmlElement, styles: DocumentStyles): number {
  // Nearly every cell holds one text, with a few elements around it.
  let only: Node = cell;
  let reach = 0;
  while (children(only).length === 1) {
    only = children(only)[0]!;
    if (isElement(only)) reach = Math.max(reach, reachOf(only, cell, styles));
  }
  if (children(only).length === 0) return reach;
  return Math.max(reach, ...within(only).map((one) => (one === only ? 0 : reachOf(one, cell, styles))));
}

/** How many rows a part of a cell lies over that is drawn outside the cell. */
function reachOf(element: HtmlElement, cell: HtmlElement, styles: DocumentStyles): number {
  const look = styles.of(element);
  const { own, size, display, isVisible, opacity } = look;
  if (own.size === 0 || display === "none" || !isVisible || opacity === 0) return 0;
  if (drawsFar(element, styles)) return NEAR;
  // Readers for the blind get text that is clipped away, or thrown off the page.
  if (own.has("clip") || own.has("clip-path") || styles.once(isGone, look)) return 0;
  const position = (own.get("position") ?? "").toLowerCase();
  // Which rows it lies over depends on the window.
  if (position === "fixed") return isBeyond(own, size, OFF_WINDOW) ? 0 : Infinity;
  if (position !== "absolute") return styles.once(isBeyondPlace, look) ? NEAR : 0;
  // Its offsets count from the nearest element around it that is placed itself.
  for (let here = parentOf(element); here !== undefined; here = parentOf(here)) {
    if (!/^(?:static|initial|unset)?$/i.test(styles.of(here).own.get("position") ?? ""))
      return isBeyond(own, size, FAR) ? NEAR : 0;
    if (here === cell) break;
  }
  return NEAR;
}

/** Whether an offset sets it further than this beyond a side of the box in which it is placed. */
function isBeyond(own: Declared, size: number, far: number): boolean {
  return ["left", "right", "top", "bottom"].some((side) => (lengthOf(own.get(side), size, size) ?? 0) < -far);
}
