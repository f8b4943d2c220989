import type { PlacedGlyph } from "../pdfium/glyphs.ts";

/** Why a glyph is doubted that some viewers hide and others show; such a glyph is never left out. */
export const HIDDEN_BY_SOME = "hidden-text";

/** Doubts the glyphs of layers whose viewers may differ. */
export function doubtUsed(placed: readonly PlacedGlyph[], used: ReadonlySet<number>): readonly PlacedGlyph[] {
  return placed.map((one) =>
    used.has(one.object) ? { ...one, glyph: { ...one.glyph, doubt: HIDDEN_BY_SOME } } : one,
  );
}
