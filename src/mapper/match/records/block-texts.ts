import { prepared } from "../../../arithmetic/prepared.ts";
import type { Block, GridCell, Place } from "../../../model/index.ts";

/** A line, or a row of a grid represented by its first text. */
export interface BlockText {
  readonly text: string;
  readonly at: Place;
  /** Row of its grid, counted from 1; 0 for a line. */
  readonly row: number;
  /** Whether nothing stands beside it in its row. */
  readonly alone: boolean;
}

/** What is printed in a block, row by row; empty rows are left out. */
export const textsOf = prepared((block: Block): readonly BlockText[] => {
  if (block.kind === "line")
    return block.text.trim() === "" ? [] : [{ text: block.text, at: block.at, row: 0, alone: true }];
  const rows = new Map<number, GridCell[]>();
  for (const cell of block.grid.cells) {
    if (cell.text.trim() === "") continue;
    const own = rows.get(cell.row);
    if (own) own.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, [first, ...others]]) => ({
      text: first!.text,
      at: first!.at,
      row,
      alone: others.length === 0,
    }));
});
