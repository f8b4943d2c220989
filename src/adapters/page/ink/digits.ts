import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import { copiesIn, isApart } from "../sheet/glyphs.ts";
import type { Glyph } from "../sheet/page.ts";
import { overlaps } from "./overlaps.ts";
import type { InkColour } from "./subpath.ts";
import { CONTRARY } from "./tolerances.ts";

/** A glyph with the colour that fills it; undefined where it has no single colour. */
export interface InkedGlyph {
  readonly glyph: Glyph;
  readonly colour: InkColour | undefined;
}

/**
 * Pairs, by index, of upright glyphs that overlap and of which at least one is a digit. `glyphs` are those that are
 * seen, in the order in which they are drawn.
 */
export function overlappingDigits(glyphs: readonly InkedGlyph[]): (readonly [number, number])[] {
  const some: number[] = [];
  const boxes: Box[] = [];
  const digits: boolean[] = [];
  for (let index = 0; index < glyphs.length; index++) {
    const { glyph } = glyphs[index]!;
    if (glyph.angle % 90 !== 0 || glyph.text.trim() === "") continue;
    some.push(index);
    boxes.push(glyph.box);
    digits.push(hasDigits(glyph.text));
  }
  const pairs = overlaps(boxes, (at) => digits[at]!);
  if (pairs.length === 0) return [];
  const copies = copiesIn(some.map((index) => glyphs[index]!.glyph));
  return pairs
    .map(([a, b]) => [some[a]!, some[b]!] as const)
    .filter(([a, b]) => {
      const [one, other] = [glyphs[a]!, glyphs[b]!];
      // A copy is bold text drawn twice, or a shadow; a white digit that wipes out a black one is not a copy.
      const isCopy = copies.get(other.glyph) === one.glyph || copies.get(one.glyph) === other.glyph;
      return !isCopy || areContrary(one.colour, other.colour) || areTwo(one, other);
    });
}

/** Whether a copy lies too far off to make its digit bold, and has its colour, which no shadow has. */
function areTwo(one: InkedGlyph, other: InkedGlyph): boolean {
  return isApart(one.glyph, other.glyph) && one.colour?.join() === other.colour?.join();
}

function areContrary(a: InkColour | undefined, b: InkColour | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return a.some((level, channel) => Math.abs(level - b[channel]!) > CONTRARY);
}
