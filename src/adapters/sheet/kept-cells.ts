import type { Limits } from "../../model/index.ts";
import { tooLarge } from "../refusal.ts";
import type { DraftCell } from "./marks.ts";

/** Cells of one sheet that say something, and the framed blank cells before the last of them. */
export interface KeptCells {
  readonly cells: DraftCell[];
  /** Throws a refusal once the workbook has more cells than the limit. */
  readonly keep: (cell: DraftCell) => void;
}

/**
 * Blank framed cells wait, `mostPending` at the most, until a cell with text follows them, because a border is often
 * drawn to the end of the sheet. `count` is shared by the whole workbook.
 */
export function keptCells(limits: Limits, count: { cells: number }, mostPending: number): KeptCells {
  const cells: DraftCell[] = [];
  let pending: DraftCell[] = [];
  return {
    cells,
    keep: (cell) => {
      if (cell.text === "" && cell.doubt === undefined) {
        if (cell.framed && pending.length < mostPending) pending.push(cell);
        return;
      }
      for (const one of pending) cells.push(one);
      cells.push(cell);
      count.cells += pending.length + 1;
      pending = [];
      if (count.cells > limits.maximumCells) throw tooLarge("cells", count.cells, limits.maximumCells);
    },
  };
}
