import { Comment, Document, Element, ProcessingInstruction, Text } from "domhandler";
import type { ChildNode, ParentNode } from "domhandler";
import { html } from "parse5";
import type { Token, TreeAdapter, TreeAdapterTypeMap } from "parse5";

/** What parse5 builds a page of: nodes of domhandler, which css-select matches. */
export type Nodes = TreeAdapterTypeMap<
  ChildNode | Document,
  ParentNode,
  ChildNode,
  Document,
  Document,
  Element,
  Comment,
  Text,
  Element,
  ProcessingInstruction
>;

/**
 * Ours, because the published adapter brings a second parse5 and two records of prefixes for every element. Names with
 * prefixes are not kept apart: nothing here writes the tree again.
 */
export const tree: TreeAdapter<Nodes> = {
  createDocument: () => new Document([]),
  createDocumentFragment: () => new Document([]),
  createElement,
  createCommentNode: (data) => new Comment(data),
  createTextNode: (value) => new Text(value),
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
  getTemplateContent: (template) => template.children[0] as Document,
  setDocumentMode: (document, mode) => void (document["x-mode"] = mode),
  getDocumentMode: (document) => (document["x-mode"] ?? "no-quirks") as html.DOCUMENT_MODE,
  setDocumentType: (document) => appendChild(document, new ProcessingInstruction("!doctype", "")),
  getFirstChild: ({ children }) => children[0] ?? null,
  getChildNodes: ({ children }) => children,
  getParentNode: ({ parent }) => parent,
  getAttrList: ({ attribs }) => Object.keys(attribs).map((name) => ({ name, value: attribs[name]! })),
  getTagName: ({ name }) => name,
  getNamespaceURI: ({ namespace }) => (namespace ?? html.NS.HTML) as html.NS,
  getTextNodeContent: ({ data }) => data,
  getCommentNodeContent: ({ data }) => data,
  getDocumentTypeNodeName: () => "html",
  getDocumentTypeNodePublicId: () => "",
  getDocumentTypeNodeSystemId: () => "",
  isTextNode: isText,
  isCommentNode: (node) => node instanceof Comment,
  isDocumentTypeNode: (node) => node instanceof ProcessingInstruction,
  isElementNode: (node) => node instanceof Element,
  // The parser notes places itself, without their ends, which cost a copy of each and are asked for nowhere.
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: () => {},
  updateNodeSourceCodeLocation: () => {},
};

function isText(node: ChildNode | Document): node is Text {
  return node.nodeType === 3;
}

/** Attributes by name, with no name there that the page does not give: `constructor`, `__proto__`. */
const Attributes = function () {} as unknown as new () => Record<string, string>;
Attributes.prototype = Object.create(null) as object;

function createElement(name: string, namespace: html.NS, attributes: readonly Token.Attribute[]): Element {
  const attribs = new Attributes();
  for (const { name: own, value } of attributes) attribs[own] = value;
  const element = new Element(name, attribs, []);
  element.namespace = namespace;
  return element;
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
 * What stands between cells is moved before its table, which is the last child of its parent: searched from the end, a
 * page of such texts costs linear time.
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
