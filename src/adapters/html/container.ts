import { childElements, children, isElement, isText } from "./tree/dom.ts";
import type { HtmlElement, Node } from "./tree/dom.ts";
import { isLayoutTable } from "./table/layout.ts";
import { namesOfElement, isChrome } from "./text/measure.ts";
import type { PageSurvey } from "./text/measure.ts";
import { isContentName } from "./text/words.ts";

/**
 * The part of the page that holds the whole report. It steps inwards only while everything left outside belongs to the
 * frame of the page. In doubt it takes more, because an extra line is harmless and a lost section is not.
 */
export function findContainer(body: HtmlElement, survey: PageSurvey): HtmlElement {
  const key = survey.of(body).evidence > 0 ? "evidence" : "prose";
  const total = survey.of(body)[key];
  if (total === 0) return body;
  const { prose } = survey.of(body);
  let here = body;
  for (;;) {
    if (isContentName(namesOfElement(here)) && survey.of(here).prose === prose) return here;
    const inner = childElements(here).find((child) => survey.of(child)[key] === total);
    if (inner === undefined || !isPassage(inner, survey)) return here;
    const hinted = findHinted(inner, key, total, prose, survey);
    if (hinted !== undefined) return hinted;
    if (!children(here).every((child) => child === inner || isFrame(child, survey))) return here;
    here = inner;
  }
}

/** The outermost container with a well-known name that leaves no sentence and no evidence outside. */
function findHinted(
  from: HtmlElement,
  key: "evidence" | "prose",
  total: number,
  prose: number,
  survey: PageSurvey,
): HtmlElement | undefined {
  let here: HtmlElement | undefined = from;
  while (here !== undefined) {
    if (isContentName(namesOfElement(here)) && survey.of(here).prose === prose) return here;
    here = childElements(here).find((child) => survey.of(child)[key] === total);
    if (here !== undefined && !isPassage(here, survey)) return undefined;
  }
  return undefined;
}

function isFrame(node: Node, survey: PageSurvey): boolean {
  if (isText(node)) return node.data.trim() === "";
  return !isElement(node) || survey.of(node).text === 0 || isChrome(node, survey);
}

const text = new Set("p h1 h2 h3 h4 h5 h6 pre textarea ul ol dl li dt dd".split(" "));

/** Whether the search may step into an element: a paragraph, a list or a table of data is not taken apart. */
function isPassage(element: HtmlElement, survey: PageSurvey): boolean {
  return !text.has(element.name) && (element.name !== "table" || isLayoutTable(element, survey));
}
