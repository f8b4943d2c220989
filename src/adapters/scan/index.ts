import type { LineReader, RecognizedCharacter } from "../../model/index.ts";
import type { Page } from "../page/sheet/page.ts";
import { dashesOf } from "./dashes.ts";
import { cuts, isDrifting, withoutRules } from "./drift.ts";
import { isDoubtful, strokesOf, VALUE_TEXT, type ReadLine } from "./guard.ts";
import { foreignLines } from "./foreign.ts";
import { inkLines, type PixelArea, type InkLine } from "./lines.ts";
import { levelled, softened, UNSEEN_PIXEL, type Raster, type Scan } from "./raster.ts";
import { digitsOf, type PrintedDigit } from "./print.ts";
import { isRing } from "./ring.ts";
import { blot, glyphsOfLine } from "./line-glyphs.ts";
import { findRules } from "./rules.ts";
import { level, sheetsOf, type ScannedSheet } from "./skew.ts";
import { FLAT, LEAST_PROBABILITY, LINE_HEIGHT } from "./tolerances.ts";
import { pageRules, tableAreas, tableLines } from "./tables.ts";
import { inkOf, withoutAreas, type Bitmap } from "./threshold.ts";

export { scanOf, UNSEEN_PIXEL, type Scan } from "./raster.ts";
export { HIGHEST_DPI, USUAL_DPI } from "./tolerances.ts";

/** The glyphs and rules of a scanned page, level; `sheets` is how it was turned for that, their rows in points. `digits` are those of its numbers. */
export interface ScannedPage extends Pick<Page, "glyphs" | "rules" | "width" | "height"> {
  readonly sheets: readonly ScannedSheet[];
  readonly digits: readonly PrintedDigit[];
}

/**
 * Rules and cells first, then the print of each cell; a number is taken only where its ink agrees with the reading and is
 * like the other digits of the page, or of the pages `before`.
 */
export async function readScan(
  scan: Scan,
  reader: LineReader,
  before: readonly PrintedDigit[] = [],
): Promise<ScannedPage> {
  const { dpi } = scan;
  const flat = softened(levelled(scan.grey));
  const sheets = sheetsOf(inkOf(flat, dpi), dpi);
  const grey = level(flat, sheets);
  const coloured = level({ ...scan.grey, pixels: scan.coloured }, sheets, 0);
  const ink = inkOf(grey, dpi);
  const rules = tableLines(findRules(ink, dpi), ink, dpi);
  const drawn = pageRules(rules, dpi);
  const { tables, cells } = tableAreas(drawn, dpi);
  const print = withoutRules(ink, rules, dpi);
  const drifting = rules.filter((rule) => isDrifting(rule, dpi));
  const inCells = cells.map((cell) => {
    const inner = inset(cell, dpi);
    const lines = inkLines(print, inner, dpi);
    const unseen =
      holds(coloured, cell, UNSEEN_PIXEL) || drifting.some((rule) => cuts(rule, inner, lines, dpi));
    return { cell, lines, stamped: isStamped(coloured, cell), unseen };
  });
  const stampedLines = new Set(inCells.flatMap(({ lines, stamped }) => (stamped ? lines : [])));
  const outside = inkLines(
    withoutAreas(print, tables.map(withBorder)),
    { left: 0, top: 0, right: grey.width, bottom: grey.height },
    dpi,
  );
  const all = [...inCells.flatMap(({ lines }) => lines), ...outside];
  const rings = new Set(all.filter((line) => line.strokes.length === 1 && isRing(print, line)));
  const readings = await readTwice(reader, grey, all, { stamped: stampedLines, rings }, dpi);
  const dashes = dashesOf(
    inCells.flatMap(({ lines, stamped, unseen }) => (lines.length === 1 && !stamped && !unseen ? lines : [])),
    dpi,
  );
  const characters = new Map(
    all.map((line, at) => [line, dashes.has(line) ? asDash(readings[at] ?? []) : (readings[at] ?? [])]),
  );
  const read = (line: InkLine): ReadLine => ({ line, characters: characters.get(line)! });
  const guarded = inCells.map(({ cell, lines, stamped, unseen }) => {
    const own = lines.map(read);
    const unclear = stamped && !isClearOfStamp(own, ink, coloured);
    return {
      cell,
      own,
      marked: stamped || unseen,
      doubtful: isDoubtful(own, dpi) || ((unseen || unclear) && !isLabel(own)),
    };
  });
  const digits = guarded.flatMap(({ own, doubtful }) =>
    doubtful || !isNumber(own) ? [] : own.flatMap((line) => digitsOf(line, grey, print, dpi)),
  );
  const foreign = foreignLines(digits, before, rings);
  const glyphs = [
    ...guarded.flatMap(({ own, doubtful }) => {
      const doubted = doubtful || own.some(({ line }) => foreign.has(line));
      const glyphs = own.flatMap((line) => glyphsOfLine(line, dpi, doubted));
      return doubted && own.length === 1
        ? glyphs.map((one) => ({ ...one, strokes: strokesOf(own[0]!.line) }))
        : glyphs;
    }),
    ...outside.map(read).flatMap((line) => glyphsOfLine(line, dpi, false)),
    ...guarded.flatMap(({ cell, own, marked }) => (marked && own.length === 0 ? [blot(cell, dpi)] : [])),
  ];
  const scale = 72 / dpi;
  return {
    glyphs,
    rules: drawn,
    width: grey.width * scale,
    height: grey.height * scale,
    sheets: sheets.map(({ top, bottom, skew }) => ({ top: top * scale, bottom: bottom * scale, skew })),
    digits: digits.filter(({ line }) => !foreign.has(line)),
  };
}

