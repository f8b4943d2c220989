import { remembered } from "../../../arithmetic/prepared.ts";
import { enumeratorOf, withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { ordinalValue, ORDINALS } from "../../../printed/numerals.ts";
import type { KnownLabel } from "../../../printed/labels.ts";
import { numberedWords, type NumberedWords } from "./damaged-titles.ts";
import { isListHeading } from "./list-headings.ts";
import { isPageNumber } from "../../../printed/page-numbers.ts";
import { LONGEST_TITLE } from "./outline.ts";
import type { WholeLine } from "./reflow.ts";

/**
 * A document's lines, and what each says by itself. Every family cuts them at its own chapters, but none reads them
 * anew.
 */
export interface ReadLines {
  readonly lines: readonly WholeLine[];
  readonly numberedWords: (text: string) => readonly NumberedWords[];
  readonly numberedTitle: (text: string) => NumberedTitle | null;
  /** The same for a line that its format calls a heading. */
  readonly headingTitle: (text: string) => NumberedTitle | null;
  readonly plainTitle: (text: string) => string;
  readonly isListHeading: (text: string) => boolean;
}

/** What may be the title of a chapter: its words, normalized, and its number, which is 0 for a heading without one. */
export interface NumberedTitle {
  readonly ordinal: number;
  readonly title: string;
}

/**
 * Reads the lines. `lists` gives the groups and rows of indicator lists that are numbered as chapters are; it is called
 * only when needed, because few documents print such a list.
 */
export function readLines(whole: readonly WholeLine[], lists: () => readonly KnownLabel[]): ReadLines {
  return {
    lines: whole.flatMap((line) =>
      line.text.includes("\n") ? line.text.split("\n").map((text) => ({ ...line, text })) : [line],
    ),
    numberedWords: remembered(numberedWords),
    numberedTitle: remembered((text) => numberedTitle(text, false)),
    headingTitle: remembered((text) => numberedTitle(text, true)),
    plainTitle: remembered(plainTitle),
    isListHeading: remembered((text) => isListHeading(text, lists())),
  };
}

/**
 * How a numbered title may begin on a line that is not a heading of its format: with its ordinal, or with a mark before
 * it.
 */
const FIRST = `${ORDINALS}第“"'*_#\u200b\ufeff`;

function numberedTitle(text: string, heading: boolean): NumberedTitle | null {
  if (
    text.length > LONGEST_TITLE ||
    (!heading && !FIRST.includes(text[0]!)) ||
    /[。；]/u.test(text.slice(0, -1))
  )
    return null;
  const normalized = normalizeLabel(text).replace(/[:,.。;；]$/u, "");
  const printed = enumeratorOf(normalized);
  if (/^[(（]/u.test(normalized) || (printed === "" && !heading)) return null;
  if (printed !== "" && !ORDINALS.includes(printed[0]!)) return null;
  return { ordinal: ordinalValue(printed), title: withoutEnumerator(normalized) };
}

/** A part's number before a title (第一部分), and the punctuation that may end the title. */
const PART = new RegExp(`^第[${ORDINALS}]+(?:部分|章)[、:.]?|[:,.]$`, "gu");
/** A number set off by a space: 一 总体情况. */
const SPACED = new RegExp(`^[${ORDINALS}]{1,3}\\s+`, "u");

/** The words of a line without any number. */
function plainTitle(text: string): string {
  return withoutEnumerator(normalizeLabel(text.replace(SPACED, "")).replace(PART, ""));
}

/** Whether a line is not prose: a page number, a converter's table caption or a rule. */
export function isFurniture(text: string): boolean {
  return isPageNumber(text) || /^[-=_*~─━][-=_*~─━\s]{2,}$/u.test(text);
}
