import type { Place } from "./place.ts";

/**
 * - `error`: the report contradicts itself, or a value could not be read
 * - `warning`: doubtful, inferred, repaired
 * - `notice`: worth knowing
 */
export type Severity = "error" | "warning" | "notice";

/** A finding as data, with two addresses: a place in the source and a path in the record. Words are made elsewhere. */
export interface Diagnostic {
  /** Kebab-case id, kept for ever. */
  readonly rule: string;
  readonly severity: Severity;
  /** JSON Pointer into the conversion, such as `/report/tables/applications/total/newlyReceived`. */
  readonly path?: string;
  /** Every operand's pointer, where a rule joins several. */
  readonly paths?: readonly string[];
  readonly at?: Place;
  readonly expected?: Scalar;
  readonly actual?: Scalar;
  /** What the wording of this rule needs besides the fields above. */
  readonly args?: Readonly<Record<string, Scalar>>;
}

declare const raised: unique symbol;

/** A diagnostic as the stages make it: only `finding` and `formFinding` of `src/findings/` can. */
export interface Finding extends Diagnostic {
  readonly [raised]: true;
}

export type Scalar = string | number | boolean | null;

/**
 * Rules that end the reading of a whole document: with one of these at `error` the report is null.
 * `needs-ocr` alone may also stand beside a report of which only some pages are pictures.
 */
export type DocumentRule =
  | "empty"
  | "unsupported"
  | "not-a-report"
  | "encrypted"
  | "truncated"
  | "damaged"
  | "too-large"
  | "timeout"
  | "needs-ocr"
  | "adapter-failure";
