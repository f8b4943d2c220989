import type { Doubt, Place } from "../../model/index.ts";
import type { StatedUnits } from "./stated-units.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { hasDigits } from "../../printed/numbers.ts";
import type { Against } from "./against.ts";

/** A printed row that has values, however it was laid out, before it is known to which form it belongs. */
export interface FormRow {
  /** Index of its block in the document. */
  readonly block: number;
  /** Row of its grid, from 1; absent outside grids. */
  readonly row?: number;
  /**
   * Texts of the cells left of the values, normalized and without enumerators. A merged cell's text is in every row
   * that it covers.
   */
  readonly labels: readonly string[];
  /** A unit that stands in a cell of its own between label and values. */
  readonly unit?: string;
  /** The unit of money stated above the table or in the caption of its block. */
  readonly unitAbove?: string;
  /** Normalized text printed since the row before, labels excluded; of a long text only its end. */
  readonly context: string;
  /**
   * The lines, or cells, printed since the row before; only for numbers in lists, and in grids whose columns of headings
   * are a guess.
   */
  readonly above?: readonly string[];
  /** Whether its grid guesses the columns of its headings. */
  readonly ragged?: true;
  /** The text right below the last row of a grid whose columns are made by spaces, normalized. */
  readonly rest?: string;
  readonly values: readonly PrintedValue[];
  /** The words in its column of remarks (备注). */
  readonly remark?: PrintedValue;
  /**
   * - `cells`: from a grid
   * - `spaced`: from a grid whose columns are made by spaces alone, so that a blank value is a guess
   * - `listed`: numbers with a line end or space between
   * - `run`: digits whose borders may be lost
   */
  readonly kind: "cells" | "spaced" | "listed" | "run";
  /** Whether spaces part its cells: a run with spaces around it, or a list on the line of its label. */
  readonly apart?: boolean;
  /** Its code, where this was the first of its values and was taken out. */
  readonly numbered?: string;
  /** Whether its numbers begin their line of text and words follow them on it. */
  readonly leads?: true;
  /**
   * Whether its grid writes the cells that a merge covers as empty cells. If so, a copy of a number beside it is a
   * number of its own.
   */
  readonly coveredBlank: boolean;
  /** Header rows above it in its grid, nearest first; empty where there is no grid. */
  readonly headers: readonly FormHeader[];
  readonly at: Place;
  /** The evidence that it is not one of the report's own rows; absent where there is none. */
  readonly against?: readonly Against[];
  /** Whether its only label says whose row it is: 本级, 清溪县, 县教育局. */
  readonly ofOffice?: true;
  /** For a piece of a row without a label: the heading of the form under which it stands. */
  readonly heading?: string;
  /**
   * Set where another piece of the same row has more numbers than the form has columns there, or where the headings
   * above are not the form's and the row's cells are not as many, so that all of them may have moved.
   */
  readonly uneven?: true;
  /** The printed row that a piece was cut from. */
  readonly from?: FormRow;
  /** The ordinary rows that a form with cells of words reads as this one row. */
  readonly covers?: readonly FormRow[];
  /** The cells left of its values as printed, if they stand under headings. */
  readonly names?: readonly PrintedValue[];
}

/** The row as it was printed, even where a form took only a piece of it. */
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
  /** Whether the cell covers other rows too, so that it is uncertain to which row its number belongs. */
  readonly merged?: boolean;
}

/** Consecutive header rows of a grid, as the columns that they make. */
export interface FormHeader {
  readonly columns: readonly HeaderColumn[];
  /**
   * Whether it stands in another grid than the row, with other columns: its labels count then, but its positions do
   * not.
   */
  readonly foreign: boolean;
}

export interface HeaderColumn {
  readonly column: number;
  readonly columnSpan: number;
  /** All texts that stand above each other, joined and normalized: 申请人情况法人或其他组织商业企业. */
  readonly text: string;
  /** Only the lowest text. */
  readonly leaf: string;
  /** The separate texts, the lowest last. */
  readonly texts: readonly string[];
}

/**
 * The largest real report has some 150 rows. Every row is compared with every row of every form, so their number must
 * be bounded.
 */
export const MAXIMUM_FORM_ROWS = 2_000;
const CONTEXT = 400;
export const YEAR = /20\d{2}年度/gu;

/** How many values a row has. Blanks do not count in a row whose columns are made by spaces. */
export function valueCount({ kind, values }: FormRow): number {
  return kind === "spaced" ? values.filter(({ text }) => text !== "").length : values.length;
}

/** Whether nothing is printed in a value's cell. */
export function isBlankValue({ text }: Pick<PrintedValue, "text">): boolean {
  return text.trim() === "";
}

/** Whether a row comes from a grid. */
export function isGridRow({ kind }: FormRow): boolean {
  return kind === "cells" || kind === "spaced";
}

/** The rows of a document. */
export interface FormRows {
  /** The rows that have values. */
  readonly rows: readonly FormRow[];
  /** The rows that have words where values should be: mostly headings, or 见附件 beside a label. */
  readonly worded: readonly FormRow[];
}

/** What the text read so far says about the rows to come. */
export interface RowState {
  context: string;
  /** The last lines without numbers since the row before. */
  above: readonly string[];
  /** Whether the line before was a cell with a bar at its end. */
  barred: boolean;
  readonly units: StatedUnits;
}

/** Remembers text for the rows to come. */
export function addContext(state: RowState, text: string): void {
  state.context = (state.context + thisYear(normalizeLabel(text))).slice(-CONTEXT);
}

/**
 * Reads 2014年度 above a column as the 本年度 of a form. Where two years are named, nothing shows which one is this
 * year.
 */
export function thisYear(normalized: string): string {
  if (!normalized.includes("年度")) return normalized;
  const years = new Set(normalized.match(YEAR));
  return years.size === 1 ? normalized.replace(YEAR, "本年度") : normalized;
}

/** Whether any of its values has digits. */
export function hasNumbers({ values }: Pick<FormRow, "values">): boolean {
  return values.some(({ text }) => hasDigits(text));
}

/** Gives the printed rows of a block and, in a grid, of one of its rows. */
export function byPlace({ rows, worded }: FormRows): (block: number, row?: number) => readonly FormRow[] {
  const places = new Map<number, FormRow[][]>();
  for (const each of [...rows, ...worded]) {
    const { block, row = 0 } = each;
    let own = places.get(block);
    if (!own) places.set(block, (own = []));
    (own[row] ??= []).push(each);
  }
  return (block, row = 0) => places.get(block)?.[row] ?? [];
}
