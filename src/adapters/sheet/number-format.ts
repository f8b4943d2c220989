import { format, isDateFormat } from "numfmt";
import { isFilled } from "../../printed/numbers.ts";

/** What a cell shows of a number. */
export interface Shown {
  readonly text: string;
  /**
   * `unseen-text` where a number is stored and nothing is shown; `number-format` where the pattern is not understood.
   */
  readonly doubt?: string | undefined;
}

/** Excel's own limit for the length of a format (ISO 29500-1 18.8.30 leaves it open). */
const longestPattern = 255;
/** General shows whole numbers below this, of eleven digits at the most, as they are (18.8.30). */
const longestWhole = 1e11;
/** Days between the starts of the 1900 and the 1904 date system (18.17.4.1). */
const macintoshDays = 1462;
/**
 * A character that fills the cell before its digits and may look like one of them, or a colour for the digits other
 * than the cell's font has.
 */
const unseenParts = /(?<![\\_])\*[^\s\u3000]|\[(?:white|白|白色|colou?r ?\d{1,2}|颜色 ?\d{1,2})\]/i;
/** A condition that chooses a section. */
const condition = /\[[<>=]/;
/** Commas before the point: they divide by thousands in Excel, and in other programs only part the digits. */
const commaAtPoint = /[0#?],+\./;
/** Numerals of other scripts and calendars of other eras; both would have to be spelled out. */
const unknownParts = /\[DBNum\d\]|\[\$-[\da-f]{5,8}\]|(?:^|[^a-z])(?:ggg?|e{1,4})(?![+\-a-z])/i;

/**
 * A number as a cell of this format shows it (ISO 29500-1 18.8.31), without the spaces that serve only for alignment.
 */
export function shownNumber(value: number, pattern: string, is1904 = false): Shown {
  // Most numbers of a report are whole and shown as they are.
  if (pattern === "General" && Number.isInteger(value) && Math.abs(value) < longestWhole)
    return { text: String(value) };
  const known = inEnglish(pattern);
  const bare = withoutQuotes(known);
  const unknown: Shown = { text: general(value), doubt: "number-format" };
  const isUnknown = [unknownParts, unseenParts, commaAtPoint].some((parts) => parts.test(bare));
  if (pattern.length > longestPattern || isUnknown || isAmbiguous(bare, value)) return unknown;
  try {
    const isDate = isDateFormat(known);
    // A date before the first of its system is shown as a row of `#`.
    if (value < 0 && isDate) return unknown;
    const serial = is1904 && isDate ? value + macintoshDays : value;
    const text = format(known, serial, {
      locale: localeOf(bare),
      throws: true,
      dateErrorThrows: true,
    }).trim();
    if (text === "") return { text, doubt: "unseen-text" };
    // A format such as `d` shows a part of a date in place of the number.
    if (isDate) return isFilled(text) ? { text, doubt: "number-format" } : { text };
    return { text: withoutLonePoint(text) };
  } catch {
    return unknown;
  }
}

/**
 * Programs agree on conditions only where the first sections have one each and a single section is left for all other
 * numbers; whether a negative number then keeps its sign differs between them, too.
 */
function isAmbiguous(pattern: string, value: number): boolean {
  if (!condition.test(pattern)) return false;
  const ofNumbers = pattern.split(";").filter((section) => !section.includes("@"));
  return (
    value < 0 || !ofNumbers.every((section, at) => condition.test(section) === at < ofNumbers.length - 1)
  );
}

/** `0.##` shows 12 as `12.`; the point is not part of the number that a person reads. */
function withoutLonePoint(text: string): string {
  return text.indexOf(".") === text.lastIndexOf(".") ? text.replace(/(\d)\.(?!\d)/, "$1") : text;
}

/** Programs in Chinese name months and halves of a day in English, and days of the week in Chinese after `aaa`. */
function localeOf(pattern: string): string {
  return /aaa/i.test(pattern) ? "zh-CN" : "en";
}

/** A text as a cell of this format shows it: the fourth section may hide the text or add to it. */
export function shownText(text: string, pattern: string): Shown {
  if (!pattern.includes(";") && !pattern.includes("@")) return { text };
  try {
    const shown = format(inEnglish(pattern), text, { throws: true });
    return shown === "" && text !== "" ? { text: "", doubt: "unseen-text" } : { text: shown };
  } catch {
    return { text };
  }
}

function general(value: number): string {
  return format("General", value, { locale: "zh-CN" });
}

/** Chinese editions have their own words for General, and escape a character with `!` as others do with `\`. */
function inEnglish(pattern: string): string {
  const named = pattern.replace(/G\/通用格式/g, "General");
  if (!named.includes("!")) return named;
  return outsideQuotes(named, (part) =>
    part.replace(/[\\!_*](.?)/gs, (pair, next: string) => (pair.startsWith("!") ? `\\${next}` : pair)),
  );
}

function withoutQuotes(pattern: string): string {
  return outsideQuotes(
    pattern,
    (part) => part,
    () => "",
  );
}

function outsideQuotes(
  pattern: string,
  change: (part: string) => string,
  quoted = (part: string): string => `"${part}"`,
): string {
  return pattern
    .split('"')
    .map((part, index) => (index % 2 === 0 ? change(part) : quoted(part)))
    .join("");
}

/** Formats that a workbook need not define (ISO 29500-1 18.8.30), as programs in Chinese show them. */
export const builtInFormats: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m/d/yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: "h:mm AM/PM",
  35: "h:mm:ss AM/PM",
  36: 'yyyy"年"m"月"',
  37: "#,##0;-#,##0",
  38: "#,##0;-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;-#,##0.00",
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: "h:mm AM/PM",
  56: "h:mm:ss AM/PM",
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
