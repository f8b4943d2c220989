import type { OfdElement } from "../package/tree.ts";

/** What the file says the shapes of its fonts are, by font; then both by the shape's number and by character. */
export type ShapeBook = Map<OfdElement | string, ShapesOfFont>;

export interface ShapesOfFont {
  readonly byShape: Map<string, Set<string>>;
  readonly byCharacter: Map<string, Set<string>>;
}

/** Notes that `shape` of a font draws `character`, and returns the notes on that font. */
export function noteShape(
  book: ShapeBook,
  font: OfdElement | string,
  shape: string,
  character: string,
): ShapesOfFont {
  let notes = book.get(font);
  if (notes === undefined) book.set(font, (notes = { byShape: new Map(), byCharacter: new Map() }));
  add(notes.byShape, shape, character);
  add(notes.byCharacter, character, shape);
  return notes;
}

/**
 * Whether a digit's shape stands for another character elsewhere, or the digit is drawn with another shape elsewhere:
 * one of the two is a lie, and only the font shows which.
 */
export function isBelied({ byShape, byCharacter }: ShapesOfFont, shape: string, digit: string): boolean {
  return byShape.get(shape)!.size > 1 || byCharacter.get(digit)!.size > 1;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
