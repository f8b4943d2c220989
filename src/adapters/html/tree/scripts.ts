import { attribute, textOfElement } from "./dom.ts";
import type { HtmlElement } from "./dom.ts";

/** The programs of a page. */
export interface Programs {
  /** Programs in the file, including those in event attributes. */
  readonly programs: readonly string[];
  readonly hasProgram: boolean;
}

/** What the page's own programs may write into. */
export interface Scripts {
  /** True if a program names the element, or the element is blank and its attributes ask for a value. */
  mayFill(element: HtmlElement, isBlank: boolean): boolean;
  /** True if a program writes texts into the cells of a table. */
  readonly writesCells: boolean;
}

/** Characters of all programs of a page together; what lies beyond is not read and may write anywhere. */
const MAXIMUM_PROGRAM = 2_000_000;

export function scriptsOf({ programs, hasProgram }: Programs): Scripts {
  const all = programs.join("\n");
  const text = telling(all.slice(0, MAXIMUM_PROGRAM));
  let named: Names | undefined;
  return {
    writesCells:
      all.length > MAXIMUM_PROGRAM ||
      (text !== "" && ((writes.test(text) && cellAccess.test(text)) || rewritesPage.test(text))),
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
      for (const name in element.attribs) if (hasProgram && bindsText.test(name)) return true;
      if (!isBlank) return false;
      for (const name in element.attribs) {
        if (name.startsWith("data-") && !layout.test(name) && /\d/.test(element.attribs[name]!)) return true;
        if (binding.test(name)) return true;
      }
      return false;
    },
  };
}

/** Attributes by which frameworks fill an element: `v-text`, `ng-bind`, `x-text`, `:text`, `data-bind`. */
const binding = /^(?:v-|ng-|x-|:|@|data-bind|th:|ms-)/;
/** Those of them that replace the text that stands in the element. */
const bindsText = /^(?:[vx]-(?:text|html)|ng-bind|:(?:text|inner)|data-bind|th:u?text|ms-(?:text|html))/;
/** Attributes in which editors note measures, or numbers of their own for a part. */
const layout =
  /width|height|size|ratio|col|row|cell|line|indent|style|border|margin|align|index|key|mce|ke-|tools|brush|autoskip|darkmode|slate|lake|sheets|page|type|-id$|-v-|-[wh]$/i;
const writes =
  /(?:inner(?:HTML|Text)|textContent|nodeValue|\.data)\s{0,4}\+?=|\.(?:text|html)\((?!\s{0,9}\))|\.(?:append|replaceWith|insertAdjacentHTML|remove|hide)\(/;
/**
 * `document.body.innerHTML = document.body.innerHTML.replace(…)`; a program that only prints the page assigns
 * `innerHTML` without `replace`.
 */
const rewritesPage = /body\.innerHTML\s{0,4}=[^;\n]{0,200}\.replace\(/;
/** `t.rows[3].cells[1]`, `querySelectorAll("td")`, `$("#t td:eq(2)")`. */
const cellAccess = /\.cells\b|insertCell|["'`](?:[^"'`\n]{0,80}[\s>])?t[dh](?:[:.[#\s>][^"'`\n]{0,80})?["'`]/;

/**
 * The program without the steps that change no text of a cell: counters and menus that have a name of their own outside
 * it, the margins that a site gives its tables, and the page that is put aside for printing.
 */
function telling(program: string): string {
  return program
    .replace(decorating, (whole, _quote, given: string) => (unseen.test(given) ? whole : ""))
    .replace(named, (whole, selected: string, _quote, selector: string) =>
      ofCells.test(selector) ? whole : selected,
    )
    .replace(byId, "$1")
    .replace(/body\.innerHTML\s{0,4}=(?![^;\n]{0,200}\.replace\()/g, "");
}

/** `$("td").css({padding: "2px"})`, `.find("p").attr("align", "left")`. */
const decorating =
  /(?:\$|jQuery|\.find|\.children)\(\s{0,4}(["'])(?:(?!\1)[^\n]){1,120}\1\s{0,4}\)\.(?:css|attr|addClass|removeClass|removeAttr|width|height|wrap|hover|on|click)\(([^()]{0,300})/g;
const unseen = /display|visib|hid|none|opacity|color|position|clip|transform|size["']?\s?[:,]\s?["']?0/i;
/**
 * `$("#hits").html(`, `$(this).find("ul").hide(`: only the name of the part is kept, since the element is recognised by
 * it.
 */
const named =
  /((?:\$|jQuery|\.find|\.children|\.siblings)\(\s{0,4}(["'])((?:(?!\2)[^\n]){1,120})\2\s{0,4}\))\.(?:text|html|append|replaceWith|remove|hide)\(/g;
const byId =
  /(getElementById\(\s{0,4}["'][^"'\n]{1,80}["']\s{0,4}\))\s{0,4}\.(?:inner(?:HTML|Text)|textContent)\s{0,4}\+?=/g;
/** A selector that may match something within a cell. */
const ofCells = /(?:^|[\s>+~,])(?:\*|t[dhr]|table|tbody|span|b|i|em|p|div|font|strong)(?![\w-])/i;

/** True for a program within a cell that may write into the cell. */
export function writesText(script: HtmlElement): boolean {
  if (!isProgram(script)) return false;
  const isLinked = attribute(script, "src") !== undefined;
  return (
    isLinked || /write|inner|text|append|html|insert|current|parent|node|value/i.test(textOfElement(script))
  );
}

interface Names {
  /** Words within string literals, and names whose text is set. */
  readonly words: ReadonlySet<string>;
  /**
   * Classes and names that the program asks for: `.name` within a literal, `getElementsByClassName("name")`,
   * `…ByName("name")`.
   */
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

/** True for a script that runs; data blocks (`application/json`) and templates do nothing by themselves. */
export function isProgram(script: HtmlElement): boolean {
  const type = (attribute(script, "type") ?? "").trim().toLowerCase();
  return type === "" || type === "module" || /(?:java|ecma|j|live)script/.test(type);
}
