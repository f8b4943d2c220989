import { isValue } from "../../printed/numbers.ts";
import type { SpacedChunk, Printed } from "./chunks.ts";

/** So many pieces of a line are compared; no table has more columns. */
const MOST = 40;

/**
 * How far the numbers of a table are from standing under each other and under the headings. Programs count a Chinese
 * character as two columns or as one, and the text itself shows which: with the right width, labels of any length leave
 * the numbers in line.
 */
export function misalignment(rows: readonly Printed[]): number {
  let sum = 0;
  let above: readonly number[] | null = null;
  for (const { parts, values, numeric } of rows) {
    const own = (numeric ? values : parts.slice(1)).slice(0, MOST).map(centre);
    if (own.length === 0) continue;
    if (numeric && above !== null) sum += distance(own, above);
    if (numeric || above === null || own.length >= above.length) above = own;
  }
  return sum;
}

export function centre({ start, end }: Pick<SpacedChunk, "start" | "end">): number {
  return (start + end) / 2;
}

/** The values that end a row. In a row of one or two values alone, the first numbers the row and is left out. */
export function valuesOf(parts: readonly SpacedChunk[]): readonly SpacedChunk[] {
  const from = parts.findLastIndex((part) => !isValue(part.text)) + 1;
  return from === 0 && parts.length <= 2 ? parts.slice(1) : parts.slice(from);
}

/** The sum of the distances from each position on the shorter line to the nearest one on the other line. */
function distance(a: readonly number[], b: readonly number[]): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.reduce((sum, x) => sum + Math.min(...many.map((y) => Math.abs(x - y))), 0);
}
