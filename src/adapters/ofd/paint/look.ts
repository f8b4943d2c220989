import type { Dashes } from "../../page/ink/dashes.ts";
import { deltasOf } from "./deltas.ts";
import { BLACK_PAINT, alphaOf, paintOf } from "./colours.ts";
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

/** `outer` is the ID of the drawing parameters that the layer or block around the object uses. */
export function lookOf(
  element: OfdElement,
  defaults: { readonly fill: boolean; readonly stroke: boolean },
  resources: Resources,
  outer: string | undefined,
): ObjectLook {
  const { attributes } = element;
  const parameters = parametersOf(attributes["DrawParam"] ?? outer, resources);
  const lengths = deltasOf(said("DashPattern", element, parameters), MOST_DASHES);
  return {
    visible: !isFalse(attributes["Visible"]),
    fill: draws(attributes["Fill"], defaults.fill)
      ? paintNamed("FillColor", element, parameters, resources)
      : undefined,
    stroke: draws(attributes["Stroke"], defaults.stroke)
      ? paintNamed("StrokeColor", element, parameters, resources)
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

function paintNamed(
  name: string,
  element: OfdElement,
  parameters: readonly OfdElement[],
  resources: Resources,
): Paint {
  let colour = childOf(element, name);
  for (const one of parameters) colour ??= childOf(one, name);
  const own = colour === undefined ? BLACK_PAINT : paintOf(colour, resources);
  const alpha = alphaOf(element.attributes["Alpha"]);
  return alpha === 1 ? own : { ...own, alpha: own.alpha * alpha };
}

const NO_PARAMETERS: readonly OfdElement[] = [];

function parametersOf(id: string | undefined, resources: Resources): readonly OfdElement[] {
  if (id === undefined) return NO_PARAMETERS;
  const chain: OfdElement[] = [];
  for (let next: string | undefined = id; next !== undefined && chain.length < LONGEST_CHAIN;) {
    const element = resources.get(next);
    if (element === undefined || chain.includes(element)) break;
    chain.push(element);
    next = element.attributes["Relative"];
  }
  return chain;
}
