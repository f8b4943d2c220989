import {
  childElements,
  children,
  isBlockTag,
  isContent,
  isElement,
  isText,
} from "../../../adapters/html/tree/dom.ts";
import type { HtmlElement, TextNode } from "../../../adapters/html/tree/dom.ts";
import type { Place } from "../../../model/index.ts";
import { cellId, type StandingText } from "../locate.ts";
import { attributesOf, elementName } from "./allowed.ts";

/** An element that is safe to draw: nothing in it runs, and nothing in it loads anything. */
export interface ShownElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The element's own declarations, as written. */
  readonly style: string;
  /** The id of a place where a value may stand. */
  readonly place: string | null;
  readonly children: readonly (ShownElement | string)[];
}

/**
 * A page in a form that is safe to draw, with its places: the given cells, and outside them every block of running
 * text. A text beside blocks gets an element of its own. The reader of the page bounds the depth.
 */
export function shownTree(
  body: HtmlElement,
  cells: ReadonlyMap<HtmlElement, Place>,
): { readonly tree: ShownElement; readonly standings: readonly StandingText[] } {
  const standings: StandingText[] = [];
  const holdsPlaces = new Map<HtmlElement, boolean>();
  const isDivided = (element: HtmlElement): boolean => {
    const known = holdsPlaces.get(element);
    if (known !== undefined) return known;
    const divided = childElements(element).some(
      (child) => cells.has(child) || isBlockTag(child) || isDivided(child),
    );
    holdsPlaces.set(element, divided);
    return divided;
  };
  const stand = (id: string, nodes: readonly TextNode[], isCell: boolean): string => {
    const text = nodes.map(({ data }) => data).join("");
    standings.push({ id, text, lines: [...new Set(nodes.flatMap(linesOf))], isCell });
    return id;
  };
  const placeOf = (element: HtmlElement, isPlaced: boolean): string | null => {
    const at = cells.get(element);
    if (at) return stand(cellId(at)!, textNodes(element), true);
    if (isPlaced || !isBlockTag(element) || isDivided(element)) return null;
    const texts = textNodes(element);
    return texts.length === 0 ? null : stand(textId(standings.length), texts, false);
  };
  const shown = (element: HtmlElement, isPlaced: boolean): ShownElement => {
    const place = placeOf(element, isPlaced);
    const isInside = isPlaced || place !== null;
    return {
      name: elementName(element.name),
      attributes: attributesOf(element.name, element.attribs),
      style: element.attribs["style"] ?? "",
      place,
      children: children(element).flatMap((child): readonly (ShownElement | string)[] => {
        if (isElement(child)) return isContent(child) ? [shown(child, isInside)] : [];
        if (!isText(child)) return [];
        if (isInside || isBlank(child.data) || !takesText(element)) return [child.data];
        const id = stand(textId(standings.length), [child], false);
        return [{ name: "span", attributes: {}, style: "", place: id, children: [child.data] }];
      }),
    };
  };
  return { tree: shown(body, false), standings };
}

/** There is no text directly between rows and cells. */
function takesText({ name }: HtmlElement): boolean {
  return !/^(?:table|t(?:head|body|foot|r)|colgroup)$/u.test(name);
}

function textNodes(element: HtmlElement): readonly TextNode[] {
  return children(element).flatMap((child): readonly TextNode[] =>
    isText(child)
      ? isBlank(child.data)
        ? []
        : [child]
      : isElement(child) && isContent(child)
        ? textNodes(child)
        : [],
  );
}

/** The lines of the source on which a text's words stand. */
function linesOf({ data, sourceCodeLocation }: TextNode): readonly number[] {
  const start = sourceCodeLocation?.startLine;
  if (start === undefined) return [];
  return data.split("\n").flatMap((part, index) => (isBlank(part) ? [] : [start + index]));
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** Has a prefix of its own, because lines drawn by `Blocks`, which have ids too, may stand above. */
function textId(index: number): string {
  return `t${index}`;
}
