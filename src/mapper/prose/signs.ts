/**
 * The decisive characters of a text. Whoever seeks something in lines names characters without which no line holds it;
 * each line is looked through once for all of them, and most lines lack those of most passes.
 */
const SIGNS = new Uint32Array(0x10000);
let last = 0;

/** A sign that texts have where they have one of these characters. There may be 32 of them. */
export function sign(characters: string): number {
  const bit = 1 << last++;
  for (let index = 0; index < characters.length; index++) SIGNS[characters.charCodeAt(index)]! |= bit;
  return bit;
}

/** Every sign that a text has. */
export function signsOf(text: string): number {
  let signs = 0;
  for (let index = 0; index < text.length; index++) signs |= SIGNS[text.charCodeAt(index)]!;
  return signs;
}

/** Whether a text with these signs has all of the wanted ones. */
export function hasAll(signs: number, wanted: number): boolean {
  return (signs & wanted) === wanted;
}

/** Every character that patterns take for a space. */
export const SPACES = ` \t\n\r\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff${String.fromCharCode(
  ...Array.from({ length: 11 }, (_, width) => 0x2000 + width),
)}`;
