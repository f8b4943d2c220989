import { hasDigits } from "../../../printed/numbers.ts";
import type { Box } from "../../../model/index.ts";
import { characterOf } from "../../page/sheet/characters.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import type { Glyph } from "../../page/sheet/page.ts";
import type { Unit } from "./units.ts";
import type { TextStyle } from "./text-style.ts";
import { isFullWidth } from "./text-steps.ts";

/** `x`, `y` is the origin and `length` the advance, both in the object's space. */
export function glyphAt(
  unit: Unit,
  x: number,
  y: number,
  length: number,
  [a, b, c, d, e, f]: Matrix,
  { high, along, angle, bold, faint, mirrored, narrow }: TextStyle,
  doubt: string | undefined,
): Glyph {
  const px = a * x + c * y + e;
  const py = b * x + d * y + f;
  const long = length * along;
  const { text, unreadable } = characterOf(unit.text.codePointAt(0) ?? 0, unit.unreadable);
  const why = mirrored ? "mirrored" : (doubt ?? (narrow ? "barely-visible" : undefined));
  const level = angle !== 90 && angle !== 270;
  const start = (level ? px : py) - (angle === 180 || angle === 270 ? long : 0);
  const glyph: Glyph = {
    text,
    box: inkOf(text, angle, px, py, long, high),
    start,
    end: start + long,
    baseline: level ? py : px,
    size: high,
    angle,
    bold,
    faint,
    unreadable,
    cut: false,
  };
  return why !== undefined && hasDigits(text) ? { ...glyph, doubt: why } : glyph;
}

/** The approximate box of a character's ink: the file need not contain the font. */
function inkOf(text: string, angle: number, x: number, y: number, long: number, high: number): Box {
  const wide = isFullWidth(text);
  const ink = !wide && /[.,:;'|]/.test(text) ? Math.min(long, POINT * high) : long;
  const above = (wide ? 0.84 : 0.7) * high;
  const below = (wide ? 0.12 : /[\d%]/.test(text) ? 0 : 0.15) * high;
  if (angle === 90) return [x - below, y, x + above, y + ink];
  if (angle === 180) return [x - ink, y - below, x, y + above];
  if (angle === 270) return [x - above, y - ink, x + below, y];
  return [x, y - above, x + ink, y + below];
}

/** In em: the ink of a point or comma. */
const POINT = 0.28;
