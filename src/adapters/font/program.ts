import { cffOutlines } from "./cff.ts";
import { glyphsOfCharacters } from "./cmap.ts";
import { glyfOutlines } from "./glyf.ts";
import { tablesOf } from "./tables.ts";

/** Subpaths of a glyph: x, y, x, y … in units of the font, y upwards; curves as short lines. */
export type GlyphOutline = readonly (readonly number[])[];

export interface FontProgram {
  readonly unitsPerEm: number;
  /** The number of a character's glyph; undefined where the font has none for it. */
  readonly glyphOf: (code: number) => number | undefined;
  /** Empty for a glyph without ink; undefined where it cannot be read. */
  readonly outlineOf: (glyph: number) => GlyphOutline | undefined;
}

/** TrueType and OpenType fonts, the first of a collection, and bare CFF; undefined for any other, and what is damaged. */
export function fontProgram(bytes: Uint8Array): FontProgram | undefined {
  return orUndefined(() => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tables = tablesOf(view);
    const outlines = tables === undefined ? bareCff(view) : outlinesOf(tables);
    if (outlines === undefined) return undefined;
    const characters = tables?.("cmap");
    const head = tables?.("head");
    const glyphs = characters && orUndefined(() => glyphsOfCharacters(characters));
    return {
      unitsPerEm: head === undefined ? 1000 : head.getUint16(18),
      glyphOf: (code) => glyphs && orUndefined(() => glyphs(code)),
      outlineOf: (glyph) => orUndefined(() => outlines(glyph)),
    };
  });
}

function outlinesOf(tables: (tag: string) => DataView | undefined) {
  const [head, loca, glyf, cff] = ["head", "loca", "glyf", "CFF "].map(tables);
  if (head !== undefined && loca !== undefined && glyf !== undefined) return glyfOutlines(head, loca, glyf);
  return cff && cffOutlines(cff);
}

function bareCff(view: DataView) {
  return view.getUint8(0) === 1 && view.getUint8(1) === 0 ? cffOutlines(view) : undefined;
}

/** Reading beyond the end of a table throws a RangeError. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
