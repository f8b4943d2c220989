import { prepared } from "../../arithmetic/prepared.ts";
import type { Place, SectionTemplate } from "../../model/index.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { knownLabel, matchLabel, type KnownLabel } from "../../printed/labels.ts";
import { everyMatch } from "../../printed/matches.ts";
import type { ReadLines } from "./line-reading.ts";
import { beginsPaper, PAPERS } from "./papers.ts";
import { piecesOf, titleFinder, type ProsePiece, type ProsePieces, type TitleFinder } from "./pieces.ts";
import { isNextChapter, LONGEST_TITLE, NUMBERED, type Enumerated, type HeadingForm } from "./outline.ts";

/** A line of prose, cut where a section begins in its middle. */
export interface ProseLine {
  readonly text: string;
  readonly at: Place;
  readonly block: number;
  /** It is a piece of a longer line. */
  readonly cut: boolean;
  /** Its format calls it a heading. */
  readonly heading: boolean;
  /** It is a link to another page. */
  readonly linked: boolean;
  /** Number of the section whose title this line is; from `OWN_CHAPTERS` on one of no form. */
  readonly section?: number;
  /** The section's title is one the form knows. */
  readonly known?: boolean;
}

/** The office or the year may stand before a title: 某区政府信息公开情况统计表, 2019年政府信息公开工作总体情况. */
const OWNER = String.raw`(?:[^，,。；、：\s]{0,18}(?:区|市|县|镇|乡|局|委|会|办|处|府|街道|年|年度))?`;

/**
 * The lines outside grids. A line opens a section only when it is a known section title: inside table 3,
 * 一、本年新收… and （一）予以公开 look like headings and are none.
 */
export function proseLines(document: ReadLines, sections: readonly SectionTemplate[]): readonly ProseLine[] {
  const { known, finder } = chaptersOf(sections);
  const pieces = piecesOf(document, finder, known);
  const numbered = linesBy(pieces, known, titleOf);
  // 第一部分 总体情况, 1. 总体情况, or a known title alone: only where no chapter is numbered 一、.
  if (numbered.some((line) => line.known)) return numbered;
  const plain = linesBy(pieces, known, plainTitleOf);
  const found = plain.filter((line) => line.known).length;
  return found > 2 || numbered.every(({ section }) => section === undefined) ? plain : numbered;
}

function linesBy(
  { document, read, numbers }: ProsePieces,
  known: Chapters["known"],
  sectionOf: typeof titleOf,
): readonly ProseLine[] {
  const passed: Passed = { numbers: new Set(), ordinal: 0, style: "chapter", item: 0 };
  const lines: ProsePiece[] = [];
  let papers = 0;
  let inList: boolean = false;
  let index = 0;
  const standsAgain = (style: HeadingForm, ordinal: number) =>
    (numbers.get(`${style} ${ordinal}`) ?? -1) > index;
  for (; index < read.length; index++) {
    const piece = read[index]!;
    if (passed.ordinal > 0 && beginsPaper(piece.text, read[index + 1]?.text)) {
      lines.push({ ...piece, section: PAPERS + ++papers });
      continue;
    }
    if (papers > 0) {
      lines.push(piece);
      continue;
    }
    const row: boolean = inList && document.isListHeading(piece.text);
    const section: ReturnType<typeof chapterOf> = row
      ? null
      : chapterOf(document, piece, known, passed, sectionOf, standsAgain);
    inList = section === null && (inList || document.headsList(piece.text));
    const last = lines.at(-1);
    // What was cut for a title that is none is one line again.
    if (section === null && last?.part === piece.part && last.section === undefined) {
      const slice = last.slice + piece.slice;
      lines[lines.length - 1] = { ...last, text: slice.trim(), slice };
    } else
      lines.push(section === null ? piece : { ...piece, section: section.section, known: section.known });
  }
  return withoutFoot(lines);
}

