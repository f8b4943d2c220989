import type { DocumentRule, Finding, Limits, Reading, Source } from "../model/index.ts";
import { finding, type ArgumentsOf } from "../findings/finding.ts";

/** A rule that ends the reading, with the arguments that its finding needs. */
type Refused = { [R in DocumentRule]: RefusedBy<R> }[DocumentRule];
type RefusedBy<R extends DocumentRule> =
  object extends ArgumentsOf<R>
    ? [rule: R, args?: NonNullable<ArgumentsOf<R>["args"]>]
    : [rule: R, args: NonNullable<ArgumentsOf<R>["args"]>];

/** `Refused` ties the arguments to the rule, but TypeScript cannot follow a union of such pairs into the call. */
const raise = finding as (rule: DocumentRule, about: object) => Finding;

/** Ends the reading of a document. It is thrown only inside an adapter, and caught where the adapter is entered. */
export class Refusal extends Error {
  readonly diagnostic: Finding;
  /** The part at fault is damaged: a reader that can do without it may go on. */
  readonly isDamage: boolean;
  /** A limit was reached: no reader may go on. */
  readonly isLimit: boolean;

  constructor(...[rule, args]: Refused) {
    super(rule);
    this.isDamage = rule === "damaged";
    this.isLimit = rule === "too-large";
    this.diagnostic = raise(rule, { args });
  }
}

/** `size` is the size of `what`, or how far it had come when it was stopped. */
export function tooLarge(what: string, size: number, limit: number): Refusal {
  return new Refusal("too-large", { what, size, limit });
}

export function refusedReading(refusal: Refusal): Reading {
  return { tokens: [], metadata: [], diagnostics: [refusal.diagnostic] };
}

/**
 * Turns a reader that may throw a Refusal into one that returns a reading with the refusal's finding. Any other error
 * is a fault and is thrown on.
 */
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

/** The reading that reports a Refusal; any other error is thrown on. */
export function orRefused(error: unknown): Reading {
  if (error instanceof Refusal) return refusedReading(error);
  throw error;
}
