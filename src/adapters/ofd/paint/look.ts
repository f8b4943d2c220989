import type { Dashes } from "../../page/ink/dashes.ts";
import { deltasOf } from "./deltas.ts";
import { BLACK_PAINT, alphaOf, paintOf } from "./colours.ts";
import type { Paint } from "./colours.ts";
import type { Resources } from "../package/resources.ts";
import { childOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { isFalse, parsedNumber } from "../package/values.ts";

/** How an object is drawn: its own attributes, then those of its drawing parameters and what these relate to. */
export interface ObjectLook {
  readonly visible: boolean;
  readonly fill: Paint | undefined;
  readonly stroke: Paint | undefined;
  /** In millimetres of the object's own space. */
  readonly lineWidth: number;
  /** In the same millimetres; undefined for whole lines. */
  readonly dashes: Dashes | undefined;
}

/** Drawing parameters that relate to one another; longer chains are loops. */
const LONGEST_CHAIN = 32;
/** Dashes and gaps of one pattern. */
const MOST_DASHES = 16;
/** GB/T 33190 8.2. */
const LINE_WIDTH = 0.353;

/** `outer` names the drawing parameters of the layer or block around; `alpha` is what it shines through by. */
export function lookOf(
  element: OfdElement,
  defaults: { readonly fill: boolean; readonly stroke: boolean },
  resources: Resources,
  outer: string | undefined,
): ObjectLook {
  const chain = [element, ...parametersOf(element.attributes["DrawParam"] ?? outer, resources)];
  const alpha = alphaOf(element.attributes["Alpha"]);
  const paint = (name: string): Paint => {
    const colour = chain.map((one) => childOf(one, name)).find((one) => one !== undefined);
    const own = colour === undefined ? BLACK_PAINT : paintOf(colour, resources);
    return { ...own, alpha: own.alpha * alpha };
  };
  const draws = (name: string, otherwise: boolean): boolean => {
    const own = element.attributes[name];
    return own === undefined || own.trim() === "" ? otherwise : !isFalse(own);
  };
  const said = (name: string): string | undefined =>
    chain.map((one) => one.attributes[name]).find((one) => one !== undefined);
  const lengths = deltasOf(said("DashPattern"), MOST_DASHES);
  return {
    visible: !isFalse(element.attributes["Visible"]),
    fill: draws("Fill", defaults.fill) ? paint("FillColor") : undefined,
    stroke: draws("Stroke", defaults.stroke) ? paint("StrokeColor") : undefined,
    lineWidth: Math.abs(parsedNumber(said("LineWidth"), LINE_WIDTH)),
    dashes: lengths && { lengths, phase: parsedNumber(said("DashOffset"), 0) },
  };
}

function parametersOf(id: string | undefined, resources: Resources): readonly OfdElement[] {
  const chain: OfdElement[] = [];
  for (let next = id; next !== undefined && chain.length < LONGEST_CHAIN;) {
    const element = resources.get(next);
    if (element === undefined || chain.includes(element)) break;
    chain.push(element);
    next = element.attributes["Relative"];
  }
  return chain;
}
