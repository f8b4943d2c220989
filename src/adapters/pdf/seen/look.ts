import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import { underCovers } from "./covers.ts";
import type { DrawnInk, Glyph } from "../../page/sheet/page.ts";
import { copiesIn } from "../../page/sheet/glyphs.ts";
import { unionOf } from "../../page/sheet/text.ts";
import { CLOSE, MOST_LOOKED_AT_ALONE, MOST_STUBS } from "../engine/tolerances.ts";
import { canvasFor, canvasOf, inPixels } from "../pdfium/canvas.ts";
import type { PdfiumCanvas, RenderedPicture } from "../pdfium/canvas.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import type { PaintedPage } from "../pdfium/ink.ts";
import { shapeDrawn } from "./glyph-shapes.ts";
import { HIDDEN_BY_SOME } from "./layers.ts";
import type { ShownFrame, Library } from "../pdfium/library.ts";
import { addBlots } from "./blots.ts";
import { addPale } from "./pale.ts";
import { unreadPictures } from "./unread-pictures.ts";
import { closeSightOf, isDark, sightOf } from "./pictures.ts";
import { addUnaccounted, edgesOf, fillBoxes } from "./edges.ts";
import type { PictureSight } from "./pictures.ts";

export interface Seen {
  readonly glyphs: readonly Glyph[];
  readonly hidden: readonly Glyph[];
  readonly drawn?: DrawnInk;
}

/** The glyphs of a page that is not looked at: all count as seen but those that write nothing. */
export function taken(placed: readonly PlacedGlyph[]): Seen {
  return {
    glyphs: placed.filter(({ unseen }) => !unseen).map(({ glyph }) => glyph),
    hidden: placed.filter(({ unseen }) => unseen).map(({ glyph }) => glyph),
  };
}

/** What is looked at: glyphs, text objects, pairs of glyphs that overlap, and objects under suspicion. */
export interface Subject {
  readonly placed: readonly PlacedGlyph[];
  readonly texts: readonly number[];
  /** Indexes into `placed`. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly suspects: ReadonlySet<number>;
  /** Short lines, of which even the palest count. */
  readonly stubs: readonly Box[];
  readonly drawn: PaintedPage;
}

/**
 * Draws the page with its text and without, and asks of each glyph whether it makes a difference. Where something may
 * hide a part of a glyph, the same is asked of each object alone, drawn larger.
 */
export function look(library: Library, page: number, frame: ShownFrame, subject: Subject): Seen {
  const { placed, texts, pairs } = subject;
  const canvas = canvasFor(library, page, frame);
  const whole = canvas?.draw();
  const show = (some: readonly number[], active: 0 | 1) => {
    for (const object of some) library.call.FPDFPageObj_SetIsActive!(object, active);
  };
  show(texts, 0);
  const ground = whole && canvas?.draw();
  show(texts, 1);
  if (canvas === undefined || whole === undefined || ground === undefined) return unsure(placed);
  const boxes = placed.map(({ glyph }) => inPixels(glyph.box, canvas.scale));
  const close = canvasOf(library, page, frame, CLOSE);
  const accused = new Set([...pairs.flat().map((index) => placed[index]!.object), ...subject.suspects]);
  const closely = lookClosely(close, subject, accused, show);
  const sights = placed.map((one, at) => {
    // A glyph without an outline cannot be looked for: a space, or one of a font that is not in the file.
    const isLookedFor = !one.unseen && one.inked && one.glyph.text.trim() !== "";
    return isLookedFor ? sightOf(whole, ground, boxes[at]!, one) : undefined;
  });
  const isPartly = (at: number): boolean => sights[at] === "in part" && hasDigits(placed[at]!.glyph.text);
  // Thin strokes fade on a small picture: a digit that seems to be there in part is looked at closely.
  const partly = placed.flatMap(({ object }, at) => (isPartly(at) && !closely.has(object) ? [object] : []));
  const again = lookClosely(close, subject, new Set(partly), show);
  const squeezed = closely.size + again.size > 0 ? squeezedFonts(library, placed) : new Set<number>();
  const verdicts = placed.map((one, at) => {
    if (one.unseen) return "hidden";
    const sight = sightOfGlyph(one, at);
    return sight && verdictOf(sight, isDark(ground, boxes[at]!));
  });
  const covered = underCovers(ground, placed, boxes, (index) => sights[index] === "unseen");
  for (const index of covered) verdicts[index] = "half-hidden";
  for (const pair of pairs)
    if (pair.every((index) => verdicts[index] !== "hidden"))
      for (const index of pair) verdicts[index] = "overlapping";
  const stubs = subject.stubs.slice(0, MOST_STUBS);
  const edges = edgesOf(
    ground,
    stubs.map((box) => inPixels(box, canvas.scale)),
  );
  const { images, drawings } = subject.drawn;
  addBlots(
    edges,
    ground,
    [...images, ...drawings].map((box) => inPixels(box, canvas.scale)),
    canvas.scale,
  );
  addPale(edges, ground, subject.drawn, stubs, canvas.scale);
  const accounted = boxes.filter((_, at) => !placed[at]!.unseen);
  addUnaccounted(edges, whole, ground, accounted);
  const unread = unreadPictures(library, subject.drawn);
  fillBoxes(
    edges,
    ground,
    unread.map((box) => inPixels(box, canvas.scale)),
  );
  const { scale, width, height } = canvas;
  return { ...sorted(placed, verdicts), drawn: { scale, width, height, edges } };

  function sightOfGlyph(one: PlacedGlyph, at: number): PictureSight | undefined {
    const onPage = sights[at];
    const pictures = closely.get(one.object) ?? (isPartly(at) ? again.get(one.object) : undefined);
    if (pictures === undefined || onPage === undefined) return onPage;
    return closeSightOf(pictures, inPixels(one.glyph.box, CLOSE), one, {
      shape: shapeDrawn(library, one),
      isSqueezed: squeezed.has(one.style.font),
    });
  }
}

