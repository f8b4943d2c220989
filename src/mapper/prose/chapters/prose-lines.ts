import type { SectionTemplate } from "../../../model/index.ts";
import { beginsPaper, PAPERS } from "./papers.ts";
import { piecesOf, type ProsePiece, type ProsePieces, type UncutPieces } from "./pieces.ts";
import type { HeadingForm } from "./outline.ts";
import type { ProseLine } from "../prose-line.ts";
import { chaptersOf, type Chapters } from "./known-chapters.ts";
import { sectionOfTitle, sectionOfPlainTitle, type Passed, chapterOf } from "./chapter-of.ts";
import { headsList } from "./list-headings.ts";
import { withoutFoot } from "./page-foot.ts";

/**
 * The lines outside grids. Only a known section title opens a section: inside table 3, 一、本年新收… and （一）予以公开
 * look like headings but are not.
 */
export function proseLines(uncut: UncutPieces, sections: readonly SectionTemplate[]): readonly ProseLine[] {
  const chapters = chaptersOf(sections);
  const pieces = piecesOf(uncut, chapters.finder, chapters.known);
  const numbered = linesBy(pieces, chapters, sectionOfTitle, pieces.marked);
  // Titles such as 第一部分 总体情况, 1. 总体情况 or a known title alone count only where no chapter is numbered 一、.
  if (numbered.some((line) => line.known)) return numbered;
  const plain = linesBy(pieces, chapters, sectionOfPlainTitle, pieces.read.keys());
  const found = plain.filter((line) => line.known).length;
  return found > 2 || numbered.every(({ section }) => section === undefined) ? plain : numbered;
}

/** The lines, of which those at some indexes may be titles. */
function linesBy(
  { document, read, numbers }: ProsePieces,
  chapters: Chapters,
  sectionOf: typeof sectionOfTitle,
  marked: Iterable<number>,
): readonly ProseLine[] {
  const passed: Passed = { numbers: new Set(), ordinal: 0, style: "chapter", item: 0 };
  const lines: ProsePiece[] = [];
  let papers = 0;
  let inList: boolean = false;
  let seen = 0;
  for (const index of marked) {
    while (seen < index) lines.push(read[seen++]!);
    const piece = read[index]!;
    seen = index + 1;
    if (passed.ordinal > 0 && beginsPaper(piece.text, read[index + 1]?.text)) {
      lines.push({ ...piece, section: PAPERS + ++papers });
      continue;
    }
    if (papers > 0) {
      lines.push(piece);
      continue;
    }
    const row: boolean = inList && document.isListHeading(piece.text);
    const standsAgain = (style: HeadingForm, ordinal: number) =>
      (numbers.get(`${style} ${ordinal}`) ?? -1) > index;
    const section: ReturnType<typeof chapterOf> = row
      ? null
      : chapterOf(document, piece, chapters, passed, sectionOf, standsAgain);
    inList = section === null && (inList || headsList(piece.text));
    const last = lines.at(-1);
    // If the text was cut at something that is no title, its pieces are joined again.
    if (section === null && last?.part === piece.part && last.section === undefined) {
      const slice = last.slice + piece.slice;
      lines[lines.length - 1] = { ...last, text: slice.trim(), slice, signs: last.signs | piece.signs };
    } else lines.push(section === null ? piece : titled(piece, section.section, section.known));
  }
  while (seen < read.length) lines.push(read[seen++]!);
  return withoutFoot(lines);
}

/** Written out: to add to a copy of pieces of several shapes takes V8 longer than to read a line. */
function titled(piece: ProsePiece, section: number, known: boolean): ProsePiece {
  const { text, signs, slice, at, heading, linked, block, part, cut, numbered } = piece;
  return { text, signs, slice, at, heading, linked, block, part, cut, numbered, section, known };
}
