import { isoDate } from "./calendar.ts";
import { foldDigits } from "./folding.ts";
import { everyMatch } from "./matches.ts";
import { calendarNumber, chineseYear, plainDates } from "./numerals.ts";

/**
 * The report year that a title names: the last year before 年度, otherwise the last year, from 2000 on. An earlier one
 * may belong to the office's name.
 */
export function yearIn(text: string): number | null {
  const plain = chineseYear(foldDigits(text))
    .replace(/(\d)\s+(?=\d)/gu, "$1")
    .replace(/(\d{4})\s+年/gu, "$1年");
  for (const years of YEARS) {
    const last = everyMatch(plain, years).at(-1);
    if (last !== undefined) return Number(last[1]);
  }
  return null;
}

const YEARS = [/(20\d{2})年度/gu, /(20\d{2})年/gu, /(?<!\d)(20\d{2})(?!\d)/gu];

/**
 * The ISO date of `2020年1月31日`, `2020-01-31`, `2020/1/31`, `20200131` or `二〇二〇年一月三十一日`; null where there is none or
 * where it is not a real date.
 */
export function dateIn(text: string): string | null {
  const plain = plainDates(foldDigits(text));
  const match =
    /(20\d{2})年([\d一二三四五六七八九十〇零]{1,2})月([\d一二三四五六七八九十〇零]{1,3})[日号]/u.exec(
      plain.replace(/\s+/gu, ""),
    ) ??
    /(20\d{2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{1,2})/u.exec(plain) ??
    /^\s*(20\d{2})(\d{2})(\d{2})\s*$/u.exec(plain);
  return match ? isoDate(Number(match[1]), calendarNumber(match[2]!), calendarNumber(match[3]!)) : null;
}

export interface StatisticalPeriod {
  readonly from: string;
  readonly to: string;
  /** The year in which the period ends. */
  readonly year: number;
}

/**
 * The period that the figures cover, with both ends; an end without a year has the year of the start. Months without
 * days are a period only if they make the whole year: 3月至5月 is when something was done.
 */
export function periodIn(text: string): StatisticalPeriod | null {
  const spans = spansIn(text).flatMap((match) => spanOf(match) ?? []);
  // The sentence that gives the report's year may also name the days of some campaign.
  return spans.find(isWholeYear) ?? spans[0] ?? null;
}

/** Whether a text has a span of days that cannot be one: it ends before it begins, or on 11月31日. */
export function hasBrokenPeriod(text: string): boolean {
  return spansIn(text).some((match) => spanOf(match) === null);
}

function spansIn(text: string): readonly RegExpExecArray[] {
  if (!OF_PERIOD.every((signs) => signs.test(text))) return [];
  const plain = plainDates(foldDigits(text))
    .replace(/\s+/gu, "")
    .replace(/[\d一二三四五六七八九十〇零]{1,3}(?=[月日])/gu, (numeral) => String(calendarNumber(numeral)))
    // Reads 2023年度（1月1日至12月31日） and 1月1日0时.
    .replace(/(20\d{2})年度?\((?=\d)/gu, "$1年")
    .replace(/(月\d{1,2})号/gu, "$1日")
    .replace(/日(?:0?0|零)[时:](?:0?0分?)?/gu, "日")
    .replace(/(20\d{2})年1月?(?:份|起)?(?:至|到|-|~)+(?:\1年)?12月(?:份)?(?!\d)/gu, "$1年1月1日至12月31日");
  return [...everyMatch(plain, DAYS), ...everyMatch(plain, FIGURES)];
}

/** Whether a period runs from the first of January to the last of December of one year. */
export function isWholeYear({ from, to }: StatisticalPeriod): boolean {
  return from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4);
}

/** What parts the year, month and day of a date, in figures of any width or in words. */
export const PARTS = "月./．／－−–—―‐‑﹣-";
/** What stands between the ends of every printed period. */
export const JOINS = "至到~－−–—―‐‑﹣-";
/** Both ends are in a year that begins with 20, in whichever figures it is written. */
export const OF_THIS_CENTURY = "2２二";
/** Most sentences lack the characters without which they hold no period, whole or broken. */
const OF_PERIOD = [PARTS, JOINS, OF_THIS_CENTURY].map((signs) => new RegExp(`[${signs}]`, "u"));

const DAYS =
  /(20\d{2})年(\d{1,2})月(\d{1,2})日(?:起|开始)?,?(?:至|到|-|~)+(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日/gu;
const FIGURES =
  /(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})起?(?:至|到|-|~)+(?:(20\d{2})[-/.])?(\d{1,2})[-/.](\d{1,2})/gu;

function spanOf(match: RegExpExecArray): StatisticalPeriod | null {
  const [fromYear, fromMonth, fromDay] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const toYear = match[4] ? Number(match[4]) : fromYear;
  const from = isoDate(fromYear, fromMonth, fromDay);
  const to = isoDate(toYear, Number(match[5]), Number(match[6]));
  return from && to && from <= to ? { from, to, year: toYear } : null;
}
