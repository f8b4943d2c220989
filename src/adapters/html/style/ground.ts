import { BLACK, blend, colourOf, luminance, WHITE } from "./colour.ts";
import type { Colour } from "./colour.ts";
import type { Declared } from "./cascade.ts";
import { extentOf } from "./ink.ts";
import { ROOT_SIZE } from "./length.ts";
import { partsOf } from "./longhands.ts";
import type { TagKind } from "./tricks.ts";

/** What may lie under a text. */
export interface Ground {
  /** The colours that may lie under the text: one, or those of a gradient; empty when unknown. */
  readonly grounds: readonly Colour[];
  /** True if a picture lies under the text. */
  readonly isPictured: boolean;
  /** True if an unknown picture is the ground of the table, or of a section or row of it, so that it lies under numbers. */
  readonly isOnUnknown: boolean;
  /** The darkest and lightest colours of a known picture that is a ground within the table. */
  readonly tones: readonly Colour[];
}

/** The darkest and the lightest colour of the picture that a value names; undefined where the picture is not known. */
export type TonesFinder = (image: string) => readonly [darkest: Colour, lightest: Colour] | undefined;

/** Stops of a gradient that are looked at. */
const MOST_STOPS = 8;
/** Longer values are cut off: no person writes them. */
const LONGEST = { shadow: 500, gradient: 1000 } as const;
/** A thinner inset shadow is a border. */
const LEAST_INSET = 4;

/** What lies under the text of an element, `ink` being the colour of that text. */
export function groundOf(
  own: Declared,
  { grounds, isPictured, isOnUnknown, tones }: Ground,
  ink: Colour | undefined,
  kind: TagKind,
  tonesOf: TonesFinder,
): Ground {
  const isTable = kind === "table";
  // Of the picture of a table around a table, only what is dark all over counts.
  const around = {
    grounds,
    isPictured,
    isOnUnknown: isOnUnknown && !isTable,
    tones: isTable ? NO_TONES : tones,
  };
  const coloured = onColour(own.get("background-color"), around, ink);
  const inset = insetOf(own.get("box-shadow"), coloured.grounds[0] ?? WHITE);
  const ground = inset === undefined ? coloured : { ...coloured, grounds: [...coloured.grounds, inset] };
  const image = own.get("background-image");
  if (image === undefined || /^(?:none|initial|unset|inherit|revert)/i.test(image)) return ground;
  const stops = image.includes("gradient(") ? stopsOf(image) : [];
  if (stops.length === 0) return onPicture(own, ground, kind, tonesOf(image));
  const under = ground.grounds[0] ?? WHITE;
  const shown = stops.slice(0, MOST_STOPS).map((stop) => blend(stop, under));
  // A gradient with a size of its own may leave part of the ground under it visible.
  return { ...ground, grounds: fills(own.get("background-size")) ? shown : [under, ...shown] };
}

function onColour(value: string | undefined, around: Ground, ink: Colour | undefined): Ground {
  if (value === undefined || /^(?:initial|unset|inherit|revert)/i.test(value)) return around;
  const found = colourOf(value);
  const colour = found === "current" ? ink : found;
  if (colour === "unknown" || colour === undefined) return { ...around, grounds: [] };
  const { length } = around.grounds;
  const grounds =
    colour.a === 1 && length === 0 ? [colour] : around.grounds.map((under) => blend(colour, under));
  return colour.a === 1
    ? { grounds, isPictured: false, isOnUnknown: false, tones: NO_TONES }
    : { ...around, grounds };
}

/** What lies around a table may be a banner: it is under the numbers where it is dark all over. */
function onPicture(own: Declared, around: Ground, kind: TagKind, tones: ReturnType<TonesFinder>): Ground {
  const ground = { ...around, isPictured: true };
  if (tones === undefined)
    return { ...ground, isOnUnknown: ground.isOnUnknown || kind === "table" || kind === "row" };
  if (covers(own) && luminance(tones[1]) < DARK) return { ...ground, grounds: tones };
  return kind === "other" ? ground : { ...ground, tones };
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

const NO_TONES: readonly Colour[] = [];

/** Luminance; black text on a lighter ground can be read. */
const DARK = 0.1;

/** True if a picture is repeated over all of its element, or drawn as large as it. */
function covers(own: Declared): boolean {
  const repeat = own.get("background-repeat") ?? "repeat";
  return /^repeat(?:\s+repeat)?$/i.test(repeat) || /^(?:cover|100%)/i.test(own.get("background-size") ?? "");
}
