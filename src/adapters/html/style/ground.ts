import { BLACK, blend, colourOf, WHITE } from "./colour.ts";
import type { Colour } from "./colour.ts";
import type { Declared } from "./cascade.ts";
import { extentOf } from "./ink.ts";
import { ROOT_SIZE } from "./length.ts";
import { partsOf } from "./longhands.ts";

/** What may lie under a text. */
export interface Ground {
  /** The colours that may lie under the text: one, or those of a gradient; empty when unknown. */
  readonly grounds: readonly Colour[];
  /** True if a picture lies under the text. */
  readonly isPictured: boolean;
}

/** Stops of a gradient that are looked at. */
const MOST_STOPS = 8;
/** Longer values are cut off: no person writes them. */
const LONGEST = { shadow: 500, gradient: 1000 } as const;
/** A thinner inset shadow is a border. */
const LEAST_INSET = 4;

/** What lies under the text of an element, `ink` being the colour of that text. */
export function groundOf(own: Declared, around: Ground, ink: Colour | undefined): Ground {
  const value = own.get("background-color");
  let { grounds, isPictured } = around;
  if (value !== undefined && !/^(?:initial|unset|inherit|revert)/i.test(value)) {
    const found = colourOf(value);
    const colour = found === "current" ? ink : found;
    if (colour === "unknown" || colour === undefined) grounds = [];
    else {
      grounds = grounds.map((under) => blend(colour, under));
      if (colour.a === 1) isPictured = false;
      if (colour.a === 1 && grounds.length === 0) grounds = [colour];
    }
  }
  const inset = insetOf(own.get("box-shadow"), grounds[0] ?? WHITE);
  if (inset !== undefined) grounds = [...grounds, inset];
  const image = own.get("background-image");
  if (image === undefined || /^(?:none|initial|unset|inherit|revert)/i.test(image))
    return { grounds, isPictured };
  const stops = image.includes("gradient(") ? stopsOf(image) : [];
  if (stops.length === 0) return { grounds, isPictured: true };
  const under = grounds[0] ?? WHITE;
  const shown = stops.slice(0, MOST_STOPS).map((stop) => blend(stop, under));
  // A gradient with a size of its own may leave part of the ground under it visible.
  return { grounds: fills(own.get("background-size")) ? shown : [under, ...shown], isPictured };
}

/** The colour that an inset shadow puts on the ground of its element, of which it may leave a part uncovered. */
function insetOf(shadow: string | undefined, under: Colour): Colour | undefined {
  if (shadow === undefined || !/\binset\b/i.test(shadow) || extentOf(shadow, ROOT_SIZE) < LEAST_INSET)
    return undefined;
  const colour =
    partsOf(shadow.slice(0, LONGEST.shadow))
      .map(colourOf)
      .find((one) => one !== undefined) ?? "current";
  return typeof colour === "object" ? blend(colour, under) : BLACK;
}

function fills(size: string | undefined): boolean {
  return size === undefined || /^(?:auto|cover|100%|initial|unset)(?:\s+(?:auto|100%))?$/i.test(size.trim());
}

function stopsOf(image: string): Colour[] {
  // A gradient may stand within another function: `image-set(linear-gradient(#000, #111) 1x)`.
  const from = image.indexOf("gradient(") + "gradient(".length;
  const inner = image.slice(from, image.lastIndexOf(")")).slice(0, LONGEST.gradient);
  return partsOf(inner).flatMap((part) => {
    const colour = colourOf(part);
    return typeof colour === "object" ? [colour] : [];
  });
}
