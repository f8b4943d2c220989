import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import { overlappingDigits } from "../../page/ink/digits.ts";
import { areOfOneNumber } from "../../page/sheet/one-number.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import type { Canvas, PaintedGlyph, PaintedPicture } from "../paint/canvas.ts";
import { clippedTo, isOff, isEdge } from "./extents.ts";
import { coveredBy } from "./covers.ts";

/** Limit for comparisons of shapes with glyphs on one page; beyond it, no digit of the page is vouched for. */
const MOST_COMPARED = 2_000_000;

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
      (isOff(one.glyph, one.from.boundary) || isOff(one.glyph, canvas.display) ? "hidden-text" : undefined) ??
      (isNoted(one.glyph, canvas.disputed) ? "note" : undefined) ??
      (one.belied?.() === true ? "text-not-glyph" : undefined)
    );
  });
  for (const at of besideHidden(texts, verdicts)) verdicts[at] = "half-hidden";
  for (const at of joinedByNotes(canvas)) verdicts[at] ??= "alternate-content";
  for (const at of wipedOut(texts, verdicts, sheet)) verdicts[at] ??= "overlapping";
  const seen: number[] = [];
  for (let index = 0; index < texts.length; index++) if (verdicts[index] !== "hidden") seen.push(index);
  const inked = seen.length === texts.length ? texts : seen.map((index) => texts[index]!);
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

/** Whether a note says that a digit here is wrong. */
function isNoted(glyph: Glyph, disputed: readonly Box[]): boolean {
  return disputed.length > 0 && hasDigits(glyph.text) && disputed.some((box) => !isOff(glyph, box));
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
  const inked = painted.map((at) => texts[at]!);
  return overlappingDigits(inked).flatMap(([one, other]) =>
    verdicts[painted[other]!] === "hidden" ? [painted[one]!] : [],
  );
}

/** Digits whose number goes on in the same text object with digits that are cut away or covered. */
function besideHidden(
  texts: readonly PaintedGlyph[],
  verdicts: readonly (string | undefined)[],
): readonly number[] {
  if (!verdicts.includes("hidden")) return [];
  const isHiddenBeside = (at: number, beside: number): boolean =>
    verdicts[beside] === "hidden" &&
    texts[beside]!.from === texts[at]!.from &&
    areOfOneNumber(texts[at]!.glyph, texts[beside]!.glyph);
  return [...texts.keys()].filter(
    (at) => verdicts[at] === undefined && (isHiddenBeside(at, at - 1) || isHiddenBeside(at, at + 1)),
  );
}

/** Digits of an annotation that stand beside digits of the page: not every program shows the two together. */
function joinedByNotes({ texts, annotated, order, width, height }: Canvas): readonly number[] {
  if (order === annotated) return [];
  const isDigit = (at: number): boolean =>
    hasDigits(texts[at]!.glyph.text) && !isNowhere(texts[at]!, [0, 0, width, height]);
  const digits = [...texts.keys()].filter(isDigit);
  const over = digits.filter((at) => texts[at]!.from.order > annotated);
  const under = digits.slice(0, digits.length - over.length);
  if (over.length * under.length > MOST_COMPARED) return over;
  return over.flatMap((at) => {
    const beside = under.filter((one) => areOfOneNumber(texts[one]!.glyph, texts[at]!.glyph));
    return beside.length === 0 ? [] : [at, ...beside];
  });
}
