import { isFilled } from "../../../printed/numbers.ts";
import type { Reach } from "./covering.ts";

/** One part of a document, in document order: a paragraph, or a table that holds paragraphs and tables again. */
export type Item = WordParagraph | WordTable;

export interface WordParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** The text with what its colour or size makes invisible; absent where nothing is invisible. */
  readonly whole?: string;
  readonly heading?: number;
  /** Why the text must not be used as a number. */
  readonly doubt?: string;
  /** How far what floats in front of the text reaches from here. */
  readonly covers?: Reach;
}

export interface WordTable {
  readonly kind: "table";
  /** Columns of w:tblGrid; 0 where the table states none. */
  readonly columns: number;
  readonly rows: readonly WordRow[];
  /** Twips of its columns; absent where they are not stated. */
  readonly width?: number;
  /** Set where a part of it is not seen: a later table lies over it, or it goes on beyond the page. */
  isCovered?: boolean;
}

export interface WordRow {
  /** Grid columns left free at the start (w:gridBefore). */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

/** A picture or an embedded object in a cell that is not read: it floats over the cell, or stands in its text. */
export type CellPicture = "none" | "floating" | "inline";

export interface WordCell {
  readonly items: readonly Item[];
  /** Grid columns (w:gridSpan) as stated, at least 1, not yet clamped. */
  readonly span: number;
  readonly vertical: "none" | "restart" | "continue";
  /** True if the cell belongs to the cell on its left (w:hMerge). */
  readonly continuesLeft: boolean;
  readonly picture: CellPicture;
}

/** True if the items are one number, or what stands for a number, and nothing else. */
export function isValueAlone(items: readonly Item[]): boolean {
  const texts = items.map((item) => (item.kind === "paragraph" ? item.text : "表"));
  const [only] = items.filter((item) => item.kind === "table" || item.text.trim() !== "");
  // A table of one cell is a frame around its content.
  const cells = only?.kind === "table" ? only.rows.flatMap((row) => row.cells) : [];
  if (cells.length === 1 && texts.join("").trim() === "表") return isValueAlone(cells[0]!.items);
  return isFilled(texts.join("").trim());
}
