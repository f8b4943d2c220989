import { everyMatch } from "../../../printed/matches.ts";
import { ordinalValue, ORDINALS } from "../../../printed/numerals.ts";
import { hasAll, sign, SPACES } from "../signs.ts";

/** How a line is numbered: 一、, 第一部分, （一）, 1. or 一 followed by a space. */
export type HeadingForm = "chapter" | "part" | "bracket" | "digit" | "spaced";

export interface Enumerated {
  readonly style: HeadingForm;
  readonly ordinal: number;
  readonly title: string;
}

const ORDINAL = `[${ORDINALS}]{1,3}`;
const STYLES: readonly (readonly [HeadingForm, RegExp])[] = [
  ["part", new RegExp(`^第\\s?(${ORDINAL})\\s?(?:部分|章)[\\s、:：.]{0,4}`, "u")],
  ["chapter", new RegExp(`^(${ORDINAL})\\s{0,4}[、.．，,]\\s{0,4}`, "u")],
  ["bracket", new RegExp(`^[（(]\\s?(${ORDINAL})\\s?[)）]\\s{0,4}`, "u")],
  ["digit", /^(\d{1,2})\s{0,4}[.、．](?!\d)\s{0,4}/u],
  ["spaced", new RegExp(`^(${ORDINAL})[ \\u3000]{1,4}(?=[\\u4e00-\\u9fff]{2})`, "u")],
];
/** Marks that converters leave before a number: Markdown's heading and bold, zero-width characters. */
const MARKS = /^[#*_“"'\u200b\ufeff\s]{1,12}/u;
/** With what each of these styles begins, behind such marks. */
const BEGINS = new RegExp(`^[#*_“"'\\u200b\\ufeff\\s]{0,12}[第（(\\d${ORDINALS}]`, "u");
/** A longer line is no title. */
export const LONGEST_TITLE = 60;

/**
 * A line that may be a numbered title: its number, and its words without a full stop at the end; null for a sentence.
 */
export function enumerated(text: string): Enumerated | null {
  if (text.length > LONGEST_TITLE + 12 || !BEGINS.test(text)) return null;
  const plain = text.replace(MARKS, "").replace(/[*_]{1,4}$/u, "");
  for (const [style, pattern] of STYLES) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const title = plain
      .slice(match[0].length)
      .trim()
      .replace(/[。：:.；;]$/u, "");
    const ordinal = style === "digit" ? Number(match[1]) : ordinalValue(match[1]!);
    return title === "" || title.length > LONGEST_TITLE || /[。；]/u.test(title)
      ? null
      : { style, ordinal, title };
  }
  return null;
}

/** Nouns that end titles of chapters, but hardly any item of a list. */
const NOUN =
  "概述|概况|情况|事项|措施|打算|附表|统计表|问题|支出|安排|计划|建议|说明|展望|事宜|改进|方向|思路|做法";
/** Further endings that only the first chapter's title may have, which comes before any known title. */
const OPENING =
  /(?:做法|成效|举措|亮点|特点|工作|公开|建设|机制|保障|领导|责任|回顾|总结|综述|简介|职责|机构)$/u;
/** A first title of any other words must be short, and its number must be followed by two more. */
const LONGEST_OPENING = 30;
/** Rows of the form of 2019 are numbered as chapters are: 一、本年新收政府信息公开申请数量. */
const ROW = /(?:数量|结果|办理)$/u;
const ENDS_AS_TITLE = new RegExp(`(?:${NOUN})$`, "u");
/** A title does not end before these words: 问题及改进措施 is one title, 情况统计表 another. */
const GOES_ON = "(?![及和与、以的]|统计|说明|表|情况|措施|事项|安排|方向|思路|打算)";
const RUN_TOGETHER = new RegExp(
  `(?<=^|[\\s。；：！？\\d）)”〕])(?:${ORDINAL}、|第${ORDINAL}部分[、 \\u3000]?|(?<=[\\s。；])(?:\\d{1,2}[.、．]|${ORDINAL}[ \\u3000]{1,2}))\\s{0,4}(?:20\\d{2}年度?)?(?:(?![${ORDINALS}]、)(?:20\\d{2}年|[^。；，:：\\d\\s])){2,40}?(?:${NOUN})${GOES_ON}|(?<=^|[\\s。；：！？\\d）)”〕])(?:${ORDINAL})、\\s{0,4}附[件表](?![\\d一二三])`,
  "gu",
);

export function endsAsTitle(title: string): boolean {
  return ENDS_AS_TITLE.test(title);
}

const RUN_IN = new RegExp(`^${ORDINAL}[、.．]\\s{0,4}[^。；，：:]{2,40}[。：:]\\s{0,4}(?=\\S)`, "u");

/**
 * The length of a numbered title at the head of a line that continues with its text (一、总体情况。我局认真…), or 0.
 */
function titleRunIn(text: string): number {
  return RUN_IN.exec(text)?.[0].length ?? 0;
}

/** The start and end of each stretch that may be a numbered title, whatever its words, in text without line ends. */
function titlesWithin(text: string): readonly (readonly [number, number])[] {
  return everyMatch(text, RUN_TOGETHER).map((match) => [match.index, match.index + match[0].length]);
}

/** The number of a title in text that runs together. */
export const NUMBERED = String.raw`(?:[${ORDINALS}]、\s{0,4}|第[${ORDINALS}]{1,3}(?:部分|章)[、:：\s]{0,4}|(?<=^|\s)[${ORDINALS}]{1,2}\s{1,4}|(?<=^|[\s。；])\d{1,2}[.、．]\s{0,4})`;
const NUMBERED_ANYWHERE = new RegExp(NUMBERED, "u");

