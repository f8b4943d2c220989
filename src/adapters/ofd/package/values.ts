import { IDENTITY } from "../../page/ink/matrix.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import type { OfdElement } from "./tree.ts";

/** Numbers of an array as ST_Array writes them, separated by spaces; what is none counts as 0. */
export function numbersOf(text: string | undefined): readonly number[] {
  if (text === undefined) return [];
  const numbers: number[] = [];
  for (const word of text.split(separator)) if (word !== "") numbers.push(parsedNumber(word, 0));
  return numbers;
}

const separator = /[\s,]/;

export function parsedNumber(text: string | undefined, otherwise: number): number {
  if (text === undefined || text.trim() === "") return otherwise;
  const value = Number(text);
  return Number.isFinite(value) ? value : otherwise;
}

export function isFalse(text: string | undefined): boolean {
  return text !== undefined && /^\s?(?:false|0)\s?$/i.test(text);
}

export function isTrue(text: string | undefined): boolean {
  return text !== undefined && /^\s?(?:true|1)\s?$/i.test(text);
}

/** Left, top, width and height (ST_Box), or undefined where it is none. */
export function parsedBox(text: string | undefined): readonly [number, number, number, number] | undefined {
  const [x, y, width, height] = numbersOf(text);
  return height === undefined ? undefined : [x!, y!, width!, height];
}

export function matrixOf({ attributes }: OfdElement): Matrix {
  const [a, b, c, d, e, f] = numbersOf(attributes["CTM"]);
  return f === undefined ? IDENTITY : [a!, b!, c!, d!, e!, f];
}
