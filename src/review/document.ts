import type { Conversion, Correction, Template } from "../model/index.ts";

/** Id of the element that holds a file of the original; from 0. */
export function originalId(index: number): string {
  return `original-${index}`;
}

/** What a page of one document holds, beside the bytes of its original. */
export interface Review {
  readonly conversion: Conversion;
  /** The user's own form families. */
  readonly templates: readonly Template[];
  /** Corrections made elsewhere; those kept by the page itself take precedence. */
  readonly corrections: readonly Correction[];
  /** Address of the archive's index. */
  readonly index: string;
}
