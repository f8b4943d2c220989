import type { Box } from "../../../model/index.ts";
import { overlappingDigits } from "../../page/ink/digits.ts";
import type { InkedGlyph } from "../../page/ink/digits.ts";
import type { InkColour } from "../../page/ink/subpath.ts";
import { SEEN, UNSEEN } from "../../page/ink/tolerances.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import { EVERYWHERE } from "../paint/canvas.ts";
import type { Canvas, PaintedFill, PaintedGlyph, PaintedPicture } from "../paint/canvas.ts";
import { shareInside } from "../paint/region.ts";
import type { Steps } from "../paint/region.ts";

/**
 * Shares of a glyph's box that something else covers: up to the first, it is only rounding at the edge; from the second
 * on, nothing of the glyph is left.
 */
const TOUCHED = 0.12;
const COVERED = 0.9;
/** Shares of a glyph's box that a clip must leave. */
const WITHIN_CLIP = { wide: 0.78, high: 0.86 } as const;
/** At most so many colours of the ground are compared with one glyph. */
const MOST_GROUNDS = 8;
/** A cover darker than this level of brightness is a blackening: something stands there that nobody can read. */
const DARK = 170;
/** Limit for comparisons of shapes with glyphs on one page; beyond it, no digit of the page is vouched for. */
const MOST_COMPARED = 2_000_000;
/** Something of this opacity or more hides what is under it. */
const OPAQUE = 0.9;

const PAPER: InkColour = [255, 255, 255];

/** `opaque` says whether nothing can shine through a picture. */
export function seenOf(
  canvas: Canvas,
  opaque: (picture: PaintedPicture) => boolean,
): { readonly glyphs: readonly Glyph[]; readonly hidden: readonly Glyph[] } {
  const { texts, fills, pictures, width, height } = canvas;
  const sheet: Box = [0, 0, width, height];
  const unsure = texts.length * (fills.length + pictures.length) > MOST_COMPARED;
  const verdicts = texts.map((one): string | undefined => {
    if (isNowhere(one, sheet)) return "hidden";
    if (unsure) return "half-hidden";
    return (
      clippedTo(one, canvas.steps) ??
      coveredBy(one, canvas, opaque) ??
      (isOff(one.glyph, one.from.boundary) ? "hidden-text" : undefined) ??
      (one.belied?.() === true ? "text-not-glyph" : undefined)
    );
  });
  for (const at of wipedOut(texts, verdicts, sheet)) verdicts[at] ??= "overlapping";
  const seen = [...texts.keys()].filter((index) => verdicts[index] !== "hidden");
  const inked = seen.map((index) => inkedGlyph(texts[index]!));
  for (const pair of overlappingDigits(inked)) for (const at of pair) verdicts[seen[at]!] ??= "overlapping";
  const glyphs: Glyph[] = [];
  const hidden: Glyph[] = [];
  const off = texts.map(({ glyph }) => isOff(glyph, sheet));
  const anyOff = off.includes(true);
  for (let index = 0; index < texts.length; index++) {
    const { glyph } = texts[index]!;
    const verdict = verdicts[index];
    const cut = anyOff && isEdge(texts, index, off);
    if (verdict === "hidden") hidden.push(glyph);
    else if (verdict === undefined) glyphs.push(cut ? { ...glyph, cut } : glyph);
    else glyphs.push({ ...glyph, cut, doubt: glyph.doubt ?? verdict });
  }
  return { glyphs, hidden };
}

/** Whether a glyph paints nothing, or only outside the part of the page that is shown. */
function isNowhere(one: PaintedGlyph, sheet: Box): boolean {
  return one.from.unseen || isOff(one.glyph, sheet) || isOff(one.glyph, one.from.clip);
}

function inkedGlyph({ glyph, from }: PaintedGlyph): InkedGlyph {
  return { glyph, colour: from.paint.colour };
}

/**
 * Digits under letters that have the colour of the ground: nobody sees such letters, and they wipe out what they lie
 * over.
 */
function wipedOut(
  texts: readonly PaintedGlyph[],
  verdicts: readonly (string | undefined)[],
  sheet: Box,
): readonly number[] {
  if (!verdicts.includes("hidden")) return [];
  const painted = [...texts.keys()].filter((at) => !isNowhere(texts[at]!, sheet));
  const inked = painted.map((at) => inkedGlyph(texts[at]!));
  return overlappingDigits(inked).flatMap(([one, other]) =>
    verdicts[painted[other]!] === "hidden" ? [painted[one]!] : [],
  );
}

/** How much of a glyph its object's clips leave. */
function clippedTo({ glyph, from }: PaintedGlyph, steps: Steps): string | undefined {
  const { box } = glyph;
  const { clip, clips } = from;
  if (clips.length === 0) return isCut(box, clip) ? "half-hidden" : undefined;
  const shares = clips.map((region) => region && shareInside(box, region, steps));
  if (shares.includes(0)) return "hidden";
  const isWhole = shares.every((share) => share !== undefined && share >= COVERED);
  return isCut(box, clip) || !isWhole ? "half-hidden" : undefined;
}

/** How what is painted under and over a glyph affects it; undefined where the glyph is plainly seen. */
function coveredBy(
  { glyph, from }: PaintedGlyph,
  { fills, pictures, steps }: Canvas,
  opaque: (picture: PaintedPicture) => boolean,
): string | undefined {
  const { paint, order } = from;
  // Nearly all text stands on bare paper, which needs no further comparison.
  if (pictures.length === 0 && !touchesAny(glyph.box, fills))
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
  if (covers.includes("half-hidden")) return "half-hidden";
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

function touchesAny(box: Box, fills: readonly PaintedFill[]): boolean {
  for (const fill of fills) if (shareOf(box, fill.box) >= TOUCHED) return true;
  return false;
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

function shareOf(box: Box, over: Box): number {
  const wide = Math.min(box[2], over[2]) - Math.max(box[0], over[0]);
  const high = Math.min(box[3], over[3]) - Math.max(box[1], over[1]);
  const area = (box[2] - box[0]) * (box[3] - box[1]);
  return wide <= 0 || high <= 0 || area <= 0 ? 0 : (wide * high) / area;
}

function isOff({ box }: Glyph, area: Box): boolean {
  if (area === EVERYWHERE) return false;
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x < area[0] || y < area[1] || x > area[2] || y > area[3];
}

/**
 * Whether a clip cuts a glyph; the width may lose more than the height, because glyphs have spare room beside them but
 * not above.
 */
function isCut([left, top, right, bottom]: Box, clip: Box): boolean {
  if (clip === EVERYWHERE) return false;
  const wide = Math.min(right, clip[2]) - Math.max(left, clip[0]);
  const high = Math.min(bottom, clip[3]) - Math.max(top, clip[1]);
  return wide < WITHIN_CLIP.wide * (right - left) || high < WITHIN_CLIP.high * (bottom - top);
}

/** Whether a digit's number continues outside the page. */
function isEdge(texts: readonly PaintedGlyph[], index: number, off: readonly boolean[]): boolean {
  const { glyph } = texts[index]!;
  return [index - 1, index + 1].some(
    (beside) => off[beside] === true && isOneNumber(glyph, texts[beside]!.glyph),
  );
}

function isOneNumber(one: Glyph, other: Glyph): boolean {
  const gap = Math.max(one.start, other.start) - Math.min(one.end, other.end);
  return (
    /[\d０-９]/.test(one.text) &&
    /[\d０-９]/.test(other.text) &&
    Math.abs(one.baseline - other.baseline) < 0.1 * one.size &&
    Math.abs(gap) < 0.3 * one.size
  );
}
