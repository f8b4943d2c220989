import { prepared } from "../../../arithmetic/prepared.ts";
import type { SectionTemplate } from "../../../model/index.ts";
import { knownLabel, type KnownLabel } from "../../../printed/labels.ts";
import { everyMatch, literalPattern } from "../../../printed/matches.ts";
import { labelLetters, type LabelLetters } from "./likeness.ts";
import { titleFinder, type TitleFinder } from "./pieces.ts";
import { NUMBERED } from "./outline.ts";

export interface Chapter {
  readonly number: number;
  readonly label: KnownLabel;
  readonly letters: LabelLetters;
}

export interface Chapters {
  readonly known: readonly Chapter[];
  /** The numbers of the chapters that have a title, in the form's order. */
  readonly numbersOf: ReadonlyMap<string, readonly number[]>;
  /** Null where the form has no chapters. */
  readonly finder: TitleFinder | null;
}

export const chaptersOf = prepared((sections: readonly SectionTemplate[]): Chapters => {
  const known = sections.map(({ number, title, aliases }): Chapter => {
    const label = knownLabel(title, aliases);
    return { number, label, letters: labelLetters(label) };
  });
  const titles = titlesIn(sections);
  const labels = known.map(({ label }) => label);
  const numbersOf = new Map<string, number[]>();
  for (const { number, label } of known)
    for (const { text } of label) numbersOf.set(text, [...(numbersOf.get(text) ?? []), number]);
  return { known, numbersOf, finder: titles && titleFinder(titles, labels) };
});

/** The office or the year may stand before a title: 某区政府信息公开情况统计表, 2019年政府信息公开工作总体情况. */
export const OWNER = String.raw`(?:[^，,。；、：\s]{0,18}(?:区|市|县|镇|乡|局|委|会|办|处|府|街道|年|年度))?`;

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
    pattern ??= new RegExp(`${NUMBERED}${OWNER}(?:${titles.map(literalPattern).join("|")})`, "gu");
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
