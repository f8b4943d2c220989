import { prepared } from "../../arithmetic/prepared.ts";
import type { Place, SectionTemplate } from "../../model/index.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { knownLabel, matchLabel, type KnownLabel } from "../../printed/labels.ts";
import { everyMatch } from "../../printed/matches.ts";
import type { ReadLines } from "./line-reading.ts";
import { beginsPaper, PAPERS } from "./papers.ts";
import {
  piecesOf,
  titleFinder,
  type ProsePiece,
  type ProsePieces,
  type TitleFinder,
  type UncutPieces,
} from "./pieces.ts";
import { isNextChapter, LONGEST_TITLE, NUMBERED, type Enumerated, type HeadingForm } from "./outline.ts";

/** A line of prose, or a piece of one where a section begins in its middle. */
export interface ProseLine {
  readonly text: string;
  readonly at: Place;
  readonly block: number;
  /** Whether it is a piece of a longer line. */
  readonly cut: boolean;
  /** Whether its format calls it a heading. */
  readonly heading: boolean;
  /** Whether it is a link to another page. */
  readonly linked: boolean;
  /** Number of the section of which this line is the title; at least `OWN_CHAPTERS` for a section of no form. */
  readonly section?: number;
  /** Whether the form knows the section's title. */
  readonly known?: boolean;
}

/** The office or the year may stand before a title: 某区政府信息公开情况统计表, 2019年政府信息公开工作总体情况. */
const OWNER = String.raw`(?:[^，,。；、：\s]{0,18}(?:区|市|县|镇|乡|局|委|会|办|处|府|街道|年|年度))?`;

/**
 * The lines outside grids. Only a known section title opens a section: inside table 3, 一、本年新收… and （一）予以公开
 * look like headings but are not.
 */
export function proseLines(uncut: UncutPieces, sections: readonly SectionTemplate[]): readonly ProseLine[] {
  const { known, finder } = chaptersOf(sections);
  const pieces = piecesOf(uncut, finder, known);
  const numbered = linesBy(pieces, known, titleOf);
  // Titles such as 第一部分 总体情况, 1. 总体情况 or a known title alone count only where no chapter is numbered 一、.
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
    // If the text was cut at something that is no title, its pieces are joined again.
    if (section === null && last?.part === piece.part && last.section === undefined) {
      const slice = last.slice + piece.slice;
      lines[lines.length - 1] = { ...last, text: slice.trim(), slice };
    } else
      lines.push(section === null ? piece : { ...piece, section: section.section, known: section.known });
  }
  return withoutFoot(lines);
}

/**
 * Whether a line is the title of a chapter, by its words or, whatever its words, because it follows the last chapter in
 * the outline.
 */
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

/** Chapters that no form knows are numbered by this plus their ordinal. */
export const OWN_CHAPTERS = 100;
/** A title with a typo still has more than half of its chapter's words. */
const LIKE = 0.6;
/** A title may end with a known one of at least so many characters: 政府信息公开存在的问题及改进措施. */
const SHORTEST_END = 6;

/**
 * The form's chapter with the most similar title that has not come yet; otherwise a number for the agency's own
 * chapter.
 */
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

/** The titles that opened a section, and the last ordinal printed before one. */
interface Passed {
  readonly numbers: Set<number>;
  ordinal: number;
  /** How the last title was numbered, and the last number of a list within its chapter. */
  style: HeadingForm;
  item: number;
}

/**
 * The section that a numbered title opens. Sections come in the form's order or, where the form leaves that to the
 * agency, in the order of their ordinals. A title that was passed already (a list of contents, a repeated head) opens
 * none again.
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
  // Nearly every title is printed exactly as the form has it, so that is tried first.
  const same = open.find(({ label }) => label[0]?.text === title) ?? likest(title, open);
  if (same === null) return null;
  passed.numbers.add(same.number);
  passed.ordinal = Math.max(passed.ordinal, ordinal);
  return same.number;
}

/** A title with more than this score is a chapter's. */
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

/**
 * The section that a heading opens if it consists of a chapter's title, in the form's order; among numbered headings it
 * must have a number.
 */
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

/**
 * Finds numbered titles in text. The pattern is long, so it is built only for the first text with the words of a title.
 */
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

/** The number of a title, with the office before the title, at the end of the text before it. */
const NUMBERED_BEFORE = new RegExp(`${NUMBERED}${OWNER}$`, "u");
/** A number with an office behind it is no longer than this. */
const LONGEST_BEFORE = 48;

/** Whether the title stands behind a number anywhere in the text. */
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