/**
 * Reads every line, and a number that is not quite sure a second time with more paper around it: a worn 5 that one look
 * takes for a 3 at 0.93 is something else at the next. Where the two differ the reading is given up. A lone 0 is hardly
 * seen on much paper: where its ink is a closed ring and the second look saw nothing else, a closer third one decides.
 */
async function readTwice(
  reader: LineReader,
  grey: Raster,
  lines: readonly InkLine[],
  { stamped, rings }: { readonly stamped: ReadonlySet<InkLine>; readonly rings: ReadonlySet<InkLine> },
  dpi: number,
): Promise<readonly (readonly RecognizedCharacter[])[]> {
  const first = await reader.recognize(lines.map((line) => cropOf(grey, line, dpi, FIRST_LOOK)));
  const unsure = lines.flatMap((line, at) =>
    stamped.has(line) || isUnsureNumber(first[at] ?? []) ? [{ line, at }] : [],
  );
  const second = await reader.recognize(unsure.map(({ line }) => cropOf(grey, line, dpi, SECOND_LOOK)));
  const readings = [...first];
  for (const [index, { at }] of unsure.entries()) readings[at] = agreed(first[at]!, second[index] ?? []);
  const round = unsure.flatMap(({ line, at }, index) =>
    rings.has(line) &&
    !stamped.has(line) &&
    textOf(first[at]!) === "0" &&
    ["", "0"].includes(textOf(second[index] ?? []))
      ? [{ line, at }]
      : [],
  );
  const third = await reader.recognize(round.map(({ line }) => cropOf(grey, line, dpi, CLOSE_LOOK)));
  for (const [index, { at }] of round.entries()) readings[at] = agreed(first[at]!, third[index] ?? []);
  return readings;
}

function isUnsureNumber(characters: readonly RecognizedCharacter[]): boolean {
  return characters.some(({ probability }) => probability < SURE) && VALUE_TEXT.test(textOf(characters));
}

/**
 * Each character at the lower of its two probabilities; at none where the looks differ. A second look that sees nothing,
 * as it does at a round 0 on much paper, says nothing against a first that is nearly sure.
 */
