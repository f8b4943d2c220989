import { foldDigits } from "./folding.ts";
import { correctsNumber } from "./remarks.ts";

/** At most so many characters and lines of a note are looked at. */
const [longestNote, mostLines] = [1_000, 20];

/** Words that put a number in doubt without saying what it should be. */
const disputing = /有误|错误|笔误|[填报写算]错|存疑|待[核定查]|作废|无效|\b(?:wrong|incorrect)\b/i;

/**
 * Whether a note (批注) on a number says that it is another one: 应为13, 此数有误. Its first line is often the name of
 * who wrote it. A note without digits may only explain how the number is found, and one of digits alone may count
 * anything.
 */
export function disputesNumber(note: string): boolean {
  return note
    .slice(0, longestNote)
    .split("\n", mostLines)
    .map((line) => foldDigits(line).trim())
    .filter((line) => /\p{L}/u.test(line) && !line.includes("://"))
    .some((line) => disputing.test(line) || (/\d/.test(line) && correctsNumber(line)));
}
