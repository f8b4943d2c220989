import type { Limits } from "../../model/index.ts";
import type { Attributes } from "../package/xml.ts";
import type { OdtCellLook, OdfStyles } from "../odt/styles.ts";
import { tooLarge } from "../refusal.ts";
import { isCutOff, lowestRow, markDrawn, markNarrow, neededWidth, narrowestColumn } from "../sheet/marks.ts";
import type { DraftCell } from "../sheet/marks.ts";
import { markConditions } from "../sheet/conditions.ts";
import { lastColumn, lastRow, rangeAt } from "../sheet/reference.ts";
import type { DrawnOver, Range, Sheet, SheetTally } from "../sheet/sheet.ts";
import type { ReadOdsCell } from "./cell.ts";
import { odsConditions, withoutSheet } from "./conditions.ts";

export interface Around {
  readonly styles: OdfStyles;
  readonly limits: Limits;
  /** Cells kept so far in the workbook. */
  readonly count: { cells: number };
  readonly tally: SheetTally;
}

export interface OpenSheet {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  /** How the cell that comes next looks: by its own style, or else its row's or column's. */
  readonly styleHere: (attributes: Attributes) => OdtCellLook;
  readonly addCell: (cell: ReadOdsCell, isCovered: boolean) => void;
  readonly end: () => Sheet;
}

/** Columns that are asked for their width and style, and copies of one cell or row that are written out. */
const [widest, mostCopies] = [1_024, 1_000];
const mostDrawn = 1_000;
/** Part of its size that a digit is wide: a half in Song, more in most Latin fonts. */
const digitShare = 0.55;

interface Column {
  readonly hidden: boolean;
  readonly width: number;
  readonly style: string | undefined;
}

