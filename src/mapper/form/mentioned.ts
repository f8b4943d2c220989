import type { KnownTable } from "./known.ts";

/** Whether a document has words of a table at all. If the table is there, not every label can be damaged. */
export function isMentioned({ words }: KnownTable, has: (word: string) => boolean): boolean {
  let found = 0;
  for (const word of words) if (has(word) && ++found === MENTIONS) return true;
  return words.length <= MENTIONS && found > 0;
}

/** A document must have at least this many different words of a table before its rows are compared with the table's. */
export const MENTIONS = 3;
