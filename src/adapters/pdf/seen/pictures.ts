import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import { SEEN, UNSEEN } from "../../page/ink/tolerances.ts";
import { BLANK, DARK, FINE, FINE_MARK, SQUEEZED, UNLIKE, WHOLE } from "../engine/tolerances.ts";
import type { InkColour } from "../../page/ink/subpath.ts";
import type { RenderedPicture } from "../pdfium/canvas.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import { shapeDistance, shapeOfSpans } from "../../font/shapes/shapes.ts";
import type { Shape } from "../../font/shapes/shapes.ts";

/** What a glyph leaves on the page, as two pictures show, one with it and one without. */
export type PictureSight = "seen" | "unseen" | "in part" | "barely";

/** Judges a glyph by how far the picture with it differs from the one without, within its box in pixels of the page. */
export function sightOf(
  withGlyph: RenderedPicture,
  without: RenderedPicture,
  box: Box,
  { glyph, style: { colour } }: PlacedGlyph,
): PictureSight {
  const [left, top, right, bottom] = [
    Math.floor(box[0]),
    Math.floor(box[1]),
    Math.ceil(box[2]),
    Math.ceil(box[3]),
  ];
  // The rim of a neighbouring glyph may reach into the box.
  const rim = right - left > FINE ? 1 : 0;
  const most = differences(withGlyph, without, [left + rim, top, right - rim, bottom]).most;
  const [wide, high] = [box[2] - box[0], box[3] - box[1]];
  // A dot of half a pixel leaves a quarter of its colour.
  if (most < UNSEEN * Math.min(1, wide) * Math.min(1, high)) return "unseen";
  const contrast = colour === undefined ? most : Math.max(most, contrastWith(without, box, colour));
  if (contrast < SEEN) return "barely";
  const { spanX, spanY } = differences(withGlyph, without, [left, top, right, bottom], most / 3);
  // A rim of a pixel is no part of the glyph.
  const fine = hasDigits(glyph.text) ? FINE : FINE_MARK;
  const whole = (span: number, side: number) => side < fine || span + 2 >= WHOLE * (side + 2);
  return whole(spanX, wide) && whole(spanY, high) ? "seen" : "in part";
}

/**
 * Judges the same where one object was drawn alone, and larger. A digit has ink from its top to its foot and from side
 * to side, so a line of pixels without ink is hidden, unless its font is squeezed. `shape` is what its font draws, where
 * that is known.
 */
export function closeSightOf(
  [withGlyph, without]: readonly [RenderedPicture, RenderedPicture],
  box: Box,
  { glyph, style: { colour } }: PlacedGlyph,
  font: { readonly shape: Shape | undefined; readonly isSqueezed: boolean },
): PictureSight {
  const inner = [Math.floor(box[0]), Math.floor(box[1]), Math.ceil(box[2]), Math.ceil(box[3])] as const;
  const { most } = differences(withGlyph, without, inner);
  if (most < UNSEEN) return "unseen";
  if (most < SEEN) return "barely";
  // A glyph that was wiped out leaves only its pale rim.
  if (colour !== undefined && most < contrastWith(without, box, colour) / 2) return "in part";
  if (!hasDigits(glyph.text)) return "seen";
  const { rows, columns } = inkIn(withGlyph, without, inner, most / 3);
  const isWhole = (lines: Uint8Array, blank: number) => blankIn(lines) <= Math.max(2, blank * lines.length);
  if (!isWhole(rows, BLANK) || !isWhole(columns, font.isSqueezed ? SQUEEZED : BLANK)) return "in part";
  // A digit cut aslant may still reach from side to side; but then its shape is not that of the whole.
  const shape = font.shape && shapeIn(withGlyph, without, inner, colour);
  return shape === undefined || shapeDistance(shape, font.shape!) < UNLIKE ? "seen" : "in part";
}

/**
 * The shape of a glyph's ink, by which two pictures differ; undefined where they do not. Ink of one `colour` differs less
 * from the strokes of a watermark than from paper.
 */
