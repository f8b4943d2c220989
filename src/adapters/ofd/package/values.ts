import { IDENTITY } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import type { OfdElement } from "./tree.ts";

/** The numbers of an ST_Array, which are separated by spaces; a word that is not a number counts as 0. */
export function numbersOf(text: string | undefined): readonly number[] {
  return arrayWords(text).map((word) => parsedNumber(word, 0));
}

/** The words of an ST_Array. */
export function arrayWords(text: string | undefined): readonly string[] {
  if (text === undefined) return NO_WORDS;
  const words: string[] = [];
  for (let at = 0; at < text.length;) {
    if (separates(text.charCodeAt(at))) at++;
    else {
      const from = at;
      while (at < text.length && !separates(text.charCodeAt(at))) at++;
      words.push(text.slice(from, at));
    }
  }
  return words;
}

const NO_WORDS: readonly string[] = [];

/** Commas and what ECMAScript calls white space; by far most often it is a space. */
function separates(code: number): boolean {
  if (code < 0x80) return code === 0x20 || code === 0x2c || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}

export function parsedNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
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

/** Left, top, width and height (ST_Box), or undefined where the text is not a box. */
export function parsedBox(text: string | undefined): readonly [number, number, number, number] | undefined {
  if (text === undefined) return undefined;
  const [x, y, width, height] = numbersOf(text);
  return height === undefined ? undefined : [x!, y!, width!, height];
}

export function matrixOf({ attributes }: OfdElement): Matrix {
  const text = attributes["CTM"];
  if (text === undefined) return IDENTITY;
  const [a, b, c, d, e, f] = numbersOf(text);
  return f === undefined ? IDENTITY : [a!, b!, c!, d!, e!, f];
}
