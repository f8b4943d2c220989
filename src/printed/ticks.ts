import { foldDigits } from "./folding.ts";

/** Which options of a choice are ticked. */
export interface Ticks {
  /** Keys of the ticked options, in the form's order. */
  readonly ticked: readonly string[];
  /** Whether every word and every mark was understood, and each mark belongs to one word. */
  readonly clear: boolean;
}

/** Signs for a ticked box and for an empty one, and the letters that Wingdings draws as such. */
const TICKED = "☑√✓✔✅■●◉🗹⊙▣▇█";
const EMPTY = "□☐○◯◻▢◇";
const MARK = new RegExp(`[${TICKED}${EMPTY}]`, "gu");
const IS_TICKED = new RegExp(`[${TICKED}]`, "u");
/** A mark in brackets or on a line, （√）; empty brackets are an empty box. */
const BRACKETED = new RegExp(`[[(【]\\s?([${TICKED}${EMPTY}]?)\\s?[\\])】]`, "gu");
/** What may stand between options: punctuation, lines to write on, and remarks in brackets. */
const BETWEEN = /[\s、，,;；。.:：/_|]|\([^()]{0,40}\)/gu;
/** A remark that takes back part of the answer: 是（部分）, 是（拟建）. */
const LIMITS = /\([^()]{0,40}(?:部分|[未不无非没否暂尚拟待停原曾]|计划|预计|筹|在建|取消|撤)[^()]{0,40}\)/u;
/** The options of no form are longer. */
const LONGEST = 500;

interface Item {
  readonly kind: "word" | "ticked" | "empty";
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads `☑是 □否`, `是√ 否□`, `（√）是（ ）否`, or the one word `是`. Marks stand before their words or behind them; where some
 * words have none, a mark belongs to the word it touches.
 */
export function readTicks(raw: string, options: Readonly<Record<string, readonly string[]>>): Ticks {
  const text = foldDigits(unwrapped(raw.slice(0, LONGEST)))
    .replace(/\s+/gu, " ")
    .replace(BRACKETED, (_, mark: string) => mark || "□")
    .trim();
  const words = wordsIn(text, options);
  const marks = [...text.matchAll(MARK)].map(({ 0: mark, index }): Item => ({
    kind: IS_TICKED.test(mark) ? "ticked" : "empty",
    key: "",
    start: index,
    end: index + mark.length,
  }));
  const rest = restOf(text, [...words, ...marks]);
  const clear = raw.length <= LONGEST && rest.replace(BETWEEN, "") === "" && !LIMITS.test(rest);
  const order = Object.keys(options);
  if (marks.length === 0) {
    const [only] = words;
    return { ticked: words.length === 1 ? [only!.key] : [], clear: clear && words.length === 1 };
  }
  const owned = marks.map((mark) => ({ mark, word: ownerOf(mark, words, marks, text) }));
  const ticked = owned.flatMap(({ mark, word }) => (word && mark.kind === "ticked" ? [word.key] : []));
  const owners = owned.map(({ word }) => word);
  return {
    ticked: order.filter((key) => ticked.includes(key)),
    clear: clear && !owners.includes(null) && new Set(owners).size === owners.length,
  };
}

/** Joins a word that a narrow cell breaks over two lines. */
function unwrapped(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .reduce((before, line) => {
      const isBroken = /\p{Script=Han}$/u.test(before.slice(-2)) && /^\p{Script=Han}/u.test(line);
      return before + (isBroken ? "" : " ") + line;
    });
}

/** The words beside marks, and whether each is ticked; empty where there is no mark. For forms whose options are not known. */
export function markedWords(raw: string): readonly { readonly word: string; readonly ticked: boolean }[] {
  const text = raw.slice(0, LONGEST).replace(BRACKETED, (_, mark: string) => mark || "□");
  const marks = [...text.matchAll(MARK)];
  if (marks.length === 0) return [];
  const parts = text.split(MARK).map((part) => part.replace(/[\s、，,;；。/|]/gu, ""));
  // Marks stand before their words, unless a word comes before the first mark.
  const words = parts[0] === "" ? parts.slice(1) : parts.slice(0, -1);
  return marks.flatMap(([mark], at) => {
    const word = words[at] ?? "";
    return word === "" ? [] : [{ word, ticked: IS_TICKED.test(mark) }];
  });
}

/** Where the options' words stand: longer ones are taken first, and none overlaps another. */
function wordsIn(text: string, options: Readonly<Record<string, readonly string[]>>): readonly Item[] {
  const known = Object.entries(options)
    .flatMap(([key, words]) => words.map((word) => ({ key, word: foldDigits(word).trim() })))
    .filter(({ word }) => word !== "")
    .sort((a, b) => b.word.length - a.word.length);
  const found: Item[] = [];
  for (const { key, word } of known) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) {
      const end = start + word.length;
      if (found.every((other) => end <= other.start || start >= other.end))
        found.push({ kind: "word", key, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The text that is neither a word of the form nor a mark. */
function restOf(text: string, items: readonly Item[]): string {
  let rest = "";
  let at = 0;
  for (const { start, end } of [...items].sort((a, b) => a.start - b.start)) {
    rest += text.slice(at, start) + " ";
    at = end;
  }
  return rest + text.slice(at);
}

/** The word a mark belongs to; null where it could be either of two. */
function ownerOf(mark: Item, words: readonly Item[], marks: readonly Item[], text: string): Item | null {
  const before = words.findLast(({ end }) => end <= mark.start) ?? null;
  const after = words.find(({ start }) => start >= mark.end) ?? null;
  if (marks.length === words.length) {
    const leading = marks[0]!.start < words[0]!.start;
    const alternate = words.every((word, index) =>
      leading
        ? marks[index]!.start < word.start && (index === 0 || marks[index]!.start >= words[index - 1]!.end)
        : marks[index]!.start >= word.end &&
          (index + 1 === words.length || marks[index]!.start < words[index + 1]!.start),
    );
    if (alternate) return leading ? after : before;
  }
  const touches = [
    before && text.slice(before.end, mark.start) === "" ? before : null,
    after && text.slice(mark.end, after.start) === "" ? after : null,
  ].filter((word) => word !== null);
  if (touches.length === 1) return touches[0]!;
  if (touches.length === 0 && (before === null || after === null)) return before ?? after;
  return null;
}
