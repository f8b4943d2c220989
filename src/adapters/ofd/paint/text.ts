import type { Box } from "../../../model/index.ts";
import { characterOf } from "../../page/sheet/characters.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import type { Canvas, PaintedText } from "./canvas.ts";
import type { Paint } from "./colours.ts";
import { deltasOf } from "./deltas.ts";
import { lookOf } from "./look.ts";
import type { ObjectLook } from "./look.ts";
import type { ObjectSpace } from "./objects.ts";
import { isSymbolFont } from "../../word/symbols.ts";
import { childrenOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { isBelied, noteShape } from "./shapes.ts";
import { PLACEHOLDER, transformsOf, unitsOf, unitsWithoutCode } from "./units.ts";
import type { Unit } from "./units.ts";
import { isTrue, parsedNumber } from "../package/values.ts";

/** Millimetres (10.5 points); the size of text that states none. */
const USUAL_SIZE = 3.7;
/** Text smaller than this many points cannot be read. */
const SMALLEST = 1;
/** Advance in em of ideographs and of all other characters, where nothing more precise is known. */
const ADVANCE = { wide: 1, narrow: 0.5 } as const;
/**
 * In em: the ink of a point or comma, and the widest and the least advance of a digit or letter that leaves no gap, as
 * in Courier.
 */
const POINT = 0.28;
const NARROW = 0.66;
const LEAST = 0.2;
/** In em: after a smaller step, the next digit lies over this one, unless this one is a 1. */
const LEAST_DIGIT = 0.3;
/**
 * Only characters of numbers are noted: writers of packages without fonts number the shapes of ideographs as they like.
 */
const OF_NUMBERS = /^[\d\s.,+-]$/;
const OF_ONE_NUMBER = /^[\d０-９\s.,+\u2010-\u2015\u2212-]$/;
/**
 * The smaller of a glyph's width and height as a part of the larger: below the first, it is only a line; below the
 * second, hardly a digit.
 */
const SQUEEZED = 0.04;
const NARROWED = 0.2;

/** Paints the characters of a text object where its text codes put them (GB/T 33190 11). */
export function paintText(element: OfdElement, space: ObjectSpace, canvas: Canvas): void {
  const look = lookOf(element, { fill: true, stroke: false }, space.resources, space.drawParam);
  const { attributes } = element;
  const size = Math.abs(parsedNumber(attributes["Size"], USUAL_SIZE));
  const style = styleOf(element, space, look, size);
  const from = paintedText(space, look, style, canvas.order);
  const wide = size * Math.abs(parsedNumber(attributes["HScale"], 1));
  const transforms = transformsOf(element);
  const resource = space.resources.get(attributes["Font"]);
  const font: FontOfText = {
    resource: resource ?? attributes["Font"] ?? "",
    program: space.resources.fontFile(attributes["Font"]),
    isOfSymbols: isSymbolFont(fontName(resource)),
  };
  // The reading direction changes the order of characters in some programs, and nothing in others.
  const turned = parsedNumber(attributes["ReadDirection"], 0) % 360 !== 0;
  // The last character may not reach beyond its object's box.
  const left = attributes["CTM"] === undefined ? (space.written?.[2] ?? 0) : 0;
  let x = 0;
  let y = 0;
  const written = childrenOf(element, "TextCode");
  let codes = 0;
  for (const [place, code] of written.entries()) {
    const own = unitsOf(code.text, transforms, codes);
    codes += own.length;
    const units = place < written.length - 1 ? own : [...own, ...unitsWithoutCode(transforms, codes)];
    x = parsedNumber(code.attributes["X"], x);
    y = parsedNumber(code.attributes["Y"], y);
    const steps = stepsOf(code, units, wide);
    const last = units.findLastIndex(({ text }) => text.trim() !== "");
    const moved = turned ? "moved-text" : undefined;
    const why = last > steps.given ? "unplaced-text" : moved;
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
      if (glyph.text !== "") canvas.texts.push({ glyph, from, belied });
      px += steps.across(index);
      py += steps.down(index);
    }
  }
}

