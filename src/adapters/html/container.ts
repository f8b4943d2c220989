import { childElements, children, isElement, isText } from "./dom.ts";
import type { Element, Node } from "./dom.ts";
import { isLayoutTable } from "./layout.ts";
import { namesOf, isChrome } from "./measure.ts";
import type { Survey } from "./measure.ts";
import { isContentName } from "./words.ts";

/**
 * The part of the page that holds the whole report. A step inwards is taken only while everything left outside is the
 * frame of the page; in doubt more is taken, because a line too many is harmless and a lost section is not.
 */
export function findContainer(body: Element, survey: Survey): Element {
  const key = survey.of(body).evidence > 0 ? "evidence" : "prose";
  const total = survey.of(body)[key];
  if (total === 0) return body;
  const { prose } = survey.of(body);
  let here = body;
  for (;;) {
    if (isContentName(namesOf(here)) && survey.of(here).prose === prose) return here;
    const inner = childElements(here).find((child) => survey.of(child)[key] === total);
    if (inner === undefined || !isPassage(inner, survey)) return here;
    const hinted = findHinted(inner, key, total, prose, survey);
    if (hinted !== undefined) return hinted;
    if (!children(here).every((child) => child === inner || isFrame(child, survey))) return here;
    here = inner;
  }
}

/** The outermost container known by name that leaves no sentence and no evidence outside. */
function findHinted(
  from: Element,
  key: "evidence" | "prose",
  total: number,
  prose: number,
  survey: Survey,
): Element | undefined {
  let here: Element | undefined = from;
  while (here !== undefined) {
    if (isContentName(namesOf(here)) && survey.of(here).prose === prose) return here;
    here = childElements(here).find((child) => survey.of(child)[key] === total);
    if (here !== undefined && !isPassage(here, survey)) return undefined;
  }
  return undefined;
}

function isFrame(node: Node, survey: Survey): boolean {
  if (isText(node)) return node.data.trim() === "";
  return !isElement(node) || survey.of(node).text === 0 || isChrome(node, survey);
}

const text = new Set("p h1 h2 h3 h4 h5 h6 pre textarea ul ol dl li dt dd".split(" "));

/** May be stepped into: text is not taken apart, nor a table of data. */
function isPassage(element: Element, survey: Survey): boolean {
  return !text.has(element.name) && (element.name !== "table" || isLayoutTable(element, survey));
}
