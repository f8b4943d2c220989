import type { OfdElement } from "../package/tree.ts";

/** What the shapes of a document's fonts are said to be: by font, then by the number of the shape and by character. */
export type ShapeBook = Map<OfdElement | string, ShapesOfFont>;

export interface ShapesOfFont {
  readonly byShape: Map<string, Set<string>>;
  readonly byCharacter: Map<string, Set<string>>;
}

/** Notes that `shape` of a font draws `character`; the font's notes. */
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
 * Whether a digit is drawn by a shape that elsewhere is said to be another character, or by another shape than elsewhere: one
 * of the two is a lie, and nothing but the font tells which.
 */
export function isBelied({ byShape, byCharacter }: ShapesOfFont, shape: string, digit: string): boolean {
  return byShape.get(shape)!.size > 1 || byCharacter.get(digit)!.size > 1;
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
