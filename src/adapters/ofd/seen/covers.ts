import type { Box } from "../../../model/index.ts";
import type { InkColour } from "../../page/ink/subpath.ts";
import { SEEN, UNSEEN } from "../../page/ink/tolerances.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import type { Canvas, PaintedFill, PaintedGlyph, PaintedPicture } from "../paint/canvas.ts";
import { shareInside } from "../paint/region.ts";
import { shareOf, TOUCHED, COVERED } from "./extents.ts";

/** How what is painted under and over a glyph affects it; undefined where the glyph is plainly seen. */
export function coveredBy(
  { glyph, from }: PaintedGlyph,
  { fills, pictures, steps }: Canvas,
  opaque: (picture: PaintedPicture) => boolean,
): string | undefined {
  const { paint, order } = from;
  // Nearly all text stands on bare paper, which needs no further comparison.
  if (pictures.length === 0 && !touchesAny(glyph.box, order, fills))
    return byContrast(paint.colour, PAPER, paint.alpha);
  const shares = new Map<PaintedFill, number>();
  const share = (fill: PaintedFill): number => shares.get(fill) ?? 0;
  const touching = fills.filter((fill) => {
    const ofBox = shareOf(glyph.box, fill.box);
    if (ofBox < TOUCHED) return false;
    // Where the share would take too long to work out, half of the glyph is taken to be covered.
    const part = fill.whole ? ofBox : (shareInside(glyph.box, fill.region, steps) ?? 0.5);
    shares.set(fill, part);
    return part >= TOUCHED;
  });
  const over = touching.filter((fill) => fill.order >= order);
  const covers = [
    ...over.filter((fill) => fill.paint.alpha >= OPAQUE).map((fill) => coverOf(fill, share(fill))),
    ...pictures.filter((one) => one.order >= order).map((picture) => hiddenBy(picture, glyph, opaque)),
  ];
  if (covers.includes("hidden")) return "hidden";
  if (covers.includes("half-hidden") || slivers(glyph.box, order, fills) >= TOUCHED) return "half-hidden";
  let grounds: readonly (InkColour | undefined)[] = [PAPER];
  for (const fill of touching) {
    if (fill.order >= order) continue;
    const above = grounds.map((ground) => mixed(fill, ground));
    grounds = share(fill) >= COVERED ? above : [...grounds, ...above].slice(-MOST_GROUNDS);
  }
  const contrast = over.reduce(
    (left, fill) => left * (1 - fill.paint.alpha * Math.min(1, share(fill))),
    paint.alpha,
  );
  const looks = new Set(grounds.map((ground) => byContrast(paint.colour, ground, contrast)));
  const [look] = looks;
  // The glyph stands on several colours, and is not seen equally well on all of them.
  return looks.size === 1 ? look : "half-hidden";
}

/** At most so many colours of the ground are compared with one glyph. */
const MOST_GROUNDS = 8;

/** A cover darker than this level of brightness is a blackening: something stands there that nobody can read. */
const DARK = 170;

/** Something of this opacity or more hides what is under it. */
const OPAQUE = 0.9;

const PAPER: InkColour = [255, 255, 255];

function touchesAny(box: Box, order: number, fills: readonly PaintedFill[]): boolean {
  for (const fill of fills) if (shareOf(box, fill.box) >= TOUCHED) return true;
  return slivers(box, order, fills) >= TOUCHED;
}

/** The share of a box under opaque fills each of which hides too little to count: strips and dots side by side. */
function slivers(box: Box, order: number, fills: readonly PaintedFill[]): number {
  let sum = 0;
  for (const fill of fills) {
    if (fill.order < order || fill.paint.alpha < OPAQUE) continue;
    const share = shareOf(box, fill.box);
    if (share < TOUCHED) sum += share;
  }
  return sum;
}

/** How much of a glyph an opaque fill over it leaves. */
function coverOf(fill: PaintedFill, share: number): "hidden" | "half-hidden" {
  return share < (fill.whole ? COVERED : 1) || isDark(fill) ? "half-hidden" : "hidden";
}

/** How much of a glyph a picture over it hides; undefined where it hides nothing. */
function hiddenBy(
  picture: PaintedPicture,
  { box }: Glyph,
  opaque: (picture: PaintedPicture) => boolean,
): "hidden" | "half-hidden" | undefined {
  if (picture.alpha < 1 - OPAQUE) return undefined;
  const share = shareOf(box, picture.box);
  if (share >= COVERED && picture.alpha >= OPAQUE && opaque(picture)) return "hidden";
  return share >= TOUCHED && (picture.alpha > 0.5 || !opaque(picture)) ? "half-hidden" : undefined;
}

/** How well a colour stands out from the ground; undefined where it is plainly seen. */
function byContrast(
  colour: InkColour | undefined,
  ground: InkColour | undefined,
  contrast: number,
): string | undefined {
  if (colour === undefined || ground === undefined) return "barely-visible";
  const difference =
    contrast *
    Math.max(
      Math.abs(colour[0] - ground[0]),
      Math.abs(colour[1] - ground[1]),
      Math.abs(colour[2] - ground[2]),
    );
  if (difference < UNSEEN) return isBlack(ground) ? "half-hidden" : "hidden";
  return difference < SEEN ? "barely-visible" : undefined;
}

function mixed(
  { paint: { colour, alpha } }: PaintedFill,
  under: InkColour | undefined,
): InkColour | undefined {
  if (colour === undefined || under === undefined) return undefined;
  const channel = (at: 0 | 1 | 2): number => colour[at] * alpha + under[at] * (1 - alpha);
  return [channel(0), channel(1), channel(2)];
}

function isDark({ paint: { colour } }: PaintedFill): boolean {
  return colour === undefined || isBlack(colour);
}

function isBlack([red, green, blue]: InkColour): boolean {
  return 0.3 * red + 0.59 * green + 0.11 * blue < DARK;
}
