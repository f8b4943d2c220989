import type { Resources } from "../package/resources.ts";
import type { Canvas, FontOfText } from "./canvas.ts";
import { lookOf } from "./look.ts";
import type { ObjectSpace } from "./objects.ts";
import { isSymbolFont } from "../../word/text/symbols.ts";
import { childrenOf, type OfdElement } from "../package/tree.ts";
import { isBelied, noteShape } from "./shapes.ts";
import { breaksNumber, PLACEHOLDER, transformsOf, unitsOf, unitsWithoutCode, type Unit } from "./units.ts";
import { isMiswritten, parsedNumber } from "../package/values.ts";
import { textStyleOf, paintedText } from "./text-style.ts";
import { stepsOf } from "./text-steps.ts";
import { glyphAt } from "./glyph.ts";

/** Millimetres (10.5 points); the size of text that states none. */
const USUAL_SIZE = 3.7;
/** Text of no size, or of one beyond the page or this many times as wide as high: programs show it as they like. */
const BROADEST = 20;
const USUAL = { Size: String(USUAL_SIZE), HScale: "1" };

/**
 * Only characters of numbers are noted: writers of packages without fonts number the shapes of ideographs as they like.
 */
const OF_NUMBERS = /^[\d\s.,+-]$/;

const OF_ONE_NUMBER = /^[\d０-９\s.,+\u2010-\u2015\u2212-]$/;

/** Paints the characters of a text object where its text codes put them (GB/T 33190 11). */
export function paintText(given: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  const element = inSize(given, space, canvas);
  const look = lookOf(element, { fill: true, stroke: false }, space.resources, space.drawParams);
  const { attributes } = element;
  const size = Math.abs(parsedNumber(attributes["Size"], USUAL_SIZE));
  const style = textStyleOf(element, space, look, size);
  const from = paintedText(space, look, style, canvas.order);
  const wide = size * Math.abs(parsedNumber(attributes["HScale"], 1));
  const transforms = transformsOf(element);
  const font = fontOf(attributes["Font"], space.resources, canvas);
  const disputed = element === given ? whyDisputed(element, space) : "barely-visible";
  // The last character may not reach beyond its object's box.
  const left = attributes["CTM"] === undefined ? (space.written?.[2] ?? 0) : 0;
  let x = 0;
  let y = 0;
  const written = childrenOf(element, "TextCode");
  let codes = 0;
  for (const [place, code] of written.entries()) {
    const own = unitsOf(code.text, transforms, codes);
    codes += own.length;
    const isLast = place === written.length - 1;
    const units = isLast ? [...own, ...unitsWithoutCode(transforms, codes)] : own;
    const { X, Y } = code.attributes;
    if (isAnywhere(code, place)) canvas.doubt = "moved-text";
    x = parsedNumber(X, x);
    y = parsedNumber(Y, y);
    const steps = stepsOf(code, units, wide);
    const last = units.findLastIndex(({ text }) => text.trim() !== "");
    const why = last > steps.given || breaksNumber(code.text) ? "unplaced-text" : disputed;
    let px = x;
    let py = y;
    for (let index = 0; index < units.length; index++) {
      const unit = units[index]!;
      if (canvas.budget.glyphs-- <= 0) return;
      const length = steps.lengthOf(index, left - px);
      const isLie = draws(font, unit, canvas);
      const shown = asDrawn(unit, font, isLie);
      const glyph = glyphAt(shown, px, py, length, space.matrix, style, why ?? unit.doubt);
      const belied = isLie ? always : beliedBy(unit, font.resource, canvas);
      if (glyph.text !== "") canvas.texts.push({ glyph, colour: from.paint.colour, from, belied });
      px += steps.across(index);
      py += steps.down(index);
    }
  }
}

/** Whether a code does not say where it stands: the first must state its line (GB/T 33190 11.3), others go on where it is. */
function isAnywhere({ attributes: { X, Y } }: OfdElement, place: number): boolean {
  return (place === 0 && (Y ?? "").trim() === "") || isMiswritten(X) || isMiswritten(Y);
}

/** The text itself, or the same in the usual size where no program can follow the size that it states. */
function inSize(element: OfdElement, { matrix }: ObjectSpace, { height }: Canvas): OfdElement {
  const { attributes } = element;
  const size = Math.abs(parsedNumber(attributes["Size"], USUAL_SIZE));
  const broad = Math.abs(parsedNumber(attributes["HScale"], 1));
  const high = size * Math.hypot(matrix[2], matrix[3]);
  const isFollowed = size > 0 && high <= height && broad > 0 && broad <= BROADEST;
  return isFollowed ? element : { ...element, attributes: { ...attributes, ...USUAL } };
}

/** Why programs may show an object's characters otherwise, whatever its codes say. */
function whyDisputed({ attributes }: OfdElement, space: ObjectSpace): string | undefined {
  // The reading direction changes the order of characters in some programs, and nothing in others.
  const isTurned = parsedNumber(attributes["ReadDirection"], 0) % 360 !== 0;
  if (isTurned || space.isMisplaced) return "moved-text";
  return space.isDisputed ? "hidden-text" : undefined;
}

/** What is known of a font; looked up once a page. */
function fontOf(id: string | undefined, resources: Resources, { fonts }: Canvas): FontOfText {
  const element = resources.get("Font", id);
  const resource = element ?? id ?? "";
  let font = fonts.get(resource);
  if (font === undefined) {
    font = { resource, program: resources.fontFile(id), isOfSymbols: isOfSymbols(element) };
    fonts.set(resource, font);
  }
  return font;
}

const always = (): boolean => true;

/** Whether a font in the package draws a character of a number as something else. */
function draws({ program }: FontOfText, unit: Unit, { lies }: Canvas): boolean {
  return program !== null && OF_ONE_NUMBER.test(unit.text) && lies(program, unit);
}

/** Marks what only the font can tell: a digit in a font of symbols, or a space that has ink. */
function asDrawn(unit: Unit, { isOfSymbols }: FontOfText, isLie: boolean): Unit {
  if (!isLie && !isOfSymbols) return unit;
  if (isLie && unit.text.trim() === "") return { ...unit, text: PLACEHOLDER, unreadable: true };
  return isLie || !/\d/.test(unit.text) ? unit : { ...unit, unreadable: true };
}

/** Whether a font draws symbols instead of characters, by its names or its character set (GB/T 33190 11.1). */
function isOfSymbols(font: OfdElement | undefined): boolean {
  if (font === undefined) return false;
  const { FontName, FamilyName, Charset } = font.attributes;
  return Charset === "symbol" || isSymbolFont(bareName(FontName)) || isSymbolFont(bareName(FamilyName));
}

/** The name without the prefix of a font that is embedded only in part: `ABCDEF+Wingdings-Regular`. */
function bareName(name: string | undefined): string | undefined {
  return name?.replace(/^[A-Z]{6}\+/, "").replace(/-Regular$/, "");
}

/** A test whether a digit's shape is also said to be another character; undefined where the file states no shape. */
function beliedBy(
  { shape, text }: Unit,
  font: OfdElement | string,
  { shapes }: Canvas,
): (() => boolean) | undefined {
  if (shape === undefined || !OF_NUMBERS.test(text)) return undefined;
  const notes = noteShape(shapes, font, shape, text);
  return /^\d$/.test(text) ? () => isBelied(notes, shape, text) : undefined;
}
