import { contrastOnGround, isFaintOnGround, white } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";

/** How a run looks, as far as this decides what a person sees of its text. */
export interface LetterLook {
  readonly hidden: boolean;
  /** True if a tracked change deletes the run: it is not read. */
  readonly deleted: boolean;
  /** True if a tracked change inserts the run: it is read, and counted. */
  readonly inserted: boolean;
  readonly struck: boolean;
  /** A line is drawn under the run. */
  readonly underlined: boolean;
  readonly script?: "superscript" | "subscript" | undefined;
  readonly font?: string | undefined;
  /** Half points. */
  readonly size: number;
  /** Null for the automatic colour, which the program chooses so that it can be read. */
  readonly colour: Rgb | null;
  /** The colour that the text is highlighted or shaded with; null for paper. */
  readonly ground: Rgb | null;
  /** Per cent of the letters' normal width. */
  readonly scale: number;
  /** Twips between letters. */
  readonly spacing: number;
  /** Another reason why its digits must not be used. */
  readonly doubt?: string | undefined;
}

export const plainLook: LetterLook = {
  hidden: false,
  deleted: false,
  inserted: false,
  struck: false,
  underlined: false,
  size: 24,
  colour: null,
  ground: null,
  scale: 100,
  spacing: 0,
};

/**
 * Half points; text of two points or less is a dot on the page, and no form has print smaller than three and a half
 * points.
 */
const smallestSize = 4;
const smallSize = 7;
/** Twips; a row of exactly this height or less shows nothing of its text. */
export const LOWEST_ROW = 40;
/**
 * If the sizes of two digits differ by this ratio, or their colours by this contrast, they do not belong to one number.
 */
const mixedSizes = 1.3;
const mixedContrast = 2;
/** Per cent of their width that letters need to be told apart. */
export const leastScale = 25;
/** Share of their size by which letters may be drawn together before they overlap. */
const closest = 0.25;

/** Why digits of this look may not be seen as they are; undefined where nothing is wrong. */
export function lookDoubt({ size, colour, ground, scale, spacing, doubt }: LetterLook): string | undefined {
  if (colour !== null && isFaintOnGround(colour, ground ?? white)) return "faint-text";
  if (size < smallSize || (size * scale) / 100 <= smallestSize) return "too-small";
  if (scale < leastScale) return "squeezed-text";
  // A half point is ten twips.
  return -spacing > size * 10 * closest ? "squeezed-text" : doubt;
}

/** True if neighbouring digits look so different that they do not belong to one number. */
export function isMixed(one: LetterLook, other: LetterLook): boolean {
  const apart = (a: number, b: number): boolean => Math.max(a, b) >= mixedSizes * Math.min(a, b);
  const ink = ({ colour }: LetterLook): Rgb => colour ?? [0, 0, 0];
  return (
    apart(one.size, other.size) ||
    apart(one.scale, other.scale) ||
    contrastOnGround(ink(one), ink(other)) > mixedContrast
  );
}