/** Whether a text has anything that may number a title. */
export function holdsNumber(text: string): boolean {
  return NUMBERED_ANYWHERE.test(text);
}

const NUMERAL = sign(`0123456789${ORDINALS}`);
const BEHIND_NUMERAL = sign(`、.．部章${SPACES}`);
const MAY_NUMBER = new RegExp(`[${ORDINALS}][、.．部章\\s]|\\d[.、．]`, "u");

/** Whether a text has a character that ends a number. No other text is searched for titles, which takes long. */
export function mayEnumerate(text: string, signs: number): boolean {
  return hasAll(signs, NUMERAL | BEHIND_NUMERAL) && MAY_NUMBER.test(text);
}

/** Cuts page text without line ends before and after each numbered title of the form. */
export function cutAtTitles(
  text: string,
  titles: (text: string) => readonly LineStretch[],
  own: readonly LineStretch[],
  damagedBeside: (found: readonly LineStretch[]) => readonly LineStretch[],
): string[] {
  // A line as short as a title is not searched for titles of the form, which it may be itself.
  const intact = text.length <= LONGEST_TITLE ? own : merged(titles(text), own);
  const damaged = text.length <= LONGEST_TITLE ? [] : damagedBeside(intact);
  const found = [...intact, ...damaged].sort(([from], [other]) => from - other);
  const cuts = withoutContents(text, found).flat();
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index] ?? text.length));
}

/** Leaves out titles that a sentence lists: 本报告包括：一、概述；二、主动公开政府信息情况；三、依申请公开情况。 */
function withoutContents(text: string, found: readonly LineStretch[]): readonly LineStretch[] {
  const listed = found.map(([, to], at) => {
    const next = found[at + 1];
    return next !== undefined && /^[；;，,、]\s?$/u.test(text.slice(to, next[0]));
  });
  return found.filter((_, at) => !listed[at] && !listed[at - 1]);
}

/** Where titles of any words stand in a line: at its head, or anywhere in a line without line ends. */
export function ownCuts(text: string): readonly LineStretch[] {
  const runIn = titleRunIn(text);
  const all = titlesWithin(text);
  const within =
    text.length > LONGEST_TITLE ? all : all.filter(([from]) => from > 0 && ENDED.test(text[from - 1]!));
  return runIn > 0 && within[0]?.[0] !== 0 ? [[0, runIn], ...within] : within;
}

/** What ends a sentence. Only behind it may a short line go on with a title: 没有发生。六、存在的主要问题. */
const ENDED = /[。；！？]/u;

/** The start and end of a stretch of text, as offsets of its characters. */
export type LineStretch = readonly [number, number];

/**
 * Merges two lists, both in order and without overlaps, in order. A stretch of the second that overlaps one of the
 * first is left out.
 */
function merged(known: readonly LineStretch[], own: readonly LineStretch[]): readonly LineStretch[] {
  const all: LineStretch[] = [];
  let next = 0;
  for (const [from, to] of own) {
    while (next < known.length && known[next]![0] < to) all.push(known[next++]!);
    if ((all.at(-1)?.[1] ?? 0) <= from) all.push([from, to]);
  }
  return [...all, ...known.slice(next)];
}

/**
 * How far an outline has come: the last chapter's number and, within that chapter, the number of a list's last item.
 */
export interface OutlineProgress {
  readonly style: HeadingForm;
  readonly chapter: number;
  readonly item: number;
  /** Whether no chapter with a known title is numbered 一、. */
  readonly plain: boolean;
}

/**
 * For each number of each style, the last line at which it stands, for looking ahead; lines without a number are null.
 * Rows of the form, which have lines of their own in text, are left out.
 */
export function lastNumbers(lines: readonly (Enumerated | null)[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const [index, found] of lines.entries()) {
    if (found && !ROW.test(found.title)) last.set(`${found.style} ${found.ordinal}`, index);
  }
  return last;
}

/**
 * Whether a style may open the outline. Where no known title is numbered 一、, others may be numbered 第一部分, 一 with
 * a space, or 1.; so may the items of a list, which therefore must end as a title.
 */
function mayOpen(style: HeadingForm, title: string, plain: boolean): boolean {
  if (style === "chapter") return true;
  return plain && style !== "bracket" && (style !== "digit" || endsAsTitle(title));
}

/** Whether the mark behind a number was left out, as in 三 依申请公开情况 after 二、, or is printed again. */
function lacksMark(style: HeadingForm, followed: HeadingForm, title: string): boolean {
  return [style, followed].every((one) => one === "chapter" || one === "spaced") && endsAsTitle(title);
}

/**
 * Whether a line that no form knows continues the outline as a chapter. A list within a chapter starts again at its
 * first number. A number that may continue either is the list's if the same number stands again further down, or if its
 * words are not those of a title.
 */
export function isNextChapter(
  { style, ordinal, title }: Enumerated,
  { style: followed, chapter, item, plain }: OutlineProgress,
  standsAgain: (style: HeadingForm, ordinal: number) => boolean,
): boolean {
  // Before any known chapter, 一、 opens the outline only if it is a title and 二、 follows.
  if (chapter === 0 && ordinal === 1 && mayOpen(style, title, plain)) {
    const short = title.length <= LONGEST_OPENING && !/\d/u.test(title) && !ROW.test(title);
    const opens = endsAsTitle(title) || OPENING.test(title) || (short && standsAgain(style, 3));
    return opens && standsAgain(style, 2);
  }
  if (
    ordinal !== chapter + 1 ||
    (style !== followed && (chapter === 0 || !lacksMark(style, followed, title)))
  )
    return false;
  const again = standsAgain(style, ordinal);
  return item > 0 && ordinal === item + 1 ? !again && endsAsTitle(title) : !again || endsAsTitle(title);
}
