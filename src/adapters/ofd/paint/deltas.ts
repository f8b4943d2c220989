import { endOfWord, nextWord, takeNumber, type Words } from "../package/values.ts";

/**
 * Distances from each character to the next (GB/T 33190 11.3), at most `needed` of them; `g n v` stands for n times v.
 * Empty where none are stated, or not in this form: programs differ in what they make of it.
 */
export function deltasOf(text: string | undefined, needed: number): readonly number[] {
  if (text === undefined) return NONE;
  const deltas: number[] = [];
  const words: Words = { text, at: nextWord(text, 0) };
  while (words.at < text.length && deltas.length < needed) {
    const isGroup = isRepeat(text, words.at);
    if (isGroup) words.at = nextWord(text, words.at + 1);
    const times = isGroup ? takeNumber(words) : 1;
    const distance = takeNumber(words);
    if (!(times >= 0 && Number.isInteger(times)) || Number.isNaN(distance)) return NONE;
    for (let time = 0; time < times && deltas.length < needed; time++) deltas.push(distance);
  }
  return deltas;
}

const NONE: readonly number[] = [];

function isRepeat(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x67 || code === 0x47) && endOfWord(text, at) === at + 1;
}
