import { tonesOf } from "../../image/tones.ts";
import { bytesAt, type PartFinder } from "./addresses.ts";
import type { Colour } from "./colour.ts";
import type { TonesFinder } from "./ground.ts";

/** Pixels of all pictures of a page that are looked at, and what one that cannot be looked at counts for. */
const MOST_PIXELS = 4_000_000;
const DAMAGED = 100_000;

/** Finds how dark the pictures are that the file holds: in `data:` addresses, or as parts of an archive. */
export function tonesFinder(find: PartFinder): TonesFinder {
  const known = new Map<string, ReturnType<TonesFinder>>();
  let left = MOST_PIXELS;
  const found = (image: string): ReturnType<TonesFinder> => {
    const begin = /\burl\(\s{0,9}["']?/i.exec(image);
    if (begin === null) return undefined;
    const address = image.slice(begin.index + begin[0].length).replace(/["']?\s{0,9}\)\s{0,9}$/, "");
    const bytes = bytesAt(address, find);
    const tones = bytes === null ? undefined : tonesOf(bytes, left);
    left -= tones?.pixels ?? DAMAGED;
    return tones && [grey(tones.darkest), grey(tones.lightest)];
  };
  return (image) => {
    if (!known.has(image)) known.set(image, found(image));
    return known.get(image);
  };
}

const grey = (tone: number): Colour => ({ r: tone, g: tone, b: tone, a: 1 });
