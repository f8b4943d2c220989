/** A node of the tree as it is read, with the place in the source where it begins. */
export type Node = HtmlDocument | HtmlElement | TextNode | OtherNode;

interface InTree {
  readonly parent: HtmlDocument | HtmlElement | null;
  readonly prev: Node | null;
  readonly next: Node | null;
  readonly sourceCodeLocation?: { readonly startLine: number; readonly startOffset: number } | null;
}

export interface HtmlDocument extends InTree {
  readonly type: "root";
  readonly children: readonly Node[];
  readonly "x-mode"?: "no-quirks" | "quirks" | "limited-quirks";
}

export interface HtmlElement extends InTree {
  readonly type: "tag" | "script" | "style";
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export interface TextNode extends InTree {
  readonly type: "text";
  readonly data: string;
}

/** Comments and the like. */
interface OtherNode extends InTree {
  readonly type: "comment" | "directive";
}

export function isElement(node: Node): node is HtmlElement {
  const { type } = node;
  return type === "tag" || type === "script" || type === "style";
}

export function isText(node: Node): node is TextNode {
  return node.type === "text";
}

const none: readonly Node[] = [];

export function children(node: Node): readonly Node[] {
  return "children" in node ? node.children : none;
}

export function childElements(node: Node): HtmlElement[] {
  return children(node).filter(isElement);
}

/** All elements of a part of the page in document order: its root, and what is in templates, are included. */
export function within(root: Node): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isElement(node)) found.push(node);
    pushMarkup(stack, node);
  }
  return found;
}

/** Pushes the children of a node that are not text onto the stack, the first of them on top. */
function pushMarkup(stack: Node[], node: Node): void {
  const inside = children(node);
  for (let at = inside.length - 1; at >= 0; at--) if (!isText(inside[at]!)) stack.push(inside[at]!);
}

/** The text directly in an element, for those that hold nothing else: `title`, `style`. */
export function textOfElement(element: HtmlElement): string {
  let text = "";
  for (const child of children(element)) if (isText(child)) text += child.data;
  return text;
}

/** The parent element, or undefined at the top of the document. */
export function parentOf(node: Node): HtmlElement | undefined {
  const { parent } = node;
  return parent !== null && isElement(parent) ? parent : undefined;
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attribs[name];
}

/** The line of the decoded text where the element begins, or else its nearest ancestor that is in the source. */
export function lineOf(element: HtmlElement): number {
  let here: HtmlElement | undefined = element;
  while (here !== undefined && !here.sourceCodeLocation) here = parentOf(here);
  return here?.sourceCodeLocation?.startLine ?? 1;
}

/**
 * Elements that are never part of what a reader sees: programs, styles, metadata, embedded objects, controls without a
 * value.
 */
const unseen = new Set(
  "script style template noscript noframes noembed iframe frameset head title meta link base object applet embed audio video canvas svg math datalist select button meter progress rp rt rtc".split(
    " ",
  ),
);

export function isContent(element: HtmlElement): boolean {
  // A frame has elements where its page is a part of this one.
  return !unseen.has(element.name) || (element.name === "iframe" && childElements(element).length > 0);
}

/** True for a tag without its end, which has swallowed the text after it: `<td colspan="3"166105</td>`, `<p8</p>`. */
export function isBroken(element: HtmlElement): boolean {
  if (element.name.includes("<")) return true;
  for (const name in element.attribs) {
    const first = name.charCodeAt(0);
    if ((first >= 0x30 && first <= 0x39) || name.includes("<")) return true;
  }
  return false;
}

const blocks = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset iframe h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td textarea tfoot th thead tr ul xmp".split(
    " ",
  ),
);

/** True if the tag begins and ends a line of its own where no style says otherwise. */
export function isBlockTag(element: HtmlElement): boolean {
  return blocks.has(element.name);
}

const headings = new Map([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, level]));

/** The level of `h1` to `h6`. */
export function headingLevelOfElement(element: HtmlElement): number | undefined {
  return headings.get(element.name);
}

/** The text inside an element at any depth, cut off at a bound: enough to see what it is about. */
export function textWithin(element: HtmlElement): string {
  let text = "";
  const stack: Node[] = [element];
  for (let node = stack.pop(); node !== undefined && text.length <= 200; node = stack.pop()) {
    if (isElement(node)) text += textOfElement(node);
    pushMarkup(stack, node);
  }
  return text;
}
