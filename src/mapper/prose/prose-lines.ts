import { prepared } from "../../arithmetic/prepared.ts";
import type { Place, SectionTemplate } from "../../model/index.ts";
import { enumeratorOf, outlineLevel, withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { knownLabel, matchLabel, type KnownLabel } from "../../printed/labels.ts";
import { ordinalValue, ORDINALS } from "../../printed/numerals.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import type { WholeLine } from "./reflow.ts";

/** A line of prose, cut where a section begins in its middle. */
export interface ProseLine {
  readonly text: string;
  readonly at: Place;
  readonly block: number;
  /** It is a piece of a longer line. */
  readonly cut: boolean;
  /** Its format calls it a heading. */
  readonly heading: boolean;
  /** Number of the section whose title this line is. */
  readonly section?: number;
}

const TITLE_LENGTH = 60;
/** What a line that is no heading of its format can begin with to be a numbered title: its ordinal, or a mark before it. */
const FIRST = `${ORDINALS}第“"'*_#\u200b\ufeff`;
/** The office or the year may stand before a title: 某区政府信息公开情况统计表, 2019年政府信息公开工作总体情况. */
const OWNER = String.raw`(?:[^，,。；、：\s]{0,18}(?:区|市|县|镇|乡|局|委|会|办|处|府|街道|年|年度))?`;

/**
 * The lines outside grids. A line opens a section only when it is a known section title: inside table 3,
 * 一、本年新收… and （一）予以公开 look like headings and are none.
 */
export function proseLines(
  whole: readonly WholeLine[],
  sections: readonly SectionTemplate[],
): readonly ProseLine[] {
  const numbered = linesBy(whole, sections, titleOf);
  // 第一部分 总体情况, 1. 总体情况, or the title alone: only where no chapter is numbered 一、, and only word for word.
  return numbered.some(({ section }) => section !== undefined)
    ? numbered
    : linesBy(whole, sections, plainTitleOf);
}

function linesBy(
  whole: readonly WholeLine[],
  sections: readonly SectionTemplate[],
  sectionOf: typeof titleOf,
): readonly ProseLine[] {
  const { known, titles } = chaptersOf(sections);
  const lines: ProseLine[] = [];
  const passed: Passed = { numbers: new Set(), ordinal: 0 };
  for (const { index, text: line, at, heading } of whole) {
    for (const part of line.split("\n")) {
      const pieces = cutAtTitles(part, titles);
      for (const text of pieces) {
        const trimmed = text.trim();
        if (trimmed === "" || isFurniture(trimmed)) continue;
        const section = sectionOf(trimmed, known, passed, heading);
        lines.push({
          text: trimmed,
          at,
          block: index,
          heading,
          cut: pieces.length > 1,
          ...(section === null ? {} : { section }),
        });
      }
    }
  }
  return lines;
}

interface Chapters {
  readonly known: readonly { readonly number: number; readonly label: KnownLabel }[];
  readonly titles: RegExp | null;
}

const chaptersOf = prepared((sections: readonly SectionTemplate[]): Chapters => {
  const known = sections.map((section) => ({
    number: section.number,
    label: knownLabel(section.title, section.aliases),
  }));
  return { known, titles: titlePattern(sections) };
});

/** Titles that opened a section, and the last ordinal printed before one. */
interface Passed {
  readonly numbers: Set<number>;
  ordinal: number;
}

/**
 * Sections come in the form's order or, where the form leaves it to the agency, in that of their ordinals; a title already
 * passed (a list of contents, a repeated head) does not open one again.
 */
function titleOf(
  text: string,
  known: readonly { number: number; label: KnownLabel }[],
  passed: Passed,
  heading: boolean,
): number | null {
  if (text.length > TITLE_LENGTH || (!heading && !FIRST.includes(text[0]!)) || /[。；]/u.test(text))
    return null;
  const normalized = normalizeLabel(text).replace(/[:,.]$/u, "");
  const printed = enumeratorOf(normalized);
  if (/^[(（]/u.test(normalized) || (printed === "" && !heading)) return null;
  if (printed !== "" && !ORDINALS.includes(printed[0]!)) return null;
  const ordinal = ordinalValue(printed);
  const title = withoutEnumerator(normalized);
  const reached = Math.max(0, ...passed.numbers);
  let best = { score: 0.75, number: 0 };
  for (const { number, label } of known) {
    if (number <= reached && (passed.numbers.has(number) || ordinal <= passed.ordinal)) continue;
    const own = label.find((one) => title.endsWith(one.text) && OWNED.test(title.slice(0, -one.text.length)));
    const score = Math.max(matchLabel(title, label).score, own ? 0.9 : 0);
    if (score > best.score) best = { score, number };
  }
  if (best.number === 0) return null;
  passed.numbers.add(best.number);
  passed.ordinal = Math.max(passed.ordinal, ordinal);
  return best.number;
}

/** Any heading that says no more than a chapter's title, in the form's order. */
function plainTitleOf(text: string, known: Chapters["known"], { numbers }: Passed): number | null {
  if (text.length > TITLE_LENGTH) return null;
  const normalized = normalizeLabel(text).replace(PART, "");
  const title = withoutEnumerator(normalized);
  const reached = Math.max(0, ...numbers);
  const found = known.find(
    ({ number, label }) => number > reached && label.some((one) => one.text === title),
  );
  if (!found) return null;
  numbers.add(found.number);
  return found.number;
}

/** 第一部分 before a title, and what may follow it. */
const PART = new RegExp(`^第[${ORDINALS}]+(?:部分|章)[、:.]?|[:,.]$`, "gu");
const OWNED = new RegExp(`^${OWNER}$`, "u");

function titlePattern(sections: readonly SectionTemplate[]): RegExp | null {
  const titles = sections
    .flatMap((section) => [section.title, ...section.aliases])
    .sort((a, b) => b.length - a.length);
  return titles.length === 0
    ? null
    : new RegExp(`[${ORDINALS}]、\\s*${OWNER}(?:${titles.map(literal).join("|")})`, "gu");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}

/** Page text without line ends: cut before and after each numbered title of the form. */
function cutAtTitles(text: string, titles: RegExp | null): string[] {
  if (text.length <= TITLE_LENGTH || !titles) return [text];
  const cuts = [...text.matchAll(titles)].flatMap((match) => [match.index, match.index + match[0].length]);
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index] ?? text.length));
}

/** Page numbers, table captions of converters and rules are no prose. */
function isFurniture(text: string): boolean {
  return isPageNumber(text) || /^[-=_*~─━][-=_*~─━\s]{2,}$/u.test(text);
}

/** Level of a sub-heading by its enumerator: （一） 1, `1.` 2, （1） 3; null for a sentence. */
export function headingLevel(text: string): number | null {
  if (text.length > 50 || /[。；，,;].*[。；]$/u.test(text) || /[；]$/u.test(text)) return null;
  const level = outlineLevel(text) - 1;
  if (level < 1) return null;
  return level === 1 || !text.endsWith("。") ? level : null;
}
