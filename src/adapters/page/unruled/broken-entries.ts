import { isUnit } from "../../../printed/units.ts";
import type { Chunk } from "./chunks.ts";
import { ANCHORED, LEADING } from "./tolerances.ts";

/** What offices print where the form has no such entry. */
const NOTHING_THERE = ["无此项", "不涉及", "不适用"];

/** Whether a text is what such an entry begins with, where its narrow column breaks it. */
export function beginsNothing(text: string): boolean {
  return NOTHING_THERE.some((words) => words.startsWith(text));
}

/** Whether a text is what a broken entry ends with: the unit of a number, or the end of such words. */
export function endsEntry(text: string): boolean {
  return isUnit(text) || NOTHING_THERE.some((words) => words.endsWith(text));
}

/**
 * Whether a chunk is the next line of an entry that its narrow column broke: 16 over 件, 1, over 000, 无此 over 项. A
 * unit that stands beside numbers of its own height is in a row of its own.
 */
export function isRestOfEntry(before: string, chunk: Chunk, numbers: readonly Chunk[]): boolean {
  const text = chunk.text.trim();
  if (beginsNothing(before + text) || isTail(before, text)) return true;
  if (!isUnit(text) || !/^[\d０-９,，.．]+$/.test(before)) return false;
  return !numbers.some(
    (other) => Math.abs(other.baseline - chunk.baseline) < ANCHORED * chunk.size && !isRest(other, numbers),
  );
}

function isRest(number: Chunk, numbers: readonly Chunk[]): boolean {
  return numbers.some(
    (other) =>
      isTail(other.text.trim(), number.text.trim()) &&
      other.left < number.right &&
      other.right > number.left &&
      number.baseline > other.baseline &&
      number.baseline - other.baseline <= LEADING * number.size,
  );
}

/** Whether a text is the three digits that follow a comma at the end of another. */
function isTail(before: string, text: string): boolean {
  return /^[\d０-９]{1,3}([,，][\d０-９]{3}){0,4}[,，]$/.test(before) && /^[\d０-９]{3}$/.test(text);
}
