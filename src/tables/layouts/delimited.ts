import type { Grid, LineToken } from "../../model/index.ts";
import type { Printed } from "../spaced/chunks.ts";
import { spreadRows } from "../spread.ts";

/**
 * Whether the same number of spaces stands between all cells, whatever their width, so that nothing stands under each
 * other.
 */
export function isDelimited(lines: readonly Printed[]): boolean {
  let width: number | undefined;
  let gaps = 0;
  for (const { line } of lines) {
    for (const { length } of line.text.trimEnd().match(/(?<=\S)[ \u00a0]{2,}|^[ \u00a0]{1,}/gu) ?? []) {
      width ??= length;
      if (length !== width || width > WIDEST_DELIMITER) return false;
      gaps += 1;
    }
  }
  return gaps >= SURE;
}

/**
 * From how many gaps on a constant number of spaces is taken for a delimiter, and how many spaces a delimiter may have.
 */
const SURE = 8;

const WIDEST_DELIMITER = 4;

export function delimited(lines: readonly Printed[], table: number, first: LineToken): Grid {
  const rows = lines.map(({ line, parts }) => parts.map(({ text }) => ({ text, at: line.at })));
  return spreadRows("aligned", table, rows, first.at);
}
