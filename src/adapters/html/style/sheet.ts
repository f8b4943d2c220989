import parse from "css-tree/parser";
import type { Atrule, CssNode, Rule as RuleNode, Selector } from "css-tree";
import type { Declared } from "./cascade.ts";
import { framesOf } from "./animations.ts";
import type { Frames } from "./animations.ts";
import { declarationsOf, isValid } from "./declarations.ts";
import type { Declaration } from "./declarations.ts";
import { MAXIMUM_FACE, readFace } from "./face.ts";
import type { PartFinder } from "./addresses.ts";
import { sheetWithin } from "./head.ts";
import { holdsOnScreen, mayHold } from "./media.ts";
import { layerWithin, newLayer, rankLayers } from "./layers.ts";
import type { Layer } from "./layers.ts";
import { mayBeInvalid, nested, readSelector } from "./selector.ts";
import type { RuleSelector } from "./selector.ts";

export interface StyleRule extends RuleSelector {
  readonly declarations: readonly Declaration[];
  readonly order: number;
  /** Place in the cascade among rules of the same importance; a higher weight wins. */
  readonly weight: number;
  readonly importantWeight: number;
  /** True if the rule may or may not apply, because its condition depends on the browser or its screen. */
  readonly isUnsure: boolean;
}

export interface StyleSheet {
  readonly rules: readonly StyleRule[];
  /** Names of the fonts that come with the page (`@font-face` with an address), or stand for others of the machine. */
  readonly ownFonts: ReadonlySet<string>;
  /** Those of them that are used for digits and a few signs only, or draw digits as others, whatever text names them. */
  readonly digitFonts: ReadonlySet<string>;
  /** The values that `@property` gives to custom properties which no element declares. */
  readonly initial: Declared;
  readonly animations: ReadonlyMap<string, Frames>;
  /** True if a part of the sheets lies outside the file, or could not be read. */
  readonly isIncomplete: boolean;
}

