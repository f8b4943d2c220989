import type { Limits } from "../../model/index.ts";
import type { Attributes } from "../package/xml.ts";
import { tooLarge } from "../refusal.ts";
import { acrossCells } from "../sheet/across.ts";
import { markConditions } from "../sheet/shown/conditions.ts";
import type { Condition } from "../sheet/shown/conditions.ts";
import { keptCells } from "../sheet/kept-cells.ts";
import { formulaLists } from "../sheet/formulas/depends.ts";
import type { SheetFormulas } from "../sheet/formulas/depends.ts";
import { sheetKey } from "../sheet/formulas/formula-references.ts";
import {
  clippedWidth,
  digitShare,
  isCutOff,
  lowestRow,
  markNarrow,
  markUnreached,
  narrowestColumn,
  neededWidth,
} from "../sheet/marks.ts";
import type { DraftCell } from "../sheet/marks.ts";
import { markNotes, mostNotes } from "../sheet/notes.ts";
import type { SheetNote } from "../sheet/notes.ts";
import { lastColumn, lastRow } from "../sheet/reference.ts";
import type { Range, Sheet } from "../sheet/sheet.ts";
import { isVolatile } from "../sheet/formulas/volatile.ts";
import { shownCell } from "../xlsx/cells/value.ts";
import { writtenOf } from "./cell-data.ts";
import type { CellData } from "./cell-data.ts";
import { writtenReferences } from "./references.ts";
import type { StylesReader } from "./styles.ts";

/** The elements after a sheet's table, which say how it is shown. */
export interface SheetView {
  readonly showsZeros: boolean;
  readonly showsFormulas: boolean;
  readonly reached: { readonly row: number; readonly column: number };
  readonly conditions: readonly Condition[];
}

export interface CollectedSheet {
  readonly openTable: (attributes: Attributes) => void;
  readonly openColumn: (attributes: Attributes) => void;
  readonly openRow: (attributes: Attributes) => void;
  readonly addCell: (attributes: Attributes, data: CellData | null, note: string | null) => void;
  readonly end: (view: SheetView) => Sheet;
  readonly formulas: SheetFormulas;
}

interface Band {
  readonly hidden: boolean;
  /** Points; infinite where nothing states it. */
  readonly size: number;
  readonly style: string | undefined;
}

/** At most so many blank framed cells below the last text, and so many merges, are kept. */
const [mostPending, mostMerges] = [5_000, 50_000];
/** These files never ask for formulas to be worked out anew, and their dates count from 1900. */
const book = { strings: [], is1904: false, recalculates: false };

