import parse from "css-tree/parser";
import type { CssNode } from "css-tree";
import { colourOf } from "./colour.ts";
import { longhands } from "./longhands.ts";

export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/**
 * The declarations of a `style` attribute for the properties that decide what is seen; empty for a broken attribute.
 */
export function parseDeclarations(text: string): readonly Declaration[] {
  try {
    const list = parse(text.slice(0, MAXIMUM_ATTRIBUTE), {
      context: "declarationList",
      parseValue: false,
      parseCustomProperty: false,
    });
    return list.type === "DeclarationList" ? declarationsOf(list.children) : [];
  } catch {
    return [];
  }
}

const MAXIMUM_ATTRIBUTE = 10_000;

export function declarationsOf(nodes: Iterable<CssNode>): Declaration[] {
  const found: Declaration[] = [];
  for (const node of nodes) {
    if (node.type !== "Declaration" || node.value.type !== "Raw") continue;
    // `!ie`: a browser knows no mark but `!important`, and drops a declaration with any other.
    if (typeof node.important === "string") continue;
    const name = node.property.startsWith("--") ? node.property : unescaped(node.property).toLowerCase();
    const value = unescaped(node.value.value)
      .replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$)/g, "")
      .trim();
    const isOpen = !name.startsWith("--") && conditional.test(value);
    for (const [property, part] of isOpen && longhands(name, value).length > 0
      ? MASKED
      : longhands(name, value))
      if (isValid(property, part))
        found.push({ property, value: part, isImportant: node.important !== false });
  }
  return found;
}

/** Functions whose value is known to the browser alone: what they style may be anything, so it counts as masked. */
const conditional = /(?:^|[\s,(])(?:if|random|random-item|sibling-index|sibling-count|--[\w-]{1,99})\(/i;
const MASKED = [["mask", "if()"]] as const;

/**
 * `d\69splay` is display (CSS Syntax 3, 4.3.7); an escape that is not a letter, as in `none\9` for Internet Explorer,
 * is left as it is.
 */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:([\da-f]{1,6})\s?|([g-z]))/gi,
    (whole, hex: string | undefined, plain: string) => {
      if (hex === undefined) return plain;
      const code = parseInt(hex, 16);
      return (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b) ? String.fromCharCode(code) : whole;
    },
  );
}

/** A browser drops a declaration that it does not understand, and the one before it stays in force. */
export function isValid(property: string, value: string): boolean {
  if (value === "") return property.startsWith("--");
  // What a layer below declares stays in force (CSS Cascade 5, 7.3.3).
  if (/^revert-layer$/i.test(value)) return false;
  if (/\bvar\(/i.test(value) || /^(?:inherit|initial|unset|revert)$/i.test(value)) return true;
  if (property === "display") return displays.test(value);
  if (property === "visibility") return /^(?:visible|hidden|collapse)$/i.test(value);
  if (property === "opacity")
    return /^(?:[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?%?|[a-z-]+\(.*\))$/i.test(value);
  if (property === "color" || property === "background-color") return colourOf(value) !== undefined;
  if (property === "font-size") return sizes.test(value) && !/^[-+]?0*[1-9][\d.]*$/.test(value);
  return true;
}

const displays =
  /^(?:none|contents|block|inline|inline-block|flow-root|flex|inline-flex|grid|inline-grid|list-item|run-in|ruby(?:-\w+)?|table|inline-table|table-[a-z-]+|(?:-webkit-|-ms-|-moz-)[a-z-]+|(?:block|inline)\s+[a-z-]+)$/i;
const sizes =
  /^(?:\+?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?(?:%|[a-z]+)?|(?:xx?-|xxx-)?(?:small|large)|medium|smaller|larger|math|[a-z-]+\(.*\))$/i;
