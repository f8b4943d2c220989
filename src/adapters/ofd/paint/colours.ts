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

const PATTERNS = new Set(["Pattern", "AxialShd", "RadialShd", "GouraudShd", "LaGouraudShd"]);

/** CT_Color (GB/T 33190 8.3.2). */
export function paintOf(element: OfdElement, resources: Resources): Paint {
  const { attributes, children } = element;
  const alpha = alphaOf(attributes["Alpha"]);
  if (children.some(({ name }) => PATTERNS.has(name))) return { colour: undefined, alpha };
  const space = resources.get(attributes["ColorSpace"]);
  const isByIndex = attributes["Value"] === undefined && attributes["Index"] !== undefined;
  const value = isByIndex ? indexed(space, attributes["Index"]) : attributes["Value"];
  if (value === undefined) return { colour: isByIndex ? undefined : [0, 0, 0], alpha };
  const most = 2 ** Math.min(16, parsedNumber(space?.attributes["BitsPerComponent"], 8)) - 1;
  const levels = value.split(/[\s,]/).flatMap((word) => (word === "" ? [] : [levelOf(word, most)]));
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

/** Opacity from 0 to 1; the file states it from 0 to 255. */
export function alphaOf(text: string | undefined): number {
  return Math.min(1, Math.max(0, parsedNumber(text, 255) / 255));
}

function indexed(space: OfdElement | undefined, index: string | undefined): string | undefined {
  const palette = space === undefined ? undefined : childOf(space, "Palette");
  if (palette === undefined || index === undefined) return undefined;
  return childrenOf(palette, "CV")[parsedNumber(index, 0)]?.text;
}

/** A level may be hexadecimal after a `#`. */
function levelOf(word: string, most: number): number {
  const value = word.startsWith("#") ? Number.parseInt(word.slice(1), 16) : Number(word);
  return Number.isFinite(value) ? Math.min(255, Math.max(0, (255 * value) / most)) : 0;
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
