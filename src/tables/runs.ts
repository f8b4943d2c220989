/** Rows of one length that make a table of their own, at least: a heading and its values, or two heads above one row. */
const SHORTEST = 3;

/**
 * How many rows belong to the first table where programs have written several below each other without a line between,
 * each with all its cells: 4 4 4 4 10 10 10 10 15 15 15. All of them, where lengths alternate as those of merged cells do.
 */
export function rowsOfFirstTable(lengths: readonly number[]): number {
  const runs: { readonly length: number; rows: number }[] = [];
  for (const length of lengths) {
    const last = runs.at(-1);
    if (last?.length === length) last.rows += 1;
    else runs.push({ length, rows: 1 });
  }
  const uniform =
    runs.every(({ length, rows }) => length > 1 && rows >= SHORTEST) &&
    new Set(runs.map(({ length }) => length)).size === runs.length;
  return uniform && runs.length > 1 ? runs[0]!.rows : lengths.length;
}
