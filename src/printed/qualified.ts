import type { KnownLabel, KnownText } from "./labels.ts";

/**
 * Words of a bracket by which a label counts less than the form's, more, or something of another time: 万元以上, 其中没收,
 * 不含当场处罚, 上半年. Who fills a form in, and in which unit, qualifies nothing.
 */
const QUALIFIES =
  /以[上下内外]|之外|不足|不满|超过|[高低大小多少]于|[<>≤≥]|其中|仅|只[有含限]|(?<![排解消免])除|[不未][含包计]|[剔扣]除|包[括含]|含(?!义)|部分|估[计算]|预[计算估]|计划|累计|历年|截[至止]|上年|去年|往年|同期|[同环]比|半年|季度|[1-9]月|(?:移动|手机|电脑|PC)端|[线网][上下]|本级/gu;
/** The whole year is what the form asks for. */
const WHOLE_YEAR = /1月?(?:1日)?[-—~至到]12月(?:31日)?/gu;
/** In brackets, or behind one: 罚没金额(万元)以上. */
const BESIDE = /[()]([^()]{1,80})(?=\)|$)/gu;

/** Whether a printed label (normalized) has a bracket, or words behind one, by which it counts something else, and that the form's own has not. */
export function isQualified(printed: string, known: readonly Pick<KnownText, "text">[]): boolean {
  if (!printed.includes("(")) return false;
  const own = known.map(({ text }) => text).join(" ");
  return [...printed.matchAll(BESIDE)].some(([, words]) =>
    [...words!.replace(WHOLE_YEAR, "").matchAll(QUALIFIES)].some(([word]) => !own.includes(word)),
  );
}

/** What stands before the form's label in a longer one: 重大案件 of 重大案件罚没金额; empty where it begins with the label. */
export function wordsBefore(printed: string, known: KnownLabel): string {
  const ends = known.filter(({ text }) => printed.endsWith(text)).map(({ text }) => text.length);
  return ends.length === 0 ? "" : printed.slice(0, -Math.max(...ends));
}

/** The brackets that a text ends in. */
export function bracketsAtEnd(text: string): string {
  let from = text.length;
  while (text[from - 1] === ")") {
    const open = text.lastIndexOf("(", from - 1);
    if (open < 0) break;
    from = open;
  }
  return text.slice(from);
}
