import { parseColour, isFaintOnGround, white } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { Attributes } from "../package/xml.ts";
import { showsNumber } from "../sheet/stored-number.ts";

/** Formats of numbers and texts (ODF 1.3 part 3, 16.29): how a program paints what is stored. */
export interface OdsDataStyles {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (text: string, path: readonly string[]) => void;
  /**
   * Why a cell of this format may show something other than the text kept beside its number; `number` is null for a
   * text.
   */
  readonly doubt: (
    style: string | undefined,
    shown: { readonly text: string; readonly number: number | null; readonly ground: Rgb | null },
  ) => string | undefined;
  /** True for a style that paints the digits of a number and nothing beside them. */
  readonly isPlain: (style: string | undefined) => boolean;
}

interface DataStyle {
  readonly isOfText: boolean;
  /** It paints the number or the text; a style of fixed words alone paints neither. */
  paints: boolean;
  /** Numbers that are rounded to nought are painted as nothing: neither integer digits nor decimals are called for. */
  leavesOutZero: boolean;
  /** It paints other signs than the digits of the number: a date, a truth, a power of ten, other numerals. */
  isOther: boolean;
  /** It paints a percentage. */
  readonly isShare: boolean;
  /** The number is divided by this before it is painted. */
  factor: number;
  /** Fixed words around the number. */
  words: string;
  colour: Rgb | null;
  /** A repeated character fills the cell before the digits. */
  fills: boolean;
  /** The most decimals it paints; undefined where it states none. */
  decimals: number | undefined;
  /** The styles that conditions put in place of this one. */
  readonly instead: { readonly style: string; readonly condition: string }[];
}

const kinds = /^number:(?:number|currency|percentage|date|time|boolean|text)-style$/;
const painters: ReadonlySet<string> = new Set(
  ["number", "scientific-number", "fraction", "text-content"].map((name) => `number:${name}`),
);
/** At most so many characters of one style's words are kept. */
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
          ...{
            isOfText,
            paints: /date|time|boolean/.test(name),
            isOther: /date|time|boolean/.test(name) || hasNumerals(attributes),
            isShare: name === "number:percentage-style",
            leavesOutZero: false,
            factor: 1,
            words: "",
            colour: null,
          },
          ...{ fills: false, decimals: undefined, instead: [] },
        };
        styles.set(attributes["style:name"] ?? "", open);
      } else if (open === null) return;
      else if (painters.has(name)) {
        open.paints = true;
        open.leavesOutZero =
          attributes["number:min-integer-digits"] === "0" && attributes["number:decimal-places"] === "0";
        open.isOther ||= name === "number:scientific-number";
        open.factor = Number(attributes["number:display-factor"] ?? 1) || 1;
        const decimals = Number(attributes["number:decimal-places"] ?? Number.NaN);
        if (name === "number:number" && Number.isInteger(decimals)) open.decimals = decimals;
      } else if (name === "style:text-properties")
        open.colour = parseColour(attributes["fo:color"]?.replace("#", ""));
      else if (name === "style:map")
        open.instead.push({
          style: attributes["style:apply-style-name"] ?? "",
          condition: attributes["style:condition"] ?? "",
        });
      else if (!name.startsWith("number:")) open = null;
      inFill = name === "number:fill-character";
    },
    text: (text, path) => {
      const holder = path[path.length - 1];
      if (open === null) return;
      if (holder === "number:text" && open.words.length < longest) open.words += text;
      if (holder === "number:fill-character" && inFill) open.fills ||= text.trim() !== "";
    },
    isPlain: (name) => {
      const own = styles.get(name ?? "");
      if (own === undefined) return true;
      const { paints, leavesOutZero, isOther, isShare, factor, words, colour, fills, instead } = own;
      const isChanged = !paints || leavesOutZero || isOther || isShare || fills || colour !== null;
      return !isChanged && factor === 1 && !/[\p{L}\p{N}]/u.test(words) && instead.length === 0;
    },
    doubt: (name, shown) => {
      const own = styles.get(name ?? "");
      if (own === undefined)
        return shown.number === null || showsNumber(shown.text, shown.number) ? undefined : "number-format";
      // A text is changed only by a format for texts; other formats paint it as it is.
      if (shown.number === null && !own.isOfText) return undefined;
      const candidates = shown.number === null ? [own] : usedFor(own, shown.number, styles);
      if (losesSign(own, shown, candidates)) return "number-format";
      if (candidates.some((style) => agrees(style, shown))) return undefined;
      return candidates.some(({ paints }) => paints) ? "number-format" : "unseen-text";
    },
  };
}

/** A style that is used for negative numbers alone paints no sign that it does not state. */
function losesSign(
  { instead }: DataStyle,
  { text, number }: Parameters<OdsDataStyles["doubt"]>[1],
  used: readonly DataStyle[],
): boolean {
  if (number === null || number >= 0 || !/^[-−(]/.test(text.trim())) return false;
  const isOfPositive = instead.some(({ condition }) => /^\s?value\(\)\s?>=?\s?0$/.test(condition));
  return isOfPositive && !used.some(({ words }) => /[-−(]/.test(words));
}

/** Whether a style paints numerals of other scripts (number:transliteration-format, 19.366). */
function hasNumerals(attributes: Attributes): boolean {
  return !/^[1１]?$/.test(attributes["number:transliteration-format"] ?? "");
}

/** The style that paints this number; all that may do so where a condition is not understood. */
function usedFor(
  own: DataStyle,
  number: number,
  styles: ReadonlyMap<string, DataStyle>,
): readonly DataStyle[] {
  const named = (name: string): readonly DataStyle[] => [styles.get(name)].filter((one) => one !== undefined);
  for (const { style, condition } of own.instead) {
    const isMet = holds(condition, number);
    if (isMet === undefined) return [own, ...own.instead.flatMap((other) => named(other.style))];
    if (isMet) return named(style);
  }
  return [own];
}

/** Whether a condition such as `value()>=0` is met (ODF 1.3 part 3, 19.471); undefined where it is not understood. */
function holds(condition: string, number: number): boolean | undefined {
  const [, sign, limit] =
    /^\s?value\(\)\s?([<>!=]{1,2})\s?(-?\d{1,20}(?:\.\d{1,20})?)\s?$/.exec(condition) ?? [];
  const apart = number - Number(limit);
  if (sign === ">=") return apart >= 0;
  if (sign === "<=") return apart <= 0;
  if (sign === ">") return apart > 0;
  if (sign === "<") return apart < 0;
  if (sign === "=") return apart === 0;
  return sign === "!=" || sign === "<>" ? apart !== 0 : undefined;
}

/** Whether this style would paint what the text says. */
function agrees(
  { paints, leavesOutZero, isOther, isShare, factor, words, colour, fills, isOfText, decimals }: DataStyle,
  { text, number, ground }: Parameters<OdsDataStyles["doubt"]>[1],
): boolean {
  if (number !== null && (isOther || (isShare && !/[%％]/.test(text)))) return false;
  if (!paints || fills || (number !== null && isOfText)) return false;
  if (leavesOutZero && number !== null && Math.abs(number / factor) < 0.5) return false;
  if (colour !== null && isFaintOnGround(colour, ground ?? white)) return false;
  const said = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!said.every((word) => text.includes(word))) return false;
  // The number is rounded to the decimals of its style, whatever text was kept.
  const written = /\d[.．](\d+)/.exec(text)?.[1]?.length ?? 0;
  if (decimals !== undefined && written > decimals) return false;
  return number === null || showsNumber(text, number / factor);
}
