import { cffOutlines } from "./cff.ts";
import { glyphsOfCharacters } from "./cmap.ts";
import { glyfOutlines } from "./glyf.ts";
import { tablesOf } from "./tables.ts";

/** The subpaths of a glyph, each as x, y, x, y … in units of the font, y upwards; curves are given as short lines. */
export type GlyphOutline = readonly (readonly number[])[];

export interface FontProgram {
  readonly unitsPerEm: number;
  /** The number of the glyph for a character; undefined where the font has none. */
  readonly glyphOf: (code: number) => number | undefined;
  /** The outline of a glyph: empty where it has no ink, undefined where it cannot be read. */
  readonly outlineOf: (glyph: number) => GlyphOutline | undefined;
}

/**
 * Reads TrueType and OpenType fonts, the first font of a collection, and bare CFF; undefined for any other file and for
 * a damaged one.
 */
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

/** Gives undefined where reading goes beyond the end of a table, which throws a RangeError. */
function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
