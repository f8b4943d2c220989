import { isValue } from "../printed/numbers.ts";

/**
 * How many cells at the end of a row are values. A row without any number counts only from two on:
 * one empty cell at the end of a header row continues the cell above it.
 */
export function trailingValues(texts: readonly string[]): number {
  let count = 0;
  while (count < texts.length && isValue(texts[texts.length - 1 - count]!)) count += 1;
  const values = texts.slice(texts.length - count);
  if (count === texts.length && values.every((text) => text.trim() === "")) return 0;
  return count >= 2 || values.some((text) => text.trim() !== "") ? count : 0;
}

/** Column (from 0) where values begin in most rows that have some, or null. */
export function firstValueColumn(rows: readonly (readonly string[])[]): number | null {
  const votes = new Map<number, number>();
  for (const texts of rows) {
    const count = trailingValues(texts);
    if (count > 0) votes.set(texts.length - count, (votes.get(texts.length - count) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}
