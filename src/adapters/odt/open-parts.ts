import type { Rgb } from "../docx/look/colour.ts";
import type { CellPicture, Item, WordRow } from "../word/items/items.ts";
import type { OpenRegions, WrittenOdtCell } from "./rows.ts";

/** Anything that holds paragraphs and tables: the body, a cell, a text box, a note. */
export interface OdtContainer {
  readonly depth: number;
  readonly items: Item[];
  readonly ground: Rgb | null;
  readonly kind: "body" | "cell" | "box" | "note";
  /** True for a box that stands in the line like a letter. */
  readonly inLine: boolean;
  picture: CellPicture;
}

export interface OpenOdtTable {
  readonly columns: OdtColumn[];
  readonly rows: WordRow[];
  readonly open: OpenRegions;
  readonly ground: Rgb | null;
  /** It stands beside the page. */
  readonly isOffPage: boolean;
  row: OpenOdtRow | null;
  cell:
    | (Pick<WrittenOdtCell, "isCovered" | "columns" | "rows" | "repeated"> & {
        isCrossed: boolean;
        isTurned: boolean;
        above: number;
        /** The number that the cell stores beside its text. */
        number: number | null;
        /** A program works it out anew from other cells of the table. */
        isWorkedOut: boolean;
        /** Why the text in its columns may not be seen. */
        narrow: string | undefined;
      })
    | null;
}

export interface OpenOdtRow extends Pick<OpenOdtTable, "ground"> {
  readonly cells: WrittenOdtCell[];
  readonly repeated: number;
  /** Columns written so far. */
  column: number;
  /** The style of cells that name none. */
  readonly style: string | undefined;
  /** Twips, for a row of fixed height. */
  readonly height: number;
}

export interface OdtColumn {
  /** The style of cells for which neither they nor their row names one. */
  readonly style: string | undefined;
  /** Points; infinite where no style states a width. */
  readonly width: number;
  readonly hidden: boolean;
}
