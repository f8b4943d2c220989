import type { Limits } from "../../model/index.ts";
import type { Attributes } from "../package/xml.ts";
import type { OdtCellLook, OdfStyles } from "../odt/styles.ts";
import { formulaLists } from "../sheet/formulas/depends.ts";
import type { SheetFormulas } from "../sheet/formulas/depends.ts";
import { referencesIn, sheetKey } from "../sheet/formulas/formula-references.ts";
import {
  clippedWidth,
  digitShare,
  isCutOff,
  lowestRow,
  markDrawn,
  markNarrow,
  markUnreached,
  neededWidth,
  narrowestColumn,
  risenHeight,
} from "../sheet/marks.ts";
import type { CellEdge, DraftCell } from "../sheet/marks.ts";
import { markConditions } from "../sheet/shown/conditions.ts";
import { keptCells } from "../sheet/kept-cells.ts";
import { markNotes, mostNotes } from "../sheet/notes.ts";
import type { SheetNote } from "../sheet/notes.ts";
import { lastColumn, lastRow, rangeAt } from "../sheet/reference.ts";
import type { DrawnOver, Range, Sheet, SheetTally } from "../sheet/sheet.ts";
import type { Aligned } from "../word/tables/room.ts";
import type { OdsDataStyles } from "./data-styles.ts";
import type { ReadOdsCell } from "./cell.ts";
import { odsConditions, withoutSheet } from "./conditions.ts";
import { odsBands } from "./bands.ts";
import { coveredCells, placedBy, sheetCorner } from "./placed.ts";
import type { PlacedOnSheet } from "./placed.ts";

export interface Around {
  readonly styles: OdfStyles;
  readonly formats: OdsDataStyles;
  readonly limits: Limits;
  /** Cells kept so far, in the whole workbook. */
  readonly count: { cells: number };
  readonly tally: SheetTally;
  /** The sheet is protected: cells marked as hidden under protection are not shown. */
  readonly isProtected: boolean;
  /** The first row and column that can be seen where panes are frozen. */
  readonly reached: { readonly row: number; readonly column: number };
}

export interface OpenSheet {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  /** How the next cell looks: its own style counts, or else that of its row or column. */
  readonly styleHere: (attributes: Attributes) => OdtCellLook;
  readonly addCell: (cell: ReadOdsCell, isCovered: boolean) => void;
  /** `placed` is what is drawn on the sheet rather than from a cell. */
  readonly end: (placed: readonly PlacedOnSheet[]) => Sheet;
  readonly formulas: SheetFormulas;
}

/** At most so many columns have their width and style read, and so many copies of one cell or row are written out. */
const [widest, mostCopies] = [1_024, 1_000];
const mostDrawn = 1_000;
/** Points; the width of a column for which no style states one. */
const usualColumn = 64;
/** Where LibreOffice opens a note that states no place, measured from the corner of the cell beside its own. */
const usualNote = { x: 17, y: -40, width: 82, height: 51 };

function notePlace(own: Attributes, { row, column }: PlacedOnSheet["from"]): PlacedOnSheet {
  const kind = "shape";
  return placedBy(own, kind, sheetCorner) ?? { kind, from: { row, column: column + 1 }, ...usualNote };
}

/** Whether a drawing is seen elsewhere than its last cell says: LibreOffice writes the first cell again for a line. */
function isSeenElsewhere(attributes: Attributes, end: string | undefined): boolean {
  return (
    end === undefined || attributes["svg:x1"] !== undefined || attributes["draw:transform"] !== undefined
  );
}

const edges: Readonly<Record<Aligned, CellEdge>> = { start: "left", centre: "centre", end: "right" };

interface Column {
  readonly hidden: boolean;
  readonly width: number;
  readonly style: string | undefined;
}

