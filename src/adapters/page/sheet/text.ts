import { median } from "./median.ts";
import type { Box } from "../../../model/index.ts";
import type { Glyph } from "./page.ts";
import {
  CHARACTERS_A_LINE,
  COLUMN_FARTHER,
  FIGURE_GAP,
  FULL_LINE_MARGINS,
  GAPS_OF_A_LINE,
  LINES_OF_A_NARROW_CELL,
  MIXED_GAP,
  MOST_STRETCH,
  NARROW_CELL,
  NEXT_DOWN,
  NEXT_OF_NUMBER,
  ONE_COLUMN,
  SAME_LINE,
  VERTICAL_CHARACTERS,
  VERTICAL_COLUMN,
  VERTICAL_COLUMNS,
  WORD_GAP,
} from "./tolerances.ts";

/** Glyphs on one baseline, from the first to the last; coordinates along the writing direction. */
export interface TextLine {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  readonly baseline: number;
  readonly start: number;
  readonly end: number;
  readonly size: number;
}

/** Lines of glyphs that share a writing direction, first line first. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  if (glyphs.length === 0) return [];
  // Lines run down the page for upright text; of text turned 90° clockwise the first line is rightmost, of text turned
  // 270° leftmost.
  const angle = glyphs[0]!.angle;
  const down = angle === 90 || angle === 180 ? -1 : 1;
  const along = angle === 180 || angle === 270 ? -1 : 1;
  const sorted = inOrder(glyphs, (glyph) => down * glyph.baseline);
  const lines: TextLine[] = [];
  for (let first = 0; first < sorted.length;) {
    let last = first + 1;
    let baseline = sorted[first]!.baseline;
    while (last < sorted.length) {
      const glyph = sorted[last]!;
      if (Math.abs(glyph.baseline - baseline) > SAME_LINE * Math.min(glyph.size, sorted[first]!.size)) break;
      baseline = (baseline * (last - first) + glyph.baseline) / (last - first + 1);
      last++;
    }
    const isAll = last - first === sorted.length;
    const members = isAll ? sorted : sorted.slice(first, last);
    const line = makeLine(
      inOrder(members, (glyph) => along * glyph.start),
      along,
    );
    if (line !== undefined) lines.push(line);
    first = last;
  }
  return lines;
}

/** Glyphs sorted by a key, the smallest first; mostly they already come in that order. */
function inOrder(glyphs: readonly Glyph[], key: (glyph: Glyph) => number): readonly Glyph[] {
  for (let at = 1; at < glyphs.length; at++)
    if (!(key(glyphs[at - 1]!) <= key(glyphs[at]!))) return [...glyphs].sort((a, b) => key(a) - key(b));
  return glyphs;
}

function makeLine(members: readonly Glyph[], along: 1 | -1): TextLine | undefined {
  const inked = withInk(members);
  if (inked.length === 0) return undefined;
  const stretch = stretchOf(members, along);
  let text = "";
  let before: Glyph | undefined;
  for (const glyph of members) {
    if (before !== undefined && needsSpace(before, glyph, along, stretch)) text += " ";
    text += glyph.text;
    before = glyph;
  }
  let [start, end, baselines] = [Infinity, -Infinity, 0];
  for (const glyph of inked) {
    start = Math.min(start, glyph.start);
    end = Math.max(end, glyph.end);
    baselines += glyph.baseline;
  }
  return {
    text: text.trim(),
    glyphs: inked,
    box: unionOf(inked.map((glyph) => glyph.box)),
    baseline: baselines / inked.length,
    start,
    end,
    size: usualSize(inked),
  };
}

/** The glyphs that are not spaces. */
export function withInk(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.some(isSpace) ? glyphs.filter((glyph) => !isSpace(glyph)) : glyphs;
}

function isSpace({ text }: Glyph): boolean {
  return text.trim() === "";
}

function usualSize(glyphs: readonly Glyph[]): number {
  const { size } = glyphs[0]!;
  if (glyphs.every((glyph) => glyph.size === size)) return size;
  return median(glyphs.map((glyph) => glyph.size));
}

/**
 * Whether a space belongs between two glyphs. Digits across a gap must never be joined, while ideographs set apart to
 * fill a line are still one word. Word and LibreOffice set a quarter of an em between an ideograph and a digit, more in
 * a justified line; a space that is printed there is a character of its own.
 */
function needsSpace(before: Glyph, glyph: Glyph, along: 1 | -1, stretch: number): boolean {
  if (before.text === " " || glyph.text === " ") return false;
  const wide = Number(isWide(before.text)) + Number(isWide(glyph.text));
  return gapOf(before, glyph, along) > [FIGURE_GAP, MIXED_GAP + stretch, WORD_GAP][wide]!;
}

