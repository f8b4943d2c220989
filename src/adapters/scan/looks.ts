import type { LineReader, RecognizedCharacter } from "../../model/index.ts";
import { VALUE_TEXT } from "./digits/guard.ts";
import type { InkLine, PixelArea } from "./raster/lines.ts";
import type { Raster } from "./raster/raster.ts";
import { FLAT, LINE_HEIGHT, NEARLY_SURE, SURE } from "./raster/tolerances.ts";

/**
 * Reads every line, and a number that is not quite sure a second time with more paper around it: a worn 5 that one look
 * takes for a 3 at 0.93 is something else at the next. Where the two looks differ, the reading is given up. A single 0
 * is hardly recognized with much paper around it: where its ink is a closed ring and the second look saw nothing else,
 * a third and closer look decides.
 */
export async function readTwice(
  reader: LineReader,
  grey: Raster,
  lines: readonly InkLine[],
  { stamped, rings }: { readonly stamped: ReadonlySet<InkLine>; readonly rings: ReadonlySet<InkLine> },
  dpi: number,
  known?: FirstReadings,
): Promise<readonly (readonly RecognizedCharacter[])[]> {
  const first = await readOnce(reader, grey, lines, dpi, known);
  const unsure = lines.flatMap((line, at) =>
    stamped.has(line) || isUnsureNumber(first[at] ?? []) ? [{ line, at }] : [],
  );
  const second = await reader.recognize(unsure.map(({ line }) => cropOf(grey, line, dpi, SECOND_LOOK)));
  const readings = [...first];
  for (const [index, { at }] of unsure.entries()) readings[at] = agreed(first[at]!, second[index] ?? []);
  const round = unsure.flatMap(({ line, at }, index) =>
    rings.has(line) &&
    !stamped.has(line) &&
    charactersText(first[at]!) === "0" &&
    ["", "0"].includes(charactersText(second[index] ?? []))
      ? [{ line, at }]
      : [],
  );
  const third = await reader.recognize(round.map(({ line }) => cropOf(grey, line, dpi, CLOSE_LOOK)));
  for (const [index, { at }] of round.entries()) readings[at] = agreed(first[at]!, third[index] ?? []);
  return readings;
}

function isUnsureNumber(characters: readonly RecognizedCharacter[]): boolean {
  return (
    characters.some(({ probability }) => probability < SURE) && VALUE_TEXT.test(charactersText(characters))
  );
}

/**
 * Each character at the lower of its two probabilities, or at 0 where the looks differ. A second look that sees
 * nothing, as happens with a round 0 on much paper, does not contradict a first that is nearly sure.
 */
function agreed(
  first: readonly RecognizedCharacter[],
  second: readonly RecognizedCharacter[],
): readonly RecognizedCharacter[] {
  if (second.length === 0 && first.every(({ probability }) => probability >= NEARLY_SURE)) return first;
  const same = charactersText(first) === charactersText(second);
  return first.map((one, at) => ({
    ...one,
    probability: same ? Math.min(one.probability, second[at]!.probability) : 0,
  }));
}

/** What a first look read in some of the lines. */
export type FirstReadings = ReadonlyMap<InkLine, readonly RecognizedCharacter[]>;

/** The first look at every line; those in `known` are not read again. */
export async function readOnce(
  reader: LineReader,
  grey: Raster,
  lines: readonly InkLine[],
  dpi: number,
  known: FirstReadings = new Map(),
): Promise<readonly (readonly RecognizedCharacter[])[]> {
  const unread = lines.filter((line) => !known.has(line));
  const read = await reader.recognize(unread.map((line) => cropOf(grey, line, dpi, FIRST_LOOK)));
  const all = new Map([...known, ...unread.map((line, at) => [line, read[at] ?? []] as const)]);
  return lines.map((line) => all.get(line)!);
}

export function charactersText(characters: readonly RecognizedCharacter[]): string {
  return characters.map(({ text }) => text).join("");
}

/**
 * A line's picture with paper around it: a little of the page's own paper, and blank paper beyond that, because a
 * border may stand there. A recognizer is surer of a single digit that has room on both sides.
 */
function cropOf({ width, height, pixels }: Raster, line: PixelArea, dpi: number, look: Look): Raster {
  const own = Math.max(2, Math.round(look.own * dpi));
  const left = Math.max(0, line.left - own);
  const right = Math.min(width, line.right + own);
  const top = Math.max(0, line.top - own);
  const bottom = Math.min(height, line.bottom + own);
  const side = Math.round(look.side * (line.bottom - line.top));
  // A dash that is scaled up to a line's height is read as a 1 or as nothing.
  const above =
    line.bottom - line.top > FLAT * dpi ? 0 : Math.round((LINE_HEIGHT * dpi - (bottom - top)) / 2);
  const [wide, high] = [right - left + 2 * (side + above), bottom - top + 2 * above];
  const crop = new Uint8Array(wide * high).fill(255);
  for (let y = top; y < bottom; y++)
    crop.set(pixels.subarray(y * width + left, y * width + right), (y - top + above) * wide + side + above);
  return { width: wide, height: high, pixels: crop };
}

/** How much of the page around a line is shown, in inches, and how much blank paper beside that, in heights of the line. */
interface Look {
  readonly own: number;
  readonly side: number;
}

const FIRST_LOOK: Look = { own: 0.012, side: 0.2 };
const SECOND_LOOK: Look = { own: 0.022, side: 0.45 };
const CLOSE_LOOK: Look = { own: 0.006, side: 0.2 };
