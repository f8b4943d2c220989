import { isFilled } from "../../printed/numbers.ts";

/** A document as its parts say it, in document order: paragraphs and tables, tables holding both again. */
export type Item = WordParagraph | WordTable;

export interface WordParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** The same with what cannot be seen for its colour or size, where something cannot. */
  readonly whole?: string;
  readonly heading?: number;
  /** Why the text must not be used as a number. */
  readonly doubt?: string;
}

export interface WordTable {
  readonly kind: "table";
  /** Columns of w:tblGrid; 0 where the table states none. */
  readonly columns: number;
  readonly rows: readonly WordRow[];
}

export interface WordRow {
  /** Grid columns left free at the start (w:gridBefore). */
  readonly before: number;
  readonly cells: readonly WordCell[];
}

/** A picture or an embedded object in a cell, not read: floating over it, or standing in its text. */
export type CellPicture = "none" | "floating" | "inline";

export interface WordCell {
  readonly items: readonly Item[];
  /** Grid columns (w:gridSpan) as stated, from 1, not yet clamped. */
  readonly span: number;
  readonly vertical: "none" | "restart" | "continue";
  /** Belongs to the cell on its left (w:hMerge). */
  readonly continuesLeft: boolean;
  readonly picture: CellPicture;
}

/** A number, or what stands for one, and nothing else. */
export function isValueAlone(items: readonly Item[]): boolean {
  const texts = items.map((item) => (item.kind === "paragraph" ? item.text : "表"));
  const [only] = items.filter((item) => item.kind === "table" || item.text.trim() !== "");
  // A table of one cell is a frame around it.
  const cells = only?.kind === "table" ? only.rows.flatMap((row) => row.cells) : [];
  if (cells.length === 1 && texts.join("").trim() === "表") return isValueAlone(cells[0]!.items);
  return isFilled(texts.join("").trim());
}
