import type { CorrectedValue } from "../../model/index.ts";
import { readValue } from "../../printed/numbers.ts";

export interface TypedNumber {
  readonly was: CorrectedValue;
  /** The text typed for the value; an empty text means blank. */
  readonly now: string;
  readonly why: string;
  readonly who: string;
  readonly confirmed: boolean;
  readonly isNumber: boolean;
}

export type Decision = {
  readonly was: CorrectedValue;
  readonly who: string;
  readonly when: string;
  readonly why: string;
} & ({ readonly now: CorrectedValue } | { readonly confirmed: true });

/** The decision that a person typed; a string instead is the key of the words that say what is missing. */
export function decisionFrom(
  { was, now, why, who, confirmed, isNumber }: TypedNumber,
  when: Date,
): Decision | "needsReason" | "needsNumber" {
  if (why.trim() === "" || who.trim() === "") return "needsReason";
  const decided = { was, who: who.trim(), when: when.toISOString(), why: why.trim() };
  if (confirmed) return { ...decided, confirmed: true };
  const text = now.trim();
  if (text === "") return { ...decided, now: null };
  if (!isNumber) return { ...decided, now: text };
  const { value } = readValue(text);
  return value === null ? "needsNumber" : { ...decided, now: value };
}
