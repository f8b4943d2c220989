import { isFilled } from "../../../printed/numbers.ts";
import type { CellPicture, Item } from "../items/items.ts";

/**
 * Twips by which a text may begin before its cell (programs undo the cell's margin in this way), and by which it may
 * begin after the edge.
 */
const farthest = { left: 400, right: 10_000 };

/** The height that an exact line must have to show its text, as a share of the letters' height. */
export const leastLine = 0.5;

/** The exact height that a row must have to show a line, as a share of the letters' size: their upper three quarters. */
export const leastRow = 0.75;

/** Twips of a row's exact height that a line of digits needs. */
export const lowestLine = 100;

/** Twips; the widest page of Word is 22 inches wide, and what begins further left than a page is not seen either. */
const page = { before: -7200, after: 31_680 };

/** True for something that reaches from `left` to `right`, in twips from the text's edge, and stands beside any page. */
export function isOffPage(left: number, right = left): boolean {
  return right < page.before || left > page.after;
}

/** Twips from the text's edge, which is some 1,600 from the page's: the first columns of a table, or the last, are cut off. */
export function isCutByPage(left: number): boolean {
  return left < -2500 || left >= 8000;
}

/** Twips of space above an item, besides its own lines. */
const above = new WeakMap<Item, number>();

/** Notes the space above an item in twips; in a row of exact height this space may push the item out of sight. */
export function leaveAbove(item: Item, twips: number): void {
  if (twips > 0) above.set(item, (above.get(item) ?? 0) + twips);
}

/** Twips of a line of an item, where its size is known. */
const lineHeights = new WeakMap<Item, number>();

/** True if a row of this exact height cuts off the letters of a line. */
export function cutsOff(items: readonly Item[], height = Number.POSITIVE_INFINITY): boolean {
  return items.some((item) => height < (lineHeights.get(item) ?? 0) * leastRow);
}

export function stateLineHeight(item: Item, twips: number): void {
  lineHeights.set(item, twips);
}

/**
 * True if a row of this exact height (twips) does not show its last text, because empty lines and the space above push
 * it down. Space of less than a line is not counted, because it may be shared with the line above it.
 */
export function pushesOut(items: readonly Item[], height: number | undefined): boolean {
  if (height === undefined || height === Number.POSITIVE_INFINITY) return false;
  const last = items.findLastIndex((item) => item.kind === "table" || item.text.trim() !== "");
  let space = 0;
  for (const [index, item] of items.slice(0, last + 1).entries()) {
    const own = above.get(item) ?? 0;
    const isTable = item.kind === "table";
    const lines = isTable ? item.rows.length : item.text.trimEnd().split("\n").length;
    const line = isTable ? ROW_WITHIN : (lineHeights.get(item) ?? lowestLine);
    // Of the last line it is enough to see a part.
    space += index < last ? lines * line : (lines - 1) * line + lowestLine;
    if (own > lowestLine) space += own;
  }
  return height < space;
}

/** The edge of its cell that a text is aligned to; justified text is aligned to the edge where it begins. */
export type Aligned = "start" | "centre" | "end";

/** True if a text is moved out of its cell; `left` and `right` are its distances from either edge, in twips. */
export function isSetOff(left: number, right: number, aligned: Aligned): boolean {
  // A centred text moves by half of the indent.
  const end = aligned === "start" ? 0 : aligned === "centre" ? right / 2 : right;
  return [left, end].some((indent) => indent < -farthest.left || indent > farthest.right);
}

/**
 * Where a paragraph stands, in twips: `left` is its distance from the cell's edge, `line` its exact line height (0 if
 * the height is not exact).
 */
export interface ParagraphPlace {
  readonly left: number;
  /** Added for the first line. */
  readonly first: number;
  /** Distance from the cell's other edge; `aligned` is the edge that the text is aligned to. */
  readonly right: number;
  readonly aligned: Aligned;
  readonly line: number;
  /** True if the paragraph stands in a frame of its own. */
  readonly framed: boolean;
}

/**
 * Why a text may not be seen in its place: it stands in a frame, is moved out of its cell, or is on a line lower than
 * its letters. `size` is in half points.
 */
export function placeDoubt(place: ParagraphPlace, size: number): string | undefined {
  const { framed, left, first, right, aligned, line } = place;
  if (framed || isSetOff(left + first, right, aligned)) return "moved-text";
  return line > 0 && line < size * 10 * leastLine ? "too-small" : undefined;
}

/** Twips of a row of a table within a cell, at the least. */
const ROW_WITHIN = 200;

/** The items, with this reason for doubt given to each text that has none yet. */
export function doubted(items: readonly Item[], reason: string): readonly Item[] {
  return items.map((item) =>
    item.kind === "paragraph" && item.text.trim() !== "" && item.doubt === undefined
      ? { ...item, doubt: reason }
      : item,
  );
}

/** The items of a cell whose lines run from top to bottom: its numbers are turned, or broken digit by digit. */
export function withTurnedNumbers(items: readonly Item[]): readonly Item[] {
  return items.map((item) =>
    item.kind === "paragraph" && isFilled(item.text) ? doubted([item], "squeezed-text")[0]! : item,
  );
}

/** A picture that floats from one cell may lie over the other cells of its row, so they are marked too. */
export function besideFloats<T extends { readonly picture: CellPicture }>(cells: readonly T[]): readonly T[] {
  if (!cells.some(({ picture }) => picture === "floating")) return cells;
  return cells.map((cell) => (cell.picture === "none" ? { ...cell, picture: "floating" } : cell));
}
