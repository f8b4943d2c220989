/**
 * Pairs `count` known items with `printedCount` printed ones, each at most once and in order, so that the sum of scores is
 * greatest; pairs of score 0 are never made. Returns for each known item the printed index or null. O(count × printedCount).
 */
export function alignInOrder(
  count: number,
  printedCount: number,
  score: (known: number, printed: number) => number,
): readonly (number | null)[] {
  // The greatest sum for the first i known and the first j printed items, stored row by row in one list.
  const width = printedCount + 1;
  const best = new Float64Array((count + 1) * width);
  for (let i = 1; i <= count; i++) {
    for (let j = 1; j <= printedCount; j++) {
      const at = i * width + j;
      const pair = score(i - 1, j - 1);
      const without = Math.max(best[at - width]!, best[at - 1]!);
      best[at] = pair > 0 ? Math.max(without, best[at - width - 1]! + pair) : without;
    }
  }
  const result: (number | null)[] = new Array<number | null>(count).fill(null);
  let [i, j] = [count, printedCount];
  while (i > 0 && j > 0) {
    const at = i * width + j;
    if (best[at] === best[at - width]) i -= 1;
    else if (best[at] === best[at - 1]) j -= 1;
    else {
      result[i - 1] = j - 1;
      i -= 1;
      j -= 1;
    }
  }
  return result;
}
