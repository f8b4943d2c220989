import { foldDigits } from "../../printed/folding.ts";
import { isFilled } from "../../printed/numbers.ts";
import { correctsNumber } from "../../printed/remarks.ts";
import type { DraftCell } from "./marks.ts";

/** A note (批注) on a cell, which a person sees when pointing at it. Rows and columns count from 1. */
export interface SheetNote {
  readonly row: number;
  readonly column: number;
  /** Its first line is often the name of who wrote it. */
  readonly text: string;
}

/** At most so many notes of a sheet, and characters and lines of each, are looked at. */
export const mostNotes = 5_000;
const [longestNote, mostLines] = [1_000, 20];

/** Casts doubt on numbers whose note says that they are others: 应为13. */
export function markNotes(cells: readonly DraftCell[], notes: readonly SheetNote[]): void {
  if (notes.length === 0) return;
  const byPlace = new Map(notes.slice(0, mostNotes).map((note) => [`${note.row}:${note.column}`, note.text]));
  for (const cell of cells) {
    const note = byPlace.get(`${cell.row}:${cell.column}`);
    if (note !== undefined && isFilled(cell.text) && contradicts(note, cell.text)) cell.doubt ??= "note";
  }
}

/** Words that put a number in doubt without saying what it should be. */
const disputing = /有误|错误|笔误|[填报写算]错|存疑|待[核定查]|作废|无效/;

/** A note without digits may only explain how the cell is to be filled in, and one of digits alone may count anything. */
function contradicts(note: string, shown: string): boolean {
  const number = foldDigits(shown).trim();
  return note
    .slice(0, longestNote)
    .split("\n", mostLines)
    .map((line) => foldDigits(line).trim())
    .filter((line) => line !== number && /\p{L}/u.test(line) && !line.includes("://"))
    .some((line) => disputing.test(line) || (/\d/.test(line) && correctsNumber(line)));
}
