import { lowestRow, narrowestColumn } from "../sheet/marks.ts";
import type { SheetNote } from "../sheet/notes.ts";
import type { DrawnOver, Range } from "../sheet/sheet.ts";
import { conditionList } from "../sheet/shown/conditions.ts";
import type { Condition } from "../sheet/shown/conditions.ts";
import { conditionRanges, conditionalLook, conditionalLook12 } from "./conditions.ts";
import { xlsDrawingReader } from "./drawings.ts";
import { xlsFormulas } from "./formula-cells.ts";
import type { XlsFormulas } from "./formula-cells.ts";
import type { BookLooks, XlsLook } from "./looks.ts";
import { shortAt } from "./records.ts";
import type { BiffRecord } from "./records.ts";
import type { FontRun } from "./strings.ts";

/**
 * What the library does not report of a sheet. Functions that take a row and a column count both from 0; all others
 * count from 1.
 */
export interface SheetLooks {
  readonly showsZeros: () => boolean;
  readonly showsFormulas: () => boolean;
  readonly formulas: XlsFormulas;
  /** The sheet has two cells in this place; programs differ in which they show. */
  readonly isTwice: (row: number, column: number) => boolean;
  readonly look: (row: number, column: number) => XlsLook;
  readonly runs: (row: number, column: number) => readonly FontRun[] | undefined;
  /** A cell of an old workbook whose letters differ in look; which letters do is not known. */
  readonly isMixed: (row: number, column: number) => boolean;
  /** Points; infinite where it is not stated. */
  readonly height: (row: number) => number;
  /** The row keeps its height whatever its cells hold. */
  readonly isFixed: (row: number) => boolean;
  /** The row is too low for text, or states nothing in a sheet that hides such rows. */
  readonly isLow: (row: number) => boolean;
  /** The first row and column that can be seen where panes are frozen. */
  readonly reached: () => { readonly row: number; readonly column: number };
  readonly isNarrow: (column: number) => boolean;
  /** The width of these columns together, in characters of the usual font; infinite where one of them states none. */
  readonly width: (left: number, right: number) => number;
  /** A blank cell across which the text before it may be centred. */
  readonly isBlankAcross: (row: number, column: number) => boolean;
  /** Blank cells with a border, in any order. */
  readonly frames: () => readonly { readonly row: number; readonly column: number }[];
  readonly conditions: readonly Condition[];
  readonly drawn: readonly DrawnOver[];
  readonly floating: () => number;
  readonly notes: () => readonly SheetNote[];
}

export interface SheetReader extends SheetLooks {
  /** Takes a record of the sheet and returns how many cells it holds. */
  readonly read: (record: BiffRecord) => number;
}

/** FORMULA, NUMBER, LABEL, BOOLERR, RK, LABELSST and RSTRING. */
const cellKinds: ReadonlySet<number> = new Set([0x06, 0x203, 0x204, 0x205, 0x27e, 0xfd, 0xd6]);
const [sharedLabel, mixedLabel, manyNumbers] = [0xfd, 0xd6, 0xbd];
const [blank, manyBlanks] = [0x201, 0xbe];
const lastColumn = 255;
/** At most so many blank cells of a sheet are kept: borders are often drawn to its end. */
const mostBlanks = 20_000;
/** At most so many ranges of a sheet's conditions, taken together, are looked at. */
const mostConditionRanges = 2_000;
const keyOf = (row: number, column: number): number => row * 256 + column;

