import type { Place } from "../../../model/index.ts";
import type { Glyph } from "./page.ts";

/** How sure the recognizer is of the least sure character of a scan's cell or lines; empty for text. */
export function recognizedIn(
  parts: readonly { readonly glyphs: readonly Glyph[] }[],
): Pick<Place, "recognized"> | undefined {
  let least = Infinity;
  for (const { glyphs } of parts)
    for (const { recognized } of glyphs) if (recognized !== undefined) least = Math.min(least, recognized);
  return least === Infinity ? undefined : { recognized: Math.round(least * 1000) / 1000 };
}
