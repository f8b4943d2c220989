import { enumeratorOf, withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { ordinalValue, ORDINALS } from "../../printed/numerals.ts";
import type { KnownLabel } from "../../printed/labels.ts";
import { numberedWords, type NumberedWords } from "./damaged-titles.ts";
import { headsList, isListHeading } from "./list-headings.ts";
import { isPageNumber } from "../../printed/page-numbers.ts";
import {
  enumerated,
  holdsNumber,
  LONGEST_TITLE,
  ownCuts,
  type Enumerated,
  type LineStretch,
} from "./outline.ts";
import type { WholeLine } from "./reflow.ts";

/** A document's lines, and what each says by itself: every family cuts them at its own chapters, none reads them anew. */
export interface ReadLines {
  readonly lines: readonly WholeLine[];
  readonly enumerated: (text: string) => Enumerated | null;
  readonly ownCuts: (text: string) => readonly LineStretch[];
  readonly holdsNumber: (text: string) => boolean;
  readonly numberedWords: (text: string) => readonly NumberedWords[];
  readonly isFurniture: (text: string) => boolean;
  readonly numberedTitle: (text: string) => NumberedTitle | null;
  /** The same of a line that its format calls a heading. */
  readonly headingTitle: (text: string) => NumberedTitle | null;
  readonly plainTitle: (text: string) => string;
  readonly headsList: (text: string) => boolean;
  readonly isListHeading: (text: string) => boolean;
}

/** What may be a chapter's title: its words, normalized, and its number, 0 where a heading has none. */
export interface NumberedTitle {
  readonly ordinal: number;
  readonly title: string;
}

/** `lists` gives the groups and rows of indicator lists that are numbered as chapters are; few documents print one. */
export function readLines(whole: readonly WholeLine[], lists: () => readonly KnownLabel[]): ReadLines {
  return {
    lines: whole.flatMap((line) => line.text.split("\n").map((text) => ({ ...line, text }))),
    enumerated: remembered(enumerated),
    ownCuts: remembered(ownCuts),
    holdsNumber: remembered(holdsNumber),
    numberedWords: remembered(numberedWords),
    isFurniture: remembered(isFurniture),
    numberedTitle: remembered((text) => numberedTitle(text, false)),
    headingTitle: remembered((text) => numberedTitle(text, true)),
    plainTitle: remembered(plainTitle),
    headsList: remembered(headsList),
    isListHeading: remembered((text) => isListHeading(text, lists())),
  };
}

function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) known.set(text, (value = read(text)));
    return value;
  };
}

/** What a line that is no heading of its format can begin with to be a numbered title: its ordinal, or a mark before it. */
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

/** 第一部分 before a title, and what may follow it. */
const PART = new RegExp(`^第[${ORDINALS}]+(?:部分|章)[、:.]?|[:,.]$`, "gu");
/** 一 总体情况. */
const SPACED = new RegExp(`^[${ORDINALS}]{1,3}\\s+`, "u");

/** A line's words without any number. */
function plainTitle(text: string): string {
  return withoutEnumerator(normalizeLabel(text.replace(SPACED, "")).replace(PART, ""));
}

/** Page numbers, table captions of converters and rules are no prose. */
function isFurniture(text: string): boolean {
  return isPageNumber(text) || /^[-=_*~─━][-=_*~─━\s]{2,}$/u.test(text);
}
