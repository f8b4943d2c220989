/** A year printed in full, but for the end of a span (2022-2023年) and a school year. */
const NAMED = /(?<![\d\-—~～]|[\d年]至)((?:19|20)\d\d)年(?!\d{4})/gu;
const ALONE = /^(?:19|20)\d\d$/u;
/** How forms name a year, by its distance from that of the report. */
const RELATIVE: Readonly<Record<number, string>> = { "-2": "前年", "-1": "上年", 0: "本年", 1: "下年" };

/** Whether a text has words for years that stay the same from report to report: 本年, 上年度. */
export function hasRelativeYear(text: string): boolean {
  return /[前上本下]年/u.test(text);
}

/** Whether a heading says nothing but whose year it is: 本年, 上年度, 2022年, 去年同期. */
export function namesYear(text: string): boolean {
  return /^(?:[本今去前]年|上一?年|20\d\d年?)度?(?:同期|数)?$/u.test(text.trim());
}

/**
 * A heading or label with its years named by their distance from the report's: in a report of 2023, 2022年度决算数 is
 * 上年度决算数. Years farther away stay as they are.
 */
export function inRelativeYears(text: string, year: number): string {
  const word = (named: string): string | undefined => RELATIVE[Number(named) - year];
  if (ALONE.test(text)) return word(text) ?? text;
  return text.replace(NAMED, (whole, named: string) => word(named) ?? whole);
}
