import { endOfWord, nextWord, takeNumber, type Words } from "../package/values.ts";

/**
 * Distances from each character to the next (GB/T 33190 11.3), at most `needed` of them; `g n v` stands for n times v.
 * Empty where none are stated.
 */
export function deltasOf(text: string | undefined, needed: number): readonly number[] {
  if (text === undefined) return NONE;
  const deltas: number[] = [];
  const words: Words = { text, at: nextWord(text, 0) };
  while (words.at < text.length && deltas.length < needed) {
    if (!isRepeat(text, words.at)) {
      deltas.push(takeNumber(words));
      continue;
    }
    words.at = nextWord(text, words.at + 1);
    const times = Math.min(takeNumber(words), needed - deltas.length);
    const distance = takeNumber(words);
    for (let time = 0; time < times; time++) deltas.push(distance);
  }
  return deltas;
}

const NONE: readonly number[] = [];

function isRepeat(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x67 || code === 0x47) && endOfWord(text, at) === at + 1;
}
