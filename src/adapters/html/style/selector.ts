import { compile } from "css-select";
import type { Selector, CssNode } from "css-tree";
import type { HtmlElement, Node } from "../tree/dom.ts";

/** One selector of a rule, with what is needed to find and rank it. */
export interface RuleSelector {
  /** The rarest thing that its last compound asks for, by which its rules are found: `#id`, `.class`, a tag or `*`. */
  readonly key: string;
  /** Counts of ids, classes and tags as one number (Selectors 4, 17). */
  readonly specificity: number;
  /** `before`, `first-letter` …; empty for the element itself. */
  readonly pseudo: string;
  /** True if matching walks over the element's siblings. */
  readonly isPositional: boolean;
  readonly matches: (element: HtmlElement) => boolean;
  /** True if it asks for something that is not known here; it then matches every element that it may match. */
  readonly isUnsure: boolean;
}

const oldPseudoElements = new Set(["before", "after", "first-line", "first-letter"]);

/** `text` is the sheet that `selector` was parsed from; `parent` is the selector of the rule around it (CSS Nesting). */
export function readSelector(selector: Selector, text: string, parent: string): RuleSelector {
  const nodes = [...selector.children];
  const pseudoAt = nodes.findIndex(
    (node) =>
      node.type === "PseudoElementSelector" ||
      (node.type === "PseudoClassSelector" && oldPseudoElements.has(node.name.toLowerCase())),
  );
  const own = pseudoAt === -1 ? nodes : nodes.slice(0, pseudoAt);
  const pseudo = pseudoAt === -1 ? "" : (nodes[pseudoAt] as { name: string }).name.toLowerCase();
  const from = nodes[0]?.loc?.start.offset ?? 0;
  const to = (pseudoAt === -1 ? nodes.at(-1)?.loc?.end.offset : nodes[pseudoAt]?.loc?.start.offset) ?? from;
  // `td ::before` is a pseudo-element of any element in the cell: where no element is named before it, `*` is meant.
  const bare = own.length === 0 || own.at(-1)!.type === "Combinator";
  const written = nested(`${text.slice(from, to).trim()}${bare ? " *" : ""}`.trim(), parent);
  const plain = written.replace(states, ":not(*)").replace(anyNamespace, "$1");
  const isUnsure = plain.search(unknownParts) >= 0;
  // Unknown parts are taken once as true and once as false, so that one of the two is right even inside `:not()`.
  const found = (isUnsure ? [":is(*)", ":not(*)"] : [""]).map((value) =>
    lazily(() => compiled(isUnsure ? plain.replace(unknownParts, value) : plain)),
  );
  return {
    key: keyOf(own, parent),
    specificity: specificityOf(own) + (parent === "" ? 0 : 256),
    pseudo,
    isPositional: /[~+]|:(?:nth|first|last|only|has|empty)/i.test(written),
    matches: (element) => found.some((matches) => matches(element)),
    isUnsure,
  };
}

/** Compiles a selector only when it is first asked, because most selectors of a page never are. */
function lazily(make: () => (element: HtmlElement) => boolean): (element: HtmlElement) => boolean {
  let made: ((element: HtmlElement) => boolean) | undefined;
  return (element) => (made ??= make())(element);
}