export function sheetLooks(book: BookLooks): SheetReader {
  const formats = new Map<number, number>();
  const twice = new Set<number>();
  const strings = new Map<number, number>();
  const mixed = new Set<number>();
  const formulas = xlsFormulas(book.references);
  const blanks = new Map<number, number>();
  const heights = new Map<number, number>();
  const fixed = new Set<number>();
  let hidesRows = false;
  /** Points; the height of rows that state none. */
  let usualHeight = Number.POSITIVE_INFINITY;
  let corner = { row: 1, column: 1 };
  let reached = corner;
  const widths = new Map<number, number>();
  const { add: addCondition, conditions } = conditionList(mostConditionRanges);
  const drawing = xlsDrawingReader();
  let ranges: readonly Range[] = [];
  let window = showsZerosFlag;
  /** The width of columns that state none: DEFCOLWIDTH (2.4.89), STANDARDWIDTH (2.4.278). */
  let usualWidth = Number.POSITIVE_INFINITY;

  const takers: Readonly<Record<number, (record: BiffRecord) => void>> = {
    0x23e: ({ body }) => {
      window = shortAt(body, 0);
      corner = { row: shortAt(body, 2) + 1, column: shortAt(body, 4) + 1 };
    },
    // PANE (2.4.183): how many columns and rows are frozen.
    0x41: ({ body }) => {
      if ((window & frozenFlag) === 0) return;
      reached = {
        row: shortAt(body, 2) > 0 ? corner.row : 1,
        column: shortAt(body, 0) > 0 ? corner.column : 1,
      };
    },
    0x208: ({ body }) => {
      const row = shortAt(body, 0) + 1;
      heights.set(row, (shortAt(body, 6) & 0x7fff) / 20);
      if ((shortAt(body, 12) & unsyncedFlag) !== 0) fixed.add(row);
    },
    // DEFAULTROWHEIGHT (2.4.87).
    0x225: ({ body }) => {
      hidesRows = (shortAt(body, 0) & zeroHeightFlag) !== 0;
      if (!hidesRows && (shortAt(body, 0) & 1) !== 0) usualHeight = shortAt(body, 2) / 20;
    },
    0x55: ({ body }) => void (usualWidth = shortAt(body, 0)),
    0x99: ({ body }) => void (usualWidth = shortAt(body, 0) / 256),
    0x7d: ({ body }) => {
      const last = Math.min(shortAt(body, 2), lastColumn);
      for (let column = shortAt(body, 0); column <= last; column++)
        widths.set(column + 1, shortAt(body, 4) / 256);
    },
    0x1b0: ({ body }) => void (ranges = conditionRanges(body)),
    0x1b1: ({ body }) => addCondition(conditionalLook(body, book), ranges),
    // The same records since Excel 2007, CONDFMT12 and CF12: newer records begin with a header of twelve bytes.
    0x879: ({ body }) => void (ranges = conditionRanges(body, 12)),
    0x87a: ({ body }) => addCondition(conditionalLook12(body, book), ranges),
  };
  const setFormat = (key: number, format: number): void => {
    if (formats.has(key)) twice.add(key);
    formats.set(key, format);
  };
  const takeCell = ({ kind, body }: BiffRecord): number => {
    const [row, column] = [shortAt(body, 0), shortAt(body, 2)];
    if (kind === manyNumbers) {
      const count = Math.max(0, Math.floor((body.length - 6) / 6));
      for (let index = 0; index < count; index++)
        setFormat(keyOf(row, column + index), shortAt(body, 4 + index * 6));
      return count;
    }
    if (kind === blank || kind === manyBlanks)
      for (let index = 0; index === 0 || 8 + index * 2 <= body.length; index++)
        if (blanks.size < mostBlanks) blanks.set(keyOf(row, column + index), shortAt(body, 4 + index * 2));
    if (!cellKinds.has(kind)) return 0;
    setFormat(keyOf(row, column), shortAt(body, 4));
    if (kind === sharedLabel) strings.set(keyOf(row, column), shortAt(body, 6) + shortAt(body, 8) * 0x10000);
    if (kind === mixedLabel) mixed.add(keyOf(row, column));
    return 1;
  };
  return {
    read(record) {
      takers[record.kind]?.(record);
      drawing.read(record);
      formulas.read(record);
      return takeCell(record);
    },
    showsZeros: () => (window & showsZerosFlag) !== 0,
    showsFormulas: () => (window & 1) !== 0,
    isTwice: (row, column) => twice.has(keyOf(row, column)),
    look: (row, column) => book.format(formats.get(keyOf(row, column)) ?? -1),
    runs: (row, column) => book.runs(strings.get(keyOf(row, column)) ?? -1),
    formulas,
    isMixed: (row, column) => mixed.has(keyOf(row, column)),
    height: (row) => heights.get(row) ?? usualHeight,
    isFixed: (row) => fixed.has(row),
    isLow: (row) => (heights.get(row) ?? (hidesRows ? 0 : usualHeight)) <= lowestRow,
    reached: () => reached,
    isNarrow: (column) => (widths.get(column) ?? usualWidth) < narrowestColumn,
    width: (left, right) => {
      let sum = 0;
      for (let column = left; column <= Math.min(right, lastColumn + 1); column++)
        sum += widths.get(column) ?? usualWidth;
      return sum;
    },
    isBlankAcross: (row, column) => book.format(blanks.get(keyOf(row, column)) ?? -1).isAcross,
    frames: () =>
      [...blanks].flatMap(([key, format]) =>
        book.format(format).framed ? [{ row: Math.floor(key / 256) + 1, column: (key % 256) + 1 }] : [],
      ),
    conditions,
    drawn: drawing.drawn,
    floating: drawing.floating,
    notes: drawing.notes,
  };
}

/** Flags of WINDOW2, ROW (2.4.220) and DEFAULTROWHEIGHT. */
const [frozenFlag, unsyncedFlag, zeroHeightFlag] = [0x8, 0x40, 0x2];

/** WINDOW2 (2.4.346): its fifth bit says that zeros are shown; a sheet without this record shows them too. */
const showsZerosFlag = 0x10;
