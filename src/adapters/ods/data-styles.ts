import { parseColour, isFaintOnGround, white } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes } from "../package/xml.ts";
import { showsNumber } from "../sheet/stored-number.ts";

/** Formats of numbers and texts (ODF 1.3 part 3, 16.29): what a program paints of what is stored. */
export interface OdsDataStyles {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (text: string, path: readonly string[]) => void;
  /** Why a cell of this format may show something else than the text kept beside its number; null for a text. */
  readonly doubt: (
    style: string | undefined,
    shown: { readonly text: string; readonly number: number | null; readonly ground: Rgb | null },
  ) => string | undefined;
}

interface DataStyle {
  readonly isOfText: boolean;
  /** It paints the number or the text at all. */
  paints: boolean;
  /** What the number is divided by. */
  factor: number;
  /** Fixed words around it. */
  words: string;
  colour: Rgb | null;
  /** A sign fills the cell before the digits. */
  fills: boolean;
  /** Styles that conditions put in its place. */
  readonly instead: string[];
}

const kinds = /^number:(?:number|currency|percentage|date|time|boolean|text)-style$/;
const painters: ReadonlySet<string> = new Set(
  ["number", "scientific-number", "fraction", "text-content"].map((name) => `number:${name}`),
);
/** Characters of one style's words that are kept. */
const longest = 200;

export function odsDataStyles(): OdsDataStyles {
  const styles = new Map<string, DataStyle>();
  let open: DataStyle | null = null;
  let inFill = false;
  return {
    open: (name, attributes) => {
      if (kinds.test(name)) {
        const isOfText = name === "number:text-style";
        open = {
          ...{ isOfText, paints: /date|time|boolean/.test(name), factor: 1, words: "", colour: null },
          ...{ fills: false, instead: [] },
        };
        styles.set(attributes["style:name"] ?? "", open);
      } else if (open === null) return;
      else if (painters.has(name)) {
        open.paints = true;
        open.factor = Number(attributes["number:display-factor"] ?? 1) || 1;
      } else if (name === "style:text-properties")
        open.colour = parseColour(attributes["fo:color"]?.replace("#", ""));
      else if (name === "style:map") open.instead.push(attributes["style:apply-style-name"] ?? "");
      else if (!name.startsWith("number:")) open = null;
      inFill = name === "number:fill-character";
    },
    text: (text, path) => {
      const holder = path[path.length - 1];
      if (open === null) return;
      if (holder === "number:text" && open.words.length < longest) open.words += text;
      if (holder === "number:fill-character" && inFill) open.fills ||= text.trim() !== "";
    },
    doubt: (name, shown) => {
      const own = styles.get(name ?? "");
      if (own === undefined)
        return shown.number === null || showsNumber(shown.text, shown.number) ? undefined : "number-format";
      // Texts are painted by a format of texts, where there is one; others leave them as they are.
      if (shown.number === null && !own.isOfText) return undefined;
      const all = [own, ...own.instead.flatMap((other) => styles.get(other) ?? [])];
      const candidates = shown.number === null ? [own] : all;
      if (candidates.some((style) => agrees(style, shown))) return undefined;
      return candidates.some(({ paints }) => paints) ? "number-format" : "unseen-text";
    },
  };
}

/** Whether the style paints what the text says. */
function agrees(
  { paints, factor, words, colour, fills, isOfText }: DataStyle,
  { text, number, ground }: Parameters<OdsDataStyles["doubt"]>[1],
): boolean {
  if (!paints || fills || (number !== null && isOfText)) return false;
  if (colour !== null && isFaintOnGround(colour, ground ?? white)) return false;
  const said = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!said.every((word) => text.includes(word))) return false;
  return number === null || showsNumber(text, number / factor);
}
