/**
 * At least so many rows of one length make a table of their own: a heading and its values, or two heads above one row.
 */
const SHORTEST = 3;

/**
 * How many rows belong to the first table where programs wrote several tables below each other with no line between and
 * every cell written out: 4 4 4 4 10 10 10 10 15 15 15. All rows do where the lengths alternate, as merged cells make
 * them do.
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
