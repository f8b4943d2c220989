import type { DocumentRule, Finding, Limits, Reading, Source } from "../model/index.ts";
import { finding, type ArgumentsOf } from "../findings/finding.ts";

/** A rule that ends the reading, with what it must be given. */
type Refused = { [R in DocumentRule]: RefusedBy<R> }[DocumentRule];
type RefusedBy<R extends DocumentRule> =
  object extends ArgumentsOf<R>
    ? [rule: R, args?: NonNullable<ArgumentsOf<R>["args"]>]
    : [rule: R, args: NonNullable<ArgumentsOf<R>["args"]>];

/** `Refused` ties the arguments to the rule; a union of both cannot be followed into the call. */
const raise = finding as (rule: DocumentRule, about: object) => Finding;

/** Ends the reading of a document; thrown inside this adapter only and caught at its door. */
export class Refusal extends Error {
  readonly diagnostic: Finding;
  /** What is at fault is damaged: who can do without it may go on. */
  readonly isDamage: boolean;
  /** A limit was reached: nobody may go on. */
  readonly isLimit: boolean;

  constructor(...[rule, args]: Refused) {
    super(rule);
    this.isDamage = rule === "damaged";
    this.isLimit = rule === "too-large";
    this.diagnostic = raise(rule, { args });
  }
}

/** `size` is how large it is, or how far it had come when it was stopped. */
export function tooLarge(what: string, size: number, limit: number): Refusal {
  return new Refusal("too-large", { what, size, limit });
}

export function refusedReading(refusal: Refusal): Reading {
  return { tokens: [], metadata: [], diagnostics: [refusal.diagnostic] };
}

/** A reader that throws a Refusal as an adapter reads: what refuses a document is its reading, anything else is a fault. */
export function refusable(
  read: (source: Source, limits: Limits) => Reading,
): (source: Source, limits: Limits) => Reading {
  return (source, limits) => {
    try {
      return read(source, limits);
    } catch (error) {
      return orRefused(error);
    }
  };
}

/** The reading of what a Refusal refuses; any other error is thrown on. */
export function orRefused(error: unknown): Reading {
  if (error instanceof Refusal) return refusedReading(error);
  throw error;
}
