import type { FontProgram } from "../../font/program.ts";
import { knownDigits } from "../../font/shapes/known-digits.ts";
import { isAnother, shapeOf } from "../../font/shapes/shapes.ts";
import type { Unit } from "./units.ts";

/** Height in em from which a drawing is too high to be a point, comma or hyphen (`flat`), or a plus. */
const HIGH_SIGN = { flat: 0.45, plus: 0.8 } as const;
const [WIDE_ZERO, ZERO] = ["０".charCodeAt(0), "0".charCodeAt(0)];

/**
 * Whether a font of the package draws a character of a number as something else; worked out once for each font and
 * glyph.
 */
export type DrawnLies = (part: string, unit: Unit) => boolean;

/**
 * Whether a font draws a digit, a sign or a space as something else (GB/T 33190 11.4 refers to shapes, but does not say
 * what they show).
 */
export function drawnLies(programOf: (part: string) => FontProgram | undefined): DrawnLies {
  const known = new Map<string, boolean>();
  return (part, { text, shape }) => {
    const key = `${part}\0${shape ?? ""}\0${text}`;
    let lie = known.get(key);
    if (lie === undefined) {
      const program = programOf(part);
      known.set(key, (lie = program !== undefined && isLie(program, text, shape)));
    }
    return lie;
  };
}

function isLie(program: FontProgram, text: string, shape: string | undefined): boolean {
  const code = text.codePointAt(0)!;
  // A character that the font lacks is drawn with another font.
  const glyph = shape === undefined ? program.glyphOf(code) : Number(shape);
  const outline = glyph === undefined ? undefined : program.outlineOf(glyph);
  // What a transform draws by a number that the font does not have is not the character.
  if (outline === undefined) return shape !== undefined;
  const drawn = shapeOf(outline);
  if (/\s/.test(text)) return drawn !== undefined;
  if (drawn === undefined) return true;
  const digit = code - (code < WIDE_ZERO ? ZERO : WIDE_ZERO);
  if (digit >= 0 && digit <= 9) return isAnother(drawn, digit, knownDigits());
  const ys = outline.flatMap((points) => points.filter((_, index) => index % 2 === 1));
  const highest = text === "+" ? HIGH_SIGN.plus : HIGH_SIGN.flat;
  return Math.max(...ys) - Math.min(...ys) > highest * program.unitsPerEm;
}
