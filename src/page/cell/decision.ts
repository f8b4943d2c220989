import type { CorrectedValue } from "../../model/index.ts";
import { readValue } from "../../printed/numbers.ts";

export interface TypedNumber {
  readonly was: CorrectedValue;
  /** As typed; empty is blank. */
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

/** What a person typed as a decision; a string names the words that say what is lacking. */
export function decisionFrom(
  { was, now, why, who, confirmed, isNumber }: TypedNumber,
  when: Date,
): Decision | "needsReason" | "needsNumber" {
  if (why.trim() === "" || who.trim() === "") return "needsReason";
  const told = { was, who: who.trim(), when: when.toISOString(), why: why.trim() };
  if (confirmed) return { ...told, confirmed: true };
  const text = now.trim();
  if (text === "") return { ...told, now: null };
  if (!isNumber) return { ...told, now: text };
  const { value } = readValue(text);
  return value === null ? "needsNumber" : { ...told, now: value };
}