function sorted(placed: readonly PlacedGlyph[], verdicts: readonly (string | undefined)[]): Seen {
  const glyphs: Glyph[] = [];
  const hidden: Glyph[] = [];
  for (const [index, { glyph }] of placed.entries()) {
    const verdict = verdicts[index];
    if (glyph.doubt === HIDDEN_BY_SOME) glyphs.push(glyph);
    else if (verdict === "hidden") hidden.push(glyph);
    else glyphs.push(verdict === undefined ? glyph : { ...glyph, doubt: verdict });
  }
  return { glyphs, hidden };
}

/** What becomes of a glyph: "hidden" is not read, another word is the doubt it gets, and undefined means it is read. */
function verdictOf(sight: PictureSight, dark: boolean): string | undefined {
  if (sight === "in part") return "half-hidden";
  if (sight === "barely") return "barely-visible";
  if (sight === "seen") return undefined;
  // The place was blackened, or the text is black on black: something stands there that nobody can read.
  return dark ? "half-hidden" : "hidden";
}

/** The glyphs of a page that should be looked at but cannot be drawn: no digit on it is vouched for. */
function unsure(placed: readonly PlacedGlyph[]): Seen {
  const { glyphs, hidden } = taken(placed);
  return {
    hidden,
    glyphs: glyphs.map((glyph) => (hasDigits(glyph.text) ? { ...glyph, doubt: "half-hidden" } : glyph)),
  };
}

/**
 * Pictures with and without one text object, for each of the given objects that has digits. Both are drawn anew,
 * because where a picture begins the engine may shift glyphs by a third of a pixel.
 */
function lookClosely(
  canvas: PdfiumCanvas,
  { placed, texts, pairs }: Subject,
  objects: ReadonlySet<number>,
  show: (objects: readonly number[], active: 0 | 1) => void,
): ReadonlyMap<number, readonly [RenderedPicture, RenderedPicture]> {
  const found = new Map<number, readonly [RenderedPicture, RenderedPicture]>();
  // An object whose own glyphs overlap is skipped: the ink of one glyph would pass for that of the glyph it hides.
  const within = new Set(
    pairs.filter(([a, b]) => placed[a]!.object === placed[b]!.object).map(([a]) => placed[a]!.object),
  );
  // The engine gives no characters for a text object that it takes for a copy.
  const given = new Set(placed.map(({ object }) => object));
  const hasDropped = objects.size > 0 && texts.some((object) => !given.has(object));
  const copied = objects.size > 0 ? objectsTwice(placed) : new Set<number>();
  for (const [object, [x0, y0, x1, y1]] of boxesOf(objects, placed)) {
    if (within.has(object)) continue;
    if (found.size >= MOST_LOOKED_AT_ALONE) break;
    const left = Math.max(0, Math.floor(x0 * canvas.scale) - 1);
    const top = Math.max(0, Math.floor(y0 * canvas.scale) - 1);
    const right = Math.min(canvas.width, Math.ceil(x1 * canvas.scale) + 1);
    const bottom = Math.min(canvas.height, Math.ceil(y1 * canvas.scale) + 1);
    if (right <= left || bottom <= top) continue;
    const shown = canvas.draw(left, top, right - left, bottom - top);
    // Where a copy stands in the same place, removing one of the two changes nothing; so all text is removed.
    const same = hasDropped || copied.has(object) ? texts : [object];
    show(same, 0);
    const without = canvas.draw(left, top, right - left, bottom - top);
    show(same, 1);
    if (shown !== undefined && without !== undefined) found.set(object, [shown, without]);
  }
  return found;
}

/**
 * Fonts that are not in the file and whose stand-in is broader than the file says, so that the ink of a digit fills its
 * advance: the engine squeezes their glyphs when it draws them, but gives the boxes that they would have otherwise.
 */
function squeezedFonts({ call }: Library, placed: readonly PlacedGlyph[]): ReadonlySet<number> {
  const broad = new Set<number>();
  for (const { glyph, style } of placed)
    if (glyph.angle === 0 && hasDigits(glyph.text) && glyph.box[2] >= glyph.end) broad.add(style.font);
  return new Set([...broad].filter((font) => call.FPDFFont_GetIsEmbedded!(font) === 0));
}

/** Objects that set the same characters as others in the same place and colour, as programs do that print in strips. */
function objectsTwice(placed: readonly PlacedGlyph[]): ReadonlySet<number> {
  const owner = new Map(placed.map((one) => [one.glyph, one]));
  const twice = new Set<number>();
  for (const [copy, first] of copiesIn(placed.map(({ glyph }) => glyph))) {
    const [one, other] = [owner.get(copy)!, owner.get(first)!];
    if (one.object !== other.object && one.style.colour?.join() === other.style.colour?.join())
      twice.add(one.object).add(other.object);
  }
  return twice;
}

/** The box around the glyphs of each given object that has a digit. */
function boxesOf(objects: ReadonlySet<number>, placed: readonly PlacedGlyph[]): ReadonlyMap<number, Box> {
  const boxes = new Map<number, Box>();
  const numbers = new Set<number>();
  for (const { object, glyph } of placed) {
    if (!objects.has(object)) continue;
    if (hasDigits(glyph.text)) numbers.add(object);
    boxes.set(object, unionOf([glyph.box, boxes.get(object) ?? glyph.box]));
  }
  return new Map([...boxes].filter(([object]) => numbers.has(object)));
}