/** Collects one sheet (table:table, ODF 1.3 part 3, 9.1.2). */
export function odsSheet(name: string, ordinal: number, around: Around): OpenSheet {
  const { styles, formats, limits, count, isProtected, reached } = around;
  const bands = odsBands();
  const columns: Column[] = [];
  const { cells, keep } = keptCells(limits, count, mostCopies);
  const merges: Range[] = [];
  const conditional = odsConditions(styles, formats);
  const drawn: DrawnOver[] = [];
  const placed: PlacedOnSheet[] = [];
  const notes: SheetNote[] = [];
  const lists = formulaLists();
  /** The open groups of rows and columns; true for those that are folded. */
  const folded: boolean[] = [];
  const openGroup = ({ "table:display": display }: Attributes): void => void folded.push(display === "false");
  let row = 0;
  let column = 0;
  let open: {
    readonly copies: number;
    readonly style: string | undefined;
    readonly height: number;
    readonly grows: boolean;
  } | null = null;
  let ofRow: DraftCell[] = [];

  const opens: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "table:table-column": (attributes) => {
      const style = attributes["table:style-name"];
      const one: Column = {
        hidden: folded.includes(true) || (attributes["table:visibility"] ?? "visible") !== "visible",
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
      open = {
        ...{ copies, style: attributes["table:default-cell-style-name"], height },
        grows: styles.grows(style),
      };
      const isHidden =
        folded.includes(true) ||
        (attributes["table:visibility"] ?? "visible") !== "visible" ||
        height <= lowestRow;
      bands.add({ top: row, bottom: row + copies - 1, height, isHidden });
    },
    "table:table-row-group": openGroup,
    "table:table-column-group": openGroup,
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
  const unseenDigits = ({ look, isSecret, turn }: OdtCellLook, text: string): string | undefined => {
    if (!/\d/.test(text)) return undefined;
    if (isSecret && isProtected) return "unseen-text";
    const { height = Number.POSITIVE_INFINITY, grows = true } = open ?? {};
    return isCutOff(look.size, height, grows ? "" : text, grows ? 0 : risenHeight(text, turn))
      ? "too-small"
      : undefined;
  };
  const addDrawn = (over: ReadOdsCell["drawn"], cell: PlacedOnSheet["from"]): void => {
    for (const { kind, end, attributes, isNote } of over.slice(0, mostDrawn - drawn.length - placed.length)) {
      const note = isNote ? notePlace(attributes, cell) : null;
      const sized = note ?? (isSeenElsewhere(attributes, end) ? placedBy(attributes, kind, cell) : null);
      const last = rangeAt(withoutSheet(end ?? ""));
      const [bottom, right] = [last?.bottom ?? cell.row, last?.right ?? cell.column];
      if (sized !== null) placed.push(sized);
      else drawn.push({ kind, over: { top: cell.row, left: cell.column, bottom, right } });
    }
  };
  return {
    formulas: { key: sheetKey(name), cells, formulas: lists.formulas, changing: lists.changing },
    open: (element, attributes) => {
      opens[element]?.(attributes);
      conditional.open(element, attributes);
    },
    close: (element) => {
      if (element === "table:table-row") closeRow();
      else if (/^table:table-(?:row|column)-group$/.test(element)) folded.pop();
      conditional.close(element);
    },
    styleHere: (attributes) =>
      styles.cell(attributes["table:style-name"] ?? open?.style ?? columns[column]?.style ?? "Default"),
    addCell({ attributes, style, text, doubt, number, drawn: over, note }, isCovered) {
      const copies = repeated(attributes, "columns");
      const fitting = { size: style.look.size, shrinks: style.shrinks, indent: style.indent };
      const draft = {
        row,
        text: isCovered ? "" : text,
        doubt: isCovered ? undefined : (doubt ?? unseenDigits(style, text)),
        framed: style.framed && !isCovered,
        colour: style.look.colour,
        ground: style.ground,
        stored: number ?? undefined,
        needed: isCovered ? 0 : neededWidth(text, number !== null, fitting, 1 / digitShare),
        clipped: isCovered ? 0 : clippedWidth(text, style, style.look.size * digitShare),
        standsAt: edges[style.aligned],
      };
      const formula = attributes["table:formula"];
      const place = { row, column: column + 1 };
      if (formula !== undefined && !isCovered)
        lists.add(formula, place, () => referencesIn(formula, place, place));
      const across = span(attributes, "columns");
      const down = span(attributes, "rows");
      const first = column + 1;
      if (!isCovered && across * down > 1)
        merges.push({ top: row, left: first, bottom: row + down - 1, right: first + across - 1 });
      for (const other of style.instead)
        conditional.addStyle(other, { top: row, left: first, bottom: row, right: first + copies - 1 });
      addDrawn(over, { row, column: first });
      if (note !== "" && notes.length < mostNotes) notes.push({ row, column: first, text: note });
      for (let copy = 0; copy < Math.min(copies, text === "" ? 1 : mostCopies); copy++)
        ofRow.push({ column: Math.min(first + copy, lastColumn), ...draft });
      column = Math.min(column + copies, lastColumn);
    },
    end(outside) {
      const width = (left: number, right: number): number => {
        let sum = 0;
        for (let at = left; at <= right && sum < Number.POSITIVE_INFINITY; at++)
          sum += columns[at - 1]?.width ?? Number.POSITIVE_INFINITY;
        return sum;
      };
      markNarrow(cells, merges, width);
      markConditions(cells, conditional.conditions);
      markUnreached(cells, reached);
      markNotes(cells, notes);
      const sizeOf = (at: number): number => {
        const { width: own = usualColumn, hidden = false } = columns[at - 1] ?? {};
        return hidden ? 0 : Number.isFinite(own) ? own : usualColumn;
      };
      const size = { column: sizeOf, row: bands.height };
      markDrawn(cells, [...drawn, ...[...placed, ...outside].map((one) => coveredCells(one, size))]);
      return {
        name,
        ordinal,
        cells,
        merges,
        isHiddenRow: bands.isHidden,
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
