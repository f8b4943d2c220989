import type { PlacedGlyph } from "../pdfium/glyphs.ts";
import { showsSigns } from "../../font/sign-fonts.ts";
import { isDigit } from "./glyph-shapes.ts";
import { isInFile } from "../pdfium/style.ts";
import type { Library } from "../pdfium/library.ts";

/** What the engine takes for a font that is not named, and a font that says nothing of itself. */
const STAND_INS = new Set(["Helvetica", ""]);
/** The longest name of a font that is read, in bytes. */
const MOST_BYTES = 128;

/**
 * Fonts of signs in which some character of the page claims to be a digit, and the font that the engine takes where
 * the page names none, if it does so (`lacksFonts`).
 */
export function signFonts(
  library: Library,
  placed: readonly PlacedGlyph[],
  lacksFonts: () => boolean,
): readonly number[] {
  const fonts = new Set(placed.flatMap(({ glyph, style }) => (isDigit(glyph.text) ? [style.font] : [])));
  return [...fonts].filter((font) => {
    const name = nameOf(library, font);
    return showsSigns(name) || (STAND_INS.has(name) && !isInFile(library, font) && lacksFonts());
  });
}

/** The name that the file gives the font; empty where it has none. */
function nameOf({ call, heap }: Library, font: number): string {
  const buffer = call.malloc!(MOST_BYTES);
  const size = call.FPDFFont_GetBaseFontName!(font, buffer, MOST_BYTES);
  // A zero ends it; the engine writes nothing into a buffer that is too small.
  const isRead = size > 0 && size <= MOST_BYTES;
  const name = isRead ? new TextDecoder().decode(heap.HEAPU8.slice(buffer, buffer + size - 1)) : "";
  call.free!(buffer);
  return name;
}
