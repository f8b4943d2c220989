import { Element } from "domhandler";
import { html, InsertionMode, Parser, Token } from "parse5";
import { adapter } from "parse5-htmlparser2-tree-adapter";
import type { Htmlparser2TreeAdapterMap } from "parse5-htmlparser2-tree-adapter";
import type { Limits } from "../../model/index.ts";
import type { Document } from "./dom.ts";

/** A bound that the page broke. */
export class TooLarge {
  readonly what: "depth" | "elements";
  readonly limit: number;
  constructor(what: "depth" | "elements", limit: number) {
    this.what = what;
    this.limit = limit;
  }
}

/** The page as a browser would build it, or which limit it broke: the check runs while the tree grows. */
export function parse(source: string, { maximumDepth }: Limits): Document | TooLarge {
  const text = isXhtml(source) ? expandEmptyElements(source) : source;
  // Unclosed formatting elements are opened again in every later paragraph, so a small page can ask for millions.
  const maximumElements = 100_000 + text.length;
  let depth = 0;
  let elements = 0;
  const parser = new CellKeepingParser({
    sourceCodeLocationInfo: true,
    treeAdapter: {
      ...adapter,
      createElement,
      getAttrList,
      setNodeSourceCodeLocation,
      updateNodeSourceCodeLocation: () => {},
      adoptAttributes,
      insertBefore,
      insertTextBefore,
      detachNode,
      onItemPush: () => {
        if (++depth > maximumDepth) throw new TooLarge("depth", maximumDepth);
        if (++elements > maximumElements) throw new TooLarge("elements", maximumElements);
      },
      onItemPop: () => void depth--,
    },
  });
  try {
    parser.tokenizer.write(text, true);
    return parser.document;
  } catch (error) {
    if (error instanceof TooLarge) return error;
    throw error;
  }
}

type Map = Htmlparser2TreeAdapterMap;

/** Attributes by name, with no name there that the page does not give: `constructor`, `__proto__`. */
const Attributes = function () {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null) as object;

/** Names with prefixes are not kept apart: nothing here writes the tree again. */
function createElement(name: string, namespace: html.NS, attributes: Token.Attribute[]): Element {
  const attribs = new Attributes();
  for (const { name: own, value } of attributes) attribs[own] = value;
  const element = new Element(name, attribs, []);
  element.namespace = namespace;
  return element;
}

function getAttrList({ attribs }: Element): Token.Attribute[] {
  return Object.keys(attribs).map((name) => ({ name, value: attribs[name]! }));
}

/** Where a node begins; its end is asked for nowhere, and costs a copy of each place. */
function setNodeSourceCodeLocation(node: Map["node"], place: Token.ElementLocation | null): void {
  if (place !== null) node.sourceCodeLocation = place;
}

function adoptAttributes(recipient: Element, attributes: Token.Attribute[]): void {
  for (const { name, value } of attributes) recipient.attribs[name] ??= value;
}

/**
 * What stands between cells is moved before its table, which is the last child of its parent: searched from the end, a
 * page of such texts costs linear time.
 */
function insertBefore(parent: Map["parentNode"], node: Map["childNode"], reference: Map["childNode"]): void {
  const at = parent.children.lastIndexOf(reference);
  const { prev } = reference;
  if (prev !== null) {
    prev.next = node;
    node.prev = prev;
  }
  reference.prev = node;
  node.next = reference;
  parent.children.splice(at, 0, node);
  node.parent = parent;
}

function insertTextBefore(parent: Map["parentNode"], text: string, reference: Map["childNode"]): void {
  const { prev } = reference;
  if (prev !== null && adapter.isTextNode(prev)) prev.data += text;
  else insertBefore(parent, adapter.createTextNode(text), reference);
}

function detachNode(node: Map["childNode"]): void {
  const { parent, prev, next } = node;
  if (parent === null) return;
  if (prev !== null) prev.next = next;
  if (next !== null) next.prev = prev;
  parent.children.splice(parent.children.lastIndexOf(node), 1);
  node.parent = node.prev = node.next = null;
}

function isXhtml(text: string): boolean {
  return /^\s*<\?xml\b/.test(text);
}

/** In XHTML `<script/>` and `<td/>` are complete; an HTML parser takes them for start tags and swallows what follows. */
function expandEmptyElements(text: string): string {
  return text.replace(/<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)\/>/g, (tag, name: string, attributes: string) =>
    /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i.test(name)
      ? tag
      : `<${name}${attributes}></${name}>`,
  );
}

const tableParts = new Set(["caption", "colgroup", "col", "tbody", "thead", "tfoot", "tr", "td", "th"]);
const insideTable = new Set([...tableParts, "table", "script", "style", "template"]);
const table = { tagName: "table", tagID: html.TAG_ID.TABLE, attrs: [], selfClosing: false };
const betweenCells = [InsertionMode.IN_TABLE, InsertionMode.IN_TABLE_BODY, InsertionMode.IN_ROW];

/**
 * The standard ignores row and cell tags outside a table, so a fragment `<tr><td>1<td>2` reads 12.
 * Here such a tag opens the table that was lost, and the first element that is no table part closes it.
 */
class CellKeepingParser extends Parser<Htmlparser2TreeAdapterMap> {
  private isMended = false;

  override onStartTag(token: Token.TagToken): void {
    if (this.isMended && betweenCells.includes(this.insertionMode) && !insideTable.has(token.tagName))
      this.close(token);
    if (isCellTag(token) && isBeforeCells(this.insertionMode)) this.open(token);
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    if (token.tagName === "table") this.isMended = false;
    super.onEndTag(token);
  }

  private open(before: Token.TagToken): void {
    super.onStartTag({ ...before, ...table });
    this.isMended = true;
  }

  private close(before: Token.TagToken): void {
    this.onEndTag({ ...before, ...table, type: Token.TokenType.END_TAG });
  }
}

function isCellTag(token: Token.TagToken): boolean {
  return tableParts.has(token.tagName) && token.tagName !== "caption" && !token.tagName.startsWith("col");
}

function isBeforeCells(mode: InsertionMode): boolean {
  return (
    mode === InsertionMode.IN_BODY || mode <= InsertionMode.BEFORE_HEAD || mode === InsertionMode.AFTER_HEAD
  );
}