interface FontOfText {
  readonly resource: OfdElement | string;
  /** The name of the part with its program, or null. */
  readonly program: string | null;
  readonly isOfSymbols: boolean;
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

/** The name without the prefix of a font that is embedded only in part: `ABCDEF+Wingdings-Regular`. */
function fontName(font: OfdElement | undefined): string | undefined {
  return font?.attributes["FontName"]?.replace(/^[A-Z]{6}\+/, "").replace(/-Regular$/, "");
}

interface Steps {
  /** The step from a character to the next, in the object's space; its usual advance where the file states none. */
  readonly across: (index: number) => number;
  readonly down: (index: number) => number;
  /** For how many characters the file states a step. */
  readonly given: number;
  /** The width of the character itself; `left` is the room up to the end of its object's box. */
  readonly lengthOf: (index: number, left: number) => number;
}

/** `wide` is the width of one em. */
function stepsOf({ attributes }: OfdElement, units: readonly Unit[], wide: number): Steps {
  const needed = Math.max(0, units.length - 1);
  const across = deltasOf(attributes["DeltaX"], needed);
  const down = deltasOf(attributes["DeltaY"], needed);
  const given = Math.max(across.length, down.length);
  const advanceOf = (text: string): number => wide * (isWide(text) ? ADVANCE.wide : ADVANCE.narrow);
  return {
    across: (index) => (index < given ? (across[index] ?? 0) : advanceOf(units[index]!.text)),
    down: (index) => down[index] ?? 0,
    given,
    lengthOf: (index, left) => {
      const { text } = units[index]!;
      const advance = advanceOf(text);
      if (index >= given) return within(left, LEAST * wide, advance, advance);
      const step = across[index] ?? 0;
      if (isWide(text)) return within(step, 0, advance, advance);
      return within(step, /[02-9]/.test(text) ? LEAST_DIGIT * wide : 0, NARROW * wide, advance);
    },
  };
}

/** The room of a character, where it can be the character's advance; otherwise the usual advance. */
function within(room: number, least: number, most: number, usual: number): number {
  return room > least && room <= most ? room : usual;
}

interface Style {
  /** Height of the text on the page, in points. */
  readonly high: number;
  /** Points on the page per unit of the object's space, in the direction of writing. */
  readonly along: number;
  /** Clockwise degrees on the page. */
  readonly angle: number;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly mirrored: boolean;
  /** Squeezed to a line, so that nothing of the text can be seen. */
  readonly squeezed: boolean;
  /** Squeezed so far that the text can hardly be read. */
  readonly narrow: boolean;
}

function styleOf(element: OfdElement, space: ObjectSpace, look: ObjectLook, size: number): Style {
  const [a, b, c, d] = space.matrix;
  const { attributes } = element;
  const scale = parsedNumber(attributes["HScale"], 1);
  const along = Math.hypot(a, b);
  const wide = along * Math.abs(scale);
  const above = Math.abs(a * d - b * c) / Math.max(Number.MIN_VALUE, along);
  const part = Math.min(wide, above) / Math.max(Number.MIN_VALUE, wide, above);
  const font = space.resources.get(attributes["Font"])?.attributes;
  const { colour, alpha } = paintedBy(look) ?? { colour: undefined, alpha: 0 };
  const turn = parsedNumber(attributes["CharDirection"], 0);
  return {
    high: size * Math.hypot(c, d),
    along,
    angle: snapped(((Math.atan2(b, a) * 180) / Math.PI + turn + 720) % 360),
    bold:
      parsedNumber(attributes["Weight"], 400) >= 600 || isTrue(font?.["Bold"]) || look.stroke !== undefined,
    faint: (colour !== undefined && Math.min(...colour) >= 170) || alpha * space.alpha < 0.59,
    mirrored: (a * d - b * c) * scale * parsedNumber(attributes["Size"], 1) < 0,
    squeezed: part < SQUEEZED,
    narrow: part < NARROWED,
  };
}

/** Rounds to quarter turns: a slightly sheared line is still upright, a watermark is not. */
function snapped(angle: number): number {
  const quarter = Math.round(angle / 90) * 90;
  return Math.abs(angle - quarter) <= 5 ? quarter % 360 : Math.round(angle);
}

/** `x`, `y` is the origin and `length` the advance, both in the object's space. */
function glyphAt(
  unit: Unit,
  x: number,
  y: number,
  length: number,
  [a, b, c, d, e, f]: Matrix,
  { high, along, angle, bold, faint, mirrored, narrow }: Style,
  doubt: string | undefined,
): Glyph {
  const px = a * x + c * y + e;
  const py = b * x + d * y + f;
  const long = length * along;
  const { text, unreadable } = characterOf(unit.text.codePointAt(0) ?? 0, unit.unreadable);
  const why = mirrored ? "mirrored" : (doubt ?? (narrow ? "barely-visible" : undefined));
  const level = angle !== 90 && angle !== 270;
  const start = (level ? px : py) - (angle === 180 || angle === 270 ? long : 0);
  const glyph: Glyph = {
    text,
    box: inkOf(text, angle, px, py, long, high),
    start,
    end: start + long,
    baseline: level ? py : px,
    size: high,
    angle,
    bold,
    faint,
    unreadable,
    cut: false,
  };
  return why !== undefined && /[\d０-９]/.test(text) ? { ...glyph, doubt: why } : glyph;
}

/** The approximate box of a character's ink: the file need not contain the font. */
function inkOf(text: string, angle: number, x: number, y: number, long: number, high: number): Box {
  const wide = isWide(text);
  const ink = !wide && /[.,:;'|]/.test(text) ? Math.min(long, POINT * high) : long;
  const above = (wide ? 0.84 : 0.7) * high;
  const below = (wide ? 0.12 : /[\d%]/.test(text) ? 0 : 0.15) * high;
  if (angle === 90) return [x - below, y, x + above, y + ink];
  if (angle === 180) return [x - ink, y - below, x, y + above];
  if (angle === 270) return [x - above, y - ink, x + below, y];
  return [x, y - above, x + ink, y + below];
}

function isWide(text: string): boolean {
  return text >= "\u2e80";
}

function paintedText(
  space: ObjectSpace,
  look: ObjectLook,
  { high, squeezed }: Style,
  order: number,
): PaintedText {
  const paint = paintedBy(look);
  return {
    paint: { colour: paint?.colour, alpha: (paint?.alpha ?? 0) * space.alpha },
    order,
    clip: space.clip,
    clips: space.clips,
    boundary: space.boundary,
    unseen: !space.visible || !look.visible || paint === undefined || high < SMALLEST || squeezed,
  };
}

/** The paint of letters; without a colour where their outlines have another colour than their insides. */
function paintedBy({ fill, stroke }: ObjectLook): Paint | undefined {
  if (fill === undefined || stroke === undefined || stroke.alpha === 0) return fill ?? stroke;
  if (fill.alpha === 0) return stroke;
  return fill.colour?.join() === stroke.colour?.join() ? fill : { colour: undefined, alpha: fill.alpha };
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
