import { foldDigits } from "./folding.ts";
import { calendarNumber, plainDates } from "./numerals.ts";

/** A day: 2023年1月5日, 2023-1-5, 2023.1.5, 2023/1/5, 20230105, 二〇二三年一月五日. */
const DAY =
  /^(?:((?:1[89]|2[01])\d\d)(?:年([\d一二三四五六七八九十〇零]{1,2})月([\d一二三四五六七八九十〇零]{1,3})[日号]|([-/.])(\d{1,2})\4(\d{1,2})日?)|((?:19|20)\d\d)(\d\d)(\d\d))$/u;
/** What may follow a day and names the same one: the weekday, the time. */
const SAME_DAY =
  /(?:\((?:星期|周|礼拜)[一二三四五六日天]\)|(?:星期|周|礼拜)[一二三四五六日天])?(?:[T上下]?午?\d{1,2}[:时点]\d{0,2}分?(?::?\d{2}秒?)?)?$/u;
/** No date is longer. */
const LONGEST = 40;

/**
 * ISO date of a text that is one day and nothing else; null for a month, a span, a text such as 之前 around a day, or a
 * day that no calendar has.
 */
export function dayOf(raw: string): string | null {
  if (raw.length > LONGEST) return null;
  const spaced = plainDates(foldDigits(raw)).trim();
  const text = spaced.replace(/(?<=\d)\s{1,4}(?=\d{1,2}[:时点])/u, "T").replace(/\s+/gu, "");
  const bare = /^\(([^()]*)\)$/u.exec(text)?.[1] ?? text;
  const match = DAY.exec(bare) ?? DAY.exec(bare.replace(SAME_DAY, ""));
  if (!match) return null;
  const [, year, month, day, , figureMonth, figureDay, packedYear, packedMonth, packedDay] = match;
  return isoDate(
    Number(year ?? packedYear),
    calendarNumber(month ?? figureMonth ?? packedMonth!),
    calendarNumber(day ?? figureDay ?? packedDay!),
  );
}

/** ISO date; null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
