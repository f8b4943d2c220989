/**
 * A list number as Word prints it (ST_NumberFormat, ISO 29500-1 17.18.59). A format that is not listed prints as
 * decimal, as Word prints a format that it does not know.
 */
export function formatNumber(value: number, format: string): string {
  const formatter = formats[format];
  return formatter !== undefined && value >= 0 && value < 32_768 ? formatter(value) : String(value);
}

type Formatter = (value: number) => string;

const simple = "〇一二三四五六七八九";
const counting = "○一二三四五六七八九";
const legalSimplified = "零壹贰叁肆伍陆柒捌玖";
const legalTraditional = "零壹貳參肆伍陸柒捌玖";

/** Takes the number from a row of characters; beyond its end the plain number is printed. */
function fromRow(row: string): Formatter {
  const characters = [...row];
  return (value) => characters[value - 1] ?? String(value);
}

/** Takes the number from a Unicode block in which the character for 1 stands at `start`. */
function fromBlock(start: number, last: number): Formatter {
  return (value) => (value >= 1 && value <= last ? String.fromCodePoint(start + value - 1) : String(value));
}

function digits(characters: string): Formatter {
  return (value) => [...String(value)].map((digit) => characters[Number(digit)]!).join("");
}

/** 一 … 十 … 二十一; past 99 the number is written digit by digit: 一○○. */
function countingThenDigits(value: number): string {
  return value > 99 ? digits(counting)(value) : value === 0 ? "○" : thousands(simple, "十百千", false)(value);
}

/**
 * Writes a number with units: 一百零一. `full` keeps the 一 of 一十, as legal numerals do; `zero` fills a gap inside
 * the number.
 */
function thousands(
  numerals: string,
  units: string,
  full: boolean,
  zero = numerals[0]!,
  tenThousand = "万",
): Formatter {
  const below10000 = (value: number): string => {
    let text = "";
    let gap = false;
    for (let power = 3; power >= 0; power--) {
      const digit = Math.floor(value / 10 ** power) % 10;
      if (digit === 0) gap = text !== "";
      else {
        text += (gap ? zero : "") + numerals[digit]! + (power > 0 ? units[power - 1]! : "");
        gap = false;
      }
    }
    return text;
  };
  return (value) => {
    if (value === 0) return numerals[0]!;
    const high = Math.floor(value / 10_000);
    const low = value % 10_000;
    let text = high > 0 ? below10000(high) + tenThousand : "";
    if (low > 0) text += (high > 0 && low < 1000 ? zero : "") + below10000(low);
    return !full && value >= 10 && value < 20 ? text.slice(1) : text;
  };
}

/** 一, 十, 百一, 千: without 一 before a unit and without a zero in a gap. */
function japaneseCounting(value: number): string {
  if (value === 0) return "〇";
  const text = thousands(simple, "十百千", true, "")(value);
  return text.replace(/一([十百千])/g, "$1");
}

function letters(value: number): string {
  // Word repeats the letter, up to 30 times: z, aa, bb (ISO 29500-1 17.18.59).
  if (value > 780) return letters(((value - 1) % 780) + 1);
  return value < 1 ? "" : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const romanNumerals: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(value: number): string {
  let text = "";
  for (const [worth, numeral] of romanNumerals) {
    for (; value >= worth; value -= worth) text += numeral;
  }
  return text;
}

function ordinal(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  return value + (teen ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th"));
}

function circled(value: number): string {
  if (value === 0) return "⓪";
  if (value <= 20) return String.fromCodePoint(0x245f + value);
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  return value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : String(value);
}

const formats: Readonly<Record<string, Formatter>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, "0"),
  decimalHalfWidth: String,
  decimalFullWidth: digits("０１２３４５６７８９"),
  decimalFullWidth2: digits("０１２３４５６７８９"),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: fromBlock(0x2488, 20),
  decimalEnclosedParen: fromBlock(0x2474, 20),
  numberInDash: (value) => `- ${value} -`,
  ordinal,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  chineseCounting: countingThenDigits,
  chineseCountingThousand: thousands(simple, "十百千", false, "零"),
  chineseLegalSimplified: thousands(legalSimplified, "拾佰仟", true, "零", "万"),
  taiwaneseCounting: countingThenDigits,
  taiwaneseCountingThousand: thousands(simple, "十百千", false, "零", "萬"),
  taiwaneseDigital: digits(counting),
  ideographDigital: digits(simple),
  japaneseDigitalTenThousand: digits(simple),
  japaneseCounting,
  ideographLegalTraditional: thousands(legalTraditional, "拾佰仟", true, "零", "萬"),
  ideographTraditional: fromRow("甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: fromRow("子丑寅卯辰巳午未申酉戌亥"),
  ideographEnclosedCircle: fromBlock(0x3280, 10),
  bullet: () => "",
  none: () => "",
};
