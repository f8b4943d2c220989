import type { InkColour } from "../../page/ink/subpath.ts";
import type { Resources } from "../package/resources.ts";
import { childOf, childrenOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { parsedNumber } from "../package/values.ts";

/** `colour` is undefined for patterns and shadings; `alpha` ranges from 0 to 1. */
export interface Paint {
  readonly colour: InkColour | undefined;
  readonly alpha: number;
}

export const BLACK_PAINT: Paint = { colour: [0, 0, 0], alpha: 1 };

/** What cannot be told from the file; whatever it is, it may cover. */
export const UNKNOWN_PAINT: Paint = { colour: undefined, alpha: 1 };

const PATTERNS = new Set(["Pattern", "AxialShd", "RadialShd", "GouraudShd", "LaGouraudShd"]);

/** CT_Color (GB/T 33190 8.3.2). */
export function paintOf(element: OfdElement, resources: Resources): Paint {
  const { attributes, children } = element;
  const alpha = alphaOf(attributes["Alpha"]);
  if (alpha === undefined) return UNKNOWN_PAINT;
  if (children.some(({ name }) => PATTERNS.has(name))) return { colour: undefined, alpha };
  const space = resources.colourSpace(attributes["ColorSpace"]);
  const isByIndex = attributes["Value"] === undefined && attributes["Index"] !== undefined;
  const value = isByIndex ? indexed(space, attributes["Index"]) : attributes["Value"];
  if (value === undefined) return { colour: isByIndex ? undefined : [0, 0, 0], alpha };
  const most = 2 ** Math.min(16, parsedNumber(space?.attributes["BitsPerComponent"], 8)) - 1;
  const words = value.split(/[\s,]/).filter((word) => word !== "");
  const levels = words.map((word) => (255 * levelOf(word)) / most);
  if (!levels.every((level) => level >= 0 && level <= 255)) return { colour: undefined, alpha };
  const colour = colourOf(levels);
  const isKnown = LEVELS[space?.attributes["Type"]?.toUpperCase() ?? "RGB"] === levels.length;
  return { colour: isKnown || isBlackAnyway(levels, colour) ? colour : undefined, alpha };
}

/** How many levels a colour of each space has; a colour that names no space is of the first (GB/T 33190 8.3.1). */
const LEVELS: Readonly<Record<string, number>> = { RGB: 3, GRAY: 1, CMYK: 4 };

/** Whether a colour with too few or too many levels is black, whichever levels a program takes. */
function isBlackAnyway(levels: readonly number[], colour: InkColour | undefined): boolean {
  return levels.slice(0, 3).every((level) => level === 0) && colour?.every((level) => level === 0) === true;
}

/** Opacity from 0 to 1; the file states it as a whole number from 0 to 255. Undefined for anything else. */
export function alphaOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return 1;
  const level = Number(text);
  return Number.isInteger(level) && level >= 0 && level <= 255 ? level / 255 : undefined;
}

function indexed(space: OfdElement | undefined, index: string | undefined): string | undefined {
  const palette = space === undefined ? undefined : childOf(space, "Palette");
  if (palette === undefined || index === undefined) return undefined;
  return childrenOf(palette, "CV")[parsedNumber(index, 0)]?.text;
}

/** A level is a whole number, hexadecimal after a `#`; NaN for anything else, of which programs differ in what they make. */
function levelOf(word: string): number {
  const value = Number(word.startsWith("#") ? `0x${word.slice(1)}` : word);
  return Number.isInteger(value) ? value : NaN;
}

/** Grey, red-green-blue or cyan-magenta-yellow-black, depending on how many levels there are. */
function colourOf(levels: readonly number[]): InkColour | undefined {
  const [one, two, three, four] = levels;
  if (one === undefined) return [0, 0, 0];
  if (two === undefined) return [one, one, one];
  if (three === undefined) return undefined;
  if (four === undefined) return [one, two, three];
  const ink = (level: number): number => (255 - level) * (1 - four / 255);
  return [ink(one), ink(two), ink(three)];
}
