import type { RecognizedCharacter } from "../../../model/index.ts";
import { SAME_BAR, SEVERAL_DASHES, SLASH_OFF, SLASH_THICKNESS, SLASH_WIDTH } from "../raster/tolerances.ts";
import type { InkLine } from "../raster/lines.ts";
import type { Bitmap } from "../raster/threshold.ts";

/**
 * Slashes of one size that stand alone in several cells: they are the ／ with which a form is left blank, though a
 * recognizer may read a lone one as a backslash.
 */
export function loneSlashes(alone: readonly InkLine[], print: Bitmap, dpi: number): ReadonlySet<InkLine> {
  const slashes = alone.filter((line) => isSlash(line, print, dpi));
  const isLike = (one: InkLine, other: InkLine): boolean =>
    Math.abs(one.right - one.left - other.right + other.left) <= SAME_BAR * dpi &&
    Math.abs(one.bottom - one.top - other.bottom + other.top) <= SAME_BAR * dpi;
  return new Set(
    slashes.filter((line) => slashes.filter((other) => isLike(line, other)).length >= SEVERAL_DASHES),
  );
}

/** A slash where one stroke was read of either kind; what was read otherwise stays. */
export function asSlash(
  characters: readonly RecognizedCharacter[],
  least: number,
): readonly RecognizedCharacter[] {
  const [one] = characters;
  if (characters.length !== 1 || (one!.text !== "/" && one!.text !== "\\")) return characters;
  return [{ ...one!, text: "/", probability: Math.max(least, one!.probability) }];
}

/** Whether the ink is one thin stroke that rises evenly to the right. */
function isSlash({ left, top, right, bottom, strokes }: InkLine, print: Bitmap, dpi: number): boolean {
  const [wide, high] = [right - left, bottom - top];
  if (strokes.length !== 1 || wide < SLASH_WIDTH.least * high || wide > SLASH_WIDTH.most * high) return false;
  const thickest = Math.max(SLASH_THICKNESS * dpi, SLASH_OFF * wide);
  for (let y = top; y < bottom; y++) {
    const row = print.ink.subarray(y * print.width + left, y * print.width + right);
    const [first, last] = [row.indexOf(1), row.lastIndexOf(1)];
    if (first < 0 || last - first >= thickest) return false;
    const expected = wide * (1 - (y - top + 0.5) / high);
    if (Math.abs((first + last + 1) / 2 - expected) > thickest / 2 + 1) return false;
  }
  return true;
}
