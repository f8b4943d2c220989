import { everyMatch } from "../../../printed/matches.ts";
import { changesNumber, isRemark } from "../../../printed/remarks.ts";
import { holdsWord } from "../../../printed/words.ts";

/** What may stand between two numbers that run together: a unit, and perhaps a remark on the first number. */
const COUNTED = "(?:人次|[件条项个次宗份篇笔])";

/** Words after a number, more than its unit: `485 54 17 条 5、信函`. */
export const WORDS = new RegExp(
  String.raw`\p{sc=Han}{3}|^\s{0,40}${COUNTED}?\s[\s\d、.():]{0,40}\p{sc=Han}{2}`,
  "u",
);

const BETWEEN = new RegExp(
  String.raw`(?<=\d)\s{0,3}(?=[人件条项个次宗份篇笔(])(?:${COUNTED}\s{0,3}(?:\(([^()]{2,60})\)\s{0,3})?|\(([^()]{2,60})\)\s{0,3})(?=\d)`,
  "gu",
);

/**
 * In 279增6, 12件3件 and 31（其中修订2件）5 the numbers run together; a unit, a remark or a sign written in words
 * separates them.
 */
export function withoutWords(folded: string): string {
  return folded
    .replace(BETWEEN, (between, behindUnit?: string, alone?: string) => {
      const remark = behindUnit ?? alone;
      const harmless = remark === undefined || (isRemark(`(${remark})`) && !changesNumber(remark, ""));
      return harmless ? " " : between;
    })
    .replace(/(?<=\d)(?:增加?|\+)(?=\d)/gu, " +")
    .replace(/(?<=\d)减少?(?=\d)/gu, " -");
}

const BRACKETS = /\([^()]*\)/gu;

/** Where brackets with words in them begin and end: the 2021 in 上一年项目数量(指2021年事项数) is not a value. */
export function remarksIn(text: string): readonly (readonly [start: number, end: number])[] {
  return everyMatch(text, BRACKETS)
    .filter(([remark]) => holdsWord(remark))
    .map((match) => [match.index, match.index + match[0].length] as const);
}

/**
 * Whether digits belong to a label: the year of a column (2014年度), the way things are counted (相同信息计1条),
 * “免予公开范围1”, 公开05表.
 */
export function isWord(run: string, before: string, after: string): boolean {
  return (
    (/^20\d{2}$/u.test(run) && /^年/u.test(after)) ||
    (/^\d{1,3}$/u.test(run) && /(?:公开|财决|决算|附)$/u.test(before) && /^表/u.test(after)) ||
    (/^\d{1,2}$/u.test(run) && /^["”]/u.test(after) && /["“][^"”\d]{2,20}$/u.test(before)) ||
    (/^\d$/u.test(run) && /(?<![共合总统累])计$/u.test(before) && /^[条次件]/u.test(after))
  );
}
