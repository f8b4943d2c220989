import type { HtmlElement } from "../tree/dom.ts";
import { attributeColour, colourOf } from "./colour.ts";
import type { Declaration } from "./declarations.ts";

/**
 * What tags and attributes say about the look of an element; browsers rank these below every style sheet (HTML 15.2 and
 * 15.3).
 */
export function hintsOf(element: HtmlElement): readonly Declaration[] {
  if (isPlain(element)) return NONE;
  const found: Hint[] = [...(tags.get(element.name) ?? [])];
  for (const name in element.attribs)
    found.push(...(attributes.get(name)?.(element.attribs[name]!, element.name) ?? []));
  return found.map(([property, value]) => ({ property, value, isImportant: false }));
}

type Hint = readonly [property: string, value: string];

const NONE: readonly Declaration[] = [];

function isPlain({ name, attribs }: HtmlElement): boolean {
  if (tags.has(name)) return false;
  for (const one in attribs) if (attributes.has(one)) return false;
  return true;
}

/** For each attribute, the declarations that its value stands for on an element of this tag. */
const attributes = new Map<string, (value: string, tag: string) => readonly Hint[]>([
  ["hidden", hiding],
  [
    "popover",
    () => [
      ["display", "none"],
      ["position", "fixed"],
      ["background-color", "white"],
      // It stands amid the window.
      ...["top", "right", "bottom", "left"].map((side): Hint => [side, "0"]),
    ],
  ],
  ["bgcolor", (value) => colour("background-color", value)],
  ["background", (value) => (value.trim() === "" ? [] : [["background-image", `url(${value})`]])],
  ["dir", direction],
  ["color", (value, tag) => (tag === "font" ? colour("color", value) : [])],
  ["text", (value, tag) => (tag === "body" ? colour("color", value) : [])],
  ["size", (value, tag) => (tag === "font" ? fontSize(value) : [])],
  ["face", (value, tag) => (tag === "font" ? [["font-family", value]] : [])],
  ["width", (value, tag) => (tag === "table" && /^\s*[1-9]/.test(value) ? [["width", value]] : [])],
  ["href", (_, tag) => (tag === "a" ? [["color", "#0000ee"]] : [])],
]);

function hiding(value: string): readonly Hint[] {
  return value.toLowerCase() === "until-found" ? [["content-visibility", "hidden"]] : [["display", "none"]];
}

function direction(value: string, tag: string): readonly Hint[] {
  if (!/^(?:rtl|ltr)$/i.test(value)) return [];
  const hint: Hint = ["direction", value.toLowerCase()];
  return tag === "bdo" ? [hint, ["unicode-bidi", "bidi-override"]] : [hint];
}

function colour(property: string, value: string): readonly Hint[] {
  const text = attributeColour(value);
  return colourOf(text) === undefined ? [] : [[property, text]];
}

function fontSize(value: string): readonly Hint[] {
  const [, sign, digits] = /^\s*([-+]?)(\d{1,3})/.exec(value) ?? [];
  if (digits === undefined) return [];
  const step = sign === "-" ? 3 - Number(digits) : sign === "+" ? 3 + Number(digits) : Number(digits);
  return [["font-size", sizes[Math.min(7, Math.max(1, step))]!]];
}

const sizes = ["", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large"];

const struck = [["text-decoration-line", "line-through"]] as const;
const verbatim = [["white-space", "pre"]] as const;
const tags = new Map<string, readonly Hint[]>([
  ["s", struck],
  ["del", struck],
  ["strike", struck],
  ["pre", verbatim],
  ["listing", verbatim],
  ["xmp", verbatim],
  ["plaintext", verbatim],
  ["textarea", [...verbatim, ["overflow", "hidden"]]],
  ["input", [["overflow", "hidden"]]],
  [
    "dialog",
    [
      ["position", "absolute"],
      ["background-color", "white"],
    ],
  ],
  ["small", [["font-size", "smaller"]]],
  ["big", [["font-size", "larger"]]],
  ["sup", [["font-size", "smaller"]]],
  ["sub", [["font-size", "smaller"]]],
  ["marquee", [["animation-name", "marquee"]]],
  ["mark", [["background-color", "yellow"]]],
  ["h1", [["font-size", "2em"]]],
  ["h2", [["font-size", "1.5em"]]],
  ["h3", [["font-size", "1.17em"]]],
  ["h5", [["font-size", ".83em"]]],
  ["h6", [["font-size", ".67em"]]],
]);
