import { holdsWord } from "./words.ts";

/** A number with a remark in brackets right behind it; `body` is what stands before the bracket. Both are folded. */
export interface Remarked {
  readonly body: string;
  readonly remark?: string;
}

/** Splits `22（其中修订16件）` into 22 and its remark. Brackets within brackets belong to the remark. */
export function withoutRemark(folded: string): Remarked {
  if (!folded.endsWith(")")) return { body: folded };
  const open = folded.indexOf("(");
  const between = folded.indexOf(")");
  if (open < 0 || (between < folded.length - 1 && folded.indexOf("(", between) > 0)) return { body: folded };
  return { body: folded.slice(0, open).trim(), remark: folded.slice(open + 1, -1).trim() };
}

/** A part of the number, or what it is compared with: such remarks name other numbers and leave this one as it is. */
const BESIDE =
  /^(?:其中|含(?!重复)|包括|包含|不含|不包括|另|较|比|同比|环比|[上去]年(?!度?(?:同期)?(?:数据?|情况)?$)|of which|incl)/iu;
/**
 * Whether a text is only a remark on a number before it: （其中修订14件）, （更正为12）; not （一）, nor a note on a
 * label.
 */
export function isRemark(folded: string): boolean {
  const inner = /^\(([^()]{3,60})\)$/u.exec(folded)?.[1];
  return inner !== undefined && holdsWord(inner) && (BESIDE.test(inner) || CORRECTS.test(inner));
}

/** Remarks saying that the number is another one, unreliable, still to be decided, or of another time. */
const CORRECTS =
  /^[-+]?\d[\d,.]*$|^[-+/↑↓]+$|^现[有为是]?\d|[,;]现[为是]?\d|作废|无效|划掉|初步|[错估]$|实际\d|^撤销$|(?<![不无未])(?:含重复|重复计)|更正|改正为|应为|应是|应该|改为|订正|勘误|修正|实为|实际[为应数]|^原[为是]?\d|原为|原报|^(?:(?:19|20)\d{2}|[上去前往])年度?(?:同期)?(?:数据?|情况)?$|误|有错|[错漏多少虚瞒][报填计算]|有出入|未核[实定对]|调整[为至]|为准|重复[报填]|存疑|待[核定查]|不完全|估计|估算|预计|预估|暂[估计定]|(?<![合预特违节制条契])约|左右|大概|[?？]|半年|季度|累计|历年|截[至止](?:20\d{2}年)?(?:[1-9]|1[01])月/u;
/** The same in English, and scales that no unit says: 5（千）, 5 (thousand). */
const ENGLISH =
  /^[十百千仟]{1,2}$|\b(?:hundreds?|thousands?|millions?|estimated?|approx|approximately|about|provisional|preliminary|tentative|tb[cd]|unverified|wrong|incorrect|errors?|corrected|revised to|should be|actually)\b/iu;
/** Some months of the year: 1-11月. */
const MONTHS = /(?<!\d)(?:1月?[-—~至到](?:[1-9]|1[01])|(?:[2-9]|1[0-2])月?[-—~至到]\d{1,2})月/u;
const DECREASE =
  /亏(?!欠)|赤字|红字|透支|超支|逆差|减(?!免|排|负|税|刑|轻)|下降|降低|↓|负(?!责|担|面)|少(?!数)/u;

/** Whether a remark says that the number beside it is another one, or has another sign; `body` is that number as printed. */
export function changesNumber(remark: string, body: string): boolean {
  if (BESIDE.test(remark)) return DECREASE.test(remark) && isAbout(remark, body);
  return correctsNumber(remark) || (DECREASE.test(remark) && isAbout(remark, body));
}

/** Whether a text on a number says that it is another one, unreliable, or of another time: 应为13. */
export function correctsNumber(remark: string): boolean {
  return CORRECTS.test(remark) || ENGLISH.test(remark) || MONTHS.test(remark);
}

/**
 * Whether a decrease is one of the number itself: a decrease by a different number is a comparison; one without a
 * number, or by this number, is its sign.
 */
function isAbout(remark: string, body: string): boolean {
  const numbers: readonly string[] = remark.match(/\d+(?:\.\d+)?/gu) ?? [];
  return !body.startsWith("-") && (numbers.length === 0 || numbers.includes(body));
}