function agreed(
  first: readonly RecognizedCharacter[],
  second: readonly RecognizedCharacter[],
): readonly RecognizedCharacter[] {
  if (second.length === 0 && first.every(({ probability }) => probability >= NEARLY_SURE)) return first;
  const same = textOf(first) === textOf(second);
  return first.map((one, at) => ({
    ...one,
    probability: same ? Math.min(one.probability, second[at]!.probability) : 0,
  }));
}

/** A bar that was read as one character or none; what was read otherwise stays, and is doubted. */
function asDash(characters: readonly RecognizedCharacter[]): readonly RecognizedCharacter[] {
  const [one] = characters;
  if (characters.length > 1) return characters;
  return [{ text: "-", at: one?.at ?? 0.5, probability: Math.max(LEAST_PROBABILITY, one?.probability ?? 0) }];
}

function textOf(characters: readonly RecognizedCharacter[]): string {
  return characters.map(({ text }) => text).join("");
}

function isNumber(lines: readonly ReadLine[]): boolean {
  return VALUE_TEXT.test(textOf(lines.flatMap(({ characters }) => characters)));
}

function isLabel(lines: readonly ReadLine[]): boolean {
  return /\p{Script=Han}{2}/u.test(textOf(lines.flatMap(({ characters }) => characters)));
}

/**
 * Whether a number under a stamp stands clear of it: the stamp's own colour, bright in one channel, left no ink, and both
 * looks are nearly sure.
 */
function isClearOfStamp(lines: readonly ReadLine[], { ink, width }: Bitmap, coloured: Raster): boolean {
  return lines.every(({ line, characters }) => {
    let [inked, stamp] = [0, 0];
    for (let y = line.top; y < line.bottom; y++)
      for (let x = line.left, at = y * width + x; x < line.right; x++, at++) {
        inked += ink[at]!;
        stamp += ink[at]! & (coloured.pixels[at]! > 0 ? 1 : 0);
      }
    return stamp <= STAMP_INK * inked && characters.every(({ probability }) => probability >= NEARLY_SURE);
  });
}

/** Of a number's ink so much may be of the stamp's colour: the rims of strokes under it. */
const STAMP_INK = 0.03;

/** A table with the blur of its outer border. */
function withBorder({ left, top, right, bottom }: PixelArea): PixelArea {
  return { left: left - 2, top: top - 2, right: right + 2, bottom: bottom + 2 };
}

/** A cell without the blur of its borders. */
function inset({ left, top, right, bottom }: PixelArea, dpi: number): PixelArea {
  const margin = Math.max(2, Math.round(0.012 * dpi));
  return { left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin };
}

/** Of a value cell's area so much coloured ink is a stamp upon it, not the fringe of a colour scanner. */
const STAMPED = 0.004;

function isStamped({ width, pixels }: Raster, { left, top, right, bottom }: PixelArea): boolean {
  let count = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) count += Number(pixels[y * width + x]! > 0);
  return count > STAMPED * (right - left) * (bottom - top);
}

function holds({ width, pixels }: Raster, { left, top, right, bottom }: PixelArea, value: number): boolean {
  for (let y = top; y < bottom; y++)
    if (pixels.subarray(y * width + left, y * width + right).includes(value)) return true;
  return false;
}

/**
 * A line's picture with paper around it: of the page's own a little, beyond that blank, for a border may stand there. A
 * recognizer is surer of a single digit with room on both sides.
 */
function cropOf({ width, height, pixels }: Raster, line: PixelArea, dpi: number, look: Look): Raster {
  const own = Math.max(2, Math.round(look.own * dpi));
  const left = Math.max(0, line.left - own);
  const right = Math.min(width, line.right + own);
  const top = Math.max(0, line.top - own);
  const bottom = Math.min(height, line.bottom + own);
  const side = Math.round(look.side * (line.bottom - line.top));
  // A dash blown up to a line's height is a 1 or nothing.
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
/** Surer than this a number is not looked at again. */
const SURE = 0.99;
/** What a first look must be where the second sees nothing. */
const NEARLY_SURE = 0.97;