/** The rules of the page's own style sheets that apply on a desktop screen, in source order. */
export function parseSheets(sheets: readonly string[], find: PartFinder): StyleSheet {
  const rules: { readonly found: Omit<StyleRule, "weight" | "importantWeight">; readonly layer: Layer }[] =
    [];
  const unlayered = newLayer();
  const ownFonts = new Set<string>();
  const digitFonts = new Set<string>();
  const initial = new Map<string, string>();
  const animations = new Map<string, Frames>();
  let isIncomplete = false;
  /** Number of conditions around the current rule that are not known to hold. */
  let conditions = 0;

  const read = (text: string, parent: string, layer: Layer, depth: number): void => {
    const tree = parse(text, {
      parseValue: false,
      parseAtrulePrelude: false,
      parseCustomProperty: false,
      positions: true,
    });
    if (tree.type === "StyleSheet") walk(tree.children, text, parent, layer, depth);
  };

  const walk = (
    nodes: Iterable<CssNode>,
    text: string,
    parent: string,
    layer: Layer,
    depth: number,
  ): void => {
    if (depth > MAXIMUM_NESTING) {
      isIncomplete = true;
      return;
    }
    for (const node of nodes) {
      if (node.type === "Rule") rule(node, text, parent, layer, depth);
      else if (node.type === "Atrule") atRule(node, text, parent, layer, depth);
      else if (node.type === "Raw" && node.value.includes("{")) read(node.value, parent, layer, depth + 1);
    }
  };

  const rule = (node: RuleNode, text: string, parent: string, layer: Layer, depth: number): void => {
    if (node.prelude.type !== "SelectorList") return;
    const declarations = declarationsOf(node.block.children);
    if (declarations.length > 0) {
      const selectors = [...node.prelude.children].filter((one): one is Selector => one.type === "Selector");
      const mayBeDropped = selectors.length > 1 && selectors.some(mayBeInvalid);
      for (const selector of selectors) {
        const found = readSelector(selector, text, parent);
        const isUnsure = found.isUnsure || mayBeDropped || conditions > 0;
        rules.push({ found: { ...found, isUnsure, declarations, order: rules.length }, layer });
      }
    }
    const inner = [...node.block.children].filter((one) => !isDeclaration(one));
    if (inner.length === 0) return;
    const selector = nested(sourceOf(node.prelude, text), parent);
    const own = selector.length > 2000 ? ":not(*)" : selector;
    walk(node.block.children, text, own, layer, depth + 1);
    // `td:first-child{…}` within a rule is taken for a declaration of `td`.
    for (const one of inner) if (one.type === "Declaration") read(sourceOf(one, text), own, layer, depth + 1);
  };

  const face = (source: string): void => {
    const { font, isOwn, isOdd } = readFace(source, find);
    if (isOwn) ownFonts.add(font);
    if (isOdd) digitFonts.add(font);
  };

  /** A sheet within the address itself; one that has an address elsewhere is not in the file. */
  const imported = (prelude: string, layer: Layer, depth: number): void => {
    const [begin, quote = ""] = /^\s{0,9}(?:url\(\s{0,9})?(["']?)/i.exec(prelude)!;
    const text = prelude.slice(begin.length);
    const end = quote === "" ? text.search(/[\s)]/) : text.indexOf(quote);
    const own = depth > MAXIMUM_NESTING ? undefined : sheetWithin(end === -1 ? text : text.slice(0, end));
    if (own === undefined) {
      isIncomplete = true;
      return;
    }
    const isUnsure = end !== -1 && /\w/.test(text.slice(end));
    conditions += Number(isUnsure);
    read(own, "", layer, depth + 1);
    conditions -= Number(isUnsure);
  };

  const atRule = (node: Atrule, text: string, parent: string, layer: Layer, depth: number): void => {
    const prelude = node.prelude === null ? "" : sourceOf(node.prelude, text);
    const name = node.name.toLowerCase();
    if (name === "import") imported(prelude, layer, depth);
    if (name === "font-face") face(sourceOf(node, text));
    if (name === "property") {
      const [, value] =
        /initial-value\s{0,9}:([^;}]{1,200})/i.exec(sourceOf(node, text).slice(0, MAXIMUM_FACE)) ?? [];
      if (value !== undefined) initial.set(prelude.trim(), value.trim());
    }
    if (name === "layer" && node.block === null)
      for (const one of prelude.split(",")) layerWithin(layer, one.trim());
    if (node.block === null) return;
    if (name.endsWith("keyframes"))
      animations.set(
        prelude.trim().replace(/["']/g, ""),
        framesOf(node.block.children, (one) => sourceOf(one, text)),
      );
    if (neverHolds(name, prelude)) return;
    if (!["media", "supports", "layer", "scope", "container", "starting-style"].includes(name)) return;
    const inside = name === "layer" ? layerWithin(layer, prelude.trim()) : layer;
    const isUnsure = mayNotHold(name, prelude);
    conditions += Number(isUnsure);
    if (parent !== "" && node.block.children.some(({ type }) => type === "Declaration"))
      read(
        `&{${[...node.block.children].map((one) => sourceOf(one, text)).join(";")}}`,
        parent,
        inside,
        depth + 1,
      );
    else walk(node.block.children, text, parent, inside, depth + 1);
    conditions -= Number(isUnsure);
  };

  for (const sheet of sheets) {
    if (sheet.length > MAXIMUM_SHEET) isIncomplete = true;
    try {
      read(sheet.slice(0, MAXIMUM_SHEET), "", unlayered, 0);
    } catch {
      isIncomplete = true; // nested deeper than the parser's stack
    }
  }
  return { rules: weighed(rules, unlayered), ownFonts, digitFonts, initial, animations, isIncomplete };
}

function isDeclaration(node: CssNode): boolean {
  return node.type === "Declaration" && !(node.value.type === "Raw" && node.value.value.includes("{"));
}

/** Bounded, because a weight must be a whole number below 2 ** 53. */
const MOST_RANKS = 500;

function weighed(
  rules: readonly { readonly found: Omit<StyleRule, "weight" | "importantWeight">; readonly layer: Layer }[],
  unlayered: Layer,
): StyleRule[] {
  const ranks = rankLayers(unlayered);
  const highest = Math.min(ranks.size, MOST_RANKS);
  return rules.map(({ found, layer }) => {
    const rank = Math.min(ranks.get(layer)!, highest);
    const below = found.specificity * 2 ** 20 + found.order;
    return {
      ...found,
      weight: rank * 2 ** 44 + below,
      importantWeight: (highest - rank) * 2 ** 44 + below,
    };
  });
}

/** True for a block whose rules no browser of today uses. */
function neverHolds(name: string, prelude: string): boolean {
  if (name === "media") return !mayHold(prelude);
  // Only Internet Explorer and the old Opera had such properties.
  return name === "supports" && /\(\s{0,9}-(?:ms|o)-/i.test(prelude) && !/\b(?:not|or)\b/i.test(prelude);
}

/** True if it depends on the screen, the browser or the page whether the block's rules apply. */
function mayNotHold(name: string, prelude: string): boolean {
  if (name === "media") return !holdsOnScreen(prelude);
  if (name === "supports") return !isSupported(prelude);
  return name === "scope" || name === "container" || name === "starting-style";
}

/**
 * True for what every browser of today has. Nothing is certain of a negation, of the properties of other engines or of
 * odd values.
 */
function isSupported(condition: string): boolean {
  const [, display] = /\(\s{0,9}display\s{0,9}:([^)]*)\)/i.exec(condition) ?? [];
  if (display !== undefined && !isValid("display", display.trim())) return false;
  return !/\bnot\b|-(?:moz|ms|o)-/i.test(condition);
}

const MAXIMUM_SHEET = 1_000_000;
const MAXIMUM_NESTING = 20;

function sourceOf(node: CssNode, text: string): string {
  if (node.type === "Raw") return node.value;
  return node.loc ? text.slice(node.loc.start.offset, node.loc.end.offset) : "";
}
