import type { Rgb } from "../../docx/look/colour.ts";
import type { RunLook } from "../../sheet/shown/cell-text.ts";
import type { ConditionalLook } from "../../sheet/shown/conditions.ts";
import { usualSize } from "../../sheet/marks.ts";
import type { CellEdge } from "../../sheet/marks.ts";

/** How the cells of one format look (xf, ISO 29500-1 18.8.45). */
export interface CellStyle {
  readonly look: RunLook;
  readonly pattern: string;
  /** What the cell is filled with; null for paper. */
  readonly ground: Rgb | null;
  readonly framed: boolean;
  readonly shrinks: boolean;
  /** Text goes on in further lines where it is wider than the cell. */
  readonly wraps: boolean;
  /** The edge at which text stands that is not spread over the cell. */
  readonly standsAt: CellEdge;
  /** The text is repeated until the cell is full. */
  readonly repeats: boolean;
  /** The text is centred across this cell and the blank cells beside it that are aligned in the same way. */
  readonly isAcross: boolean;
  /** Characters by which its text is indented. */
  readonly indent: number;
  /** Degrees by which the text is turned. */
  readonly turn: number | "stacked";
  /** A diagonal line runs across it. */
  readonly isCrossed: boolean;
}

export interface WorkbookStyles {
  readonly cell: (index: number) => CellStyle;
  /** The format that a condition refers to by this index. */
  readonly differential: (index: number) => ConditionalLook | undefined;
  /** The parts of a table style that the workbook defines; empty for a style that it need not define. */
  readonly tableStyle: (name: string) => readonly TableStylePart[];
  /** Colour of the usual font: letters that have it take the colour of a table's style. */
  readonly baseColour: Rgb | null;
  /** Size of the usual font in points; columns are measured in its characters. */
  readonly baseSize: number;
}

/** How a table style changes one part of its tables (ISO 29500-1 18.8.40). */
export interface TableStylePart {
  /** `wholeTable`, `headerRow`, `firstRowStripe` … (18.18.78) */
  readonly part: string;
  /** How many rows or columns a stripe has. */
  readonly size: number;
  readonly format: number;
}

/** The look of letters where no style states one. */
export const usualLook: RunLook = { struck: false, size: usualSize, colour: null };
/** A cell whose look no style states. */
export const usualCellStyle: CellStyle = {
  look: usualLook,
  pattern: "General",
  ground: null,
  framed: false,
  shrinks: false,
  wraps: false,
  standsAt: "left",
  repeats: false,
  isAcross: false,
  indent: 0,
  turn: 0,
  isCrossed: false,
};
