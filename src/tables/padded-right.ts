import { isFilled, isValue } from "../printed/numbers.ts";

/** A row of texts, one for each cell. */
type Texts = readonly string[];

/** From so many values on, equal counts behind labels of different width are no chance. */
const VALUES = 3;
/** At least so many rows show each of two places where values begin. */
const ROWS = 2;

/**
 * The cells of each row without the blank ones behind it that only fill it up to the table's width; null where the rows
 * are not filled up so. A program that knows no merges leaves out the cells they cover and moves the others to the
 * left: `| （二）部分公开 | 1 | 0 | 1 | |` below `| 三、办理结果 | （一）予以公开 | 2 | 0 | 2 |`. Such rows have as
 * many values as the others, which begin in another column. Where no row has labels, the headings tell.
 */
export function lengthsWithoutFill(rows: readonly Texts[]): readonly number[] | null {
  const ends = rows.map((row) => row.findLastIndex((text) => text !== "") + 1);
  const starts = rows.map(
    (row, index) => row.slice(0, ends[index]).findLastIndex((text) => !isValue(text)) + 1,
  );
  const counts = rows.map((row, index) =>
    row.slice(starts[index], ends[index]).every(isFilled) ? ends[index]! - starts[index]! : 0,
  );
  const most = Math.max(...counts);
  if (most < VALUES) return null;
  const places = new Map<number, number>();
  counts.forEach((count, index) => {
    if (count === most) places.set(starts[index]!, (places.get(starts[index]!) ?? 0) + 1);
  });
  const told = [...places.values()].filter((number) => number >= ROWS).length;
  const width = Math.max(...ends);
  if (told < 2 && !(places.size === 1 && places.has(0) && haveMovedHeadings(rows, ends, width))) return null;
  // Blank values at the end of a row belong to it.
  return rows.map((row, index) =>
    starts[index] === ends[index] && !row.slice(0, ends[index]).some(isFilled) && isHeading(counts, index)
      ? ends[index]!
      : Math.min(row.length, Math.max(ends[index]!, starts[index]! + most)),
  );
}

/** Whether a row stands above the first row of values. */
function isHeading(counts: readonly number[], index: number): boolean {
  const first = counts.findIndex((count) => count > 0);
  return index < first;
}

/** Whether at least two rows of headings, each of several, leave blank cells behind them only. */
function haveMovedHeadings(rows: readonly Texts[], ends: readonly number[], width: number): boolean {
  const short = rows.filter((_, index) => ends[index]! < width && ends[index]! > 1);
  return short.length >= 2 && rows.every((row, index) => !row.slice(0, ends[index]).includes(""));
}
