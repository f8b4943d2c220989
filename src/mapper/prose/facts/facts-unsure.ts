import type { Finding, Place } from "../../../model/index.ts";
import { finding } from "../../../findings/finding.ts";
import type { FoundFact } from "./facts.ts";

/** A scan's digits in tables need the same probability, and there each is compared with the ink besides. */
const LEAST_PROBABILITY = 0.9;

/** Money and shares have decimals; what is counted has none. */
const MEASURED = /[元%％]/u;

/** Figures of the prose that may be others: of words that a scan shows unclearly, and counts such as 1.125条. */
export function unsureFacts(facts: readonly (FoundFact & { readonly at: Place | null })[]): Finding[] {
  return facts.flatMap(({ fact, raw, at }, index) => {
    const about = { path: `/report/facts/${index}`, at, args: { quote: raw } };
    if (!Number.isInteger(fact.value) && !MEASURED.test(fact.unit)) return [finding("fact-fraction", about)];
    return (at?.recognized ?? 1) < LEAST_PROBABILITY ? [finding("fact-unclear", about)] : [];
  });
}
