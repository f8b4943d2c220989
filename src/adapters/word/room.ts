import type { CellPicture, Item } from "./items.ts";

/** Twips by which text may begin before its cell (programs undo the cell's margin so), or at most after its edge. */
export const farthest = { left: 400, right: 10_000 };

/** Share of its letters' height that a line of exact height must leave. */
export const leastLine = 0.5;

/** Twips a line of digits needs of a row's exact height. */
export const lowestLine = 100;

/** Twips above items beside their lines. */
const above = new WeakMap<Item, number>();

/** Says that so many twips are left free above an item: in a row of exact height they push it out. */
export function leaveAbove(item: Item, twips: number): void {
  if (twips > 0) above.set(item, (above.get(item) ?? 0) + twips);
}

/**
 * Whether a row of this exact height (twips) does not show the last text: empty lines and the space above push it down. Space of
 * less than a line may be shared with the line above it, and is not counted.
 */
export function pushesOut(items: readonly Item[], height: number | undefined): boolean {
  if (height === undefined || height === Number.POSITIVE_INFINITY) return false;
  const last = items.findLastIndex((item) => item.kind === "paragraph" && item.text.trim() !== "");
  let [lines, space] = [0, 0];
  for (const item of items.slice(0, last + 1)) {
    const own = above.get(item) ?? 0;
    lines += 1 + (item.kind === "paragraph" ? item.text.trimEnd().split("\n").length - 1 : 0);
    if (own > lowestLine) space += own;
  }
  return height < lines * lowestLine + space;
}

/** To which edge of its cell a text keeps; what is set in full lines keeps to the one where it begins. */
export type Aligned = "start" | "centre" | "end";

/** Whether text is set off out of its cell, by twips from either edge. */
export function isSetOff(left: number, right: number, aligned: Aligned): boolean {
  // What stands in the middle goes half the way.
  const end = aligned === "start" ? 0 : aligned === "centre" ? right / 2 : right;
  return [left, end].some((indent) => indent < -farthest.left || indent > farthest.right);
}

/** Where a paragraph stands: twips from its cell's edge, and of a line of exact height (0 for another rule). */
export interface ParagraphPlace {
  readonly left: number;
  /** What the first line adds. */
  readonly first: number;
  /** From the cell's other edge, and to which edge the text keeps. */
  readonly right: number;
  readonly aligned: Aligned;
  readonly line: number;
  /** It stands in a frame of its own. */
  readonly framed: boolean;
}

/** Text in a frame, set off into another cell, or on a line lower than its letters, whose size is in half points. */
export function placeDoubt(place: ParagraphPlace, size: number): string | undefined {
  const { framed, left, first, right, aligned, line } = place;
  if (framed || isSetOff(left + first, right, aligned)) return "moved-text";
  return line > 0 && line < size * 10 * leastLine ? "too-small" : undefined;
}

/** The texts among the items with this reason for doubt, where they have none. */
export function doubted(items: readonly Item[], reason: string): readonly Item[] {
  return items.map((item) =>
    item.kind === "paragraph" && item.text.trim() !== "" && item.doubt === undefined
      ? { ...item, doubt: reason }
      : item,
  );
}

/** What floats from one cell may lie over the others of its row. */
export function besideFloats<T extends { readonly picture: CellPicture }>(cells: readonly T[]): readonly T[] {
  if (!cells.some(({ picture }) => picture === "floating")) return cells;
  return cells.map((cell) => (cell.picture === "none" ? { ...cell, picture: "floating" } : cell));
}
