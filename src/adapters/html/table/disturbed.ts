import { children, isElement, parentOf, within } from "../tree/dom.ts";
import type { HtmlElement, Node } from "../tree/dom.ts";
import { reachesOut } from "../text/generated.ts";
import type { Declared } from "../style/cascade.ts";
import type { ElementLook } from "../style/look.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { extentOf } from "../style/ink.ts";
import { lengthOf } from "../style/length.ts";
import { isSetElsewhere, leavesPlace } from "../style/tricks.ts";
import { rowGroups, visibleCells } from "./layout.ts";

/** Whether a part of its table lies over a row, or a cell of the row has left its place. */
export function isDisturbed(row: HtmlElement, styles: DocumentStyles): boolean {
  let table = parentOf(row);
  while (table !== undefined && table.name !== "table") table = parentOf(table);
  return table !== undefined && styles.once(disturbedRows, table).has(row);
}

function disturbedRows(table: HtmlElement, styles: DocumentStyles): ReadonlySet<HtmlElement> {
  const rows = rowGroups(table, styles).flat();
  if (reachesOut(table, styles) || isCutOff(table, rows.length, styles)) return new Set(rows);
  const found = new Set<HtmlElement>();
  const isMoved = (one: HtmlElement) => styles.once(isElsewhere, styles.of(one));
  for (const [index, row] of rows.entries()) {
    const cells = visibleCells(row, styles);
    // A row that is moved lies over its neighbours, and so does a part that reaches out of a cell.
    if (
      [row, ...cells].some((one) => isMoved(one) && !isSticky(one, styles)) ||
      [row, ...cells].some((one) => reachesOut(one, styles) || drawsFar(one, styles)) ||
      cells.some((cell) => holdsLeaving(cell, styles))
    )
      for (const near of rows.slice(Math.max(0, index - 2), index + 3)) found.add(near);
    // Cells that are moved leave their columns to the others.
    if (cells.some(isMoved)) found.add(row);
  }
  return found;
}

/** True if the table, or a box around it in a page without programs, hides what is lower than so many rows. */
function isCutOff(table: HtmlElement, rows: number, styles: DocumentStyles): boolean {
  for (let here: HtmlElement | undefined = table; here !== undefined; here = parentOf(here)) {
    if (here !== table && styles.hasProgram) return false;
    const { own, size } = styles.laidOut(here);
    const overflow = own.get("overflow") ?? "";
    if (/auto|scroll/i.test(overflow)) return false;
    if (!/hidden|clip/i.test(overflow) || (here === table && !isBox(own))) continue;
    const heights = ["height", "max-height"].map(
      (name) => lengthOf(own.get(name), size, Infinity) ?? Infinity,
    );
    if (Math.min(...heights) < rows * LEAST_ROW) return true;
  }
  return false;
}

/** A table grows with its rows, unless it is made a box. */
function isBox(own: Declared): boolean {
  return /block|flex|grid|flow/i.test(own.get("display") ?? "");
}

/** Pixels. */
const LEAST_ROW = 12;

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

/** Pixels. */
const FAR = 16;

const shifts = "left right top bottom margin-left margin-top text-indent transform translate".split(" ");

/** Pixels; what is moved further than this is off the page. */
const GONE = 600;

const isGone = ({ own, size }: ElementLook) =>
  shifts.some((name) => Math.abs(lengthOf(own.get(name), size, size) ?? 0) > GONE);

function holdsLeaving(cell: HtmlElement, styles: DocumentStyles): boolean {
  // Nearly every cell holds one text, with a few elements around it.
  let only: Node = cell;
  while (children(only).length === 1) {
    only = children(only)[0]!;
    if (isElement(only) && leaves(only, cell, styles)) return true;
  }
  return children(only).length > 0 && within(only).some((one) => one !== only && leaves(one, cell, styles));
}

/** True if a part of a cell is drawn outside the cell, over other cells. */
function leaves(element: HtmlElement, cell: HtmlElement, styles: DocumentStyles): boolean {
  const look = styles.of(element);
  const { own, size, display, isVisible, opacity } = look;
  if (own.size === 0 || display === "none" || !isVisible || opacity === 0) return false;
  if (drawsFar(element, styles)) return true;
  // Readers for the blind get text that is clipped away, or thrown off the page.
  if (own.has("clip") || own.has("clip-path") || styles.once(isGone, look)) return false;
  const position = (own.get("position") ?? "").toLowerCase();
  if (position !== "absolute") return position !== "fixed" && styles.once(isBeyondPlace, look);
  // Its offsets count from the nearest element around it that is placed itself.
  for (let here = parentOf(element); here !== undefined; here = parentOf(here)) {
    if (!/^(?:static|initial|unset)?$/i.test(styles.of(here).own.get("position") ?? ""))
      return ["left", "right", "top", "bottom"].some(
        (side) => (lengthOf(own.get(side), size, size) ?? 0) < -FAR,
      );
    if (here === cell) break;
  }
  return true;
}
