/** At most so many rows or columns are walked over. */
const mostSteps = 5_000;
/** The share of the first and last row or column that may be covered without covering what stands in it. */
const touch = 0.02;

/**
 * The rows or columns, from 1, that a length covers which begins `offset` behind the edge of `first`; `size` gives the
 * length of each, 0 where it is hidden.
 */
export function coveredSpan(
  size: (index: number) => number,
  first: number,
  offset: number,
  length: number,
): readonly [from: number, to: number] {
  let from = first;
  let left = offset;
  while (left < 0 && from > 1) left += size(--from);
  left = Math.max(0, left);
  const limit = from + mostSteps;
  for (let own = size(from); left >= own * (1 - touch) && from < limit; own = size(++from)) left -= own;
  let to = from;
  let rest = left + length - size(to);
  while (rest > size(to + 1) * touch && to < limit) rest -= size(++to);
  return [from, to];
}