export function shapeIn(
  withGlyph: RenderedPicture,
  without: RenderedPicture,
  box?: Box,
  colour?: InkColour,
): Shape | undefined {
  const { left, top, width, height } = withGlyph;
  const all = box ?? ([left, top, left + width, top + height] as const);
  const { most } = differences(withGlyph, without, all);
  if (most < SEEN) return undefined;
  const inked = (x: number, y: number) => {
    const at = 4 * (y * width + x);
    const full = colour === undefined ? most : Math.max(most / 2, contrastAt(without, at, colour));
    return differenceAt(withGlyph, without, at) > Math.min(most, full) / 2;
  };
  const [fromX, toX] = [Math.max(0, all[0] - left), Math.min(width, all[2] - left)];
  const [fromY, toY] = [Math.max(0, all[1] - top), Math.min(height, all[3] - top)];
  let [x0, y0, x1, y1] = [width, height, 0, 0];
  for (let y = fromY; y < toY; y++)
    for (let x = fromX; x < toX; x++)
      if (inked(x, y))
        [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
  return shapeOfSpans([x0, y0, x1, y1], (y) => {
    const row = Math.min(height - 1, Math.floor(y));
    const spans: (readonly [number, number])[] = [];
    for (let x = x0; x < x1; x++) if (inked(x, row)) spans.push([x, x + 1]);
    return spans;
  });
}

/** Rows and columns of a box in which two pictures differ by more than `least`. */
function inkIn(a: RenderedPicture, b: RenderedPicture, [left, top, right, bottom]: Box, least: number) {
  const rows = new Uint8Array(Math.max(0, bottom - top));
  const columns = new Uint8Array(Math.max(0, right - left));
  for (let y = Math.max(top, a.top); y < Math.min(bottom, a.top + a.height); y++)
    for (let x = Math.max(left, a.left); x < Math.min(right, a.left + a.width); x++) {
      const at = 4 * ((y - a.top) * a.width + x - a.left);
      if (differenceAt(a, b, at) <= least) continue;
      rows[y - top] = 1;
      columns[x - left] = 1;
    }
  return { rows, columns };
}

function blankIn(lines: Uint8Array): number {
  return lines.reduce((sum, ink) => sum + 1 - ink, 0);
}

export function differenceAt(a: RenderedPicture, b: RenderedPicture, at: number): number {
  return Math.max(
    Math.abs(a.pixels[at]! - b.pixels[at]!),
    Math.abs(a.pixels[at + 1]! - b.pixels[at + 1]!),
    Math.abs(a.pixels[at + 2]! - b.pixels[at + 2]!),
  );
}

function contrastWith(picture: RenderedPicture, box: Box, colour: InkColour): number {
  return contrastAt(picture, middleOf(picture, box), colour);
}

function contrastAt({ pixels }: RenderedPicture, at: number, [red, green, blue]: InkColour): number {
  return Math.max(
    Math.abs(pixels[at]! - blue),
    Math.abs(pixels[at + 1]! - green),
    Math.abs(pixels[at + 2]! - red),
  );
}

function middleOf({ left, top, width, height }: RenderedPicture, box: Box): number {
  const x = Math.min(width - 1, Math.max(0, Math.floor((box[0] + box[2]) / 2) - left));
  const y = Math.min(height - 1, Math.max(0, Math.floor((box[1] + box[3]) / 2) - top));
  return 4 * (y * width + x);
}

function differences(
  a: RenderedPicture,
  b: RenderedPicture,
  [left, top, right, bottom]: Box,
  least = 0,
): { readonly most: number; readonly spanX: number; readonly spanY: number } {
  let most = 0;
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  const [fromX, toX] = [Math.max(left, a.left), Math.min(right, a.left + a.width)];
  const [fromY, toY] = [Math.max(top, a.top), Math.min(bottom, a.top + a.height)];
  for (let y = fromY; y < toY; y++)
    for (let x = fromX; x < toX; x++) {
      const difference = differenceAt(a, b, 4 * ((y - a.top) * a.width + x - a.left));
      if (difference === 0) continue;
      most = Math.max(most, difference);
      if (difference <= least) continue;
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x + 1), Math.max(y1, y + 1)];
    }
  return { most, spanX: Math.max(0, x1 - x0), spanY: Math.max(0, y1 - y0) };
}

/** Whether the middle of a box is dark: what was hidden there may have been blackened. */
export function isDark(picture: RenderedPicture, box: Box): boolean {
  const at = middleOf(picture, box);
  const [blue = 0, green = 0, red = 0] = picture.pixels.subarray(at, at + 3);
  return 0.114 * blue + 0.587 * green + 0.299 * red < DARK;
}
