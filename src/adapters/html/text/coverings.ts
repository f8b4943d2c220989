import { attribute, parentOf, within } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { colourOf } from "../style/colour.ts";
import { lengthOf, ROOT_SIZE, SCREEN } from "../style/length.ts";
import type { Declared } from "../style/cascade.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { namesOfElement } from "./measure.ts";
import { isChromeName } from "./words.ts";

/** How far a box reaches beyond its place in the text, in pixels. */
interface Reach {
  readonly up: number;
  readonly down: number;
}

/** Pixels: the height of a line, of a box of unknown height, and of a box that is too small to hide a digit. */
const HEIGHT = { line: 20, box: 200, least: 6 };

/** Follows the boxes and pictures that are laid over the page, and counts those under which a table may lie. */
export interface Coverings {
  /** Called for each element outside the tables, each line and each table, in order. */
  readonly meet: (element: HtmlElement) => void;
  readonly line: () => void;
  readonly table: (ordinal: number) => void;
  /** The tables that may be covered. */
  readonly covered: () => ReadonlySet<number>;
}

export function coveringsOf(container: HtmlElement, styles: DocumentStyles): Coverings {
  const tables: number[] = [];
  const covered = new Set<number>();
  let isEverywhere = false;
  let sinceTable = Infinity;
  let reach = 0;
  for (let here = parentOf(container); here !== undefined; here = parentOf(here))
    isEverywhere ||= generatedReach(here, styles).up === Infinity;
  return {
    meet: (element) => {
      const generated = generatedReach(element, styles);
      const { up, down } = generated === inPlace ? reachOf(element, styles) : generated;
      isEverywhere ||= up === Infinity;
      if (up > sinceTable) covered.add(tables.at(-1)!);
      reach = Math.max(reach, down);
    },
    line: () => {
      sinceTable += HEIGHT.line;
      reach -= HEIGHT.line;
    },
    table: (ordinal) => {
      tables.push(ordinal);
      if (reach > 0) covered.add(ordinal);
      [sinceTable, reach] = [0, 0];
    },
    covered: () => (isEverywhere ? new Set(tables) : covered),
  };
}

const inPlace: Reach = { up: 0, down: 0 };

/** How far reaches what a style sheet adds before or after the content of an element. */
function generatedReach(element: HtmlElement, styles: DocumentStyles): Reach {
  if (!styles.hasPseudos) return inPlace;
  for (const name of ["before", "after"]) {
    const own = styles.pseudo(element, name);
    if (!own?.has("content") || !isInked(own) || isSmall(own, ROOT_SIZE)) continue;
    const reach = placeOf(own, ROOT_SIZE, element, styles, element);
    if (reach !== inPlace) return reach;
  }
  return inPlace;
}

/** How far the ink of an element reaches, by its own style or by that of a part of the page around it. */
function reachOf(element: HtmlElement, styles: DocumentStyles): Reach {
  const look = styles.laidOut(element);
  const isPicture = pictures.test(element.name) && !/^hidden$/i.test(attribute(element, "type") ?? "");
  if (!(isPicture || isInked(look.own)) || !look.isVisible || look.opacity < 0.1) return inPlace;
  if (isSmall(look.own, look.size)) return inPlace;
  let reach = inPlace;
  for (let here: HtmlElement | undefined = element; here !== undefined; here = parentOf(here)) {
    const { own, size, display } = styles.laidOut(here);
    // Tools of the site have a place of their own.
    if (display === "none" || (reach === inPlace && isChromeName(namesOfElement(here)))) return inPlace;
    if (own.size > 0 && reach === inPlace) reach = placeOf(own, size, parentOf(here), styles, here);
  }
  return reach;
}

const pictures =
  /^(?:img|svg|canvas|iframe|object|embed|video|meter|progress|select|button|input|textarea|hr)$/;

function isInked(own: Declared): boolean {
  const colour = colourOf(own.get("background-color") ?? "");
  if (colour === "unknown" || colour === "current" || (colour !== undefined && colour.a > 0.1)) return true;
  return inks.some(([name, none]) => !none.test(own.get(name) ?? ""));
}

const nothing = /^(?:none|0(?:px)?|initial|unset|inherit|transparent)?$/i;
const noLine = /^(?:none|0|initial|unset|inherit|transparent|$)/i;
const inks = [
  ...["background-image", "box-shadow", "backdrop-filter"].map((name) => [name, nothing] as const),
  ...["border", "border-style", "outline"].map((name) => [name, noLine] as const),
] as const;

function isSmall(own: Declared, size: number): boolean {
  return ["width", "height"].some(
    (side) => (lengthOf(own.get(side), size, SCREEN.width) ?? Infinity) < HEIGHT.least,
  );
}

/** Where the style of an element draws it; `around` is the element in whose box it may be placed. */
function placeOf(
  own: Declared,
  size: number,
  around: HtmlElement | undefined,
  styles: DocumentStyles,
  element: HtmlElement,
): Reach {
  if (/^-/.test(own.get("z-index") ?? "")) return inPlace;
  const long = (name: string) => lengthOf(own.get(name), size, 0) ?? 0;
  const position = (own.get("position") ?? "").toLowerCase();
  const lifted = -Math.min(0, long("margin-top"));
  // What is fixed stays in the window while the report scrolls by.
  if (position === "fixed") return inPlace;
  if (position === "absolute") {
    if (!holdsTable(around, styles)) return inPlace;
    const isPlaced = ["top", "bottom"].some(
      (side) => !/^(?:auto|initial|unset)?$/i.test(own.get(side) ?? ""),
    );
    if (isPlaced) return { up: Infinity, down: Infinity };
    return { up: lifted, down: long("height") || Number(attribute(element, "height")) || HEIGHT.box };
  }
  const [, across = ""] =
    /translate(?:3d)?\([^,()]{1,30},([^,()]{1,30})|translatey\(([^()]{1,30})/i.exec(
      own.get("transform") ?? "",
    ) ?? [];
  const moved =
    (position === "relative" ? long("top") - long("bottom") : 0) +
    (lengthOf(across || own.get("translate")?.split(/\s+/)[1], size, 0) ?? 0);
  const reach = { up: Math.max(lifted, -moved), down: moved };
  return Math.max(reach.up, reach.down) > HEIGHT.line ? reach : inPlace;
}

/** Whether the box in which an absolute position counts, the nearest one that is itself placed, has a table. */
function holdsTable(around: HtmlElement | undefined, styles: DocumentStyles): boolean {
  for (let here = around; here !== undefined; here = parentOf(here)) {
    const { own } = styles.laidOut(here);
    if (!/^(?:static|initial|unset)?$/i.test(own.get("position") ?? "") || own.has("transform"))
      return within(here).some(({ name }) => name === "table");
  }
  return true;
}
