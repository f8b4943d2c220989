import { attribute, childElements, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { colourOf } from "../style/colour.ts";
import { lengthOf, ROOT_SIZE, SCREEN } from "../style/length.ts";
import type { Declared } from "../style/cascade.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { namesOfElement } from "./measure.ts";
import { HEIGHT, inPlace, drawnPlace, pullOf, spreadOf } from "./placed.ts";
import type { DrawnReach } from "./placed.ts";
import { isChromeName } from "./words.ts";

/** Follows the boxes and pictures that are laid over the page, and counts those under which a table may lie. */
export interface Coverings {
  /** Called for each element outside the tables, each line and each table, in order. */
  readonly meet: (element: HtmlElement) => void;
  readonly line: () => void;
  readonly table: (ordinal: number, part: HtmlElement) => void;
  /** The tables that may be covered. */
  readonly covered: () => ReadonlySet<number>;
}

export function coveringsOf(container: HtmlElement, styles: DocumentStyles): Coverings {
  const tables: number[] = [];
  const covered = new Set<number>();
  let isEverywhere = false;
  // What is drawn up above the first line of a page is off it.
  let sinceTable = beginsPage(container) ? 0 : Infinity;
  let reach = 0;
  for (let here = parentOf(container); here !== undefined; here = parentOf(here))
    isEverywhere ||= generatedReach(here, styles).up === Infinity;
  const coverLast = () => {
    for (const last of tables.slice(-1)) covered.add(last);
  };
  return {
    meet: (element) => {
      const generated = generatedReach(element, styles);
      const { up, down } = generated === inPlace ? reachOf(element, styles) : generated;
      isEverywhere ||= up === Infinity;
      if (up > sinceTable) coverLast();
      reach = Math.max(reach, down);
    },
    line: () => {
      if (sinceTable < -HEIGHT.line) coverLast();
      sinceTable += HEIGHT.line;
      reach -= HEIGHT.line;
    },
    table: (ordinal, part) => {
      const { up, down } = pullOf(part, styles);
      isEverywhere ||= up === Infinity;
      if (up > sinceTable + HEIGHT.line) {
        coverLast();
        covered.add(ordinal);
      }
      tables.push(ordinal);
      if (reach > 0) covered.add(ordinal);
      [sinceTable, reach] = [-down, 0];
    },
    covered: () => (isEverywhere ? new Set(tables) : covered),
  };
}

function beginsPage(element: HtmlElement): boolean {
  let here = element;
  for (let around = parentOf(here); around !== undefined && here.name !== "body"; around = parentOf(here)) {
    if (childElements(around)[0] !== here) return false;
    here = around;
  }
  return true;
}

/** How far reaches what a style sheet adds before or after the content of an element. */
function generatedReach(element: HtmlElement, styles: DocumentStyles): DrawnReach {
  if (!styles.hasPseudos) return inPlace;
  for (const name of ["before", "after"]) {
    const own = styles.pseudo(element, name);
    if (!own?.has("content") || !isInked(own) || isSmall(own, ROOT_SIZE)) continue;
    const reach = drawnPlace(element, own, ROOT_SIZE, styles);
    if (reach !== inPlace) return reach;
  }
  return inPlace;
}

/** How far the ink of an element reaches, by its own style or by that of a part of the page around it. */
function reachOf(element: HtmlElement, styles: DocumentStyles): DrawnReach {
  const look = styles.laidOut(element);
  const isPicture = pictures.test(element.name) && !/^hidden$/i.test(attribute(element, "type") ?? "");
  if (!(isPicture || isInked(look.own)) || !look.isVisible || look.opacity < 0.1) return inPlace;
  if (isSmall(look.own, look.size)) return inPlace;
  let reach = inPlace;
  for (let here: HtmlElement | undefined = element; here !== undefined; here = parentOf(here)) {
    const { own, size, display } = styles.laidOut(here);
    // Tools of the site have a place of their own.
    if (display === "none" || (reach === inPlace && isChromeName(namesOfElement(here)))) return inPlace;
    if (own.size > 0 && reach === inPlace) reach = drawnPlace(here, own, size, styles);
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

/** Pixels; a smaller box hides no digit. */
const LEAST = 6;

function isSmall(own: Declared, size: number): boolean {
  if (spreadOf(own, size) > LEAST) return false;
  return ["width", "height"].some(
    (side) => (lengthOf(own.get(side), size, SCREEN.width) ?? Infinity) < LEAST,
  );
}
