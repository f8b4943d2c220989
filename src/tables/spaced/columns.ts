import { joinedWords, type SpacedChunk, type Printed } from "./chunks.ts";
import { centre } from "./width.ts";

/** Where a column of values stands; `end` is exclusive. */
export interface SpacedColumn {
  start: number;
  end: number;
}

/**
 * The value columns of a table: stretches in which numbers stand under each other. Where stretches run together because
 * the columns are hardly apart, the rows with the most numbers show the columns: the first numbers, the second numbers,
 * and so on.
 */
export function valueColumns(rows: readonly Printed[]): readonly SpacedColumn[] {
  const values = rows.filter((row) => row.numeric).flatMap((row) => row.values);
  if (values.length === 0) return [];
  const stretches = stretchesOf([...values, ...headingsOver(values, rows)]);
  const crowded = rows.some(({ values: own, numeric }) => {
    const at = numeric ? own.map((part) => stretches.findIndex((column) => meets(column, part))) : [];
    return new Set(at).size < at.length;
  });
  const least = isCounted(rows, stretchesOf(values).length) ? 0 : crowded ? stretches.length : Infinity;
  return countedColumns(rows, least) ?? stretches;
}

/**
 * Whether counting shows the columns. Where numbers stand under each other only roughly, rows that all have as many of
 * them still do, unless more columns than that have a heading: then each row may have its gap elsewhere.
 */
function isCounted(rows: readonly Printed[], stretches: number): boolean {
  const counts = new Set(rows.filter((row) => row.numeric).map((row) => row.values.length));
  const [count] = counts;
  return counts.size === 1 && count! >= 3 && count !== stretches && fullestHeader(rows).length <= count! + 1;
}

/**
 * The fullest header line adds the columns in which no number stands at all. Without them a blank column would be
 * mistaken for the one beside it.
 */
function headingsOver(values: readonly SpacedChunk[], rows: readonly Printed[]): readonly SpacedChunk[] {
  const left = Math.min(...values.map((part) => part.start));
  const stretches = stretchesOf(values);
  const parts = fullestHeader(rows).filter((part) => part.end > left);
  return joinedWords(parts, (last, part, whole) => standsOver(whole, [last, part], stretches));
}

/**
 * Whether two words are one heading: `结果 维持` stands over one column of numbers, whose middle is nearer to the
 * middle of both words together than to that of either.
 */
function standsOver(
  whole: SpacedChunk,
  words: readonly SpacedChunk[],
  stretches: readonly SpacedColumn[],
): boolean {
  const under = stretches.filter((column) => meets(column, whole));
  const middle = under[0] && centre(under[0]);
  if (under.length !== 1 || middle === undefined) return false;
  const distance = (chunk: SpacedChunk) => Math.abs(centre(chunk) - middle);
  return words.every((word) => distance(whole) < distance(word));
}

function stretchesOf(seeds: readonly SpacedChunk[]): readonly SpacedColumn[] {
  const columns: SpacedColumn[] = [];
  for (const { start, end } of [...seeds].sort((a, b) => a.start - b.start)) {
    const last = columns.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else columns.push({ start, end });
  }
  return columns;
}

function fullestHeader(rows: readonly Printed[]): readonly SpacedChunk[] {
  return rows
    .filter((row) => !row.numeric)
    .reduce<readonly SpacedChunk[]>((best, { parts }) => (parts.length >= best.length ? parts : best), []);
}

/**
 * The mean position of the first, second … number in the rows that have the most numbers, if these are at least
 * `least`.
 */
function countedColumns(rows: readonly Printed[], least: number): readonly SpacedColumn[] | null {
  const values = rows.filter((row) => row.numeric).map((row) => row.values);
  const count = Math.max(...values.map((row) => row.length));
  const full = values.filter((row) => row.length === count);
  if (count < 2 || count < least || values.length < 2) return null;
  const mean = (index: number, side: "start" | "end") =>
    full.reduce((sum, row) => sum + row[index]![side], 0) / full.length;
  return full[0]!.map((_, index) => ({ start: mean(index, "start"), end: mean(index, "end") }));
}

function meets(column: SpacedColumn, part: SpacedChunk): boolean {
  return part.start < column.end && part.end > column.start;
}
