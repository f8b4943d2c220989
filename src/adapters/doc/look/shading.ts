import { black, mixed, white } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import { highlights } from "../../docx/look/palette.ts";
import type { Bytes } from "../file/bytes.ts";

/** Bytes of a shading in its older form (Shd80, MS-DOC 2.9.248) and in its newer one (SHD, 2.9.247). */
export const shadingSize = { short: 2, long: 10 };

/** The colour that a shading paints; null for paper. */
export function shortShading(bytes: Bytes, at: number): Rgb | null {
  const bits = bytes.word(at);
  return bits === nothing ? null : shading(numbered(bits & 31), numbered((bits >> 5) & 31), bits >> 10);
}

export function longShading(bytes: Bytes, at: number): Rgb | null {
  const pattern = bytes.word(at + 8);
  if (pattern === nothing) return null;
  return shading(stated(bytes.long(at)), stated(bytes.long(at + 4)), pattern);
}

/** No shading is stated (ipatNil, Shd80Nil). */
const nothing = 0xffff;

/** One of sixteen colours (Ico, MS-DOC 2.9.119), in the order of highlights; null where the program chooses. */
export const numbered = (index: number): Rgb | null => Object.values(highlights)[index - 1] ?? null;

/** Red, green and blue, beginning in the lowest byte (COLORREF, 2.9.43); null where the program chooses. */
export function stated(value: number): Rgb | null {
  return value >>> 24 === 0xff ? null : [value & 255, (value >>> 8) & 255, (value >>> 16) & 255];
}

/** Percentage of the foreground colour in the first patterns of Ipat (2.9.121); stripes show both colours. */
const shares: readonly number[] = [0, 100, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90];

function shading(front: Rgb | null, back: Rgb | null, pattern: number): Rgb | null {
  if (pattern === 0) return back;
  return mixed(front ?? black, back ?? white, (shares[pattern] ?? 50) / 100);
}
