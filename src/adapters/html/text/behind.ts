import { childElements, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { BLACK, colourOf } from "../style/colour.ts";
import type { Declared } from "../style/cascade.ts";
import { groundOf } from "../style/ground.ts";
import { ROOT_LOOK } from "../style/look.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { rimOf } from "./generated.ts";
import { HEIGHT } from "./placed.ts";
import { isFaint } from "./seen.ts";

/** The part of the page behind whose text an element, or what a style sheet adds to it, paints something dark. */
export function darkBehind(element: HtmlElement, styles: DocumentStyles): readonly HtmlElement[] {
  const isDark = (own: Declared | undefined) =>
    own !== undefined &&
    /^-/.test(own.get("z-index") ?? "") &&
    own.has("position") &&
    (rimOf(own) > HEIGHT.line ||
      isFaint({ ...ROOT_LOOK, ...groundOf(own, ROOT_LOOK, BLACK), isPictured: false }));
  const isGenerated =
    styles.hasPseudos && ["before", "after"].some((name) => isDark(styles.pseudo(element, name)));
  if (isGenerated) return [element];
  return isDark(styles.laidOut(element).own) ? [parentOf(element) ?? element] : [];
}

/** True if nothing between the text of a table and what lies behind a part of the page is opaque. */
export function isBare(row: HtmlElement, root: HtmlElement, styles: DocumentStyles): boolean {
  let here: HtmlElement | undefined = childElements(row).at(-1) ?? row;
  for (; here !== undefined && here !== root && here.name !== "body"; here = parentOf(here)) {
    const colour = colourOf(styles.laidOut(here).own.get("background-color") ?? "");
    if (typeof colour === "object" && colour.a === 1) return false;
  }
  return true;
}
