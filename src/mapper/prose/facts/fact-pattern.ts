import type { Stand } from "./facts-scope.ts";

export type Groups = Readonly<Record<string, string | undefined>>;

/** Words that state figures. */
export interface FactPattern {
  /** Words of which every match has one, or stands behind one: a sentence without is not searched. */
  readonly needs?: readonly string[];
  /** Global; quantities as named groups. */
  readonly words: RegExp;
  /** What is stated: the fact's name, the quantity's group or, where the words alone say it, the value, and the usual unit. */
  readonly facts: readonly {
    readonly name: string | ((groups: Groups, stand: Stand) => string);
    readonly group: string | number;
    readonly unit: string;
  }[];
  /** Whom the figure is about, where the words say it is a part only. */
  readonly population?: (groups: Groups, stand: Stand) => string | null;
  /** The same words may state something else where they stand. */
  readonly unless?: (groups: Groups, stand: Stand) => boolean;
  /** What must stand before the words, as the end of the sentence up to them. */
  readonly after?: RegExp;
}
