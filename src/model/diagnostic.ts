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
  /** The pointer of every operand, where a rule joins several. */
  readonly paths?: readonly string[];
  readonly at?: Place;
  readonly expected?: Scalar;
  /** The value at `path`; absent where no single cell is to blame. */
  readonly actual?: Scalar;
  /** Both sides of a relation between cells that does not hold. */
  readonly relation?: Relation;
  /** What the wording of this rule needs besides the fields above. */
  readonly args?: Readonly<Record<string, Scalar>>;
}

/** A relation between cells as its form states it, with what each side gives. */
export interface Relation {
  /** Label of the column or row in which the relation does not hold; empty where it is evaluated only once. */
  readonly within: string;
  /** In the language of template rules: `naturalPerson + legalPerson.* == total`. */
  readonly expression: string;
  readonly left: RelationSide;
  readonly operator: RelationOperator;
  readonly right: RelationSide;
}

export type RelationOperator = "==" | "!=" | "<=" | ">=" | "<" | ">";

export interface RelationSide {
  readonly sum: number;
  readonly terms: readonly RelationTerm[];
}

/** A cell, or the cells of a group together. A number of the rule itself has no pointers. */
export interface RelationTerm {
  readonly sign: 1 | -1;
  readonly label: string;
  readonly pointers: readonly string[];
}

declare const raised: unique symbol;

/** A diagnostic as the stages raise it: only `finding` and `formFinding` of `src/findings/` can make one. */
export interface Finding extends Diagnostic {
  readonly [raised]: true;
}

export type Scalar = string | number | boolean | null;

/**
 * Rules that end the reading of a whole document: with one of these at `error` the report is null. Only `needs-ocr` may
 * also stand beside a report, when some of its pages are pictures.
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
