import { expect, test } from "vitest";
import { decodeCharacters, twinsOf } from "../../packages/ocr/src/decode.ts";

const characters = ["", ..."0〇Oo1lI-一—、总年月2２cm3"];
const twins = twinsOf(characters);

/** What is read where the network sees these characters one after the other, each with its share beside `rest`. */
function read(...seen: readonly Readonly<Record<string, number>>[]): string {
  const classes = characters.length;
  const probabilities = new Float32Array(2 * seen.length * classes);
  for (const [at, shares] of seen.entries()) {
    for (const [text, share] of Object.entries(shares))
      probabilities[2 * at * classes + characters.indexOf(text)] = share;
    // A blank follows each.
    probabilities[(2 * at + 1) * classes] = 1;
  }
  return decodeCharacters(probabilities, 2 * seen.length, characters, twins, 1)
    .map(({ text, probability }) => `${text} ${probability.toFixed(2)}`)
    .join(", ");
}

test.each([
  ["twins are one digit, with the sum of their probabilities", [{ "２": 0.5, "2": 0.45 }], "2 0.95"],
  [
    "一 among words is a word",
    [{ 一: 0.8, "-": 0.1 }, { "、": 0.9 }, { 总: 0.9 }],
    "一 0.90, 、 0.90, 总 0.90",
  ],
  ["a dash among words is a dash", [{ 年: 0.9 }, { "—": 0.9 }, { 月: 0.9 }], "年 0.90, - 0.90, 月 0.90"],
  ["一 alone is a dash", [{ 一: 0.9 }], "- 0.90"],
  [
    "一 between a word and a digit is a dash",
    [{ 月: 0.9 }, { 一: 0.9 }, { "1": 0.9 }],
    "月 0.90, - 0.90, 1 0.90",
  ],
  ["〇 alone is a 0", [{ 〇: 0.6, "0": 0.3 }], "0 0.90"],
  ["〇 in a year of words is a word", [{ 〇: 0.9 }, { 年: 0.9 }], "〇 0.90, 年 0.90"],
  ["letters beside letters", [{ c: 0.9 }, { o: 0.7, "0": 0.2 }, { m: 0.9 }], "c 0.90, o 0.90, m 0.90"],
  ["letters beside digits are digits", [{ "3": 0.9 }, { O: 0.9 }, { O: 0.9 }], "3 0.90, 0 0.90, 0 0.90"],
  ["a letter alone is a digit", [{ l: 0.9 }], "1 0.90"],
  ["letters that are all digits' twins", [{ I: 0.9 }, { O: 0.9 }], "1 0.90, 0 0.90"],
])("%s", (_, seen, expected) => expect(read(...(seen as Record<string, number>[]))).toBe(expected));