/** A line is a chapter's title by its words or, whatever its words, by following the last chapter in the outline. */
function chapterOf(
  document: ReadLines,
  line: ProseLine,
  known: Chapters["known"],
  passed: Passed,
  sectionOf: typeof titleOf,
  standsAgain: (style: HeadingForm, ordinal: number) => boolean,
): { readonly section: number; readonly known: boolean } | null {
  const numbered = document.enumerated(line.text);
  const named = sectionOf(document, line, known, passed);
  if (named !== null) {
    if (numbered) Object.assign(passed, { style: numbered.style, ordinal: numbered.ordinal, item: 0 });
    return { section: named, known: true };
  }
  if (!numbered) return null;
  const plain = sectionOf === plainTitleOf;
  const progress = { style: passed.style, chapter: passed.ordinal, item: passed.item, plain };
  if (isNextChapter(numbered, progress, standsAgain)) {
    passed.ordinal = numbered.ordinal;
    passed.style = numbered.style;
    passed.item = 0;
    return { section: numberOf(numbered, known, passed), known: false };
  }
  if (numbered.style === passed.style && (numbered.ordinal === 1 || numbered.ordinal === passed.item + 1))
    passed.item = numbered.ordinal;
  return null;
}

/** Numbers of chapters that no form knows: this and their ordinal. */
export const OWN_CHAPTERS = 100;
/** A title with a typo still says more than half of the words of the chapter it is. */
const LIKE = 0.6;
/** 政府信息公开存在的问题及改进措施 ends with a known title of so many characters. */
const SHORTEST_END = 6;

/** The form's chapter of most like title that has not come yet; else the agency's own. */
function numberOf({ ordinal, title }: Enumerated, known: Chapters["known"], passed: Passed): number {
  const normalized = normalizeLabel(title);
  let best = { score: LIKE, number: OWN_CHAPTERS + ordinal };
  for (const { number, label } of known) {
    if (passed.numbers.has(number)) continue;
    const ends = label.some((one) => one.text.length >= SHORTEST_END && normalized.endsWith(one.text));
    const score = Math.max(matchLabel(normalized, label).score, ends ? 0.9 : 0);
    if (score >= best.score) best = { score, number };
  }
  if (best.number < OWN_CHAPTERS) passed.numbers.add(best.number);
  return best.number;
}

/** What pages print below a report. */
const FOOT =
  /版权所有|ICP备|公安备|公网安备|网站标识码|浏览(?:效果|器)|^(?:主办|承办|技术支持|责任编辑|网站地图|联系我们|上一篇|下一篇|分享|打印|【?打印|关闭|【?关闭|扫一扫|返回顶部|附件下载$|相关(?:链接|附件))/u;
const LONGEST_FOOT = 200;

function withoutFoot<T extends ProseLine>(lines: readonly T[]): readonly T[] {
  let end = lines.length;
  while (end > 0) {
    const { text, section } = lines[end - 1]!;
    if (section !== undefined || text.length > LONGEST_FOOT || !FOOT.test(text)) break;
    end--;
  }
  return lines.slice(0, end);
}

interface Chapters {
  readonly known: readonly { readonly number: number; readonly label: KnownLabel }[];
  /** Null where the form has no chapters. */
  readonly finder: TitleFinder | null;
}

const chaptersOf = prepared((sections: readonly SectionTemplate[]): Chapters => {
  const known = sections.map((section) => ({
    number: section.number,
    label: knownLabel(section.title, section.aliases),
  }));
  const titles = titlesIn(sections);
  const labels = known.map(({ label }) => label);
  return { known, finder: titles && titleFinder(titles, labels) };
});

/** Titles that opened a section, and the last ordinal printed before one. */
interface Passed {
  readonly numbers: Set<number>;
  ordinal: number;
  /** How its number was printed, and the last number of a list within the chapter. */
  style: HeadingForm;
  item: number;
}

/**
 * Sections come in the form's order or, where the form leaves it to the agency, in that of their ordinals; a title already
 * passed (a list of contents, a repeated head) does not open one again.
 */
