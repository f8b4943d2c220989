import { isNumber } from "../../../printed/numbers.ts";
import { parentOf, textWithin } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { lengthOf } from "../style/length.ts";
import type { Declared } from "../style/cascade.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { inPlace, drawnPlace } from "./placed.ts";

/** True if the element is drawn over what stands beside it, with or without a text of its own. */
export function isLaidOver(element: HtmlElement, styles: DocumentStyles): boolean {
  const { own, size } = styles.of(element);
  if (/^(?:absolute|fixed)$/i.test(own.get("position") ?? "")) return true;
  const isPainted = own.has("background-color") || own.has("background-image");
  return (
    isPainted &&
    (own.has("grid-area") ||
      ["left", "right", "top"].some((side) => (lengthOf(own.get(`margin-${side}`), size, size) ?? 0) < -1))
  );
}

/** True if a part of the page outside its tables is laid over the page, or is drawn up over what stands before it. */
export function floats(element: HtmlElement, styles: DocumentStyles): boolean {
  for (let here: HtmlElement | undefined = element; here !== undefined; here = parentOf(here)) {
    const { own, size } = styles.laidOut(here);
    const position = own.get("position") ?? "";
    if (/^absolute$/i.test(position)) return true;
    // Tools, more than a number, that are fixed at the right or lower edge of the window stay there while the report scrolls by.
    if (
      /^fixed$/i.test(position) &&
      (isNumber(textWithin(here).trim()) || !(isSet(own, "right") || isSet(own, "bottom")))
    )
      return true;
    if (own.size > 0 && drawnPlace(here, own, size, styles) !== inPlace) return true;
  }
  return false;
}

function isSet(own: Declared, side: string): boolean {
  return !/^(?:auto|initial|unset)?$/i.test(own.get(side) ?? "");
}
