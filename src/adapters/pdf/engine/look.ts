import type { Box } from "../../../model/index.ts";
import type { DrawnInk, Glyph } from "../../page/page.ts";
import { MOST_LOOKED_AT_ALONE } from "../tolerances.ts";
import { canvasFor } from "./pdfium-canvas.ts";
import type { Canvas, Picture } from "./pdfium-canvas.ts";
import type { PlacedGlyph } from "./pdfium-glyphs.ts";
import type { Frame, Library } from "./pdfium-library.ts";
import { addUnaccounted, edgesOf, isDark, sightOf } from "./pictures.ts";
import type { Sight } from "./pictures.ts";

export interface Seen {
  readonly glyphs: readonly Glyph[];
  readonly hidden: readonly Glyph[];
  readonly drawn?: DrawnInk;
}

/** What the glyphs of a page are without looking: seen, but for those that write nothing. */
export function taken(placed: readonly PlacedGlyph[]): Seen {
  return {
    glyphs: placed.filter(({ unseen }) => !unseen).map(({ glyph }) => glyph),
    hidden: placed.filter(({ unseen }) => unseen).map(({ glyph }) => glyph),
  };
}

/**
 * Draws the page with its text and without, and asks of each glyph whether it makes a difference; where glyphs lie over
 * each other, of each of their objects. `pairs` are indexes into `placed` of glyphs one of which is over the other.
 */
export function look(
  library: Library,
  page: number,
  frame: Frame,
  placed: readonly PlacedGlyph[],
  texts: Iterable<number>,
  pairs: readonly (readonly [number, number])[],
): Seen {
  const canvas = canvasFor(library, page, frame);
  const whole = canvas?.draw();
  const objects = [...texts];
  const show = (some: readonly number[], active: 0 | 1) => {
    for (const object of some) library.call.FPDFPageObj_SetIsActive!(object, active);
  };
  show(objects, 0);
  const ground = whole && canvas?.draw();
  show(objects, 1);
  if (canvas === undefined || whole === undefined || ground === undefined) return unsure(placed);
  const alone = lookAlone(canvas, whole, placed, pairs, show);
  const boxes = placed.map(({ glyph }) => inPixels(glyph.box, canvas.scale));
  const verdicts = placed.map((one, index) => {
    if (one.unseen) return "hidden";
    // What has no outline cannot be looked for: spaces, and fonts that are not in the file.
    if (!one.inked || one.glyph.text.trim() === "") return undefined;
    const [shown, without] = alone.get(one.object) ?? [whole, ground];
    const sight = sightOf(shown, without, boxes[index]!, one.style.colour);
    return verdictOf(sight, isDark(ground, boxes[index]!));
  });
  for (const pair of pairs)
    if (pair.every((index) => verdicts[index] !== "hidden"))
      for (const index of pair) verdicts[index] ??= "overlapping";
  const glyphs: Glyph[] = [];
  const hidden: Glyph[] = [];
  for (const [index, { glyph }] of placed.entries()) {
    const verdict = verdicts[index];
    if (verdict === "hidden") hidden.push(glyph);
    else glyphs.push(verdict === undefined ? glyph : { ...glyph, doubt: verdict });
  }
  const edges = edgesOf(ground);
  addUnaccounted(
    edges,
    whole,
    ground,
    boxes.filter((_, index) => !placed[index]!.unseen),
  );
  const { scale, width, height } = canvas;
  return { glyphs, hidden, drawn: { scale, width, height, edges } };
}

/** What becomes of a glyph: not read, doubted for a reason, or read. */
function verdictOf(sight: Sight, dark: boolean): string | undefined {
  if (sight === "in part") return "half-hidden";
  if (sight === "barely") return "barely-visible";
  if (sight === "seen") return undefined;
  // Blackened, or black on black: something stands there that nobody can read.
  return dark ? "half-hidden" : "hidden";
}

/** A page that there is reason to look at and that cannot be drawn: no digit on it is vouched for. */
function unsure(placed: readonly PlacedGlyph[]): Seen {
  const { glyphs, hidden } = taken(placed);
  return {
    hidden,
    glyphs: glyphs.map((glyph) => (/\d/.test(glyph.text) ? { ...glyph, doubt: "half-hidden" } : glyph)),
  };
}

/**
 * The page with and without one text object, about that object, for each that lies over another or under it. Both are drawn
 * anew: where a picture begins, the engine may place glyphs a third of a pixel further.
 */
function lookAlone(
  canvas: Canvas,
  whole: Picture,
  placed: readonly PlacedGlyph[],
  pairs: readonly (readonly [number, number])[],
  show: (objects: readonly number[], active: 0 | 1) => void,
): ReadonlyMap<number, readonly [Picture, Picture]> {
  const alone = new Map<number, readonly [Picture, Picture]>();
  const within = new Set(
    pairs.filter(([a, b]) => placed[a]!.object === placed[b]!.object).map(([a]) => placed[a]!.object),
  );
  const objects = new Set(pairs.flatMap(([a, b]) => [placed[a]!.object, placed[b]!.object]));
  const boxes = new Map<number, Box>();
  for (const { object, glyph } of placed) {
    if (!objects.has(object)) continue;
    const box = inPixels(glyph.box, canvas.scale);
    const known = boxes.get(object) ?? box;
    boxes.set(object, [
      Math.min(known[0], box[0]),
      Math.min(known[1], box[1]),
      Math.max(known[2], box[2]),
      Math.max(known[3], box[3]),
    ]);
  }
  for (const [object, [x0, y0, x1, y1]] of boxes) {
    if (within.has(object) || alone.size >= MOST_LOOKED_AT_ALONE) continue;
    const left = Math.max(0, Math.floor(x0) - 1);
    const top = Math.max(0, Math.floor(y0) - 1);
    const right = Math.min(whole.width, Math.ceil(x1) + 1);
    const bottom = Math.min(whole.height, Math.ceil(y1) + 1);
    if (right <= left || bottom <= top) continue;
    const shown = canvas.draw(left, top, right - left, bottom - top);
    show([object], 0);
    const without = canvas.draw(left, top, right - left, bottom - top);
    show([object], 1);
    if (shown !== undefined && without !== undefined) alone.set(object, [shown, without]);
  }
  return alone;
}

function inPixels([left, top, right, bottom]: Box, scale: number): Box {
  return [left * scale, top * scale, right * scale, bottom * scale];
}