function titleOf(
  document: ReadLines,
  { text, heading }: ProseLine,
  known: Chapters["known"],
  passed: Passed,
): number | null {
  const numbered = heading ? document.headingTitle(text) : document.numberedTitle(text);
  if (!numbered) return null;
  const { ordinal, title } = numbered;
  const reached = Math.max(0, ...passed.numbers);
  const open = known.filter(
    ({ number }) => number > reached || (!passed.numbers.has(number) && ordinal > passed.ordinal),
  );
  // Nearly every title is printed as the form has it; nothing is more like it.
  const same = open.find(({ label }) => label[0]?.text === title) ?? likest(title, open);
  if (same === null) return null;
  passed.numbers.add(same.number);
  passed.ordinal = Math.max(passed.ordinal, ordinal);
  return same.number;
}

/** From this score on a title is a chapter's. */
const ALIKE = 0.75;

function likest(title: string, known: Chapters["known"]): Chapters["known"][number] | null {
  let best: { readonly score: number; readonly chapter: Chapters["known"][number] | null } = {
    score: ALIKE,
    chapter: null,
  };
  for (const chapter of known) {
    const own = chapter.label.some(
      (one) => title.endsWith(one.text) && OWNED.test(title.slice(0, -one.text.length)),
    );
    const score = Math.max(matchLabel(title, chapter.label).score, own ? 0.9 : 0);
    if (score > best.score) best = { score, chapter };
  }
  return best.chapter;
}

/** Any heading that says no more than a chapter's title, in the form's order; beside numbered ones it has a number. */
function plainTitleOf(
  document: ReadLines,
  { text }: ProseLine,
  known: Chapters["known"],
  { numbers, ordinal }: Passed,
): number | null {
  if (text.length > LONGEST_TITLE || (ordinal > 0 && document.enumerated(text) === null)) return null;
  const title = document.plainTitle(text);
  const reached = Math.max(0, ...numbers);
  const found = known.find(
    ({ number, label }) => number > reached && label.some((one) => one.text === title),
  );
  if (!found) return null;
  numbers.add(found.number);
  return found.number;
}

const OWNED = new RegExp(`^${OWNER}$`, "u");

/** Finds numbered titles in text; the pattern is long, and made for the first text that has the words of one. */
function titlesIn(sections: readonly SectionTemplate[]): TitleFinder["titles"] | null {
  const titles = sections
    .flatMap((section) => [section.title, ...section.aliases])
    .sort((a, b) => b.length - a.length);
  if (titles.length === 0) return null;
  let pattern: RegExp | null = null;
  return (text) => {
    if (!titles.some((title) => isNumberedIn(text, title))) return [];
    pattern ??= new RegExp(`${NUMBERED}${OWNER}(?:${titles.map(literal).join("|")})`, "gu");
    return everyMatch(text, pattern).map(({ index, 0: found }) => [index, index + found.length]);
  };
}

/** What numbers a title, with the office before it, ends the text before. */
const NUMBERED_BEFORE = new RegExp(`${NUMBERED}${OWNER}$`, "u");
/** No number with an office behind it is longer. */
const LONGEST_BEFORE = 48;

/** Whether a title may stand in a text behind a number. */
function isNumberedIn(text: string, title: string): boolean {
  for (let at = text.indexOf(title); at >= 0; at = text.indexOf(title, at + 1))
    if (NUMBERED_BEFORE.test(text.slice(Math.max(0, at - LONGEST_BEFORE), at))) return true;
  return false;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}

/** Level of a sub-heading by its enumerator: （一） 1, `1.` 2, （1） 3; null for a sentence. */
export function headingLevelOfText(text: string): number | null {
  if (
    text.length > 50 ||
    text.endsWith("；") ||
    (text.endsWith("。") && /[。；，,;]/u.test(text.slice(0, -1)))
  )
    return null;
  const level = outlineLevel(text) - 1;
  if (level < 1) return null;
  return level === 1 || !text.endsWith("。") ? level : null;
}
