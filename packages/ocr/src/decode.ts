/** A character the network read; `at` is the middle of its place, from 0 to 1 of the line's width. */
export interface DecodedCharacter {
  readonly text: string;
  readonly probability: number;
  readonly at: number;
}

/**
 * Characters that look alike and mean the same in a table, whose probabilities are added up. Without this, a printed 2
 * that might be ２ would be taken for a doubtful one.
 */
const TWINS: readonly (readonly string[])[] = [
  ["0", "０", "O", "Ｏ", "o", "ｏ", "О", "о", "〇", "○"],
  ["1", "１", "l", "ｌ", "I", "Ｉ", "|", "｜", "丨"],
  ["2", "２"],
  ["3", "３", "З", "з"],
  ["4", "４"],
  ["5", "５"],
  ["6", "６", "б"],
  ["7", "７"],
  ["8", "８"],
  ["9", "９"],
  [".", "．"],
  [",", "，"],
  ["-", "－", "—", "–", "一"],
  ["/", "／"],
  ["(", "（"],
  [")", "）"],
  ["、", "丶"],
];

/**
 * Twins that are words among words and signs among digits: 一、总体情况 and 二〇二二年, but a dash and a 0 in a cell.
 */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["一", "-"],
  ["〇", "0"],
]);

/** Twins that are letters beside letters, as in an address of mail, and digits elsewhere. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ["o", "0"],
  ["O", "0"],
  ["l", "1"],
  ["I", "1"],
]);

/** For every output of the network, the output with which it is counted. */
export function twinsOf(characters: readonly string[]): Int32Array {
  const index = new Map(characters.map((character, at) => [character, at]));
  const twin = Int32Array.from(characters, (_, at) => at);
  for (const [first, ...others] of TWINS)
    for (const other of others) {
      const at = index.get(other);
      if (at !== undefined) twin[at] = index.get(first!)!;
    }
  return twin;
}

/** Greedy CTC over one line's `steps × classes` probabilities; `width` is the share of the steps that the picture fills. */
export function decodeCharacters(
  probabilities: Float32Array,
  steps: number,
  characters: readonly string[],
  twins: Int32Array,
  width: number,
): readonly DecodedCharacter[] {
  const classes = characters.length;
  const found: DecodedCharacter[] = [];
  let [last, from, best, likeliest] = [0, 0, 0, 0];
  const close = (end: number): void => {
    if (last !== 0)
      found.push({
        text: characters[isAmbiguous(characters[likeliest]!) ? likeliest : last]!,
        probability: best,
        at: Math.min(1, (from + end) / 2 / steps / width),
      });
  };
  for (let step = 0; step < steps; step++) {
    const row = probabilities.subarray(step * classes, (step + 1) * classes);
    let top = 0;
    for (let at = 1; at < classes; at++) if (row[at]! > row[top]!) top = at;
    const label = twins[top]!;
    let sum = 0;
    if (label === 0) sum = row[0]!;
    else for (let at = 1; at < classes; at++) if (twins[at] === label && row[at]! > 1e-4) sum += row[at]!;
    if (label !== last) {
      close(step);
      [last, from, best, likeliest] = [label, step, sum, top];
    } else if (sum > best) [best, likeliest] = [sum, top];
  }
  close(steps);
  return inContext(found);
}

function isAmbiguous(text: string): boolean {
  return WORDS.has(text) || LETTERS.has(text);
}

/**
 * A word stays one only in a line that has other ideographs, and a letter only beside another letter; neither does
 * beside a digit.
 */
function inContext(found: readonly DecodedCharacter[]): readonly DecodedCharacter[] {
  const isText = found.some(({ text }) => /\p{Script=Han}/u.test(text) && !WORDS.has(text));
  const settled: DecodedCharacter[] = [];
  for (const [at, one] of found.entries()) {
    const sign = WORDS.get(one.text) ?? LETTERS.get(one.text);
    const [before, after] = [settled.at(-1)?.text ?? "", found[at + 1]?.text ?? ""];
    const isLetter = isLatin(before) || (isLatin(after) && !LETTERS.has(after));
    const stays = (WORDS.has(one.text) ? isText : isLetter) && !/\d/.test(before + after);
    settled.push(sign === undefined || stays ? one : { ...one, text: sign });
  }
  return settled;
}

function isLatin(text: string): boolean {
  return /^[A-Za-z]$/.test(text);
}
