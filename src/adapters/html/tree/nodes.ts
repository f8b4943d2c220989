import { html } from "parse5";
import type { Token, TreeAdapter, TreeAdapterTypeMap } from "parse5";

interface InTree {
  parent: ParentNode | null;
  prev: ChildNode | null;
  next: ChildNode | null;
}

interface DocumentNode extends InTree {
  readonly type: "root";
  readonly children: ChildNode[];
  "x-mode": html.DOCUMENT_MODE;
}

interface ElementNode extends InTree {
  readonly type: "tag" | "script" | "style";
  readonly name: string;
  readonly namespace: html.NS;
  readonly attribs: Record<string, string>;
  readonly children: ChildNode[];
  sourceCodeLocation: Token.Location | null;
}

interface TextNode extends InTree {
  readonly type: "text";
  data: string;
  sourceCodeLocation: Token.Location | null;
}

interface CommentNode extends InTree {
  readonly type: "comment";
  readonly data: string;
}

interface DoctypeNode extends InTree {
  readonly type: "directive";
  readonly name: "!doctype";
}

export type ParentNode = DocumentNode | ElementNode;
/** A document is a child of the template whose content it is. */
export type ChildNode = DocumentNode | ElementNode | TextNode | CommentNode | DoctypeNode;

/** The types of the nodes that parse5 builds a page of. */
export type Nodes = TreeAdapterTypeMap<
  ChildNode,
  ParentNode,
  ChildNode,
  DocumentNode,
  DocumentNode,
  ElementNode,
  CommentNode,
  TextNode,
  ElementNode,
  DoctypeNode
>;

/**
 * Builds nodes of the shape that domhandler has and css-select matches, but as plain objects: domhandler's classes set
 * ten fields for each node, one after the other, which takes a tenth of the time of reading a page. The published
 * adapter brings a second parse5 and two records of prefixes for every element; names with prefixes are not kept apart
 * here, because nothing writes the tree again.
 */
export const tree: TreeAdapter<Nodes> = {
  createDocument: documentNode,
  createDocumentFragment: documentNode,
  createElement,
  createCommentNode: (data) => ({ type: "comment", data, ...apart }),
  createTextNode: (data) => textNode(data, null),
  appendChild,
  insertBefore,
  insertText(parent, text) {
    const last = parent.children.at(-1);
    if (last !== undefined && isText(last)) last.data += text;
    else appendChild(parent, this.createTextNode(text));
  },
  insertTextBefore(parent, text, reference) {
    const { prev } = reference;
    if (prev !== null && isText(prev)) prev.data += text;
    else insertBefore(parent, this.createTextNode(text), reference);
  },
  detachNode,
  adoptAttributes: ({ attribs }, attributes) => {
    for (const { name, value } of attributes) attribs[name] ??= value;
  },
  setTemplateContent: appendChild,
  getTemplateContent: (template) => template.children[0] as DocumentNode,
  setDocumentMode: (document, mode) => void (document["x-mode"] = mode),
  getDocumentMode: (document) => document["x-mode"],
  setDocumentType: (document) => appendChild(document, { type: "directive", name: "!doctype", ...apart }),
  getFirstChild: ({ children }) => children[0] ?? null,
  getChildNodes: ({ children }) => children,
  getParentNode: ({ parent }) => parent,
  getAttrList: ({ attribs }) => Object.keys(attribs).map((name) => ({ name, value: attribs[name]! })),
  getTagName: ({ name }) => name,
  getNamespaceURI: ({ namespace }) => namespace,
  getTextNodeContent: ({ data }) => data,
  getCommentNodeContent: ({ data }) => data,
  getDocumentTypeNodeName: () => "html",
  getDocumentTypeNodePublicId: () => "",
  getDocumentTypeNodeSystemId: () => "",
  isTextNode: isText,
  isCommentNode: (node): node is CommentNode => node.type === "comment",
  isDocumentTypeNode: (node): node is DoctypeNode => node.type === "directive",
  isElementNode: (node): node is ElementNode => "attribs" in node,
  // The parser below notes places itself. It leaves out their ends, because each end costs a copy and is never asked
  // for.
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: () => {},
  updateNodeSourceCodeLocation: () => {},
};

const apart = { parent: null, prev: null, next: null };

function documentNode(): DocumentNode {
  return { type: "root", children: [], "x-mode": html.DOCUMENT_MODE.NO_QUIRKS, ...apart };
}

/** `place` is where the text begins. */
export function textNode(data: string, place: Token.Location | null): TextNode {
  return { type: "text", data, parent: null, prev: null, next: null, sourceCodeLocation: place };
}

function isText(node: ChildNode): node is TextNode {
  return node.type === "text";
}

/** Attributes by name. It inherits no names that the page does not give, such as `constructor` or `__proto__`. */
const Attributes = function () {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null) as object;

function createElement(
  name: string,
  namespace: html.NS,
  attributes: readonly Token.Attribute[],
): ElementNode {
  const attribs = new Attributes();
  for (const { name: own, value } of attributes) attribs[own] = value;
  const type = name === "script" || name === "style" ? name : "tag";
  return {
    type,
    name,
    namespace,
    attribs,
    children: [],
    parent: null,
    prev: null,
    next: null,
    sourceCodeLocation: null,
  };
}

function appendChild(parent: ParentNode, node: ChildNode): void {
  const last = parent.children.at(-1);
  if (last !== undefined) {
    last.next = node;
    node.prev = last;
  }
  parent.children.push(node);
  node.parent = parent;
}

/**
 * Text between cells is moved before its table, which is the last child of its parent: because the search starts at the
 * end, a page of such texts takes linear time.
 */
function insertBefore(parent: ParentNode, node: ChildNode, reference: ChildNode): void {
  const { prev } = reference;
  if (prev !== null) {
    prev.next = node;
    node.prev = prev;
  }
  reference.prev = node;
  node.next = reference;
  parent.children.splice(parent.children.lastIndexOf(reference), 0, node);
  node.parent = parent;
}

function detachNode(node: ChildNode): void {
  const { parent, prev, next } = node;
  if (parent === null) return;
  if (prev !== null) prev.next = next;
  if (next !== null) next.prev = prev;
  parent.children.splice(parent.children.lastIndexOf(node), 1);
  node.parent = node.prev = node.next = null;
}
