import { load } from "cheerio/slim";
import { attribute, textOf } from "./dom.ts";
import type { Document, Element } from "./dom.ts";
import { holdsOnScreen } from "./style/media.ts";

/** What a page says about itself, wherever a careless author put it. */
export interface Head {
  /** `title` and `meta`. */
  readonly descriptions: readonly Element[];
  /** Texts of the style sheets in the file. */
  readonly sheets: readonly string[];
  readonly hasLinkedSheet: boolean;
  /** Programs in the file, those of event attributes too. */
  readonly programs: readonly string[];
  readonly hasProgram: boolean;
  /** No doctype, or an old one: browsers lay the page out in quirks mode. */
  readonly isQuirky: boolean;
}

const events = ["onload", "onerror", "onclick", "onpageshow", "onreadystatechange"];

export function headOf(document: Document): Head {
  const $ = load(document);
  const found = $<Element, string>(
    ["title", "meta", "style", "link", "script", ...events.map((name) => `[${name}]`)].join(),
  );
  const head = {
    descriptions: [] as Element[],
    sheets: [] as string[],
    programs: [] as string[],
    hasLinkedSheet: false,
    hasProgram: false,
    isQuirky: document["x-mode"] === "quirks",
  };
  for (const element of found.get()) {
    for (const name of events) {
      const program = attribute(element, name);
      if (program !== undefined) head.programs.push(program);
    }
    if (element.name === "title" || element.name === "meta") head.descriptions.push(element);
    else if (element.name === "link") head.hasLinkedSheet ||= isSheet(element);
    else if (element.name === "style" && isCss(element)) head.sheets.push(textOf(element));
    else if (element.name === "script" && isProgram(element)) {
      head.hasProgram = true;
      head.programs.push(textOf(element));
    }
  }
  return head;
}

function isSheet(link: Element): boolean {
  const names = (attribute(link, "rel") ?? "").toLowerCase().split(/\s+/);
  const isUsed = attribute(link, "disabled") === undefined && holdsOnScreen(attribute(link, "media") ?? "");
  return names.includes("stylesheet") && !names.includes("alternate") && isUsed;
}

function isCss(style: Element): boolean {
  const type = (attribute(style, "type") ?? "text/css").trim().toLowerCase();
  return (type === "" || type === "text/css") && holdsOnScreen(attribute(style, "media") ?? "");
}

/** Data blocks (`application/json`) and templates do nothing by themselves. */
export function isProgram(script: Element): boolean {
  const type = (attribute(script, "type") ?? "").trim().toLowerCase();
  return type === "" || type === "module" || /(?:java|ecma|j|live)script/.test(type);
}
