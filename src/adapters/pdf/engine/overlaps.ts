import { isCopy } from "../../page/glyphs.ts";
import { overlaps } from "../../page/ink/overlaps.ts";
import type { Colour } from "../../page/ink/subpath.ts";
import { CONTRARY } from "../../page/ink/tolerances.ts";
import type { PlacedGlyph } from "./pdfium-glyphs.ts";

/** Pairs of glyphs over one another of which one is a digit; indexes into `placed`. */
export function overlappingDigits(placed: readonly PlacedGlyph[]): (readonly [number, number])[] {
  const some = [...placed.keys()].filter((index) => {
    const { glyph, unseen, inked } = placed[index]!;
    return inked && !unseen && glyph.angle % 90 === 0 && glyph.text.trim() !== "";
  });
  return overlaps(some.map((index) => placed[index]!.glyph.box))
    .map(([a, b]) => [some[a]!, some[b]!] as const)
    .filter(([a, b]) => {
      const [one, other] = [placed[a]!, placed[b]!];
      if (!/\d/.test(one.glyph.text + other.glyph.text)) return false;
      // Bold by drawing twice, or a shadow; not a white digit that wipes out a black one.
      return !isCopy(one.glyph, other.glyph) || areContrary(one.style.colour, other.style.colour);
    });
}

function areContrary(a: Colour | undefined, b: Colour | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b;
  return a.some((level, channel) => Math.abs(level - b[channel]!) > CONTRARY);
}
