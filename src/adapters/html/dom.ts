import type { DefaultTreeAdapterTypes } from "parse5";

export type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;

export function isElement(node: Node): node is Element {
  return "tagName" in node;
}

export function isText(node: Node): node is TextNode {
  return node.nodeName === "#text";
}

export function children(node: Node): readonly Node[] {
  return "childNodes" in node ? node.childNodes : [];
}

export function childElements(node: Node): Element[] {
  return children(node).filter(isElement);
}

/** An element and all inside it, in document order. */
export function* within(root: Element): Generator<Element> {
  const stack = [root];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    yield element;
    for (const child of childElements(element).reverse()) stack.push(child);
  }
}

/** The text of an element that holds nothing else: `title`, `style`. */
export function textOf(element: Element): string {
  return children(element)
    .filter(isText)
    .map(({ value }) => value)
    .join("");
}

/** The element around, or undefined at the top of the document. */
export function parentOf(node: Element): Element | undefined {
  const parent = node.parentNode;
  return parent !== null && isElement(parent) ? parent : undefined;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Line of the decoded text where the element or its nearest written ancestor begins. */
export function lineOf(element: Element): number {
  let here: Element | undefined = element;
  while (here !== undefined && !here.sourceCodeLocation) here = parentOf(here);
  return here?.sourceCodeLocation?.startLine ?? 1;
}

/** Never part of what a reader sees: program, style, metadata, embedded objects, controls without a value. */
const unseen = new Set(
  "script style template noscript noframes noembed iframe frameset head title meta link base object applet embed audio video canvas svg math map datalist select button dialog xml rp".split(
    " ",
  ),
);

export function isContent(element: Element): boolean {
  return !unseen.has(element.tagName);
}

/** Removed from the page: takes no room, so the cells and rows after it move up. */
export function isAbsent(element: Element): boolean {
  for (const { name, value } of element.attrs) {
    if (name === "hidden") return true;
    if (name === "style" && /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(value)) return true;
  }
  return false;
}

/** Keeps its room on the page but shows nothing. */
export function isInvisible(element: Element): boolean {
  if (hasStyle(element, /(?:^|[;\s])(?:visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?![.\d]))/i))
    return true;
  // Against the spaces between its parts an element may have no size, which they then give themselves.
  return hasStyle(element, NO_SIZE) && !setsSize(element);
}

const NO_SIZE = /(?:^|[;\s])font-size\s*:\s*0(?![.\d])/i;

function setsSize(element: Element): boolean {
  for (const part of within(element))
    if (
      part !== element &&
      (part.tagName === "font" ||
        (hasStyle(part, /(?:^|[;\s])font(?:-size)?\s*:/i) && !hasStyle(part, NO_SIZE)))
    )
      return true;
  return false;
}

export function isStruck(element: Element): boolean {
  if (element.tagName === "del" || element.tagName === "s" || element.tagName === "strike") return true;
  return hasStyle(element, /text-decoration(?:-line)?\s*:[^;]{0,80}line-through/i);
}

/** Letters run against their stored order, so digits print in another order than they are written. */
export function isReversed(element: Element): boolean {
  if (element.tagName === "bdo") return attribute(element, "dir")?.toLowerCase() === "rtl";
  return hasStyle(element, /unicode-bidi\s*:\s*(?:isolate-override|bidi-override)/i);
}

/** A tag without its end has swallowed the text after it: `<td colspan="3"166105</td>`, `<p8</p>`. */
export function isBroken(element: Element): boolean {
  return element.tagName.includes("<") || element.attrs.some(({ name }) => /^\d|</.test(name));
}

export function isPreformatted(element: Element): boolean {
  if (["pre", "textarea", "listing", "xmp", "plaintext"].includes(element.tagName)) return true;
  return hasStyle(element, /white-space\s*:\s*(?:pre|break-spaces)/i);
}

function hasStyle(element: Element, pattern: RegExp): boolean {
  return element.attrs.some(({ name, value }) => name === "style" && pattern.test(value));
}

const blocks = new Set(
  "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td textarea tfoot th thead tr ul xmp".split(
    " ",
  ),
);

/** Begins and ends a line of its own. */
export function isBlock(element: Element): boolean {
  return blocks.has(element.tagName);
}

/** Level of `h1` to `h6`. */
export function headingLevel(element: Element): number | undefined {
  return /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : undefined;
}
