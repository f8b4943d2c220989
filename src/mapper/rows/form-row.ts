import type { Doubt, Place } from "../../model/index.ts";
import type { StatedUnits } from "./stated-units.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { hasDigits } from "../../printed/numbers.ts";
import type { Against } from "./standing.ts";

/** A printed row that has values, whatever laid it out, before anyone asks which form it belongs to. */
export interface FormRow {
  /** Index of its block in the document. */
  readonly block: number;
  /** Row of its grid, from 1; absent outside grids. */
  readonly row?: number;
  /** Texts of the cells left of the values, normalized, enumerators gone; merged cells reach into every row they cover. */
  readonly labels: readonly string[];
  /** A unit in a cell of its own between label and values. */
  readonly unit?: string;
  /** The unit of money stated above the table or in the caption of its block. */
  readonly unitAbove?: string;
  /** Normalized text printed since the row before, labels excluded; only the end of a long one. */
  readonly context: string;
  readonly values: readonly PrintedValue[];
  /**
   * - `cells`: from a grid
   * - `spaced`: from a grid whose columns are made by spaces alone, so that a blank value is a guess
   * - `listed`: numbers with a line end or space between
   * - `run`: digits whose borders may be lost
   */
  readonly kind: "cells" | "spaced" | "listed" | "run";
  /** Spaces part its cells: a run with spaces about it, a list on the line of its label. */
  readonly apart?: boolean;
  /** Its numbers begin their line of text, and words follow on it. */
  readonly leads?: true;
  /** Its grid writes what a merged cell covers as empty cells: a copy of a number beside it is then a number of its own. */
  readonly coveredBlank: boolean;
  /** Header rows above it in its grid, nearest first; empty where there is no grid. */
  readonly headers: readonly FormHeader[];
  readonly at: Place;
  /** What speaks against its being the report's own; absent where nothing does. */
  readonly against?: readonly Against[];
  /** Its only label says whose row it is: 本级, 清溪县, 县教育局. */
  readonly ofOffice?: true;
  /** A piece of a row without a label: the heading of the form that it stands under. */
  readonly heading?: string;
  /** Another piece of its row has more numbers than the form has columns there: all of them may have moved. */
  readonly uneven?: true;
  /** The printed row that a piece was cut from. */
  readonly from?: FormRow;
  /** The rows as everyone sees them that a form with cells of words sees as this one. */
  readonly covers?: readonly FormRow[];
  /** The cells left of its values as printed, where they stand under headings. */
  readonly names?: readonly PrintedValue[];
}

/** The row as it was printed, whatever piece of it a form took. */
export function printedRow(row: FormRow): FormRow {
  return row.from ?? row;
}

export interface PrintedValue {
  readonly text: string;
  readonly at: Place;
  readonly doubt?: Doubt;
  /** Grid columns covered, from 1; absent outside grids. */
  readonly column?: number;
  readonly columnSpan?: number;
  /** The cell covers other rows too, so that its number belongs to none for certain. */
  readonly merged?: boolean;
}

/** Consecutive header rows of a grid, as the columns they make. */
export interface FormHeader {
  readonly columns: readonly HeaderColumn[];
  /** It stands in another grid than the row, one of other columns: its labels count, its positions do not. */
  readonly foreign: boolean;
}

export interface HeaderColumn {
  readonly column: number;
  readonly columnSpan: number;
  /** Texts above each other, joined, normalized: 申请人情况法人或其他组织商业企业. */
  readonly text: string;
  /** The lowest text alone. */
  readonly leaf: string;
  /** The texts one by one, the lowest last. */
  readonly texts: readonly string[];
}

/** The largest real report has some 150; what every row is compared with every row of every form for must end. */
export const MAXIMUM_FORM_ROWS = 2_000;
const CONTEXT = 400;
export const YEAR = /20\d{2}年度/gu;

/** How many values a row has; blanks of a row whose columns are made by spaces count for nothing. */
export function valueCount({ kind, values }: FormRow): number {
  return kind === "spaced" ? values.filter(({ text }) => text !== "").length : values.length;
}

/** Whether a row comes from a grid. */
export function isGridRow({ kind }: FormRow): boolean {
  return kind === "cells" || kind === "spaced";
}

/** The rows of a document. */
export interface FormRows {
  /** Those that have values. */
  readonly rows: readonly FormRow[];
  /** Those that have words where values should be: a heading, mostly, or 见附件 beside a label. */
  readonly worded: readonly FormRow[];
}

/** What the rows to come have from the text above them. */
export interface RowState {
  context: string;
  /** The line before was a cell with a bar at its end. */
  barred: boolean;
  readonly units: StatedUnits;
  readonly worded: FormRow[];
}

/** Remembers text for the rows to come. */
export function addContext(state: RowState, text: string): void {
  state.context = (state.context + thisYear(normalizeLabel(text))).slice(-CONTEXT);
}

/** 2014年度 above a column is what a form calls 本年度; where two years are named, which one is this year's is not told. */
export function thisYear(normalized: string): string {
  if (!normalized.includes("年度")) return normalized;
  const years = new Set(normalized.match(YEAR));
  return years.size === 1 ? normalized.replace(YEAR, "本年度") : normalized;
}

/** Whether any of its values has digits. */
export function hasNumbers({ values }: Pick<FormRow, "values">): boolean {
  return values.some(({ text }) => hasDigits(text));
}
