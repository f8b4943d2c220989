import { isFilled } from "../../../printed/numbers.ts";
import { isUnit } from "../../../printed/units.ts";
import { beginsNothing, endsEntry } from "./broken-entries.ts";
import type { Chunk } from "./chunks.ts";
import { BETWEEN_COLUMNS, LEADING, STRAY } from "./tolerances.ts";

/** Columns by their edges, left to right; the first `labels` of them hold row labels. */
export interface UnruledColumns {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly labels: number;
}

/**
 * Numbers that stand under each other are columns, and labels stand left of the first one; without numbers, any texts
 * that stand under each other are columns.
 */
export function findColumns(rows: readonly (readonly Chunk[])[]): UnruledColumns | undefined {
  const tabular = rows.filter((row) => row.length >= 2);
  const most = Math.max(...tabular.map((row) => row.length));
  const full = tabular.filter((row) => row.length >= 0.6 * most);
  const aligned = withFewer(
    intervals(full.filter((row) => row.length === most).flatMap(numbersOf)),
    full.filter((row) => row.length < most).flatMap(numbersOf),
  );
  const broken = brokenNumbers(rows, most).filter((chunk) => !aligned.some((one) => overlaps(chunk, one)));
  const numeric = broken.length === 0 ? aligned : intervals([...aligned, ...broken]);
  const clear = full.flatMap((row) =>
    row.filter(
      (chunk) =>
        !numeric.some((one) => overlaps(chunk, one)) &&
        !(row.length < most && isMerged(chunk, numeric)) &&
        !isRestOfHeader(chunk, row, rows, numeric),
    ),
  );
  const others = intervals(clear);
  // Text left of the first column of numbers is labels; which of it begins a column of its own is decided later.
  const first = numeric[0]?.left ?? others[1]?.left;
  if (first === undefined) return undefined;
  // Where there are as many columns of numbers as the fullest row has cells besides its label, a header that stands
  // beside its numbers makes no column.
  const isComplete = numeric.length >= most - 1;
  const values = [...numeric, ...others.filter((one) => one.left > first - 1 && !isComplete)].sort(
    (a, b) => a.left - b.left,
  );
  const unique = values.filter((one, index) => index === 0 || one.left > values[index - 1]!.right - 1);
  // Where numbers start at the left edge, the table has no row labels.
  const numbered = full.filter((row) => row.some(({ text }) => isFilled(text)));
  if (numbered.length > 0 && numbered.every((row) => isFilled(row[0]!.text))) {
    const numbers = intervals([...numbered.flatMap((row) => [row[0]!, ...numbersOf(row)]), ...broken]);
    const between = clear.filter((chunk) => !numbers.some((one) => overlaps(chunk, one)));
    const all = [...numbers, ...intervals(between)].sort((a, b) => a.left - b.left);
    if (numbers.length >= 2)
      return { left: all.map((one) => one.left), right: all.map((one) => one.right), labels: 0 };
  }
  const start = Math.min(...rows.flat().map(({ left }) => left));
  if (start >= unique[0]!.left) return undefined;
  const labelEnd = Math.max(
    start + 1,
    ...rows
      .flat()
      .filter(({ right }) => right < first)
      .map(({ right }) => right),
  );
  return {
    left: [start, ...unique.map((one) => one.left)],
    right: [labelEnd, ...unique.map((one) => one.right)],
    labels: 1,
  };
}

/** What follows the row's first text: its numbers, and units left of them, which stand in a column of their own. */
function numbersOf(row: readonly Chunk[]): Chunk[] {
  const last = row.findLastIndex(({ text }) => isFilled(text));
  return row.filter(
    ({ text }, index) => index > 0 && (isFilled(text) || (index < last && isUnit(text.trim()))),
  );
}

/**
 * The parts of numbers that are broken in their narrow columns, １ over ２ or 16 over 件: lines of nothing but numbers,
 * or words for none, and below of units, half a line above and below a row that is full but for them.
 */
function brokenNumbers(rows: readonly (readonly Chunk[])[], most: number): Chunk[] {
  return rows.flatMap((row, index) => {
    const isOf = (chunk: Chunk, has: (text: string) => boolean) =>
      (isFilled(chunk.text) || has(chunk.text.trim())) && isNear(chunk, row[0]);
    const isPart = (chunk: Chunk) => isOf(chunk, beginsNothing);
    const isRest = (chunk: Chunk) => isOf(chunk, endsEntry);
    const [above = [], below = []] = [rows[index - 1], rows[index + 1]];
    if (!above.every(isPart) || !below.every(isRest)) return [];
    const broken = above.filter((chunk) => below.some((one) => overlaps(one, chunk)));
    if (row.length + broken.length < most) return [];
    return [...broken, ...below.filter((chunk) => broken.some((one) => overlaps(one, chunk)))];
  });
}

/**
 * Whether a text is the rest of a header that is wrapped and stands beside its numbers: 数 below 乡镇统计, whose end
 * alone stands above them. In its own line nothing else stands above these numbers.
 */
function isRestOfHeader(
  chunk: Chunk,
  row: readonly Chunk[],
  rows: readonly (readonly Chunk[])[],
  numeric: readonly Interval[],
): boolean {
  const at = rows.indexOf(row);
  const above = rows.slice(Math.max(0, at - 2), at).flat();
  return above.some((header) => {
    const isOver = header.left <= chunk.left + 1 && header.right >= chunk.right - 1;
    if (!isOver || chunk.baseline - header.baseline > LEADING * chunk.size) return false;
    const [own, ...more] = numeric.filter((one) => overlaps(header, one));
    return own !== undefined && more.length === 0 && !row.some((one) => overlaps(one, own));
  });
}

function isNear(chunk: Chunk, other: Chunk | undefined): boolean {
  return other !== undefined && Math.abs(chunk.baseline - other.baseline) < STRAY * chunk.size;
}

/**
 * Adds the columns that only rows with fewer cells show. Existing columns do not grow, because a number under a merged
 * header is wider than its column.
 */
function withFewer(columns: readonly Interval[], chunks: readonly Chunk[]): Interval[] {
  const others = chunks.filter(
    (chunk) => !isMerged(chunk, columns) && !columns.some((one) => overlaps(chunk, one)),
  );
  return intervals([...columns, ...others]);
}

/**
 * Whether a number, in a row with fewer cells, belongs to a merged cell: it stands across two columns or is centred
 * between them.
 */
function isMerged(chunk: Chunk, columns: readonly Interval[]): boolean {
  return columns.some((one, index) => {
    const before = columns[index - 1];
    if (before === undefined) return false;
    const off = (centre(before) + centre(one)) / 2 - centre(chunk);
    return (
      (chunk.left < before.right && chunk.right > one.left) || Math.abs(off) < BETWEEN_COLUMNS * chunk.size
    );
  });
}

function overlaps(a: Interval, b: Interval): boolean {
  return a.left < b.right && a.right > b.left;
}

function centre({ left, right }: Interval): number {
  return (left + right) / 2;
}

interface Interval {
  readonly left: number;
  readonly right: number;
}

/** Stretches of the line that are covered, from left to right. */
function intervals(chunks: readonly Interval[]): Interval[] {
  const merged: { left: number; right: number }[] = [];
  for (const chunk of [...chunks].sort((a, b) => a.left - b.left)) {
    const last = merged.at(-1);
    if (last !== undefined && chunk.left < last.right) {
      last.right = Math.max(last.right, chunk.right);
    } else merged.push({ left: chunk.left, right: chunk.right });
  }
  return merged;
}
