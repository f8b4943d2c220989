import { endOfWord, nextWord, numberIn } from "../package/values.ts";

/**
 * Distances from each character to the next (GB/T 33190 11.3), at most `needed` of them; `g n v` stands for n times v.
 * Empty where none are stated.
 */
export function deltasOf(text: string | undefined, needed: number): readonly number[] {
  if (text === undefined) return NONE;
  const deltas: number[] = [];
  let at = 0;
  const next = (): number => {
    const from = nextWord(text, at);
    at = endOfWord(text, from);
    const value = numberIn(text, from, at);
    return Number.isFinite(value) ? value : 0;
  };
  for (at = nextWord(text, 0); at < text.length && deltas.length < needed; at = nextWord(text, at)) {
    if (!isRepeat(text, at)) {
      deltas.push(next());
      continue;
    }
    at++;
    const times = Math.min(next(), needed - deltas.length);
    const distance = next();
    for (let time = 0; time < times; time++) deltas.push(distance);
  }
  return deltas;
}

const NONE: readonly number[] = [];

function isRepeat(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code === 0x67 || code === 0x47) && endOfWord(text, at) === at + 1;
}
