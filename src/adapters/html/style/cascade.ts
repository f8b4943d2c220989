import { attribute, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { colourOf, luminance } from "./colour.ts";
import { parseDeclarations } from "./declarations.ts";
import type { Declaration } from "./declarations.ts";
import { hintsOf } from "./hints.ts";
import type { StyleRule } from "./sheet.ts";

/** The winning value of each property. */
export type Declared = ReadonlyMap<string, string>;

export interface Cascade {
  /** What applies to an element from sheets, attributes and its own style (CSS Cascade 5, 6). */
  of(element: HtmlElement): Declared;
  /** The same without the sheets. */
  inline(element: HtmlElement): Declared;
  /** What the sheets declare for a pseudo-element: `before`, `first-letter` …; undefined when they declare nothing. */
  pseudo(element: HtmlElement, name: string): Declared | undefined;
  /** True if a rule that may or may not apply would hide the element, or show something else in its place. */
  mayHide(element: HtmlElement): boolean;
  /** True if such a rule would hide all that the element holds, wherever it stands. */
  mayHideWhole(element: HtmlElement): boolean;
  /** Names of the pseudo-elements that any sheet styles. */
  readonly pseudoNames: ReadonlySet<string>;
  /** True once the sheets have asked for more comparisons than a page needs: what is seen is then unknown. */
  readonly isExhausted: () => boolean;
}

export const NOTHING: Declared = new Map();
const NO_RULES: StyleRule[] = [];
const NO_LISTS: readonly StyleRule[][] = [];

/** Comparisons of a selector with an element; a large real page needs some ten thousand. */
export const MAXIMUM_COMPARISONS = 1_000_000;

export function cascadeOf(rules: readonly StyleRule[]): Cascade {
  const sure = rules.filter(({ isUnsure }) => !isUnsure);
  const plain = candidatesIn(sure.filter(({ pseudo }) => pseudo === ""));
  const pseudos = candidatesIn(sure.filter(({ pseudo }) => pseudo !== ""));
  const unsure = candidatesIn(
    rules.filter(({ isUnsure, declarations }) => isUnsure && declarations.some(hides)),
  );
  const attributes = new Map<string, readonly Declaration[]>();
  /** The merged result by style attribute alone, and by all that applies. */
  const styled = new Map<string, Declared>();
  const merged = new Map<string, Declared>();
  let comparisons = 0;

  const matching = (element: HtmlElement, candidates: Candidates): StyleRule[] => {
    const lists = candidates(element);
    if (lists.length === 0) return NO_RULES;
    const found: StyleRule[] = [];
    for (const rules of lists)
      for (const rule of rules) {
        comparisons += rule.isPositional ? 8 + (parentOf(element)?.children.length ?? 0) / 8 : 1;
        if (comparisons > MAXIMUM_COMPARISONS) return [];
        if (rule.matches(element)) found.push(rule);
      }
    return found;
  };

  const styleOf = (text: string): readonly Declaration[] => {
    if (text === "") return [];
    let found = attributes.get(text);
    if (found === undefined) attributes.set(text, (found = parseDeclarations(text)));
    return found;
  };

  /** Most elements of a page share a few sets of declarations, so the merged result is shared as well. */
  const declared = (element: HtmlElement, found: StyleRule[]): Declared => {
    const hints = hintsOf(element);
    const style = attribute(element, "style") ?? "";
    const isAlone = hints.length === 0 && found.length === 0;
    if (isAlone && style === "") return NOTHING;
    const known = isAlone ? styled : merged;
    const key = isAlone ? style : keyOf(hints, found, style);
    let same = known.get(key);
    if (same === undefined) known.set(key, (same = merge(hints, found, styleOf(style))));
    return same;
  };

  const pseudo = (element: HtmlElement, name: string): Declared | undefined => {
    const found = matching(element, pseudos).filter((one) => one.pseudo === name);
    return found.length === 0 ? undefined : merge([], found, []);
  };
  /** True if a sheet hides or shows what stands below the summary of a `details` (CSS Pseudo-Elements 4, 4.4). */
  const changesContent = (element: HtmlElement): boolean =>
    element.name === "details" &&
    [...(pseudo(element, "details-content") ?? [])].some(
      ([property, value]) =>
        hides({ property, value, isImportant: false }) ||
        (/height|-size$/.test(property) && /^0/.test(value)) ||
        property === "content-visibility",
    );

  return {
    of: (element) => declared(element, matching(element, plain)),
    inline: (element) => declared(element, NO_RULES),
    pseudo,
    mayHide: (element) => matching(element, unsure).length > 0 || changesContent(element),
    mayHideWhole: (element) =>
      changesContent(element) ||
      matching(element, unsure).some(({ declarations }) =>
        declarations.some((one) => hides(one) && !moving.test(one.property)),
      ),
    pseudoNames: new Set(sure.map(({ pseudo }) => pseudo).filter((name) => name !== "")),
    isExhausted: () => comparisons > MAXIMUM_COMPARISONS,
  };
}

function keyOf(hints: readonly Declaration[], rules: readonly StyleRule[], style: string): string {
  const hinted = hints.map(({ property, value }) => `${property}:${value}`);
  return [...hinted, rules.map(({ order }) => order).join(), style].join("\0");
}

/**
 * The declarations that matter in a rule that may not apply: those that decide whether a text is there at all, and
 * where.
 */
export function hides({ property, value }: Declaration): boolean {
  if (property === "display") return /^none$/i.test(value);
  if (property === "visibility") return !/^visible$/i.test(value);
  if (property === "font-size" || property === "opacity") return /^0/.test(value);
  if (property === "position") return /^(?:absolute|fixed)$/i.test(value);
  if (/^(?:none|normal|auto|initial|unset|0(?:px|em)?)$/i.test(value)) return false;
  // A colour that, by such a rule alone, may leave the text too much like its ground.
  if (/color$/.test(property)) {
    const colour = colourOf(value);
    const isPaper = typeof colour === "object" && (colour.a < 0.3 || luminance(colour) > 0.8);
    return colour === "unknown" || (property === "background-color" ? !isPaper : isPaper);
  }
  return changing.has(property);
}

/** What only moves a table, or colours the page around it. */
const moving = /^(?:position|float|order|transform|translate|text-indent|unicode-bidi|background-color)$/;

const changing = new Set(
  (
    "content clip clip-path transform rotate scale translate text-decoration-line text-indent mask filter " +
    "unicode-bidi text-security order float"
  ).split(" "),
);

/**
 * The order of strength, weakest first: hints, sheets, the style attribute; then what is marked important in the
 * sheets, and in the attribute.
 */
function merge(hints: readonly Declaration[], rules: StyleRule[], own: readonly Declaration[]): Declared {
  if (hints.length === 0 && rules.length === 0 && own.length === 0) return NOTHING;
  const declared = new Map<string, string>();
  const set = (declarations: readonly Declaration[], isImportant: boolean) => {
    for (const one of declarations)
      if (one.isImportant === isImportant) declared.set(one.property, one.value);
  };
  set(hints, false);
  if (rules.length > 1) rules.sort((a, b) => a.weight - b.weight);
  for (const { declarations } of rules) set(declarations, false);
  set(own, false);
  if (rules.length > 1) rules.sort((a, b) => a.importantWeight - b.importantWeight);
  for (const { declarations } of rules) set(declarations, true);
  set(own, true);
  return declared.size === 0 ? NOTHING : declared;
}

/** Gives the rules that may match an element, judged by the tag, class or id that they ask for. */
type Candidates = (element: HtmlElement) => readonly (readonly StyleRule[])[];

/** Candidates are kept by tag, classes and id, because most elements of a page share these with many others. */
function candidatesIn(rules: readonly StyleRule[]): Candidates {
  if (rules.length === 0) return () => NO_LISTS;
  const index = byKey(rules);
  const known = new Map<string, readonly (readonly StyleRule[])[]>();
  return (element) => {
    const { class: classes = "", id = "" } = element.attribs;
    const hooks = `${element.name}\0${classes}\0${id}`;
    let lists = known.get(hooks);
    if (lists === undefined) {
      lists = keysOf(element.name, classes, id).flatMap((key) => {
        const list = index.get(key);
        return list === undefined ? [] : [list];
      });
      known.set(hooks, lists);
    }
    return lists;
  };
}

function keysOf(tag: string, classes: string, id: string): string[] {
  const names = classes.split(/[ \t\n\f\r]+/).slice(0, 100);
  return [
    "*",
    tag,
    ...new Set(names.filter((one) => one !== "").map((one) => `.${one}`)),
    ...(id === "" ? [] : [`#${id}`]),
  ];
}

function byKey(rules: readonly StyleRule[]): ReadonlyMap<string, readonly StyleRule[]> {
  const found = new Map<string, StyleRule[]>();
  for (const rule of rules) {
    const same = found.get(rule.key);
    if (same === undefined) found.set(rule.key, [rule]);
    else same.push(rule);
  }
  return found;
}
