import { IDENTITY } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import type { OfdElement } from "./tree.ts";

/** A text of numbers, and the place up to which it was read. */
export interface Words {
  readonly text: string;
  at: number;
}

/** The numbers of an ST_Array, which are separated by spaces; NaN for a word that is not a number. */
export function numbersOf(text: string | undefined): readonly number[] {
  if (text === undefined) return [];
  const numbers: number[] = [];
  const words: Words = { text, at: nextWord(text, 0) };
  while (words.at < text.length) numbers.push(takeNumber(words));
  return numbers;
}

/** The number at the beginning of a word, and NaN for a word that is not a number; goes on to the next word. */
export function takeNumber(words: Words): number {
  const { text, at } = words;
  let value = takeDecimal(words);
  if (value === undefined || (words.at < text.length && !separates(text.charCodeAt(words.at)))) {
    words.at = endOfWord(text, at);
    value = Number(text.slice(at, words.at));
  }
  words.at = nextWord(text, words.at);
  return Number.isFinite(value) ? value : NaN;
}

/** Where the next word of an ST_Array begins, at or after `at`; the text's length where none follows. */
export function nextWord(text: string, at: number): number {
  let from = at;
  while (from < text.length && separates(text.charCodeAt(from))) from++;
  return from;
}

/** Where the word ends that begins at `from`. */
export function endOfWord(text: string, from: number): number {
  let to = from;
  while (to < text.length && !separates(text.charCodeAt(to))) to++;
  return to;
}

/** Commas and what ECMAScript calls white space; by far most often it is a space. */
function separates(code: number): boolean {
  if (code >= 0x30 && code <= 0x39) return false;
  if (code < 0x80) return code === 0x20 || code === 0x2c || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}

/** Digits that a double holds exactly, whichever they are; one division by a power of ten then rounds as Number() does. */
const EXACT_DIGITS = 15;
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * The short decimal at the place, as `Number` reads it, and goes on behind it; undefined where none stands there. Nearly
 * all numbers of a page are such, and are read without cutting them out of the text.
 */
export function takeDecimal(words: Words): number | undefined {
  const { text } = words;
  const isNegative = text.charCodeAt(words.at) === 0x2d;
  let value = 0;
  let digits = 0;
  let whole = -1;
  let at = isNegative ? words.at + 1 : words.at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + code - 0x30;
      digits++;
    } else if (code === 0x2e && whole < 0) whole = digits;
    else break;
  }
  words.at = at;
  if (digits === 0 || digits > EXACT_DIGITS) return undefined;
  const size = whole < 0 ? value : value / POWERS[digits - whole]!;
  return isNegative ? -size : size;
}

export function parsedNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const words: Words = { text, at: 0 };
  const decimal = takeDecimal(words);
  if (decimal !== undefined && words.at === text.length) return decimal;
  const value = Number(text);
  // Number() also gives 0 for text of nothing but spaces.
  if (value === 0 && text.trim() === "") return otherwise;
  return Number.isFinite(value) ? value : otherwise;
}

export function isFalse(text: string | undefined): boolean {
  return text !== undefined && text !== "true" && /^\s?(?:false|0)\s?$/i.test(text);
}

export function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^\s?(?:true|1)\s?$/i.test(text);
}

/** Whether a number is stated, but written wrongly: programs differ in what they make of it. */
export function isMiswritten(text: string | undefined): boolean {
  return text !== undefined && !Number.isFinite(Number(text));
}

/** Left, top, width and height (ST_Box), or undefined where the text is not a box. */
export function parsedBox(text: string | undefined): readonly [number, number, number, number] | undefined {
  if (text === undefined) return undefined;
  const box: [number, number, number, number] = [NaN, NaN, NaN, NaN];
  const words: Words = { text, at: nextWord(text, 0) };
  for (let index = 0; index < 4; index++) {
    if (words.at === text.length) return undefined;
    box[index] = takeNumber(words);
    if (Number.isNaN(box[index])) return undefined;
  }
  return words.at === text.length ? box : undefined;
}

/** Stands for a matrix that is written wrongly: programs differ in what they make of it. */
export const UNKNOWN_MATRIX: Matrix = [...IDENTITY];

export function matrixOf({ attributes }: OfdElement): Matrix {
  const text = attributes["CTM"];
  if (text === undefined) return IDENTITY;
  const numbers = numbersOf(text);
  if (numbers.length !== 6 || numbers.some(Number.isNaN)) return UNKNOWN_MATRIX;
  return numbers as unknown as Matrix;
}
