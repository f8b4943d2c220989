import type { Place } from "../../../model/index.ts";
import { outlineLevel } from "../../../printed/enumerators.ts";
import { FIGURES, ORDINALS } from "../../../printed/numerals.ts";
import { textsSideBySide } from "./side-by-side.ts";
import { recognizedIn } from "../sheet/recognized.ts";
import { unionOf } from "../sheet/text.ts";
import {
  BODY_SIZE,
  CENTRED_HEADING,
  CENTRED_LINE,
  FULL_MEASURE,
  HEADING_SIZE,
  LINES_OF_A_HEADING,
  LONGEST_NUMBERED_HEADING,
  NEW_PARAGRAPH,
  NEXT_PROSE_LINE,
  ONE_PARAGRAPH_SIZE,
} from "./tolerances.ts";
import type { PrintedLine } from "../sheet/printed-line.ts";

export interface ProseParagraph {
  readonly text: string;
  readonly heading?: number;
  readonly at: Place;
}

/** A date as it stands under the signature, alone on its line. */
const DATE = new RegExp(
  String.raw`^[\d○零${FIGURES}]{4}\s*年\s*[\d${ORDINALS}]{1,2}\s*月\s*[\d${ORDINALS}]{1,3}\s*日$`,
);

const SENTENCE_END = /[。！？；：!?;:]["”’』」）)]*$/;

/**
 * Joins printed lines into paragraphs: a line that fills its measure runs on into the next one, over a page break too.
 */
export function reflowPage(printed: readonly PrintedLine[]): ProseParagraph[] {
  const paragraphs: PrintedLine[][] = [];
  const body = bodySize(printed);
  const lines = printed.flatMap((line) => textsSideBySide(line, body));
  for (const line of lines) {
    const before = paragraphs.at(-1)?.at(-1);
    if (before !== undefined && runsOn(before, line)) paragraphs.at(-1)!.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((members) => paragraphOf(members, body));
}

function runsOn(before: PrintedLine, line: PrintedLine): boolean {
  const size = before.line.size;
  if (Math.abs(line.line.size - size) > ONE_PARAGRAPH_SIZE * size) return false;
  const room = before.right - before.line.end;
  if (room > FULL_MEASURE * size && !isFullFor(before, line)) return false;
  // A wrapped line is not indented, except in a title, where both lines are centred.
  if (
    line.line.start > line.left + NEW_PARAGRAPH * size &&
    !(isCentred(before) && isCentred(line) && room < size)
  )
    return false;
  if (before.page === line.page) {
    const step = line.line.baseline - before.line.baseline;
    if (step <= 0 || step > NEXT_PROSE_LINE * size) return false;
  }
  if (DATE.test(line.line.text)) return false;
  return levelOf(line.line.text) === undefined || !SENTENCE_END.test(before.line.text);
}

/** An address or a number that may not be broken begins the next line when the room left is too small for it. */
function isFullFor({ line, right }: PrintedLine, next: PrintedLine): boolean {
  const length = /^[\w@./:-]+[）)。，、；]*/.exec(next.line.text)?.[0].length ?? 0;
  const last = next.line.glyphs[length - 1];
  if (last === undefined || /[。！？；!?;]["”’』」）)]*$/.test(line.text)) return false;
  return last.end - next.line.start > right - line.end;
}

/** Whether a line stands as far from the left as from the right. */
function isCentred({ line, left, right }: PrintedLine): boolean {
  return Math.abs(line.start - left - (right - line.end)) < CENTRED_LINE * line.size;
}

function paragraphOf(members: readonly PrintedLine[], body: number): ProseParagraph {
  let text = "";
  for (const { line } of members) text += joint(text, line.text) + line.text;
  const first = members[0]!;
  const same = members.filter((member) => member.page === first.page);
  const heading = headingOf(members, text, body);
  return {
    text,
    ...(heading !== undefined && { heading }),
    at: {
      page: first.page,
      box: unionOf(same.map((member) => member.line.box)),
      ...recognizedIn(members.map(({ line }) => line)),
    },
  };
}

/** What joins two lines: a space between two Latin words, nothing beside an ideograph. */
function joint(before: string, after: string): string {
  return /[A-Za-z0-9,.;:)]$/.test(before) && /^[A-Za-z(]/.test(after) ? " " : "";
}

function headingOf(members: readonly PrintedLine[], text: string, body: number): number | undefined {
  const { line, left, right } = members[0]!;
  if (members.length > LINES_OF_A_HEADING || SENTENCE_END.test(text)) return undefined;
  const level = levelOf(text);
  if (level !== undefined && text.length <= LONGEST_NUMBERED_HEADING) return level;
  const bold = line.glyphs.every((glyph) => glyph.bold);
  const centred =
    Math.abs(line.start - left - (right - line.end)) < CENTRED_HEADING * line.size &&
    line.start > left + CENTRED_HEADING * line.size;
  return line.size > HEADING_SIZE * body || (bold && centred) ? 1 : undefined;
}

/** The level of a heading: 2 for 一、 and 3 for （一）, below the title. */
function levelOf(text: string): number | undefined {
  const level = outlineLevel(text);
  return level === 1 || level === 2 ? level + 1 : undefined;
}

/** The size of most characters. */
function bodySize(lines: readonly PrintedLine[]): number {
  const counts = new Map<number, number>();
  for (const { line } of lines) {
    const size = Math.round(line.size * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + line.glyphs.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? BODY_SIZE;
}
