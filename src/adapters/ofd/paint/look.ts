import type { Dashes } from "../../page/ink/dashes.ts";
import { deltasOf } from "./deltas.ts";
import { BLACK_PAINT, UNKNOWN_PAINT, alphaOf, paintOf } from "./colours.ts";
import type { Paint } from "./colours.ts";
import type { Resources } from "../package/resources.ts";
import { childOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { isFalse, parsedNumber } from "../package/values.ts";

/** How an object is drawn: its own attributes count first, then its drawing parameters and those that they refer to. */
export interface ObjectLook {
  readonly visible: boolean;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  /** Millimetres in the object's own space. */
  readonly lineWidth: number;
  /** In the same millimetres; undefined for solid lines. */
  readonly dashes: Dashes | undefined;
}

/** How many drawing parameters may refer to one another; longer chains are loops. */
const LONGEST_CHAIN = 32;
/** At most so many dashes and gaps of one pattern are read. */
const MOST_DASHES = 16;
/** Millimetres; the default of GB/T 33190 8.2. */
const LINE_WIDTH = 0.353;

/** `drawParams` are the IDs of the object's drawing parameters and of those around it, its own first. */
export function lookOf(
  element: OfdElement,
  defaults: { readonly fill: boolean; readonly stroke: boolean },
  resources: Resources,
  drawParams: readonly string[],
): ObjectLook {
  const { attributes } = element;
  const levels = drawParams.length === 0 ? NO_LEVELS : drawParams.map((id) => parametersOf(id, resources));
  const parameters = levels.length < 2 ? (levels[0] ?? NO_PARAMETERS) : levels.flat();
  const lengths = deltasOf(said("DashPattern", element, parameters), MOST_DASHES);
  return {
    visible: !isFalse(attributes["Visible"]),
    fill: draws(attributes["Fill"], defaults.fill)
      ? paintNamed("FillColor", element, levels, resources)
      : undefined,
    stroke: draws(attributes["Stroke"], defaults.stroke)
      ? paintNamed("StrokeColor", element, levels, resources)
      : undefined,
    lineWidth: Math.abs(parsedNumber(said("LineWidth", element, parameters), LINE_WIDTH)),
    dashes:
      lengths.length === 0
        ? undefined
        : { lengths, phase: parsedNumber(said("DashOffset", element, parameters), 0) },
  };
}

function said(name: string, element: OfdElement, parameters: readonly OfdElement[]): string | undefined {
  let value = element.attributes[name];
  for (const one of parameters) value ??= one.attributes[name];
  return value;
}

function draws(value: string | undefined, otherwise: boolean): boolean {
  return value === undefined || value.trim() === "" ? otherwise : !isFalse(value);
}

function paintNamed(name: string, element: OfdElement, levels: Levels, resources: Resources): Paint {
  const colour = childOf(element, name);
  const own = colour === undefined ? paintIn(levels, name, resources) : paintOf(colour, resources);
  const alpha = alphaOf(element.attributes["Alpha"]);
  if (alpha === undefined) return UNKNOWN_PAINT;
  return alpha === 1 ? own : { ...own, alpha: own.alpha * alpha };
}

/**
 * The colour in drawing parameters. Programs look for it in an object's own first, in those of its layer first, or in
 * its own alone.
 */
function paintIn(levels: Levels, name: string, resources: Resources): Paint {
  if (levels.length < 2) return statedIn(levels[0] ?? NO_PARAMETERS, name, resources) ?? BLACK_PAINT;
  const stated = levels.map((parameters) => statedIn(parameters, name, resources));
  const isStated = (paint: Paint | undefined): boolean => paint !== undefined;
  const found = stated.find(isStated) ?? BLACK_PAINT;
  const others = [stated.findLast(isStated) ?? found, stated[0] ?? BLACK_PAINT];
  const areAlike = others.every(
    ({ colour, alpha }) => alpha === found.alpha && colour?.join() === found.colour?.join(),
  );
  return areAlike ? found : UNKNOWN_PAINT;
}

/** The colour of the first of a chain of parameters that states it. */
function statedIn(parameters: readonly OfdElement[], name: string, resources: Resources): Paint | undefined {
  for (const one of parameters) {
    const colour = childOf(one, name);
    if (colour !== undefined) return paintOf(colour, resources);
  }
  return undefined;
}

/** Chains of drawing parameters: an object's own, and those around it. */
type Levels = readonly (readonly OfdElement[])[];

const NO_LEVELS: Levels = [];
const NO_PARAMETERS: readonly OfdElement[] = [];

function parametersOf(id: string, resources: Resources): readonly OfdElement[] {
  const chain: OfdElement[] = [];
  for (let next: string | undefined = id; next !== undefined && chain.length < LONGEST_CHAIN;) {
    const element = resources.get("DrawParam", next);
    if (element === undefined || chain.includes(element)) break;
    chain.push(element);
    next = element.attributes["Relative"];
  }
  return chain;
}
