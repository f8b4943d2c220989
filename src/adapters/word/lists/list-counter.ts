import { formatNumber } from "./number-format.ts";
import { levelCount, maximumLabel } from "./lists.ts";
import type { NumberedStyle, Numbering } from "./lists.ts";

/** What a paragraph says about its number; undefined = it says nothing. */
export interface NumberProperties {
  readonly numberId?: string;
  readonly level?: number;
}

export interface Label {
  readonly text: string;
  /** `tab`, `space` or `nothing` (w:suff). */
  readonly suffix: string;
  /** The list and the level (from 0) that the number comes from, if it is counted. */
  readonly from?: { readonly numberId: string; readonly level: number };
}

/**
 * Counts one numbered paragraph and gives what Word prints before its text; null for no number. It must be called once
 * for each paragraph, in document order, with the paragraph's style and that style's ancestors.
 */
export type ListCounter = (direct: NumberProperties, chain: readonly NumberedStyle[]) => Label | null;

/** A counter for one story: Word counts the body, the text boxes and each kind of note separately. */
export function listCounter({ definition }: Numbering): ListCounter {
  const counters = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();

  return (direct, chain) => {
    const numberId = direct.numberId ?? chain.find((style) => style.numberId !== undefined)?.numberId;
    const found = numberId === undefined ? null : definition(numberId);
    if (numberId === undefined || found === null) return null;
    const { list, levels, starts } = found;
    // The level of the list says which style it belongs to; this decides, not the ilvl of the style itself (ISO 29500-1
    // 17.9.23).
    const linked = chain
      .map(({ id }) => levels.findIndex((one) => one?.paragraphStyle === id))
      .find((at) => at >= 0);
    const index =
      direct.level ?? linked ?? chain.find((style) => style.numberLevel !== undefined)?.numberLevel ?? 0;
    const current = levels[index];
    if (current === undefined) return null;

    let counts = counters.get(list);
    if (counts === undefined) counters.set(list, (counts = []));
    if (!used.has(numberId)) {
      used.add(numberId);
      for (const at of starts.keys()) counts[at] = undefined;
    }
    const startOf = (at: number): number => starts.get(at) ?? levels[at]?.start ?? 1;
    // A higher level that was skipped counts as used once: a list that begins with 1.1 goes on with 2.
    for (let above = 0; above < index; above++) counts[above] ??= startOf(above);
    counts[index] = (counts[index] ?? startOf(index) - 1) + 1;
    for (let deeper = index + 1; deeper < levelCount; deeper++) {
      const restart = levels[deeper]?.restart;
      if (restart === undefined || (restart > 0 && index < restart)) counts[deeper] = undefined;
    }
    const text = current.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      // w:isLgl turns inherited numbers decimal, but the level's own number keeps its format (Section 1.01).
      const format = current.legal && at < index ? "decimal" : (levels[at]?.format ?? "decimal");
      return formatNumber(counts[at] ?? startOf(at), format);
    });
    // A bullet is decoration and often a private glyph, and "- 5" must not turn into a negative number; but a bullet
    // that is a digit is seen as one.
    if (current.format === "bullet" && !/\d/.test(text)) return null;
    return { text: text.slice(0, maximumLabel), suffix: current.suffix, from: { numberId, level: index } };
  };
}
