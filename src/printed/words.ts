/**
 * Whether a word stands anywhere in a text, for many words of which most do not: two neighbouring characters that the
 * text has nowhere together rule out nearly all of them without a search. Each answer is kept.
 */
export function wordsOf(text: string): (word: string) => boolean {
  const pairs = new Uint32Array(PAIRS >> 5);
  for (let index = 1; index < text.length; index++) {
    const pair = pairAt(text, index);
    pairs[pair >> 5]! |= 1 << (pair & 31);
  }
  const known = new Map<string, boolean>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = mayHave(pairs, word) && text.includes(word)));
    return found;
  };
}

/** Whether two Chinese characters stand together: one alone may be a numeral or a unit. */
export function holdsWord(text: string): boolean {
  return CHINESE_WORD.test(text);
}

/** The characters of a script take much code, so they are asked for once, and in one expression for all who ask. */
const CHINESE_WORD = /\p{sc=Han}(?=\p{sc=Han})/u;

/** A bit each. */
const PAIRS = 0x10000;

/** A number from 0 to 65,535 for the character before a place in a text and the one at it. */
export function pairAt(text: string, index: number): number {
  return (text.charCodeAt(index - 1) * 31 + text.charCodeAt(index)) & (PAIRS - 1);
}

function mayHave(pairs: Uint32Array, word: string): boolean {
  for (let index = 1; index < word.length; index++) {
    const pair = pairAt(word, index);
    if ((pairs[pair >> 5]! & (1 << (pair & 31))) === 0) return false;
  }
  return true;
}
