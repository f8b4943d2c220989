import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import type { RenderedPicture } from "../pdfium/canvas.ts";
import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import { FAINT_INK } from "../engine/tolerances.ts";

/** Height of the strips in which glyphs of one line are looked for, in points. */
const STRIP = 4;

/**
 * Digits that are not seen because something that is seen lies on them, as a seal does: what covers them is neither
 * paper nor the ground on which other text of the line stands, as in a row of one colour in which a number was wiped
 * out. Gives indexes into `placed`.
 */
export function underCovers(
  ground: RenderedPicture,
  placed: readonly PlacedGlyph[],
  boxes: readonly Box[],
  isUnseen: (index: number) => boolean,
): readonly number[] {
  const hidden = [...placed.keys()].filter(
    (index) => isUnseen(index) && hasDigits(placed[index]!.glyph.text),
  );
  if (hidden.length === 0) return [];
  const grounds = new Map<number, Set<number>>();
  for (const [index, one] of placed.entries()) {
    if (isUnseen(index) || one.unseen || one.glyph.text.trim() === "") continue;
    for (const strip of stripsOf(one)) {
      const known = grounds.get(strip) ?? new Set();
      if (known.size < MOST_COLOURS) grounds.set(strip, known.add(colourAt(ground, boxes[index]!)));
    }
  }
  return hidden.filter((index) => {
    const cover = colourAt(ground, boxes[index]!);
    if (isLike(cover, PAPER)) return false;
    return !stripsOf(placed[index]!).some((strip) =>
      [...(grounds.get(strip) ?? [])].some((colour) => isLike(cover, colour)),
    );
  });
}

const PAPER = 0xffffff;

function stripsOf({ glyph: { box } }: PlacedGlyph): readonly number[] {
  const [first, last] = [Math.floor(box[1] / STRIP), Math.floor(box[3] / STRIP)];
  return Array.from({ length: Math.min(MOST_STRIPS, last - first + 1) }, (_, index) => first + index);
}

/** Higher glyphs and more colours are those of pictures. */
const MOST_STRIPS = 20;
const MOST_COLOURS = 64;

/** The colour in the middle of a box, as one number. */
function colourAt({ pixels, left, top, width, height }: RenderedPicture, box: Box): number {
  const x = Math.min(width - 1, Math.max(0, Math.floor((box[0] + box[2]) / 2) - left));
  const y = Math.min(height - 1, Math.max(0, Math.floor((box[1] + box[3]) / 2) - top));
  const at = 4 * (y * width + x);
  return pixels[at]! + 256 * (pixels[at + 1]! + 256 * pixels[at + 2]!);
}

function isLike(one: number, other: number): boolean {
  return [1, 256, 65_536].every(
    (unit) => Math.abs((Math.floor(one / unit) % 256) - (Math.floor(other / unit) % 256)) < FAINT_INK,
  );
}
