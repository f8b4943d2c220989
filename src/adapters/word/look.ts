import { contrastOnGround, isFaintOnGround, white } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";

/** How a run looks, as far as it decides what a person sees of its text. */
export interface LetterLook {
  readonly hidden: boolean;
  /** Deleted by a tracked change: not read. */
  readonly deleted: boolean;
  /** Inserted by a tracked change: read, and counted. */
  readonly inserted: boolean;
  readonly struck: boolean;
  readonly script?: "superscript" | "subscript" | undefined;
  readonly font?: string | undefined;
  /** Half points. */
  readonly size: number;
  /** Null where the program chooses what can be read. */
  readonly colour: Rgb | null;
  /** What the text is marked or shaded with; null for paper. */
  readonly ground: Rgb | null;
  /** Per cent of the letters' width. */
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
  size: 24,
  colour: null,
  ground: null,
  scale: 100,
  spacing: 0,
};

/** Half points; text of two points and less is a dot on the page, and smaller print than three and a half no form has. */
const smallestSize = 4;
const smallSize = 7;
/** Twips; a row of exactly this height or less shows nothing of its text. */
export const LOWEST_ROW = 40;
/** Digits whose sizes stand in such a proportion, or whose colours contrast so, are not one number's. */
const mixedSizes = 1.3;
const mixedContrast = 2;
/** Share of their size by which letters may be drawn together before they stand on each other. */
const closest = 0.25;

/** Why digits of this look may not be seen as they are; undefined where they are plain. */
export function lookDoubt({ size, colour, ground, scale, spacing, doubt }: LetterLook): string | undefined {
  if (colour !== null && isFaintOnGround(colour, ground ?? white)) return "faint-text";
  if (size < smallSize || (size * scale) / 100 <= smallestSize) return "too-small";
  // A half point is ten twips.
  return -spacing > size * 10 * closest ? "squeezed-text" : doubt;
}

/** Digits beside each other that look so are not one number's. */
export function isMixed(one: LetterLook, other: LetterLook): boolean {
  const apart = (a: number, b: number): boolean => Math.max(a, b) >= mixedSizes * Math.min(a, b);
  const ink = ({ colour }: LetterLook): Rgb => colour ?? [0, 0, 0];
  return (
    apart(one.size, other.size) ||
    apart(one.scale, other.scale) ||
    contrastOnGround(ink(one), ink(other)) > mixedContrast
  );
}
