import type { Token } from "../model/index.ts";
import { isNumber } from "../printed/numbers.ts";

/**
 * A table of a report has at least so many numbers in its cells; a box of dates and file numbers, or a frame around a
 * picture, has fewer.
 */
const FEW = 3;

/** Whether a document has tables of figures of its own; its pictures are then not scanned pages. */
export function hasFigures(tokens: readonly Token[]): boolean {
  let numbers = 0;
  for (const token of tokens)
    if (token.kind === "cell" && isNumber(token.text.trim()) && ++numbers >= FEW) return true;
  return false;
}
