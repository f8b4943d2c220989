import type { KnownLabel } from "./labels.ts";

/**
 * Words directly before a label that change its meaning: 非行政事业性收费. In 规章无无无规范性文件 the words before the
 * label are blank cells.
 */
export function isTurned(before: string): boolean {
  return /(?:[不非未没上下去]|(?<![无\d])无)$/u.test(before);
}

/**
 * Whether a label so close to the form's may just as well name something else: 行政处分 for 行政处罚, 上年 for 本年, a
 * 不 lost or gained. A numbered row is also known by its number: there any other letter is a slip.
 */
export function meansOther(printed: string, known: KnownLabel, numbered: boolean): boolean {
  const longer = known.find(({ text }) => printed.length > text.length && printed.endsWith(text));
  if (longer) return TURNS.test(printed.slice(0, -longer.text.length)) || !numbered;
  const [nearest] = known
    .map(({ text, allowed }) => ({
      gained: without(printed, text),
      lost: without(text, printed),
      allowed,
    }))
    .sort((a, b) => a.gained.length + a.lost.length - (b.gained.length + b.lost.length));
  if (!nearest || Math.max(nearest.gained.length, nearest.lost.length) > nearest.allowed) return false;
  return TURNS.test(nearest.gained + nearest.lost) || (!numbered && nearest.gained !== "");
}

/** Characters that make a label mean something else: not, another year, another number. */
export const TURNS = /[不非未无有没上本下去今一二三四五六七八九十两]/u;

/** The characters that a text has more often than another, as often as it has them more. */
export function without(text: string, other: string): string {
  let left = other;
  let rest = "";
  for (const character of text) {
    if (left.includes(character)) left = left.replace(character, "");
    else rest += character;
  }
  return rest;
}
