import { OWN_WORDS } from "../weights.ts";
import { prepared } from "../../../arithmetic/prepared.ts";
import type { Fit } from "../fit/fit.ts";
import type { KnownTable } from "../../form/known.ts";

/**
 * A row without values is not found among rows that have some, yet its label stands in the text. So a layout gains by
 * the words that only it has (逾期不补正 …), in proportion to how many of them are there.
 */
export function withOwnWords(fits: readonly Fit[], has: (word: string) => boolean): readonly Fit[] {
  return fits.map((fit) => {
    const isOwn = (word: string) => fits.every((other) => other === fit || !longWords(other.known).has(word));
    const own = [...longWords(fit.known)].filter(isOwn);
    const seen = own.filter(has).length;
    return own.length === 0 || fit.score === 0
      ? fit
      : { ...fit, score: Math.min(1, fit.score + (OWN_WORDS * seen) / own.length) };
  });
}

/** The words of a form that are too long to stand in a text by chance. */
const longWords = prepared(
  ({ words }: KnownTable): ReadonlySet<string> => new Set(words.filter(({ length }) => length >= 5)),
);
