import type { LineReader, RecognizedCharacter } from "../../model/index.ts";
import type { Glyph, Page } from "../page/sheet/page.ts";
import { loneDashes } from "./digits/dashes.ts";
import { familiarLines, foreignLines } from "./digits/foreign.ts";
import { isDoubtful, strokesOf, VALUE_TEXT, type ReadLine } from "./digits/guard.ts";
import { allLines, type PageLayout } from "./rules/layout.ts";
import { blot, glyphsOfLine } from "./line-glyphs.ts";
import type { InkLine } from "./raster/lines.ts";
import { readTwice, charactersText, type FirstReadings } from "./looks.ts";
import { misspacedLines } from "./digits/pitch.ts";
import { holdsWord } from "../../printed/words.ts";
import { digitsOf, type PrintedDigit } from "./digits/print.ts";
import type { Raster } from "./raster/raster.ts";
import { isRing } from "./digits/ring.ts";
import { asSlash, loneSlashes } from "./digits/slashes.ts";
import type { ScannedSheet } from "./raster/skew.ts";
import type { Bitmap } from "./raster/threshold.ts";
import { LEAST_PROBABILITY, LEAST_WITH_PEERS, NEARLY_SURE, STAMP_INK } from "./raster/tolerances.ts";

export { scanOf, UNSEEN_PIXEL, type Scan } from "./raster/raster.ts";
export { HIGHEST_DPI, USUAL_DPI } from "./raster/tolerances.ts";

/**
 * The glyphs and rules of a scanned page after it was made level; `sheets` says how it was turned for that, with its
 * rows in points. `digits` are the digits of its numbers.
 */
export interface ScannedPage extends Pick<Page, "glyphs" | "rules" | "width" | "height"> {
  readonly sheets: readonly ScannedSheet[];
  readonly digits: readonly PrintedDigit[];
}

/**
 * Reads the print of each cell of a page that was laid out: a number is accepted only where its ink agrees with the
 * reading and looks like the other digits of the page, or of the pages `before`. `known` are lines already read.
 */
export async function readLayout(
  layout: PageLayout,
  reader: LineReader,
  before: readonly PrintedDigit[],
  known?: FirstReadings,
): Promise<ScannedPage> {
  const { dpi, sheets, grey, coloured, ink, print, rules, cells, outside } = layout;
  const all = allLines(layout);
  const stampedLines = new Set(cells.flatMap(({ lines, stamped }) => (stamped ? lines : [])));
  const rings = new Set(all.filter((line) => line.strokes.length === 1 && isRing(print, line)));
  const readings = await readTwice(reader, grey, all, { stamped: stampedLines, rings }, dpi, known);
  const alone = cells.flatMap(({ lines, stamped, unseen }) =>
    lines.length === 1 && !stamped && !unseen ? lines : [],
  );
  const [dashes, slashes] = [loneDashes(alone, dpi), loneSlashes(alone, print, dpi)];
  const settled = (line: InkLine, characters: readonly RecognizedCharacter[]) => {
    if (dashes.has(line)) return asDash(characters);
    return slashes.has(line) ? asSlash(characters, LEAST_PROBABILITY) : characters;
  };
  const characters = new Map(all.map((line, at) => [line, settled(line, readings[at] ?? [])]));
  const read = (line: InkLine): ReadLine => ({ line, characters: characters.get(line)! });
  const guarded = cells.map(({ cell, lines, stamped, unseen }) => {
    const own = lines.map(read);
    const unclear = stamped && !isClearOfStamp(own, ink, coloured);
    const spoilt = (unseen || unclear) && !isLabel(own);
    const doubtful = spoilt || isDoubtful(own, dpi);
    const unsure = doubtful && !spoilt && !isDoubtful(own, dpi, LEAST_WITH_PEERS);
    return { cell, own, marked: stamped || unseen, doubtful, unsure };
  });
  const digitsIn = (cells: typeof guarded): readonly PrintedDigit[] =>
    cells.flatMap(({ own }) =>
      isNumber(own) ? own.flatMap((line) => digitsOf(line, grey, print, dpi)) : [],
    );
  const digits = digitsIn(guarded.filter(({ doubtful }) => !doubtful));
  const foreign = foreignLines(digits, before, rings);
  const misspaced = misspacedLines(guarded.flatMap(({ own }) => (isNumber(own) ? own : [])));
  const accepted = digits.filter(({ line }) => !foreign.has(line));
  const familiar = familiarLines(digitsIn(guarded.filter(({ unsure }) => unsure)), accepted);
  const glyphs = [
    ...guarded.flatMap(({ own, doubtful }) => {
      const doubted =
        (doubtful && !own.some(({ line }) => familiar.has(line))) ||
        own.some(({ line }) => foreign.has(line) || misspaced.has(line));
      const glyphs = own.flatMap((line) => glyphsOfLine(line, dpi, doubted));
      return doubted && own.length === 1
        ? glyphs.map((one) => ({ ...one, strokes: strokesOf(own[0]!.line) }))
        : glyphs;
    }),
    ...outside.map(read).flatMap((line) => glyphsOfLine(line, dpi, false).map(doubtUnsureDigit)),
    ...guarded.flatMap(({ cell, own, marked }) => (marked && own.length === 0 ? [blot(cell, dpi)] : [])),
  ];
  const scale = 72 / dpi;
  return {
    glyphs,
    rules,
    width: grey.width * scale,
    height: grey.height * scale,
    sheets: sheets.map(({ top, bottom, skew }) => ({ top: top * scale, bottom: bottom * scale, skew })),
    digits: accepted,
  };
}

/**
 * The text of a bar: a dash where it was read as one character or none. What was read otherwise stays, and is doubted.
 */
function asDash(characters: readonly RecognizedCharacter[]): readonly RecognizedCharacter[] {
  const [one] = characters;
  if (characters.length > 1) return characters;
  return [{ text: "-", at: one?.at ?? 0.5, probability: Math.max(LEAST_PROBABILITY, one?.probability ?? 0) }];
}

/** Lines outside of ruled cells may be a table without rules, in which a digit must be as sure as in a cell. */
function doubtUnsureDigit(glyph: Glyph): Glyph {
  return /^\d$/.test(glyph.text) && glyph.recognized! < LEAST_PROBABILITY
    ? { ...glyph, doubt: "scan" }
    : glyph;
}

function isNumber(lines: readonly ReadLine[]): boolean {
  return VALUE_TEXT.test(charactersText(lines.flatMap(({ characters }) => characters)));
}

function isLabel(lines: readonly ReadLine[]): boolean {
  return holdsWord(charactersText(lines.flatMap(({ characters }) => characters)));
}

/**
 * Whether a number under a stamp stands clear of it: the stamp's own colour, bright in one channel, left no ink, and
 * both looks at the number are nearly sure.
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
