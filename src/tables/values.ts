import { isNumeric } from "./layout.ts";

/** A number, or what stands where one should: nothing, a dash, a stroke, 无. */
export function isValueLike(text: string): boolean {
  return (
    isNumeric(text) ||
    /^[\s\u00a0\u3000]*(?:[-—–－―‐]{0,4}|[/／]{1,2}|无|无\s?此\s?项|不\s?涉\s?及|不\s?适\s?用)[\s\u00a0\u3000]*$/u.test(
      text,
    )
  );
}

/**
 * How many cells at the end of a row are values. A row without any number counts only from two on:
 * one empty cell at the end of a header row continues the cell above it.
 */
export function trailingValues(texts: readonly string[]): number {
  let count = 0;
  while (count < texts.length && isValueLike(texts[texts.length - 1 - count]!)) count += 1;
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
