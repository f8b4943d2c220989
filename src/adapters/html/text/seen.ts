import { holdsWord } from "../../../printed/words.ts";
import { children, isElement, isText, parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { isSymbolFont, symbolText } from "../../word/text/symbols.ts";
import { blend, contrast, colourDistance, luminance } from "../style/colour.ts";
import type { Colour } from "../style/colour.ts";
import { lengthOf } from "../style/length.ts";
import type { Declared } from "../style/cascade.ts";
import type { ElementLook } from "../style/look.ts";
import type { DocumentStyles } from "../style/styles.ts";

/** Text below these values may not be readable: opacity, pixels, contrast ratio, distance of colours in RGB. */
const FAINT = { opacity: 0.3, size: 4, contrast: 1.35, distance: 80 };

/** Luminance; on a picture of unknown lightness only darker text is sure to be readable. */
const LIGHT = 0.5;

/** True if the style of a text leaves open whether it is seen. */
export function isFaint(look: ElementLook): boolean {
  if (look.opacity < FAINT.opacity || look.size < FAINT.size) return true;
  const { colour, grounds, isPictured, tones } = look;
  if (colour === undefined) return true;
  if ((isPictured || grounds.length === 0) && luminance(colour) > LIGHT) return true;
  const isLost = (ground: Colour) => {
    const ink = blend(colour, ground);
    return contrast(ink, ground) < FAINT.contrast && colourDistance(ink, ground) < FAINT.distance;
  };
  return grounds.some(isLost) || tones.some(isLost);
}

/**
 * True if it is unknown what the digits look like: they are in a symbol font, or in a font that comes with the page and
 * is not that of the labels.
 */
export function isOddFont(
  text: string,
  { font }: ElementLook,
  cell: HtmlElement,
  styles: DocumentStyles,
): boolean {
  if (isSymbolFont(font)) return symbolText(font, text) !== text;
  if (styles.digitFonts.has(font)) return true;
  if (!styles.ownFonts.has(font)) return false;
  for (let here = parentOf(cell); here !== undefined; here = parentOf(here)) {
    const fonts = styles.once(fontsOfLabels, here);
    if (fonts.size > 0) return !fonts.has(font);
    if (here.name === "table") break;
  }
  return true;
}

/**
 * The fonts of the Chinese text in a row or table: a font that the labels beside a number use too was not made to
 * disguise digits.
 */
function fontsOfLabels(table: HtmlElement, styles: DocumentStyles): ReadonlySet<string> {
  const fonts = new Set<string>();
  const waiting: HtmlElement[] = [table];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop())
    for (const child of children(here))
      if (isElement(child)) waiting.push(child);
      else if (isText(child) && holdsWord(child.data)) fonts.add(styles.of(here).font);
  return fonts;
}

/** Shares of the text's size: the least width of a digit, and the height of the part of a line that digits take. */
const DIGIT = { width: 0.45, height: 0.7 };

/** True if a box cuts off part of the text. */
export function isCut(text: string, lines: number, { room, size }: ElementLook): boolean {
  return room.width < text.length * size * DIGIT.width || room.height < (lines - 1 + DIGIT.height) * size;
}

/**
 * True if the text's own ground ends before the number does, and the text has the colour of the page beyond it: white
 * digits on a round or narrow box.
 */
export function runsOffGround(
  text: string,
  owner: HtmlElement,
  cell: HtmlElement,
  styles: DocumentStyles,
): boolean {
  const look = styles.of(owner);
  for (let here = owner; ; here = parentOf(here)!) {
    const { own, size } = styles.of(here);
    const around = parentOf(here);
    if (around === undefined) return false;
    if (own.has("background-color") || own.has("background-image")) {
      const isShort = isNarrow(text, look.size, own, size, here === cell) || isRound(own, size);
      return isShort && isFaint({ ...look, grounds: styles.of(around).grounds, isPictured: false });
    }
    if (here === cell) return false;
  }
}

/** True if a box is narrower than its text; a cell never is, because it grows with its text. */
function isNarrow(text: string, size: number, own: Declared, em: number, isCell: boolean): boolean {
  if (isCell) return false;
  const width = Math.min(
    ...["width", "max-width"].map((name) => lengthOf(own.get(name), em, Infinity) ?? Infinity),
  );
  return width < text.length * size * DIGIT.width;
}

/** True if the corners take half of each side, and the padding at the ends of the number is too small for them. */
function isRound(own: Declared, size: number): boolean {
  const radius = own.get("border-radius");
  if (radius === undefined || !/(?:^|\D)(?:[5-9]\d|100)(?:\.\d{1,9})?%/.test(radius)) return false;
  const inner = ["padding-left", "padding-right"].map((name) => lengthOf(own.get(name), size, size) ?? 0);
  return Math.min(...inner) < ROOM_IN_ROUND * size;
}

/** Share of the text's size; padding of this much at the ends keeps the digits out of the corners. */
const ROOM_IN_ROUND = 0.25;

/** True if a class has a name by which a sheet outside the file may hide the element. */
export function isCalledHidden(owner: HtmlElement, cell: HtmlElement): boolean {
  for (let here: HtmlElement | undefined = owner; here !== undefined; here = parentOf(here)) {
    if ((here.attribs["class"] ?? "").split(/\s+/).some((name) => hiding.test(name) && !other.test(name)))
      return true;
    if (here === cell) break;
  }
  return false;
}

const hiding =
  /(?:^|[_-])(?:hid(?:e|den)|sr-only|visually-hidden|d-none|dn|none|invisible|off-?screen)(?=$|[_-])/i;

/**
 * Classes that only hide on telephones or on paper, or do not hide text: `hidden-xs`, `overflow-hidden`, `border-none`.
 */
const other =
  /hid(?:e|den)[_-](?:xs|sm|md|lg|xl|print|phone|tablet|mobile)|(?:overflow|scroll(?:bar)?|border|bd|list|bg|float|margin|padding|decoration|outline|shadow|wrap|user-select)(?:-[xytrbl])?[_-](?:hidden|none)/i;
