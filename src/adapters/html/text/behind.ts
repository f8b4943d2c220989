import { attribute, childElements, parentOf } from "../tree/dom.ts";
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
    isBehind(own) &&
    (rimOf(own) > HEIGHT.line ||
      isFaint({
        ...ROOT_LOOK,
        ...groundOf(own, ROOT_LOOK, BLACK, "cell", styles.tonesOf),
        isPictured: false,
      }));
  const isGenerated =
    styles.hasPseudos && ["before", "after"].some((name) => isDark(styles.pseudo(element, name)));
  if (isGenerated) return [element];
  const { own, opacity } = styles.laidOut(element);
  if (!isDark(own) && !(isBehind(own) && opacity > SHEER && isDarkPicture(element, styles))) return [];
  return [parentOf(element) ?? element];
}

/** Opacity; a watermark is fainter, and the text on it can be read. */
const SHEER = 0.4;

/** True for an `img` in the file that is dark somewhere. */
function isDarkPicture(element: HtmlElement, { tonesOf }: DocumentStyles): boolean {
  const [darkest] = (element.name === "img" && tonesOf(`url(${attribute(element, "src") ?? ""})`)) || [];
  return darkest !== undefined && isFaint({ ...ROOT_LOOK, grounds: [darkest] });
}

/** True for what is painted before the text around it (CSS 2.1, Appendix E). */
function isBehind(own: Declared): boolean {
  return own.has("position") && /^-/.test(own.get("z-index") ?? "");
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
