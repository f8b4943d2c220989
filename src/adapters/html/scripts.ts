import { attribute, textOf } from "./dom.ts";
import type { Element } from "./dom.ts";
import { isProgram } from "./head.ts";
import type { Head } from "./head.ts";

/** What the page's own programs may write into. */
export interface Scripts {
  /** A program names the element, or its attributes ask for a value. */
  mayFill(element: Element, isBlank: boolean): boolean;
  /** A program writes texts into the cells of a table. */
  readonly writesCells: boolean;
}

/** Of all programs of a page, in characters; what lies beyond is taken to name everything. */
const MAXIMUM_PROGRAM = 2_000_000;

export function scriptsOf({ programs, hasProgram }: Pick<Head, "programs" | "hasProgram">): Scripts {
  const text = programs.join("\n").slice(0, MAXIMUM_PROGRAM);
  let named: Names | undefined;
  return {
    writesCells: text !== "" && ((writes.test(text) && cellAccess.test(text)) || rewritesPage.test(text)),
    mayFill: (element, isBlank) => {
      const id = attribute(element, "id");
      if (text === "" && !hasProgram) return false;
      if (id !== undefined && id !== "" && (named ??= namesIn(text)).words.has(id)) return true;
      const classes = attribute(element, "class")?.split(/\s+/).slice(0, 100) ?? [];
      if (
        [...classes, attribute(element, "name") ?? ""].some(
          (one) => one !== "" && (named ??= namesIn(text)).classes.has(one),
        )
      )
        return true;
      if (!isBlank) return false;
      for (const name in element.attribs) {
        if (name.startsWith("data-") && /\d/.test(element.attribs[name]!)) return true;
        if (binding.test(name)) return true;
      }
      return false;
    },
  };
}

/** Attributes by which frameworks fill an element: `v-text`, `ng-bind`, `x-text`, `:text`, `data-bind`. */
const binding = /^(?:v-|ng-|x-|:|@|data-bind|th:|ms-)/;
const writes =
  /(?:inner(?:HTML|Text)|textContent|nodeValue|\.data)\s{0,4}\+?=|\.(?:text|html|append|replaceWith|insertAdjacentHTML|remove|hide)\(|document\.write/;
/** `document.body.innerHTML = document.body.innerHTML.replace(…)`; a page is printed by a change of it without one. */
const rewritesPage = /body\.innerHTML\s{0,4}=[^;\n]{0,200}\.replace\(/;
/** `t.rows[3].cells[1]`, `querySelectorAll("td")`, `$("#t td:eq(2)")`. */
const cellAccess = /\.cells\b|insertCell|["'`](?:[^"'`\n]{0,80}[\s>])?t[dh](?:[:.[#\s>][^"'`\n]{0,80})?["'`]/;

/** A program within a cell that may write into it. */
export function writesText(script: Element): boolean {
  if (!isProgram(script)) return false;
  const isLinked = attribute(script, "src") !== undefined;
  return isLinked || /write|inner|text|append|html|insert|current|parent|node|value/i.test(textOf(script));
}

interface Names {
  /** Words within string literals, and names whose text is set. */
  readonly words: ReadonlySet<string>;
  /** Classes and names asked for: `.name` within a literal, `getElementsByClassName("name")`, `…ByName("name")`. */
  readonly classes: ReadonlySet<string>;
}

function namesIn(text: string): Names {
  const words = new Set<string>();
  const classes = new Set<string>();
  for (const [, literal] of text.matchAll(/["'`]([^"'`\n]{1,200})(?=["'`])/g)) {
    for (const [word] of literal!.matchAll(/[^\s.#>+~,:[\]()=*"'$|^{}]+/g)) words.add(word);
    for (const [, name] of literal!.matchAll(/\.([\w-]+)/g)) classes.add(name!);
  }
  for (const [, name] of text.matchAll(
    /([\w$]{1,80})\s{0,4}\.\s{0,4}(?:textContent|inner(?:HTML|Text)|outerHTML|append|nodeValue|value)\b/g,
  ))
    words.add(name!);
  for (const [, name] of text.matchAll(/By(?:Class)?Name\(\s{0,4}["'`]([\w-]{1,80})/g)) classes.add(name!);
  return { words, classes };
}
