import type { Chunk, Printed } from "./chunks.ts";
import { valuesOf } from "./width.ts";

/** Where a column of values stands, `end` exclusive. */
export interface Column {
  start: number;
  end: number;
}

/**
 * The value columns of a table: stretches in which numbers stand under each other. Where these run together, in columns hardly
 * apart, the rows with the most numbers show them: the first numbers, the second ones …
 */
export function valueColumns(rows: readonly Printed[]): readonly Column[] {
  const stretches = stretchesOf(rows);
  const crowded = rows.some(({ parts, numeric }) => {
    const at = numeric ? valuesOf(parts).map((part) => stretches.findIndex((column) => meets(column, part))) : [];
    return new Set(at).size < at.length;
  });
  return crowded ? (countedColumns(rows, stretches) ?? stretches) : stretches;
}

/**
 * The fullest header line adds the columns in which no number stands at all: without them a blank column would be taken for
 * its neighbour.
 */
function stretchesOf(rows: readonly Printed[]): readonly Column[] {
  const values = rows.filter((row) => row.numeric).flatMap(({ parts }) => valuesOf(parts));
  if (values.length === 0) return [];
  const left = Math.min(...values.map((part) => part.start));
  const seeds = [...values, ...fullestHeader(rows).filter((part) => part.end > left)];
  const columns: Column[] = [];
  for (const { start, end } of [...seeds].sort((a, b) => a.start - b.start)) {
    const last = columns.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else columns.push({ start, end });
  }
  return columns;
}

function fullestHeader(rows: readonly Printed[]): readonly Chunk[] {
  return rows
    .filter((row) => !row.numeric)
    .reduce<readonly Chunk[]>((best, { parts }) => (parts.length >= best.length ? parts : best), []);
}

/** The mean place of the first, second … number of the rows that have the most, where that is more than the stretches. */
function countedColumns(rows: readonly Printed[], stretches: readonly Column[]): readonly Column[] | null {
  const values = rows
    .filter((row) => row.numeric)
    .map(({ parts }) => valuesOf(parts));
  const count = Math.max(...values.map((row) => row.length));
  const full = values.filter((row) => row.length === count);
  if (count < 2 || count < stretches.length || values.length < 2) return null;
  const mean = (index: number, side: "start" | "end") =>
    full.reduce((sum, row) => sum + row[index]![side], 0) / full.length;
  return full[0]!.map((_, index) => ({ start: mean(index, "start"), end: mean(index, "end") }));
}

function meets(column: Column, part: Chunk): boolean {
  return part.start < column.end && part.end > column.start;
}
