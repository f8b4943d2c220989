import { attribute, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import type { Head } from "./head.ts";
import { cascadeOf, NOTHING } from "./cascade.ts";
import type { Declared } from "./cascade.ts";
import type { PartFinder } from "./addresses.ts";
import { looksOfPage, ROOT_LOOK } from "./look.ts";
import type { TonesFinder } from "./ground.ts";
import type { ElementLook } from "./look.ts";
import { tonesFinder } from "./shown-pictures.ts";
import { parseSheets } from "./sheet.ts";

export interface DocumentStyles {
  /**
   * How an element shows. Inside tables it is as a browser has it; outside tables only attributes count, because a page
   * may show by script what its sheet hides.
   */
  of(element: HtmlElement): ElementLook;
  /** How an element shows by the sheets, wherever it stands; this tells whether it is laid over the page. */
  laidOut(element: HtmlElement): ElementLook;
  /** True if a rule that may or may not apply would hide the element. */
  mayHide(element: HtmlElement): boolean;
  /** True if such a rule would hide the table, or a part of a page without programs around it. */
  mayHideTable(table: HtmlElement): boolean;
  /** What a sheet declares for a pseudo-element inside a table. */
  pseudo(element: HtmlElement, name: string): Declared | undefined;
  readonly hasPseudos: boolean;
  /** A program may show what a sheet hides. */
  readonly hasProgram: boolean;
  /** True if a program of the page may move an element, or take it away: one that names it, or one outside the file. */
  mayMove(element: HtmlElement): boolean;
  /** Fonts that come with the page: which glyph they draw for a digit is unknown. */
  readonly ownFonts: ReadonlySet<string>;
  readonly digitFonts: ReadonlySet<string>;
  readonly tonesOf: TonesFinder;
  /** True if a style sheet lies outside the file: what it declares for classes is unknown. */
  readonly isIncomplete: boolean;
  isExhausted(): boolean;
  /**
   * The result of `make` for an element, or for a look that many elements share, worked out once. It is kept with the
   * page, not in a WeakMap of a module: V8's small collections take all values of a WeakMap for alive, and these lead to the
   * whole page.
   */
  once<Key extends HtmlElement | ElementLook, Value>(
    make: (key: Key, styles: DocumentStyles) => Value,
    key: Key,
  ): Value;
}

type PageStyles = Pick<
  Head,
  "sheets" | "hasLinkedSheet" | "programs" | "hasProgram" | "hasLinkedProgram" | "isQuirky"
>;

/** The looks of a page's elements, each computed when it is first asked for. */
export function stylesOf(page: PageStyles, find: PartFinder): DocumentStyles {
  const { sheets, hasLinkedSheet, programs, hasProgram, hasLinkedProgram, isQuirky } = page;
  const sheet = parseSheets(sheets, find);
  const { rules, ownFonts, digitFonts, initial, isIncomplete } = sheet;
  const cascade = cascadeOf(rules);
  const looks = new Map<HtmlElement, ElementLook>();
  const surroundings = new Map<HtmlElement, ElementLook>();
  const tonesOf = tonesFinder(find);
  const lookFrom = looksOfPage({ ...sheet, tonesOf });
  const root = { ...ROOT_LOOK, variables: initial };
  const made = new Map<unknown, Map<unknown, unknown>>();

  /**
   * Walks up to the nearest ancestor with a known look and computes from there down. There is no recursion, because
   * hostile pages nest deeply.
   */
  const computed = (
    element: HtmlElement,
    known: Map<HtmlElement, ElementLook>,
    compute: (element: HtmlElement, outer: ElementLook) => ElementLook,
  ): ElementLook => {
    const missing: HtmlElement[] = [];
    let look: ElementLook | undefined;
    for (let here: HtmlElement | undefined = element; here !== undefined; here = parentOf(here)) {
      look = known.get(here);
      if (look !== undefined) break;
      missing.push(here);
    }
    look ??= root;
    for (let at = missing.length - 1; at >= 0; at--)
      known.set(missing[at]!, (look = compute(missing[at]!, look)));
    return look;
  };

  /** The look with the sheets applied, for what tables inherit from the page around them. */
  const around = (element: HtmlElement): ElementLook =>
    surroundings.get(element) ?? computed(element, surroundings, lookAround);
  const lookAround = (element: HtmlElement, outer: ElementLook): ElementLook =>
    shown(lookFrom(outer, cascade.of(element), element.name), outer, element);

  /** A table inherits colours and size as the sheets have them, but its visibility follows the attributes around it. */
  const aroundTable = (outside: ElementLook, parent: HtmlElement | undefined): ElementLook => {
    if (parent === undefined) return { ...outside, isInTable: true };
    const { colour, grounds, isPictured, tones, size, rootSize, font, variables, isStruck, isFlat } =
      around(parent);
    return {
      ...outside,
      own: NOTHING,
      display: undefined,
      trick: undefined,
      isStruck: outside.isStruck || isStruck,
      isAway: outside.isAway || (!hasProgram && isGone(parent)),
      isInTable: true,
      colour,
      grounds,
      isPictured,
      tones,
      isFlat,
      // Without a doctype, tables keep the browser's own text size (HTML 15.3.10).
      size: isQuirky ? ROOT_LOOK.size : size,
      rootSize,
      font,
      variables,
    };
  };

  /** True if a sheet hides the element; in a page without programs nothing can show it again. */
  const isGone = (element: HtmlElement): boolean => {
    const { isAway, isVisible, opacity } = around(element);
    if (isAway || !isVisible || opacity < LEAST_OPACITY) return true;
    for (let here: HtmlElement | undefined = element; here !== undefined; here = parentOf(here)) {
      const { display, room } = around(here);
      if (display === "none" || room.height < LEAST_BOX || room.width < LEAST_BOX) return true;
    }
    return false;
  };

  const of = (element: HtmlElement): ElementLook => looks.get(element) ?? computed(element, looks, look);
  const look = (element: HtmlElement, outer: ElementLook): ElementLook => {
    if (!outer.isInTable && element.name !== "table")
      return shown(lookFrom(outer, cascade.inline(element), element.name), outer, element);
    const frame = outer.isInTable ? outer : aroundTable(outer, parentOf(element));
    return lookFrom(frame, cascade.of(element), element.name);
  };

  const once = <Key, Value>(make: (key: Key, styles: DocumentStyles) => Value, key: Key): Value => {
    let known = made.get(make) as Map<Key, Value> | undefined;
    if (known === undefined) made.set(make, (known = new Map<Key, Value>()));
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key, styles)));
    return value;
  };

  const styles: DocumentStyles = {
    of,
    laidOut: around,
    mayHide: cascade.mayHide,
    mayHideTable: (table) => {
      if (cascade.mayHideWhole(table)) return true;
      for (let here = parentOf(table); here !== undefined && !hasProgram; here = parentOf(here))
        if (cascade.mayHideWhole(here)) return true;
      return false;
    },
    pseudo: (element, name) => (cascade.pseudoNames.has(name) ? cascade.pseudo(element, name) : undefined),
    ownFonts,
    digitFonts,
    tonesOf,
    hasPseudos: cascade.pseudoNames.size > 0,
    hasProgram,
    mayMove: (element) =>
      hasLinkedProgram ||
      [`"${element.name}`, `'${element.name}`, ...hooksOf(element).split(/[\s#]+/)].some(
        (name) => name !== "" && programs.some((program) => program.includes(name)),
      ),
    isIncomplete: isIncomplete || hasLinkedSheet,
    isExhausted: cascade.isExhausted,
    once,
  };
  return styles;
}

/** A WeChat page hides its article until its own program has run, and many archives leave that program out. */
function shown(look: ElementLook, { isVisible, opacity }: ElementLook, element: HtmlElement): ElementLook {
  return attribute(element, "id") === "js_content" ? { ...look, isVisible, opacity } : look;
}

/** Pixels; of a table in a smaller box that hides the rest no row is seen. */
const LEAST_BOX = 20;

/** A table fainter than this cannot be read off the page. */
const LEAST_OPACITY = 0.3;

/** The class and id of an element, which are what a sheet outside the file could select it by. */
export function hooksOf(element: HtmlElement): string {
  const [name, id] = [attribute(element, "class") ?? "", attribute(element, "id") ?? ""];
  return id === "" ? name : `${name}#${id}`;
}
