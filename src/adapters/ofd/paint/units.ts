import { childrenOf } from "../package/tree.ts";
import type { OfdElement } from "../package/tree.ts";
import { parsedNumber } from "../package/values.ts";

/** One drawn shape of a text code, and the character it stands for. */
export interface Unit {
  readonly text: string;
  /** Only the font knows what it is. */
  readonly unreadable: boolean;
  readonly doubt: string | undefined;
}

interface Transform {
  readonly from: number;
  readonly codes: number;
  readonly glyphs: number;
  /** Numbers of the shapes in the font. */
  readonly shapes: readonly string[];
}

/** What stands in a text code for a shape without a character (GB/T 33190 11.4.1). */
const PLACEHOLDER = "\u00a4";
/** Shapes that one transform may draw. */
const MOST = 60_000;

/** Characters drawn by numbers of the font's shapes (CGTransform, GB/T 33190 11.4). */
export function transformsOf(element: OfdElement): readonly Transform[] {
  return childrenOf(element, "CGTransform")
    .map((transform) => ({ ...transform, shapes: shapesOf(transform) }))
    .map(({ attributes, shapes }) => ({
      shapes,
      from: count(attributes["CodePosition"], 0),
      codes: count(attributes["CodeCount"], 1),
      glyphs: count(attributes["GlyphCount"], 1),
    }))
    .sort((one, other) => one.from - other.from);
}

function shapesOf(transform: OfdElement): readonly string[] {
  const [written] = childrenOf(transform, "Glyphs");
  return (written?.text ?? "").split(/\s/, MOST).filter((shape) => shape !== "");
}

/** Whether digits are drawn by shapes that cannot be theirs: the one for what a font lacks, or one for several of them. */
function belies(characters: readonly string[], shapes: readonly string[]): boolean {
  const byShape = new Map<string, string>();
  return characters.some((character, index) => {
    const shape = shapes[index];
    if (shape === undefined || !/\d/.test(character)) return false;
    const other = byShape.get(shape) ?? character;
    byShape.set(shape, character);
    return Number(shape) === 0 || other !== character;
  });
}

function count(text: string | undefined, otherwise: number): number {
  return Math.min(MOST, Math.max(0, Math.trunc(parsedNumber(text, otherwise))));
}

/**
 * A text code as the shapes it draws. `before` counts the characters of the object's codes before it; line ends and the
 * indentation that printing XML prettily adds are no characters.
 */
export function unitsOf(code: string, transforms: readonly Transform[], before: number): readonly Unit[] {
  const plain = code.includes("\n") || code.includes("\r") ? withoutLayout(code) : code;
  const characters = [...plain];
  if (transforms.length === 0)
    return characters.map((text) => ({ text, unreadable: false, doubt: undefined }));
  const units: Unit[] = [];
  let at = 0;
  const upTo = (end: number): void => {
    for (; at < Math.min(end, characters.length); at++)
      units.push({ text: characters[at]!, unreadable: false, doubt: undefined });
  };
  for (const { from, codes, glyphs, shapes } of transforms) {
    upTo(from - before);
    const end = Math.min(at + codes, characters.length);
    if (at < from - before || at >= characters.length) continue;
    // Where shapes and characters are not one for one, which is which is the font's secret.
    const isDoubtful = codes !== glyphs || belies(characters.slice(at, end), shapes);
    const doubt = isDoubtful ? "text-not-glyph" : undefined;
    for (; at < end; at++)
      units.push({ text: characters[at]!, unreadable: characters[at] === PLACEHOLDER, doubt });
  }
  upTo(characters.length);
  return units;
}

function withoutLayout(code: string): string {
  return code
    .split(/[\r\n]/)
    .map((line) => line.replace(/^[ \t]{1,200}/, ""))
    .join("")
    .replaceAll("\t", "");
}
