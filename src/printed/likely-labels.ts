import type { KnownLabel } from "./labels.ts";

/** From this score on, a text is the label itself: as it stands, with a bracket or a unit behind, or with a slip in a long one. */
export const WHOLE_LABEL = 0.9;
/** A slip leaves so much of a label only where at least so many are allowed. */
const SLIPS = 4;

/**
 * Gives, of items that bear labels, those whose label a text may be as a whole, in their order: only a label that allows
 * several slips may begin in another character.
 */
export function likelyBearers<Item>(
  items: readonly Item[],
  labelOf: (item: Item) => KnownLabel,
): (text: string) => readonly Item[] {
  const mayBegin = (item: Item, unit: number | null) =>
    labelOf(item).some(({ text, allowed }) => allowed >= SLIPS || text.charCodeAt(0) === unit);
  const units = items.flatMap((item) => labelOf(item).map(({ text }) => text.charCodeAt(0)));
  const byUnit = new Map(
    [...new Set(units)].map((unit) => [unit, items.filter((item) => mayBegin(item, unit))]),
  );
  const long = items.filter((item) => mayBegin(item, null));
  return (text) => byUnit.get(text.charCodeAt(0)) ?? long;
}
