import type { Grid, Place } from "../model/index.ts";
import type { RawCell } from "./grid.ts";
import { mergeRows } from "./merge.ts";
import { spreadRows } from "./spread.ts";

/** Rebuilds merges: rows of different lengths leave out the cells that a merge covers, rows of one length hold them. */
export function mergeOrSpread(
  layout: string,
  table: number,
  rows: readonly (readonly RawCell[])[],
  at: Place,
): Grid {
  const isRagged = rows.some((row) => row.length !== rows[0]!.length);
  return isRagged
    ? { ...spreadRows(layout, table, rows, at), ragged: true }
    : mergeRows(layout, table, rows, at);
}
