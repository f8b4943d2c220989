import type { Element } from "../dom.ts";
import { attributeColour, colourOf } from "./colour.ts";
import type { Declaration } from "./declarations.ts";

/** What tags and attributes say of looks, as weak as a browser holds them (HTML 15.2 and 15.3). */
export function hintsOf(element: Element): readonly Declaration[] {
  if (isPlain(element)) return NONE;
  const found: Declaration[] = [];
  const add = (property: string, value: string) => found.push({ property, value, isImportant: false });
  for (const [property, value] of tags.get(element.name) ?? []) add(property, value);
  for (const name in element.attribs) {
    const value = element.attribs[name]!;
    if (name === "hidden")
      add(
        value.toLowerCase() === "until-found" ? "content-visibility" : "display",
        value.toLowerCase() === "until-found" ? "hidden" : "none",
      );
    else if (name === "popover") add("display", "none");
    else if (name === "bgcolor") colour("background-color", value);
    else if (name === "background" && value.trim() !== "") add("background-image", `url(${value})`);
    else if (name === "dir" && /^(?:rtl|ltr)$/i.test(value)) {
      add("direction", value.toLowerCase());
      if (element.name === "bdo") add("unicode-bidi", "bidi-override");
    } else if (name === "color" && element.name === "font") colour("color", value);
    else if (name === "text" && element.name === "body") colour("color", value);
    else if (name === "size" && element.name === "font") fontSize(value);
    else if (name === "face" && element.name === "font") add("font-family", value);
    else if (name === "href" && element.name === "a") add("color", "#0000ee");
  }
  return found;

  function colour(property: string, value: string): void {
    const text = attributeColour(value);
    if (colourOf(text) !== undefined) add(property, text);
  }
  function fontSize(value: string): void {
    const [, sign, digits] = /^\s*([-+]?)(\d{1,3})/.exec(value) ?? [];
    if (digits === undefined) return;
    const step = sign === "-" ? 3 - Number(digits) : sign === "+" ? 3 + Number(digits) : Number(digits);
    add("font-size", sizes[Math.min(7, Math.max(1, step))]!);
  }
}

const NONE: readonly Declaration[] = [];
const telling = new Set("hidden popover bgcolor background dir color text size face href".split(" "));

function isPlain({ name, attribs }: Element): boolean {
  if (tags.has(name)) return false;
  for (const one in attribs) if (telling.has(one)) return false;
  return true;
}

const sizes = ["", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"];

const struck = [["text-decoration-line", "line-through"]] as const;
const verbatim = [["white-space", "pre"]] as const;
const tags = new Map<string, readonly (readonly [string, string])[]>([
  ["s", struck],
  ["del", struck],
  ["strike", struck],
  ["pre", verbatim],
  ["listing", verbatim],
  ["xmp", verbatim],
  ["plaintext", verbatim],
  ["textarea", verbatim],
  ["small", [["font-size", "smaller"]]],
  ["big", [["font-size", "larger"]]],
  ["sup", [["font-size", "smaller"]]],
  ["sub", [["font-size", "smaller"]]],
  ["mark", [["background-color", "yellow"]]],
  ["h1", [["font-size", "2em"]]],
  ["h2", [["font-size", "1.5em"]]],
  ["h3", [["font-size", "1.17em"]]],
  ["h5", [["font-size", ".83em"]]],
  ["h6", [["font-size", ".67em"]]],
]);
