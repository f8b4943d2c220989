import { disputesNumber } from "../../printed/notes.ts";
import { isFilled } from "../../printed/numbers.ts";
import type { DraftCell } from "./marks.ts";

/** A note (批注) on a cell, which a person sees when pointing at it. Rows and columns count from 1. */
export interface SheetNote {
  readonly row: number;
  readonly column: number;
  /** Its first line is often the name of who wrote it. */
  readonly text: string;
}

/** At most so many notes of a sheet are looked at. */
export const mostNotes = 5_000;

/** Casts doubt on numbers whose note says that they are others: 应为13. */
export function markNotes(cells: readonly DraftCell[], notes: readonly SheetNote[]): void {
  if (notes.length === 0) return;
  const byPlace = new Map(notes.slice(0, mostNotes).map((note) => [`${note.row}:${note.column}`, note.text]));
  for (const cell of cells) {
    const note = byPlace.get(`${cell.row}:${cell.column}`);
    if (note !== undefined && isFilled(cell.text) && disputesNumber(note)) cell.doubt ??= "note";
  }
}
