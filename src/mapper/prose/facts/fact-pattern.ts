import type { Stand } from "./facts-scope.ts";

export type Groups = Readonly<Record<string, string | undefined>>;

/** Words that state figures, and what they state. */
export interface FactPattern {
  /** Each match contains one of these words or follows one, so a sentence without any of them is not searched. */
  readonly needs?: readonly string[];
  /** Each match contains or follows one of these words, too. */
  readonly also?: readonly string[];
  /** A sentence with this is left to another pattern. */
  readonly unlike?: string;
  /** The expression, with the global flag and its quantities as named groups. */
  readonly words: RegExp;
  /**
   * What the words state: the name of the fact, the group of its quantity (or the value, if the words alone give it),
   * and the usual unit.
   */
  readonly facts: readonly {
    readonly name: string | ((groups: Groups, stand: Stand) => string);
    readonly group: string | number;
    readonly unit: string;
  }[];
  /** Whom the figure is about, if the words say that it covers only a part. */
  readonly population?: (groups: Groups, stand: Stand) => string | null;
  /** Whether the same words state something else in this place. */
  readonly unless?: (groups: Groups, stand: Stand) => boolean;
  /** How the sentence up to the words must end. */
  readonly after?: RegExp;
}
