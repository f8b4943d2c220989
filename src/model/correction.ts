/**
 * A person's decision about one value of one document: the value should be another, or it is printed as it was read.
 * One line of a `corrections.jsonl`. It applies only to the bytes it was made on and to the value it was made against.
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

/** Null stands for a blank cell. */
export type CorrectedValue = string | number | null;
