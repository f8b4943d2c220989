import { normalizeLabel } from "../../../printed/folding.ts";
import { matchLabel } from "../../../printed/labels.ts";
import { likely } from "./likeness.ts";
import type { ReadLines } from "./line-reading.ts";
import { isNextChapter, LONGEST_TITLE, type Enumerated, type HeadingForm } from "./outline.ts";
import type { ProsePiece } from "./pieces.ts";
import { type Chapter, type Chapters, OWNER } from "./known-chapters.ts";

/** The titles that opened a section, and the last ordinal printed before one. */
export interface Passed {
  readonly numbers: Set<number>;
  ordinal: number;
  /** How the last title was numbered, and the last number of a list within its chapter. */
  style: HeadingForm;
  item: number;
}

/**
 * Whether a line is the title of a chapter, by its words or, whatever its words, because it follows the last chapter in
 * the outline.
 */
export function chapterOf(
  document: ReadLines,
  line: ProsePiece,
  chapters: Chapters,
  passed: Passed,
  sectionOf: typeof sectionOfTitle,
  standsAgain: (style: HeadingForm, ordinal: number) => boolean,
): { readonly section: number; readonly known: boolean } | null {
  const { numbered } = line;
  const named = sectionOf(document, line, chapters, passed);
  if (named !== null) {
    if (numbered) Object.assign(passed, { style: numbered.style, ordinal: numbered.ordinal, item: 0 });
    return { section: named, known: true };
  }
  if (!numbered) return null;
  const plain = sectionOf === sectionOfPlainTitle;
  const progress = { style: passed.style, chapter: passed.ordinal, item: passed.item, plain };
  if (isNextChapter(numbered, progress, standsAgain)) {
    passed.ordinal = numbered.ordinal;
    passed.style = numbered.style;
    passed.item = 0;
    return { section: numberOf(numbered, chapters.known, passed), known: false };
  }
  if (numbered.style === passed.style && (numbered.ordinal === 1 || numbered.ordinal === passed.item + 1))
    passed.item = numbered.ordinal;
  return null;
}

/** Chapters that no form knows are numbered by this plus their ordinal. */
const OWN_CHAPTERS = 100;

/** A title with a typo still has more than half of its chapter's words. */
const LIKE = 0.6;

/** A title may end with a known one of at least so many characters: 政府信息公开存在的问题及改进措施. */
const SHORTEST_END = 6;

/**
 * The form's chapter with the most similar title that has not come yet; otherwise a number for the agency's own
 * chapter.
 */
function numberOf({ ordinal, title }: Enumerated, known: readonly Chapter[], passed: Passed): number {
  const normalized = normalizeLabel(title);
  let best = { score: LIKE, number: OWN_CHAPTERS + ordinal };
  for (const { number, label } of likely(normalized, known)) {
    if (passed.numbers.has(number)) continue;
    const ends = label.some((one) => one.text.length >= SHORTEST_END && normalized.endsWith(one.text));
    const score = Math.max(matchLabel(normalized, label).score, ends ? 0.9 : 0);
    if (score >= best.score) best = { score, number };
  }
  if (best.number < OWN_CHAPTERS) passed.numbers.add(best.number);
  return best.number;
}

/**
 * The section that a numbered title opens. Sections come in the form's order or, where the form leaves that to the
 * agency, in the order of their ordinals. A title that was passed already (a list of contents, a repeated head) opens
 * none again.
 */
export function sectionOfTitle(
  document: ReadLines,
  { text, heading }: ProsePiece,
  { known }: Chapters,
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

function likest(title: string, known: readonly Chapter[]): Chapter | null {
  let best: { readonly score: number; readonly chapter: Chapter | null } = {
    score: ALIKE,
    chapter: null,
  };
  for (const chapter of likely(title, known)) {
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
export function sectionOfPlainTitle(
  document: ReadLines,
  { text, numbered }: ProsePiece,
  { numbersOf }: Chapters,
  { numbers, ordinal }: Passed,
): number | null {
  if (text.length > LONGEST_TITLE || (ordinal > 0 && numbered === null)) return null;
  const titled = numbersOf.get(document.plainTitle(text));
  if (titled === undefined) return null;
  const reached = Math.max(0, ...numbers);
  const found = titled.find((number) => number > reached);
  if (found === undefined) return null;
  numbers.add(found);
  return found;
}

const OWNED = new RegExp(`^${OWNER}$`, "u");