/** Collects one Worksheet; a row or cell that states no place follows the one before it. */
export function collectSheet(
  name: string,
  ordinal: number,
  styles: StylesReader,
  limits: Limits,
  count: { cells: number },
): CollectedSheet {
  const columns = new Map<number, Band>();
  const hiddenRows = new Set<number>();
  const { cells, keep } = keptCells(limits, count, mostPending);
  const merged: Range[] = [];
  const across = acrossCells();
  const notes: SheetNote[] = [];
  const lists = formulaLists();
  const [zeros, formulas] = [new Set<DraftCell>(), new Set<DraftCell>()];
  /** Points; the width of columns and the height of rows that state none. */
  let [usualWidth, usualHeight] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let tableStyle: string | undefined;
  let [nextColumn, row, nextRow, column] = [1, 0, 1, 1];
  let open: Band & { readonly isFixed: boolean } = {
    ...bandOf({}, "ss:Height"),
    isFixed: false,
  };
  const width = (left: number, right: number): number => {
    let sum = 0;
    for (let at = left; at <= right && sum < Number.POSITIVE_INFINITY; at++) {
      const { size = Number.POSITIVE_INFINITY } = columns.get(at) ?? {};
      sum += Number.isFinite(size) ? size : usualWidth;
    }
    return sum;
  };
  return {
    formulas: { key: sheetKey(name), cells, formulas: lists.formulas, changing: lists.changing },
    openTable: (attributes) => {
      usualWidth = sizeOf(attributes["ss:DefaultColumnWidth"]);
      usualHeight = sizeOf(attributes["ss:DefaultRowHeight"]);
      tableStyle = attributes["ss:StyleID"];
    },
    openColumn: (attributes) => {
      const first = placeOf(attributes, nextColumn, lastColumn);
      const last = Math.min(first + wholeOf(attributes, "ss:Span"), lastColumn);
      const band = bandOf(attributes, "ss:Width");
      for (let at = first; at <= last; at++) columns.set(at, band);
      nextColumn = last + 1;
    },
    openRow: (attributes) => {
      row = placeOf(attributes, nextRow, lastRow);
      const last = Math.min(row + wholeOf(attributes, "ss:Span"), lastRow);
      const band = bandOf(attributes, "ss:Height");
      const size = Number.isFinite(band.size) ? band.size : usualHeight;
      open = { ...band, size, isFixed: attributes["ss:AutoFitHeight"] === "0" };
      if (band.hidden || size <= lowestRow) hiddenRows.add(row);
      nextRow = last + 1;
      column = 1;
    },
    addCell: (attributes, data, note) => {
      column = placeOf(attributes, column, lastColumn);
      const inherited = open.style ?? columns.get(column)?.style ?? tableStyle;
      const style = styles.cell(attributes["ss:StyleID"] ?? inherited);
      const formula = attributes["ss:Formula"];
      const shown = shownCell({ hasFormula: formula !== undefined, ...writtenOf(data) }, style, book, true);
      const { size } = style.look;
      const colour = shown.colour ?? style.look.colour;
      const isDigits = /\d/.test(shown.text);
      const cell: DraftCell = {
        row,
        column,
        text: shown.text,
        doubt:
          shown.doubt ??
          (formula !== undefined && isVolatile(formula) ? "formula" : undefined) ??
          (isDigits && style.repeats ? "number-format" : undefined) ??
          (isDigits && style.isCrossed ? "struck-text" : undefined) ??
          (isDigits && isCutOff(size, open.size, open.isFixed ? shown.text : "") ? "too-small" : undefined),
        framed: style.framed,
        needed: neededWidth(shown.text, shown.isNumber, { size, ...style }, 1 / digitShare),
        clipped: clippedWidth(shown.text, style, size * digitShare),
        standsAt: style.standsAt,
        colour,
        ground: style.ground,
        stored: shown.isNumber ? Number(data?.runs[0]?.text ?? Number.NaN) : undefined,
      };
      if (note !== null && notes.length < mostNotes) notes.push({ row, column, text: note });
      if (data?.type === "Number" && Number(data.runs[0]?.text) === 0) zeros.add(cell);
      if (formula !== undefined) {
        formulas.add(cell);
        const place = { row, column };
        lists.add(formula, place, () => writtenReferences(formula, place));
      }
      const further = wholeOf(attributes, "ss:MergeAcross");
      const down = wholeOf(attributes, "ss:MergeDown");
      if (further + down > 0) {
        const [bottom, right] = [Math.min(row + down, lastRow), Math.min(column + further, lastColumn)];
        if (merged.push({ top: row, left: column, bottom, right }) > mostMerges)
          throw tooLarge("merged-cells", merged.length, mostMerges);
      }
      across.add(row, column, cell.text === "" && cell.doubt === undefined, style.isAcross);
      keep(cell);
      column = Math.min(column + further + 1, lastColumn);
    },
    end: ({ showsZeros, showsFormulas, reached, conditions }) => {
      const merges = [...merged, ...across.merges];
      if (!showsZeros) for (const cell of zeros) Object.assign(cell, { text: "", doubt: "unseen-text" });
      if (showsFormulas) for (const cell of formulas) cell.doubt ??= "formula";
      markNarrow(cells, merges, width);
      markConditions(cells, conditions);
      markUnreached(cells, reached);
      markNotes(cells, notes);
      const isHiddenColumn = (at: number): boolean => {
        const { hidden = false, size = usualWidth } = columns.get(at) ?? {};
        return hidden || size < narrowestColumn;
      };
      return { name, ordinal, cells, merges, isHiddenRow: (at) => hiddenRows.has(at), isHiddenColumn };
    },
  };
}

function bandOf(attributes: Attributes, size: "ss:Width" | "ss:Height"): Band {
  return {
    hidden: attributes["ss:Hidden"] === "1",
    size: sizeOf(attributes[size]),
    style: attributes["ss:StyleID"],
  };
}

function sizeOf(points: string | undefined): number {
  const stated = Number(points ?? Number.NaN);
  return Number.isNaN(stated) ? Number.POSITIVE_INFINITY : stated;
}

function placeOf(attributes: Attributes, next: number, last: number): number {
  return Math.min(wholeOf(attributes, "ss:Index") || next, last);
}

function wholeOf(attributes: Attributes, name: string): number {
  const number = Math.trunc(Number(attributes[name] ?? 0));
  return number > 0 && number < Number.POSITIVE_INFINITY ? number : 0;
}
