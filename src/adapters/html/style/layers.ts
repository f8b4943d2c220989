/** A layer of the cascade and the layers within it, in the order of their first appearance (CSS Cascade 5, 6.4.2). */
export interface Layer {
  readonly within: Map<string, Layer>;
}

export function newLayer(): Layer {
  return { within: new Map() };
}

/**
 * The layer with this name, such as `base.forms`, within another; a new one if the name is empty. Beyond a bound it is
 * the outer layer itself.
 */
export function layerWithin(layer: Layer, name: string): Layer {
  const names = name === "" ? [` ${layer.within.size}`] : name.split(".").slice(0, DEEPEST);
  let here = layer;
  for (const one of names) {
    const known = here.within.get(one);
    if (known === undefined && here.within.size >= MOST) return here;
    const next = known ?? newLayer();
    here.within.set(one, next);
    here = next;
  }
  return here;
}

const DEEPEST = 10;
const MOST = 200;

/** Ranks from 0, the weakest: what stands in a layer itself is stronger than what stands in the layers within it. */
export function rankLayers(outermost: Layer): ReadonlyMap<Layer, number> {
  const ranks = new Map<Layer, number>();
  const rank = (layer: Layer): void => {
    for (const one of layer.within.values()) rank(one);
    ranks.set(layer, ranks.size);
  };
  rank(outermost);
  return ranks;
}
