/** The ordinals that chapters, groups and rows are numbered with, for character classes. */
export const ORDINALS = "一二三四五六七八九十";
/** Figures of years and quantities, in the order of their values. */
export const FIGURES = "〇一二三四五六七八九";
/** The ways a zero is written among Chinese figures: 〇, circles, and the letter O of three alphabets. */
export const NAUGHTS = "〇○◯零ＯOoОΟ";
const ZEROS = new RegExp(`[${NAUGHTS}]`, "gu");
const SCALES = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);

/** 三百二十 is 320, 二〇 is 20, 十二 is 12; null for what is no numeral (十百, 百). */
export function chineseNumber(text: string): number | null {
  const plain = text.replace(ZEROS, "〇").replaceAll("两", "二");
  if (/^[〇一二三四五六七八九]+$/u.test(plain))
    return Number([...plain].map((character) => FIGURES.indexOf(character)).join(""));
  const tens = /^十/u.test(plain) ? `一${plain}` : plain;
  let total = 0;
  let last = Infinity;
  for (const match of tens.matchAll(/〇?([一二三四五六七八九])([十百千]?)/gu)) {
    const size = SCALES.get(match[2]!) ?? 1;
    if (size >= last) return null;
    last = size;
    total += FIGURES.indexOf(match[1]!) * size;
  }
  return tens.replace(/〇?[一二三四五六七八九][十百千]?/gu, "") === "" ? total : null;
}

const YEAR = new RegExp(`[${NAUGHTS}${FIGURES}0-9]{4}(?=\\s{0,4}年)`, "gu");

/** 二〇二〇年 and 二0二0年 written as digits. */
export function chineseYear(text: string): string {
  return text.replace(YEAR, (year) =>
    [...year.replace(ZEROS, "〇")]
      .map((digit) => (FIGURES.includes(digit) ? String(FIGURES.indexOf(digit)) : digit))
      .join(""),
  );
}

/** A text in which dates are written alike: years in digits, 廿 as 二十, 卅 as 三十, and 元月 as the first month. */
export function plainDates(text: string): string {
  return chineseYear(text).replaceAll("廿", "二十").replaceAll("卅", "三十").replaceAll("元月", "1月");
}

/** A month or a day in digits, in Chinese or in both: 12, 十二, 一〇, 一0; 0 where it is neither. */
export function calendarNumber(printed: string): number {
  return chineseNumber(printed.replace(/\d/gu, (digit) => FIGURES[Number(digit)]!)) ?? 0;
}

/** The numerals of cheques, and forms of them that are printed beside them, in the order of 一二三四五六七八九十. */
const FORMAL = "壹贰叁肆伍陆柒捌玖拾弌貳參肆伍陸柒捌玖拾弌弍叄";
/** The most usual of them; 伍 and 陆 stand in many other words. */
export const USUAL_FORMAL = "壹贰貳叁";
const FORMAL_DATE = new RegExp(`[${FORMAL}${NAUGHTS}${FIGURES}\\d十]{1,4}(?=\\s{0,4}[年月日])`, "gu");

/** A text in which the numerals of cheques in dates are the usual ones, character for character: 贰零壹叁年 as 二零一三年. */
export function withoutFormalDates(text: string): string {
  return text.replace(FORMAL_DATE, (date) =>
    [...date]
      .map((one) => (FORMAL.includes(one) ? ORDINALS[FORMAL.indexOf(one) % ORDINALS.length]! : one))
      .join(""),
  );
}

/** 一 to 九十九 as printed before a chapter or in a date; 0 where no numeral is printed. */
export function ordinalValue(printed: string): number {
  const numeral = [...printed].filter((character) => ORDINALS.includes(character)).join("");
  return numeral === "" ? 0 : (chineseNumber(numeral) ?? 0);
}
