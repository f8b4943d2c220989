/**
 * Whether a word stands anywhere in a text, for many words of which most do not: two neighbouring characters that the
 * text has nowhere together rule out nearly all of them without a search. Each answer is kept.
 */
export function wordsOf(text: string): (word: string) => boolean {
  const pairs = new Uint8Array(PAIRS);
  for (let index = 1; index < text.length; index++) pairs[pairAt(text, index)] = 1;
  const known = new Map<string, boolean>();
  return (word) => {
    let found = known.get(word);
    if (found === undefined) known.set(word, (found = mayHave(pairs, word) && text.includes(word)));
    return found;
  };
}

const PAIRS = 0x10000;

function pairAt(text: string, index: number): number {
  return (text.charCodeAt(index - 1) * 31 + text.charCodeAt(index)) % PAIRS;
}

function mayHave(pairs: Uint8Array, word: string): boolean {
  for (let index = 1; index < word.length; index++) if (pairs[pairAt(word, index)] === 0) return false;
  return true;
}
