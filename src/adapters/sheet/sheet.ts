/** A sheet of a workbook as a person sees it: hidden rows and columns are marked, but not yet left out. */
export interface Sheet {
  readonly name: string;
  /** Counts from 1 among all sheets of the workbook, hidden ones included. */
  readonly ordinal: number;
  /** Cells that say something or are framed, one for each position, in any order. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Range[];
  readonly isHiddenRow: (row: number) => boolean;
  readonly isHiddenColumn: (column: number) => boolean;
}

/** Rows and columns count from 1. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As it is shown. */
  readonly text: string;
  /** Why the text must not be used as a number. */
  readonly doubt?: string | undefined;
  /** It has a border: a blank cell with one belongs to a table. */
  readonly framed: boolean;
}

/** First and last row and column, from 1. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function isWithin({ top, left, bottom, right }: Range, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** Something drawn over cells. */
export interface DrawnOver {
  /** `picture` also for charts; `shape` for lines and boxes. */
  readonly kind: "picture" | "shape";
  readonly over: Range;
}

/** What a workbook contains that was not read. */
export interface SheetTally {
  hidden: number;
  pictures: number;
  /** Numbers in boxes that lie over the cells. */
  floating: number;
  /** Parts that the file refers to but does not contain. */
  readonly missing?: string[];
}
