import type { Scalar, Severity } from "../model/index.ts";

/** One rule: how severe it is, what its findings carry, and everything that is said about it, in both languages. */
export interface RuleEntry {
  readonly severity: Severity;
  /** A milder severity, which some of its findings have. */
  readonly milder?: Severity;
  /** What a finding carries besides places and sides; a name ending in `?` may be left out. */
  readonly args?: Readonly<Record<string, ArgumentKind>>;
  /**
   * The sentence. `{cell}` and `{cells}` are printed labels, `{place}` the place in the source, `{sum}` the relation in
   * the form's own labels, `{about}` the cell to blame or, where there is none, the column or row, `{expected}` and `{actual}` both sides; other names are the rule's `args`.
   */
  readonly en: string;
  readonly zh: string;
  /** The rule in a few words, for lists. */
  readonly about: Both;
  /** What it means for the record, and what to do about it; advice that many rules share is in `rules/advice.ts`. */
  readonly means: Both;
  readonly todo: Both;
  /**
   * What is in doubt where it is less than everything at the finding's place: either in which columns the cells stand
   * (the form's sums may vouch for them), or the one row it names.
   */
  readonly doubts?: "places" | "row";
  /** A notice that `check` shows even when notices were not asked for. */
  readonly inCheck?: true;
}

export interface Both {
  readonly en: string;
  readonly zh: string;
}

/** The kind of an argument; with `?` it may be left out. */
export type ArgumentKind = keyof Kinds | `${keyof Kinds}?`;

interface Kinds {
  readonly text: string;
  readonly number: number;
  readonly flag: boolean;
  readonly scalar: Scalar;
}

/** The arguments an entry asks for, as a finding carries them. */
export type Arguments<Named extends Readonly<Record<string, ArgumentKind>>> = {
  readonly [Name in keyof Named as Named[Name] extends keyof Kinds ? Name : never]: Kinds[Named[Name] &
    keyof Kinds];
} & {
  readonly [
    Name in keyof Named as Named[Name] extends keyof Kinds ? never : Name
  ]?: Named[Name] extends `${infer Kind extends keyof Kinds}?` ? Kinds[Kind] | undefined : never;
};

/** The names between braces in a sentence. */
export type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Given = "about" | "cell" | "cells" | "place" | "sum" | "expected" | "actual";
type Named<Entry extends RuleEntry> = Entry extends { readonly args: infer Args } ? keyof Args : never;
type Unknown<Entry extends RuleEntry> = Exclude<
  Placeholders<Entry["en"] | Entry["zh"]>,
  Given | Named<Entry>
>;

/** Rules of one theme; a sentence that names something its finding does not carry does not compile. */
export function defineRules<const Rules extends Readonly<Record<string, RuleEntry>>>(
  rules: Rules & { readonly [Rule in keyof Rules]: [Unknown<Rules[Rule]>] extends [never] ? unknown : never },
): Rules {
  return rules;
}
