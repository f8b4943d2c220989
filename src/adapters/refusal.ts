import type { Diagnostic, DocumentRule, Reading, Scalar } from "../model/index.ts";

/** Ends the reading of a document; thrown inside this adapter only and caught at its door. */
export class Refusal extends Error {
  readonly diagnostic: Diagnostic;

  constructor(rule: DocumentRule, args: Readonly<Record<string, Scalar>> = {}) {
    super(rule);
    this.diagnostic = { rule, severity: "error", args };
  }
}

/** `size` is how large it is, or how far it had come when it was stopped. */
export function tooLarge(what: string, size: number, limit: number): Refusal {
  return new Refusal("too-large", { what, size, limit });
}

export function refusedReading(refusal: Refusal): Reading {
  return { tokens: [], metadata: [], diagnostics: [refusal.diagnostic] };
}
