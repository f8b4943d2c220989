import type { Token } from "../model/index.ts";
import { isNumber } from "../printed/numbers.ts";

/** Fewer numbers in cells make no table of a report: a box of dates and file numbers, a frame around a picture. */
const FEW = 3;

/** A document has tables of figures of its own: pictures in it are no pages. */
export function hasFigures(tokens: readonly Token[]): boolean {
  let numbers = 0;
  for (const token of tokens)
    if (token.kind === "cell" && isNumber(token.text.trim()) && ++numbers >= FEW) return true;
  return false;
}
