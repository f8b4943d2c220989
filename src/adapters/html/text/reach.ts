import { attribute, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { colourOf } from "../style/colour.ts";
import { lengthOf, ROOT_SIZE, SCREEN } from "../style/length.ts";
import type { Declared } from "../style/cascade.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { namesOfElement } from "./measure.ts";
import { drawnPlace, inPlace, spreadOf } from "./placed.ts";
import type { DrawnReach } from "./placed.ts";
import { isChromeName } from "./words.ts";

/** How far the ink of an element reaches beyond its place in the text, that of what a style sheet adds to it included. */
export function inkReach(element: HtmlElement, styles: DocumentStyles): DrawnReach {
  const generated = generatedReach(element, styles);
  return generated === inPlace ? reachOf(element, styles) : generated;
}

/** How far reaches what a style sheet adds before or after the content of an element. */
export function generatedReach(element: HtmlElement, styles: DocumentStyles): DrawnReach {
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
  ...["background-image", "box-shadow"].map((name) => [name, nothing] as const),
  // Pages of mourning are grey.
  ["backdrop-filter", /^(?:none|initial|unset|(?:grayscale|sepia|saturate)\([^()]*\))?$/i],
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
