import { IDENTITY } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import type { OfdElement } from "./tree.ts";

/** The numbers of an ST_Array, which are separated by spaces; a word that is not a number counts as 0. */
export function numbersOf(text: string | undefined): readonly number[] {
  const numbers: number[] = [];
  for (let from = nextWord(text, 0); text !== undefined && from < text.length;) {
    const to = endOfWord(text, from);
    const value = numberIn(text, from, to);
    numbers.push(Number.isFinite(value) ? value : 0);
    from = nextWord(text, to);
  }
  return numbers;
}

/** Where the next word of an ST_Array begins, at or after `at`; the text's length where none follows. */
export function nextWord(text: string | undefined, at: number): number {
  let from = at;
  while (text !== undefined && from < text.length && separates(text.charCodeAt(from))) from++;
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
 * What `Number` makes of a part of a text. Nearly all numbers of a page are short decimals, which are read without
 * cutting them out of the text.
 */
export function numberIn(text: string, from: number, to: number): number {
  const isNegative = text.charCodeAt(from) === 0x2d;
  let value = 0;
  let digits = 0;
  let whole = -1;
  for (let at = isNegative ? from + 1 : from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + code - 0x30;
      digits++;
    } else if (code === 0x2e && whole < 0) whole = digits;
    else return Number(text.slice(from, to));
  }
  if (digits === 0 || digits > EXACT_DIGITS) return Number(text.slice(from, to));
  const size = whole < 0 ? value : value / POWERS[digits - whole]!;
  return isNegative ? -size : size;
}

export function parsedNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = numberIn(text, 0, text.length);
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

/** Left, top, width and height (ST_Box), or undefined where the text is not a box. */
export function parsedBox(text: string | undefined): readonly [number, number, number, number] | undefined {
  if (text === undefined) return undefined;
  const box: [number, number, number, number] = [NaN, NaN, NaN, NaN];
  let to = 0;
  for (let index = 0; index < 4; index++) {
    const from = nextWord(text, to);
    if (from === text.length) return undefined;
    to = endOfWord(text, from);
    const value = numberIn(text, from, to);
    box[index] = Number.isFinite(value) ? value : 0;
  }
  return box;
}

/** Stands for a matrix that is written wrongly: programs differ in what they make of it. */
export const UNKNOWN_MATRIX: Matrix = [...IDENTITY];

export function matrixOf({ attributes }: OfdElement): Matrix {
  const text = attributes["CTM"];
  if (text === undefined) return IDENTITY;
  const [a, b, c, d, e, f] = numbersOf(text);
  return f === undefined || !/^[\d\s,.eE+-]*$/.test(text) ? UNKNOWN_MATRIX : [a!, b!, c!, d!, e!, f];
}
