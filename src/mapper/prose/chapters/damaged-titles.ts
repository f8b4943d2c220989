import { normalizeLabel } from "../../../printed/folding.ts";
import { matchLabel, type KnownLabel, type KnownText } from "../../../printed/labels.ts";
import { everyMatch } from "../../../printed/matches.ts";
import { ORDINALS } from "../../../printed/numerals.ts";
import { LONGEST_TITLE, type LineStretch } from "./outline.ts";

/**
 * Known titles by their first two characters. At least one of the two must be printed right for a title to be found.
 */
export type TitlesByStart = ReadonlyMap<string, readonly KnownText[]>;

/** A number and, behind it, what may be a title; in text without line ends something new begins there. */
const NUMBERED = new RegExp(
  String.raw`(?<=^|[\s。；：！？\d）)”〕])[${ORDINALS}]{1,3}、\s{0,4}(?=([^。；：，]{4,${LONGEST_TITLE}}))`,
  "gu",
);
/** How many titles of one line are compared; a line with more is no report. */
const MOST = 20;
const SHORTEST = 6;

export function titlesByStart(known: readonly KnownLabel[]): TitlesByStart {
  const byStart = new Map<string, KnownText[]>();
  for (const title of known.flat()) {
    if (title.text.length < SHORTEST) continue;
    for (const character of new Set(title.text.slice(0, 2)))
      byStart.set(character, [...(byStart.get(character) ?? []), title]);
  }
  return byStart;
}

/** Finds known titles with a typo in text that runs together: 三、收到和处理政府信息公开申情请况. */
export function damagedTitles(
  numbered: readonly NumberedWords[],
  titles: TitlesByStart,
  found: readonly LineStretch[],
): readonly LineStretch[] {
  const damaged: LineStretch[] = [];
  let compared = 0;
  for (const { from, to, words } of numbered) {
    if (found.some(([start, end]) => from < end && start < to)) continue;
    if (++compared > MOST) break;
    const length = lengthOfTitle(words, titles);
    if (length > 0) damaged.push([from, to + length]);
  }
  return damaged;
}

/**
 * A number in text that runs together: the offsets at which it begins and ends, and the words behind it that may be a
 * title.
 */
export interface NumberedWords {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

export function numberedWords(text: string): readonly NumberedWords[] {
  return everyMatch(text, NUMBERED).map(({ 0: whole, 1: words = "", index }) => ({
    from: index,
    to: index + whole.length,
    words,
  }));
}

/** How many characters of the words are a title; 0 where they are none. */
function lengthOfTitle(words: string, titles: TitlesByStart): number {
  const near = new Set([words[0]!, words[1]!].flatMap((character) => titles.get(character) ?? []));
  let best = { score: 0, length: 0 };
  for (const title of near) {
    const [least, most] = [title.text.length - title.allowed, title.text.length + title.allowed];
    for (let length = least; length <= Math.min(most, words.length); length++) {
      const { score } = matchLabel(normalizeLabel(words.slice(0, length)), [title]);
      const isBetter = score > best.score || (score === best.score && length === title.text.length);
      if (score > 0 && isBetter) best = { score, length };
    }
  }
  return best.length;
}
