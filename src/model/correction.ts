/**
 * A person's decision about one value of one document: it is otherwise, or it is printed so. One line of a
 * `corrections.jsonl`. It holds for the bytes it was made on and for the value it was made against, and for no others.
 */
export type Correction = CorrectionTarget & ({ readonly now: CorrectedValue } | { readonly confirmed: true });

export interface CorrectionTarget {
  readonly schema: "gongkai/correction/1";
  readonly source: { readonly name: string; readonly sha256: string };
  /** JSON Pointer into the conversion: a cell, or a field such as `/report/year`. */
  readonly pointer: string;
  /** The value as it was read. */
  readonly was: CorrectedValue;
  readonly who: string;
  /** ISO date or date and time. */
  readonly when: string;
  readonly why: string;
}

/** Null is blank. */
export type CorrectedValue = string | number | null;
