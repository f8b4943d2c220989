import { format, formatColor, isDateFormat } from "numfmt";
import { isFilled } from "../../../printed/numbers.ts";
import { parseColour } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";

/** What a cell shows of a number or a text. */
export interface Shown {
  readonly text: string;
  /**
   * `unseen-text` where a number is stored and nothing is shown; `number-format` where the pattern is not understood.
   */
  readonly doubt?: string | undefined;
  /** The colour that the format gives to the digits, in place of the font's. */
  readonly colour?: Rgb | undefined;
}

/** Excel's own limit for the length of a format (ISO 29500-1 18.8.30 leaves it open). */
const longestPattern = 255;
/** General shows whole numbers below this, of eleven digits at the most, as they are (18.8.30). */
const longestWhole = 1e11;
/** Days between the starts of the 1900 and the 1904 date system (18.17.4.1). */
const macintoshDays = 1462;
/** A condition that chooses a section. */
const condition = /\[[<>=]/;
/** Commas before the point: they divide by thousands in Excel, and in other programs only part the digits. */
const commaAtPoint = /[0#?],+\./;
/** Numerals of other scripts and calendars of other eras; both would have to be spelled out. */
const unknownParts = /\[DBNum\d\]|\[\$-[\da-f]{5,8}\]|(?:^|[^a-z])(?:ggg?|e{1,4})(?![+\-a-z])/i;

/**
 * The mark of a language that is neither Chinese nor English, and the currency before it: programs disagree whether its
 * point and its thousands replace those of the system. The last ten bits of a code are the language (MS-LCID 2.1).
 */
const otherLanguage =
  /\[\$([^\]-]{0,32})-(?!(?:[\da-f]?[048c]?0[49]|f[48]00|[\da-f]{5,8}|(?:zh|en|x)\b[^\]]{0,32})\])[^\]]{0,32}\]/gi;

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
  const isUnknown = [unknownParts, commaAtPoint].some((parts) => parts.test(bare));
  if (pattern.length > longestPattern || isUnknown || isAmbiguous(bare, value)) return unknown;
  try {
    const isDate = isDateFormat(known);
    // A date before the first of its system is shown as a row of `#`.
    if (isDate ? value < 0 : pattern.search(otherLanguage) >= 0) return unknown;
    const serial = is1904 && isDate ? value + macintoshDays : value;
    const shown = paint(known, serial, bare);
    // A format such as `d` shows a part of a date in place of the number.
    if (isDate) return isFilled(shown.text) ? { doubt: "number-format", ...shown } : shown;
    return { ...shown, text: withoutLonePoint(shown.text) };
  } catch {
    return unknown;
  }
}

/** Stands before a character that is repeated until the cell is full. */
const fill = "\uf8ff";

/** What the section for this value shows; throws on a pattern that cannot be understood. */
function paint(pattern: string, value: number | string, bare: string): Shown {
  const options = { locale: localeOf(bare), throws: true, dateErrorThrows: true, fillChar: fill };
  const filled = format(pattern, value, options);
  const text = filled.replace(/\uf8ff./gsu, "").trim();
  if (text === "" && value !== "") return { text, doubt: "unseen-text" };
  const colour = colourIn(formatColor(pattern, value, { throws: true }));
  // What fills the cell before the digits may look like one of them.
  const doubt = /\d/.test(text) && /\uf8ff[^\s\u3000]/u.test(filled) ? "number-format" : undefined;
  return { text, ...(doubt && { doubt }), ...(colour && { colour }) };
}

/** The colours that a format may name (18.8.31); others are given in hexadecimal digits. */
const colours: Readonly<Record<string, string>> = {
  ...{ black: "000000", blue: "0000FF", cyan: "00FFFF", green: "00FF00" },
  ...{ magenta: "FF00FF", red: "FF0000", white: "FFFFFF", yellow: "FFFF00" },
};

function colourIn(named: string | number | undefined): Rgb | null {
  const name = String(named ?? "").replace("#", "");
  return parseColour(colours[name.toLowerCase()] ?? name);
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
  if (text === "" || (!pattern.includes(";") && !pattern.includes("@"))) return { text };
  const known = inEnglish(pattern);
  try {
    const shown = paint(known, text, withoutQuotes(known));
    return shown.text === text.trim() ? { ...shown, text } : shown;
  } catch {
    return { text };
  }
}

function general(value: number): string {
  return format("General", value);
}

/** Colours and General as Chinese editions name them. */
const chineseWords: Readonly<Record<string, string>> = {
  "G/通用格式": "General",
  ...{
    "[黑色]": "[Black]",
    "[蓝色]": "[Blue]",
    "[青色]": "[Cyan]",
    "[蓝绿色]": "[Cyan]",
    "[绿色]": "[Green]",
  },
  ...{
    "[洋红]": "[Magenta]",
    "[洋红色]": "[Magenta]",
    "[红色]": "[Red]",
    "[白色]": "[White]",
    "[黄色]": "[Yellow]",
  },
};

/** Chinese editions have words of their own, and escape a character with `!` as others do with `\`. */
function inEnglish(pattern: string): string {
  const named = pattern
    .replace(/G\/通用格式|\[[黑蓝青绿洋红白黄][绿红]?色?\]/g, (word) => chineseWords[word] ?? word)
    .replace(/\[颜色 ?(\d{1,2})\]/g, "[Color $1]")
    .replace(otherLanguage, '"$1"');
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
