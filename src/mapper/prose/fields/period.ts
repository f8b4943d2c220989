import type { Place } from "../../../model/index.ts";
import {
  hasBrokenPeriod,
  isWholeYear,
  JOINS,
  OF_THIS_CENTURY,
  PARTS,
  periodIn,
  type StatisticalPeriod,
} from "../../../printed/dates.ts";
import type { ProseLine } from "../prose-line.ts";
import { hasAll, sign } from "../signs.ts";

/** The signs of every line that holds a period, whole or broken: its dates, what joins them, and the century. */
const OF_PERIOD = sign(PARTS) | sign(JOINS) | sign(OF_THIS_CENTURY);

export interface FoundPeriod {
  readonly value: StatisticalPeriod;
  readonly raw: string;
  readonly at: Place;
  /** Whether the sentence calls it the report's statistical period. */
  readonly named: boolean;
}

/**
 * How many lines are joined with the next one to find a broken date; a report states its period at its beginning or its
 * end.
 */
const BROKEN_WITHIN = 40;
const LONGEST_RAW = 300;
/** Names for the period: 本报告数据统计期限, 所列数据的时间段, 报告期. */
const NAMED =
  /(?:(?<!调查|问卷|普查|监测)统计|(?<!测评|调查|监测)数据(?!治理|安全|共享|开放|资源|中心|平台|局)|报告(?!会|厅|团))[^。；，,]{0,16}?(?:期限|时限|期间|时段|时间段|周期|区间|范围|起止|时间|截止|截至|自|从|为)|(?:报告|统计)期/u;

const DATE =
  /[2２二][\d０-９〇○零一二三四五六七八九]{3}[年./-][\d０-９一二三四五六七八九十]{1,2}[月./-][\d０-９一二三四五六七八九十]/u;
/** Within how many characters before its days a long sentence calls them the period. */
const NEAR = 40;

/**
 * The periods that a report prints for its figures, those first that it calls so. A whole year counts even if it is not
 * called so; 3月1日至3月31日 of some campaign does not.
 */
export function findPeriods(lines: readonly ProseLine[]): readonly FoundPeriod[] {
  const single = lines.flatMap(periodsOf);
  const found = single.length > 0 ? single : pairs(lines).flatMap(periodsOf);
  return [...found.filter(({ named }) => named), ...found.filter(({ named }) => !named)];
}

/** A day range at the head of a sentence, where reports say which time they cover. */
const OPENS = /^[自从在于]?[2２二][\d０-９〇○零一二三四五六七八九]{3}年/u;

/**
 * A span of days other than the report's period that begins a sentence before the second chapter, such as 3月1日至3月31日.
 * It says which time that sentence covers, and may be meant for the whole report.
 */
export function otherSpan(lines: readonly ProseLine[], period: StatisticalPeriod): FoundPeriod | null {
  let chapters = 0;
  for (const { text, signs, at, section } of lines) {
    if (section !== undefined && ++chapters > 1) return null;
    if (!hasAll(signs, OF_PERIOD)) continue;
    for (const raw of text.split(/[。；;]/u)) {
      const value = periodIn(raw);
      const isOther =
        value !== null && !isWholeYear(value) && (value.from !== period.from || value.to !== period.to);
      if (isOther && OPENS.test(raw.replace(/\s+/gu, "")))
        return { value, raw: raw.slice(0, LONGEST_RAW), at, named: false };
    }
  }
  return null;
}

/** The report's period in days of which not every part is printed: 统计期限自2023月1日起至2023年12月31日. */
const UNREAD =
  /(?:(?<!调查|普查|监测)统计(?:期限|时限|期间|时间|时段|周期|区间)|报告期)[^。；，\d]{0,12}[2２二〇][^。；，]{1,14}[月日][^。；，截]{0,4}[至到~～－−–—-]/u;

/** The signs of every line that such a sentence stands in. */
const OF_UNREAD = sign("期时区") | sign("2２二〇") | sign("月日") | sign("至到~～－−–—-");

/** A sentence that gives the report's period with days that cannot be: 自2023年1月1日至2023年11月31日. */
export function brokenPeriod(lines: readonly ProseLine[]): { raw: string; at: Place } | null {
  for (const { text, signs, at } of lines) {
    if (!hasAll(signs, OF_PERIOD) && !hasAll(signs, OF_UNREAD)) continue;
    const raw = text
      .split(/[。；;]/u)
      .find(
        (sentence) =>
          (hasBrokenPeriod(sentence) && isNamed(sentence)) || UNREAD.test(sentence.replace(/\s+/gu, "")),
      );
    if (raw !== undefined) return { raw: raw.slice(0, LONGEST_RAW), at };
  }
  return null;
}

/** Whether a sentence calls its days the report's period. */
function isNamed(sentence: string): boolean {
  const plain = sentence.replace(/\s+/gu, "");
  const date = plain.search(DATE);
  return NAMED.test(plain.slice(0, 120)) || NAMED.test(plain.slice(Math.max(0, date - NEAR), date + 1));
}

const FIGURES = /[\d０-９]|[〇○一二三四五六七八九]年/u;

function periodsOf({ text, signs, at }: ProseLine): readonly FoundPeriod[] {
  if (!hasAll(signs, OF_PERIOD) || !FIGURES.test(text)) return [];
  return text.split(/[。；;]/u).flatMap((sentence): FoundPeriod[] => {
    const value = periodIn(sentence);
    if (!value) return [];
    const named = isNamed(sentence);
    const raw = sentence.length > LONGEST_RAW ? `${sentence.slice(0, LONGEST_RAW)}…` : sentence.trim();
    return named || isWholeYear(value) || isSchoolYear(value) ? [{ value, raw, at, named }] : [];
  });
}

function isSchoolYear({ from, to }: StatisticalPeriod): boolean {
  return from.endsWith("-09-01") && to === `${Number(from.slice(0, 4)) + 1}-08-31`;
}

/**
 * Each line joined with the next, because a date may be broken at a line end. Lines are not joined where one of them
 * has a whole period, which is about its own subject.
 */
function pairs(lines: readonly ProseLine[]): readonly ProseLine[] {
  const joined: ProseLine[] = [];
  let hasPeriod = periodIn(lines[0]?.text ?? "") !== null;
  for (const [index, line] of lines.slice(0, BROKEN_WITHIN).entries()) {
    const next = lines[index + 1];
    const below = next?.text ?? "";
    const hasBelow = periodIn(below) !== null;
    if (!hasPeriod && !hasBelow)
      joined.push({ ...line, text: line.text + below, signs: line.signs | (next?.signs ?? 0) });
    hasPeriod = hasBelow;
  }
  return joined;
}
