import { onCellGround } from "../text/flow-text.ts";
import type { RowShape } from "./grid.ts";
import type { Item, WordCell } from "../items/items.ts";
import { besideFloats, cutsOff, doubted, isOffPage, pushesOut, withTurnedNumbers } from "./room.ts";

type FlowCell = Pick<WordCell, "items" | "picture">;

/** Twips; the margins of a cell no wider than this leave no room for a digit, as both Word and LibreOffice set them. */
const narrowest = 200;

/** The cells of a row, with doubts for the texts that the row's shape, or a picture in the row, may hide. */
export function shownCells(cells: readonly FlowCell[], shape: RowShape | null): readonly FlowCell[] {
  const beside = besideFloats(cells);
  return shape === null
    ? beside
    : beside.map((cell, index) => ({ items: shownItems(cell, index, shape), picture: cell.picture }));
}

function shownItems({ items }: FlowCell, index: number, shape: RowShape): readonly Item[] {
  const cell = shape.cells[index];
  if (cell === undefined) return items;
  const { ground = null, isCrossed = false, isDeleted = false, isTurned = false } = cell;
  const { horizontal, vertical } = cell;
  const painted = ground === null ? items : onCellGround(items, ground);
  // The paragraphs of a framed table each state the frame as well; the whole table is framed, so none of them has moved
  // in it.
  const seen = shape.isFramed === true ? unframed(painted) : painted;
  if (isCrossed || isDeleted) return doubted(seen, "struck-text");
  const [left, right] = [shape.edges[index] ?? 0, shape.edges[index + 1] ?? 0];
  if (isOffPage(left, right)) return doubted(seen, "unseen-text");
  const isAlone = horizontal === "none" && vertical === "none";
  const width = (shape.edges[index + 1] ?? Number.POSITIVE_INFINITY) - (shape.edges[index] ?? 0);
  const isLow = pushesOut(items, shape.height) || (vertical === "none" && cutsOff(items, shape.height));
  if ((isAlone && width <= narrowest) || isLow) return doubted(seen, "too-small");
  if (isTurned) return withTurnedNumbers(seen);
  return shape.doubt === undefined ? seen : doubtedDigits(seen, shape.doubt);
}

function unframed(items: readonly Item[]): readonly Item[] {
  return items.map((item) => {
    if (item.kind === "table") return item;
    const { doubt, ...plain } = item;
    return doubt === "moved-text" ? plain : item;
  });
}

function doubtedDigits(items: readonly Item[], reason: string): readonly Item[] {
  return items.map((item) =>
    item.kind === "paragraph" && /\d/.test(item.text) ? doubted([item], reason)[0]! : item,
  );
}
