import { attribute, parentOf, textOfElement, within } from "../tree/dom.ts";
import type { HtmlDocument, HtmlElement } from "../tree/dom.ts";
import { isProgram } from "../tree/scripts.ts";
import type { Programs } from "../tree/scripts.ts";
import { holdsOnScreen } from "./media.ts";

/** What a page says about itself, even where the author put it in the wrong place. */
export interface Head extends Programs {
  /** The `title` and `meta` elements. */
  readonly descriptions: readonly HtmlElement[];
  /** Texts of the style sheets that are in the file. */
  readonly sheets: readonly string[];
  readonly hasLinkedSheet: boolean;
  readonly hasLinkedProgram: boolean;
  /** True for a page without a doctype or with an old one, which browsers lay out in quirks mode. */
  readonly isQuirky: boolean;
}

/** Attributes of `body` that hold a program which runs by itself or at a click anywhere. */
const events = ["onload", "onpageshow", "onclick"];

export function headOf(document: HtmlDocument): Head {
  const head = {
    descriptions: [] as HtmlElement[],
    sheets: [] as string[],
    programs: [] as string[],
    hasLinkedSheet: false,
    hasProgram: false,
    hasLinkedProgram: false,
    isQuirky: document["x-mode"] === "quirks",
  };
  let preferred: string | undefined;
  for (const element of within(document)) {
    if (isUnusedSheet(element)) continue;
    if (element.name === "title" || element.name === "meta") head.descriptions.push(element);
    else if (element.name === "body")
      head.programs.push(...events.flatMap((name) => attribute(element, name) ?? []));
    else if (element.name === "link") {
      const own = sheetWithin(attribute(element, "href") ?? "");
      if (own === undefined) head.hasLinkedSheet = true;
      else head.sheets.push(own);
    } else if (element.name === "style") {
      // Of sheets with titles, a browser uses only those with the first title (CSSOM 6.2).
      const title = attribute(element, "title") ?? "";
      if (title !== "") preferred ??= title;
      if (title === "" || title === preferred) head.sheets.push(textOfElement(element));
    } else if (element.name === "script" && isProgram(element)) {
      head.hasProgram = true;
      head.hasLinkedProgram ||= attribute(element, "src") !== undefined;
      head.programs.push(textOfElement(element));
    }
  }
  return head;
}

/** A style sheet that the page does not use: it is for another medium, is switched off, or stands in a template. */
function isUnusedSheet(element: HtmlElement): boolean {
  if (element.name !== "style" && element.name !== "link") return false;
  return isWithinTemplate(element) || !(element.name === "style" ? isCss(element) : isSheet(element));
}

/** The content of a template is a document of its own. */
function isWithinTemplate(element: HtmlElement): boolean {
  let here = element;
  for (let outer = parentOf(here); outer !== undefined; outer = parentOf(here)) here = outer;
  return here.name !== "html";
}

function isSheet(link: HtmlElement): boolean {
  const names = (attribute(link, "rel") ?? "").toLowerCase().split(/\s+/);
  const isUsed = attribute(link, "disabled") === undefined && holdsOnScreen(attribute(link, "media") ?? "");
  return names.includes("stylesheet") && !names.includes("alternate") && isUsed;
}

/** The sheet of a `data:` address is in the file itself (RFC 2397). */
export function sheetWithin(address: string): string | undefined {
  const [, base64, data] = /^\s*data:text\/css(?:;charset=[\w-]+)?(;base64)?,([^]*)$/i.exec(address) ?? [];
  if (data === undefined) return undefined;
  try {
    return base64 === undefined ? decodeURIComponent(data) : atob(data.trim());
  } catch {
    return undefined;
  }
}

function isCss(style: HtmlElement): boolean {
  const type = (attribute(style, "type") ?? "text/css").trim().toLowerCase();
  return (type === "" || type === "text/css") && holdsOnScreen(attribute(style, "media") ?? "");
}
