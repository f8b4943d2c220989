import { arrayWords } from "../package/values.ts";

/**
 * Distances from each character to the next (GB/T 33190 11.3), at most `needed` of them; `g n v` stands for n times v.
 * Empty where none are stated.
 */
export function deltasOf(text: string | undefined, needed: number): readonly number[] {
  const words = arrayWords(text);
  const deltas: number[] = [];
  for (let at = 0; at < words.length && deltas.length < needed; at++) {
    if (words[at] !== "g" && words[at] !== "G") {
      deltas.push(finite(words[at]!));
      continue;
    }
    const times = Math.min(finite(words[at + 1] ?? "0"), needed - deltas.length);
    const distance = finite(words[at + 2] ?? "0");
    for (let time = 0; time < times; time++) deltas.push(distance);
    at += 2;
  }
  return deltas;
}

function finite(word: string): number {
  const value = Number(word);
  return Number.isFinite(value) ? value : 0;
}