/** States in which no part of a page is before somebody acts. */
const states =
  /:(?:hover|active|focus(?:-within|-visible)?|target(?:-within)?|visited|fullscreen|popover-open|user-(?:in)?valid)(?![\w(-])/gi;
const anyNamespace = /(^|[\s>+~,(])\*?\|(?=[\w*])/g;
/** Parts of selectors that the matcher does not know. */
const unknownParts =
  /:(?:(?:lang|dir|-webkit-any|-moz-any|matches)\([^()]{0,200}\)|nth-(?:last-)?child\([^()]{0,50}\bof\b[^()]{0,200}\)|(?:defined|read-only|read-write|placeholder-shown|in-range|out-of-range|default|indeterminate|host|any-link|scope)(?![\w(-]))/gi;

/** Selectors that no browser knows match nothing, and neither do those of states such as `:hover`. */
function compiled(selector: string): (element: HtmlElement) => boolean {
  if (starred.test(selector)) return () => false;
  try {
    return compile<Node, HtmlElement>(selector);
  } catch {
    return () => false;
  }
}

/** `*html td`, which sheets wrote for Internet Explorer 6, is not a valid selector. */
const starred = /(?:^|[\s>+~,(])\*[a-z]/i;

/**
 * Whether a selector has a part that not every browser knows. Where one does not, it drops the rule for all selectors of
 * the list (Selectors 4, 3.9); `::-webkit-` counts as known in all of them.
 */
export function mayBeInvalid(selector: Selector): boolean {
  return [...selector.children].some((node, index, nodes) => {
    if (node.type === "PseudoElementSelector") return /^-(?!webkit-)/.test(node.name);
    // `*html td`, which sheets wrote for Internet Explorer 6.
    if (node.type === "TypeSelector") return index > 0 && nodes[index - 1]!.type !== "Combinator";
    return node.type === "PseudoClassSelector" && !pseudoClasses.has(node.name.toLowerCase());
  });
}

/** Those that all browsers have known for years, with the pseudo-elements that may be written with one colon. */
const pseudoClasses = new Set(
  (
    "active after any-link before checked default defined dir disabled empty enabled first first-child " +
    "first-letter first-line first-of-type focus focus-visible focus-within fullscreen has host host-context " +
    "hover in-range indeterminate invalid is lang last-child last-of-type left link not nth-child " +
    "nth-last-child nth-last-of-type nth-of-type only-child only-of-type optional out-of-range " +
    "placeholder-shown read-only read-write required right root scope target valid visited where"
  ).split(" "),
);

export function nested(selector: string, parent: string): string {
  if (parent === "") return selector;
  return selector.includes("&") ? selector.replaceAll("&", `:is(${parent})`) : `:is(${parent}) ${selector}`;
}

function keyOf(nodes: readonly CssNode[], parent: string): string {
  let key = "*";
  for (const node of [...nodes].reverse()) {
    if (node.type === "Combinator") break;
    if (node.type === "NestingSelector" || (parent !== "" && nodes.length === 0)) return "*";
    if (node.type === "IdSelector") return `#${decoded(node.name)}`;
    if (node.type === "ClassSelector" && !key.startsWith(".")) key = `.${decoded(node.name)}`;
    if (node.type === "TypeSelector" && key === "*" && node.name !== "*")
      key = node.name.replace(/^.*\|/, "").toLowerCase();
  }
  return key;
}

/** `\31 ab` is 1ab (CSS Syntax 3, 4.3.7). */
function decoded(name: string): string {
  return name.replace(/\\([\da-f]{1,6})\s?|\\(.)/gi, (_, hex: string | undefined, plain: string) =>
    hex === undefined ? plain : String.fromCodePoint(Math.min(parseInt(hex, 16) || 0xfffd, 0x10ffff)),
  );
}

function specificityOf(nodes: Iterable<CssNode>): number {
  let sum = 0;
  for (const node of nodes) {
    if (node.type === "IdSelector") sum += 65_536;
    else if (node.type === "ClassSelector" || node.type === "AttributeSelector") sum += 256;
    else if (node.type === "TypeSelector") sum += node.name === "*" ? 0 : 1;
    else if (node.type === "PseudoElementSelector") sum += 1;
    else if (node.type === "PseudoClassSelector")
      sum += ofPseudoClass(node.name.toLowerCase(), node.children);
  }
  return sum;
}

function ofPseudoClass(name: string, inner: Iterable<CssNode> | null): number {
  if (name === "where") return 0;
  const isWrapper = ["is", "not", "has", "matches", "-webkit-any"].includes(name);
  let largest = 0;
  for (const list of inner ?? [])
    if (list.type === "SelectorList")
      for (const one of list.children)
        if (one.type === "Selector") largest = Math.max(largest, specificityOf(one.children));
  return isWrapper ? largest : 256 + largest;
}
