import type { RecognizedCharacter } from "../../../model/index.ts";
import { isBar } from "./dashes.ts";
import type { InkLine, Stroke } from "../raster/lines.ts";
import { DIGIT_WIDTH, LEAST_PROBABILITY, SHORTEST_DIGIT, TALL, TALLEST_DIGIT } from "../raster/tolerances.ts";

/** A line and what was read in it. */
export interface ReadLine {
  readonly line: InkLine;
  readonly characters: readonly RecognizedCharacter[];
}

/** What is printed in a value cell: digits and the signs around them. */
export const VALUE_TEXT = /^[\d.,%+\-/ ]+$/u;

/**
 * Whether a cell's text may differ from what is printed there. Confidence alone is no guard: a recognizer that is wrong
 * about a number is wrong about how many digits there are (88 read as 8888 at 0.996). So the ink must agree: one line,
 * and as many strokes of ink as characters. `d.ddd` is doubtful, because a worn comma looks like a point. Words are not
 * guarded; labels are compared with the form's own. `least` is how sure a reading of digits must be.
 */
export function isDoubtful(
  lines: readonly ReadLine[],
  dpi: number,
  least: number = LEAST_PROBABILITY,
): boolean {
  const texts = lines.map(({ characters }) => characters.map(({ text }) => text).join(""));
  const whole = texts.join("");
  // There is ink in which nothing was read.
  if (texts.some((text) => text.trim() === "")) return true;
  // A letter or a sign that stands alone is a worn digit.
  if (!/\d/.test(whole) && !VALUE_TEXT.test(whole)) return !/\p{Script=Han}/u.test(whole);
  if (/\p{Script=Han}{3}/u.test(whole)) return false;
  if (lines.length > 1) return true;
  const [{ line, characters }] = lines as [ReadLine];
  if (line.bottom - line.top > TALLEST_DIGIT * dpi) return true;
  // A dash that is scaled up to a line's height is read as a 1.
  if (/\d/.test(whole) && line.bottom - line.top < SHORTEST_DIGIT * dpi) return true;
  if (
    characters.some(({ text, probability }) => probability < (/^\d$/.test(text) ? least : LEAST_PROBABILITY))
  )
    return true;
  if (/^\d{1,3}\.\d{3}$/.test(whole)) return true;
  if (whole === "-" && !isBar(line, dpi)) return true;
  const printed = characters.filter(({ text }) => text !== " ").map(({ text }) => text);
  // A unit behind a number, such as 元, has strokes of its own.
  if (!VALUE_TEXT.test(whole)) return line.strokes.length < printed.length;
  return line.strokes.length !== printed.length && !areHalves(line, printed);
}

/**
 * Whether the strokes that are too many are halves of digits. On worn or faxed pages, a round digit comes apart into
 * two tall strokes that together are as wide as one digit. A 1 or a 7 has no halves: two strokes there are two digits,
 * one of which the recognizer dropped.
 */
function areHalves(line: InkLine, printed: readonly string[]): boolean {
  const groups = halvesOf(line);
  return (
    groups.length === printed.length &&
    groups.every((group, at) => group.length === 1 || /[04689]/.test(printed[at]!))
  );
}

/** The strokes of each character, given how many characters there are; null where the ink falls apart otherwise. */
export function strokeGroups(line: InkLine, characters: number): readonly (readonly Stroke[])[] | null {
  if (line.strokes.length === characters) return line.strokes.map((stroke) => [stroke]);
  const halves = halvesOf(line);
  return halves.length === characters ? halves : null;
}

/** The least and the greatest number of characters that a line's ink may have. */
export function strokesOf(line: InkLine): readonly [least: number, most: number] {
  return [halvesOf(line).length, line.strokes.length];
}

/** The strokes one by one, or in pairs where two may be the halves of one digit. */
function halvesOf({ strokes, top, bottom }: InkLine): readonly (readonly Stroke[])[] {
  const height = bottom - top;
  const groups: Stroke[][] = [];
  for (const stroke of strokes) {
    const group = groups.at(-1);
    const fits =
      group?.length === 1 &&
      stroke.to - group[0]!.from <= DIGIT_WIDTH * height &&
      [group[0]!, stroke].every((half) => half.height >= TALL * height);
    if (fits) group.push(stroke);
    else groups.push([stroke]);
  }
  return groups;
}