/** Collects one sheet (table:table, ODF 1.3 part 3, 9.1.2). */
export function odsSheet(name: string, ordinal: number, around: Around): OpenSheet {
  const { styles, limits, count } = around;
  const columns: Column[] = [];
  const cells: DraftCell[] = [];
  const merges: Range[] = [];
  const conditional = odsConditions(styles);
  const drawn: DrawnOver[] = [];
  const hiddenRows: Range[] = [];
  let pending: DraftCell[] = [];
  let row = 0;
  let column = 0;
  let open: { readonly copies: number; readonly style: string | undefined; readonly height: number } | null =
    null;
  let ofRow: DraftCell[] = [];

  const keep = (cell: DraftCell): void => {
    if (cell.text === "" && cell.doubt === undefined) {
      if (cell.framed && pending.length < mostCopies) pending.push(cell);
      return;
    }
    for (const one of pending) cells.push(one);
    cells.push(cell);
    count.cells += pending.length + 1;
    pending = [];
    if (count.cells > limits.maximumCells) throw tooLarge("cells", count.cells, limits.maximumCells);
  };
  const opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "table:table-column": (attributes) => {
      const style = attributes["table:style-name"];
      const one: Column = {
        hidden: (attributes["table:visibility"] ?? "visible") !== "visible",
        width: styles.width(style),
        style: attributes["table:default-cell-style-name"],
      };
      const copies = repeated(attributes, "columns");
      for (let copy = 0; copy < copies && columns.length < widest; copy++) columns.push(one);
    },
    "table:table-row": (attributes) => {
      const style = attributes["table:style-name"];
      const copies = repeated(attributes, "rows");
      const height = styles.height(style);
      row = Math.min(row + 1, lastRow);
      column = 0;
      ofRow = [];
      open = { copies, style: attributes["table:default-cell-style-name"], height };
      if ((attributes["table:visibility"] ?? "visible") !== "visible" || height <= lowestRow)
        hiddenRows.push({ top: row, bottom: row + copies - 1, left: 1, right: lastColumn });
    },
  };
  const closeRow = (): void => {
    const copies = open?.copies ?? 1;
    const written = ofRow.some(({ text, doubt }) => text !== "" || doubt !== undefined);
    const shown = written ? Math.min(copies, mostCopies) : 1;
    for (let copy = 0; copy < shown; copy++)
      for (const cell of ofRow) keep({ ...cell, row: Math.min(cell.row + copy, lastRow) });
    row = Math.min(row + copies - 1, lastRow);
    open = null;
  };
  return {
    open: (element, attributes) => {
      opens[element]?.(attributes);
      conditional.open(element, attributes);
    },
    close: (element) => {
      if (element === "table:table-row") closeRow();
      conditional.close(element);
    },
    styleHere: (attributes) =>
      styles.cell(attributes["table:style-name"] ?? open?.style ?? columns[column]?.style),
    addCell({ attributes, style, text, doubt, isNumber, drawn: over }, isCovered) {
      const copies = repeated(attributes, "columns");
      const cutOff = /\d/.test(text) && isCutOff(style.look.size, open?.height ?? Number.POSITIVE_INFINITY);
      const fitting = { size: style.look.size, shrinks: style.shrinks, indent: 0 };
      const draft = {
        row,
        text: isCovered ? "" : text,
        doubt: isCovered ? undefined : (doubt ?? (cutOff ? "too-small" : undefined)),
        framed: style.framed && !isCovered,
        colour: style.look.colour,
        ground: style.ground,
        needed: isCovered ? 0 : neededWidth(text, isNumber, fitting, 1 / digitShare),
      };
      const across = span(attributes, "columns");
      const down = span(attributes, "rows");
      const first = column + 1;
      if (!isCovered && across * down > 1)
        merges.push({ top: row, left: first, bottom: row + down - 1, right: first + across - 1 });
      for (const other of style.instead)
        conditional.addStyle(other, { top: row, left: first, bottom: row, right: first + copies - 1 });
      for (const { kind, end } of over) {
        const last = rangeAt(withoutSheet(end ?? ""));
        const range = { top: row, left: first, bottom: last?.bottom ?? row, right: last?.right ?? first };
        if (drawn.length < mostDrawn) drawn.push({ kind, over: range });
      }
      for (let copy = 0; copy < Math.min(copies, text === "" ? 1 : mostCopies); copy++)
        ofRow.push({ ...draft, column: Math.min(first + copy, lastColumn) });
      column = Math.min(column + copies, lastColumn);
    },
    end() {
      const width = (left: number, right: number): number => {
        let sum = 0;
        for (let at = left; at <= right && sum < Number.POSITIVE_INFINITY; at++)
          sum += columns[at - 1]?.width ?? Number.POSITIVE_INFINITY;
        return sum;
      };
      markNarrow(cells, merges, width);
      markConditions(cells, conditional.conditions);
      markDrawn(cells, drawn);
      return {
        name,
        ordinal,
        cells,
        merges,
        isHiddenRow: rowsIn(hiddenRows),
        isHiddenColumn: (at) =>
          columns[at - 1]?.hidden === true ||
          (columns[at - 1]?.width ?? Number.POSITIVE_INFINITY) < narrowestColumn,
      };
    },
  };
}

function repeated(attributes: Attributes, of: "rows" | "columns"): number {
  const stated = Math.trunc(Number(attributes[`table:number-${of}-repeated`] ?? 1));
  return Math.min(Math.max(1, stated || 1), of === "rows" ? lastRow : lastColumn);
}

function span(attributes: Attributes, of: "rows" | "columns"): number {
  const stated = Math.trunc(Number(attributes[`table:number-${of}-spanned`] ?? 1));
  return Math.min(Math.max(1, stated || 1), of === "rows" ? lastRow : lastColumn);
}

/** Whether a row stands in one of the ranges, which follow one another downwards. */
function rowsIn(ranges: readonly Range[]): (row: number) => boolean {
  return (row) => {
    let [low, high] = [0, ranges.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const { top, bottom } = ranges[middle]!;
      if (row < top) high = middle - 1;
      else if (row > bottom) low = middle + 1;
      else return true;
    }
    return false;
  };
}
