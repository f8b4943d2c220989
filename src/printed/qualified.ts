import type { KnownLabel, KnownText } from "./labels.ts";
import { everyMatch } from "./matches.ts";

/**
 * Words in brackets that make a label count less than the form's, more, or another span of time: 万元以上, 其中没收,
 * 不含当场处罚, 上半年. Who fills in a form, and in which unit, qualifies nothing.
 */
const QUALIFIES =
  /以[上下内外]|之外|不足|不满|超过|[高低大小多少]于|[<>≤≥]|其中|仅|只[有含限]|(?<![排解消免])除|[不未][含包计]|[剔扣]除|包[括含]|含(?!义)|部分|估[计算]|预[计算估]|计划|累计|历年|截[至止]|上年|去年|往年|同期|[同环]比|半年|季度|[1-9]月|(?:移动|手机|电脑|PC)端|[线网][上下]|本级|hundred|thousand|million|billion|(?:last|previous|prior|next)year|estimate|half-?year|quarter/giu;
/** The whole year, which is what the form asks for. */
const WHOLE_YEAR = /1月?(?:1日)?[-—~至到]12月(?:31日)?/gu;
/** Words by which a bracket explains to the offices of a city what to fill in: 指行政许可以外的政务服务事项, 可参考平台数据. */
const EXPLAINS = /^指|参[考见照]|填[报写]/u;
/** In an explanation these words list what the form's own term comprises. */
const COMPRISES = /^(?:含|包[括含]|以外|除)$/u;
/** Words in brackets, or behind a bracket: 罚没金额(万元)以上. */
const BESIDE = /[()]([^()]{1,120})(?=\)|$)/gu;

/**
 * Whether a printed label (normalized) has a bracket, or words behind one, that make it count something else, and that
 * the form's own label has not.
 */
export function isQualified(printed: string, known: readonly Pick<KnownText, "text">[]): boolean {
  if (!printed.includes("(")) return false;
  const own = known.map(({ text }) => text).join(" ");
  return everyMatch(printed, BESIDE).some(([, words]) => {
    const explains = EXPLAINS.test(words!);
    return everyMatch(words!.replace(WHOLE_YEAR, ""), QUALIFIES).some(
      ([word]) => !own.includes(word) && !(explains && COMPRISES.test(word)),
    );
  });
}

/** Days and the end of the year, at which a report of a whole year is made. */
const DAYS = /(?:20\d\d年)?\d{1,2}月\d{1,2}日|截[至止](?:20\d\d年)?12月[底末]?/gu;
const UNTIL = /截[至止](?:20\d\d年)?(?:[1-9]|1[01])月/u;
/** Words for a part of the year: 上半年, 第一季度, 1-6月. 2024年1月 is when a table was made. */
const PART_OF_YEAR = /[上下]半年|半年度|季度|[-—~至到(](?:[1-9]|1[01])月/u;
const PART_OF_OFFICE =
  /\([^()]{0,20}(?:本级|[不未][含包]|仅|部分)[^()]{0,20}\)|^(?:[一二三四五六七八九十]{1,3}[,、])?[省市区县州盟旗镇乡]本级/u;

/**
 * Whether a table's heading (normalized) says that it covers only a part of the year, or the office together with those
 * below it.
 */
export function partNamed(heading: string): "year" | "office" | null {
  const text = heading.replace(WHOLE_YEAR, "");
  if (UNTIL.test(text) || PART_OF_YEAR.test(text.replace(DAYS, ""))) return "year";
  return PART_OF_OFFICE.test(text) ? "office" : null;
}

/**
 * The words before the form's label in a longer one: 重大案件 of 重大案件罚没金额; empty where the text begins with the
 * label.
 */
export function wordsBefore(printed: string, known: KnownLabel): string {
  const ends = known.filter(({ text }) => printed.endsWith(text)).map(({ text }) => text.length);
  return ends.length === 0 ? "" : printed.slice(0, -Math.max(...ends));
}

/** The brackets at the end of a text. */
export function bracketsAtEnd(text: string): string {
  let from = text.length;
  while (text[from - 1] === ")") {
    const open = text.lastIndexOf("(", from - 1);
    if (open < 0) break;
    from = open;
  }
  return text.slice(from);
}