/** The gap in em of the smaller glyph. */
function gapOf(before: Glyph, glyph: Glyph, along: 1 | -1): number {
  const gap = along === 1 ? glyph.start - before.end : before.start - glyph.end;
  return gap / Math.min(before.size, glyph.size);
}

/** How much justification adds to every gap between the ideographs of a line, in em. */
function stretchOf(members: readonly Glyph[], along: 1 | -1): number {
  const gaps: number[] = [];
  for (let index = 1; index < members.length; index++) {
    const glyph = members[index]!;
    const before = members[index - 1]!;
    if (isWide(before.text) && isWide(glyph.text)) gaps.push(gapOf(before, glyph, along));
  }
  if (gaps.length < GAPS_OF_A_LINE) return 0;
  return Math.min(MOST_STRETCH, Math.max(0, gaps.sort((a, b) => a - b)[gaps.length >> 1]!));
}

function isWide(character: string): boolean {
  return character >= "\u2e80";
}

/**
 * A cell's text: its lines are joined by line feeds, except that a number broken by the cell's edge, and text set one
 * character a line, are joined without anything between.
 */
export function textInBox(glyphs: readonly Glyph[], box: Box): string {
  // Most cells of a form hold one digit.
  if (glyphs.length < 2) return glyphs[0]?.text.trim() ?? "";
  const byAngle = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const same = byAngle.get(glyph.angle);
    if (same === undefined) byAngle.set(glyph.angle, [glyph]);
    else same.push(glyph);
  }
  const vertical = verticalText(glyphs);
  if (vertical !== undefined) return vertical;
  const parts: string[] = [];
  for (const [angle, members] of byAngle) {
    const upright = angle === 0 || angle === 180;
    const text = joinLines(linesOf(members), upright ? box[2] - box[0] : box[3] - box[1]);
    if (text !== "") parts.push(text);
  }
  return parts.join("\n");
}

/**
 * The text of upright ideographs set from top to bottom, with columns from the right: they are nearer to each other
 * down than across.
 */
function verticalText(glyphs: readonly Glyph[]): string | undefined {
  const inked = glyphs.filter((glyph) => glyph.text.trim() !== "");
  if (inked.length < VERTICAL_CHARACTERS || inked.some((glyph) => /[\dA-Za-z]/.test(glyph.text)))
    return undefined;
  const size = inked[0]!.size;
  const columns: { x: number; members: Glyph[] }[] = [];
  for (const glyph of [...inked].sort((a, b) => b.start + b.end - a.start - a.end)) {
    const x = (glyph.start + glyph.end) / 2;
    const column = columns.at(-1);
    if (column !== undefined && Math.abs(column.x - x) < ONE_COLUMN * size) column.members.push(glyph);
    else columns.push({ x, members: [glyph] });
  }
  const longest = columns[0]!.members.sort((a, b) => middleY(a) - middleY(b));
  const { least, most } = VERTICAL_COLUMNS;
  if (columns.length < least || columns.length > most || longest.length < VERTICAL_COLUMN) return undefined;
  const down = (middleY(longest.at(-1)!) - middleY(longest[0]!)) / (longest.length - 1);
  const across = Math.min(...columns.slice(1).map((column, index) => columns[index]!.x - column.x));
  if (down > NEXT_DOWN * size || across < down + COLUMN_FARTHER * size) return undefined;
  return columns
    .map(({ members }) =>
      members
        .sort((a, b) => middleY(a) - middleY(b))
        .map(({ text }) => text)
        .join(""),
    )
    .join("");
}

function middleY({ box }: Glyph): number {
  return (box[1] + box[3]) / 2;
}

function joinLines(lines: readonly TextLine[], width: number): string {
  const characters = lines.reduce((sum, line) => sum + line.glyphs.length, 0);
  const narrow =
    lines.length >= LINES_OF_A_NARROW_CELL &&
    width < NARROW_CELL * lines[0]!.size &&
    characters <= CHARACTERS_A_LINE * lines.length;
  let text = "";
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before !== undefined && !narrow && !isBrokenNumber(before, line, lines, width)) text += "\n";
    text += line.text;
  }
  return text;
}

/** Whether the cell's edge broke a number: digits meet, and the first part leaves no room for one more digit. */
function isBrokenNumber(
  before: TextLine,
  line: TextLine,
  lines: readonly TextLine[],
  width: number,
): boolean {
  if (!/^[\d.,０-９]+$/.test(before.text) || !/^[\d.,０-９]/.test(line.text)) return false;
  if (line.baseline - before.baseline > NEXT_OF_NUMBER * line.size) return false;
  const longest = Math.max(...lines.map((other) => other.end - other.start));
  const length = before.end - before.start;
  const digit = length / before.glyphs.length;
  return length > longest - digit && width - length < FULL_LINE_MARGINS + digit;
}

/** Whether two boxes have an area in common. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

export function unionOf(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}
