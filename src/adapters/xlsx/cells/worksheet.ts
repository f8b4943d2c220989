import type { Limits } from "../../../model/index.ts";
import { tooLarge } from "../../refusal.ts";
import type { Attributes, XmlHandler } from "../../package/xml.ts";
import { acrossCells } from "../../sheet/across.ts";
import { formulaLists } from "../../sheet/formulas/depends.ts";
import type { FormulaCell } from "../../sheet/formulas/depends.ts";
import { referencesIn } from "../../sheet/formulas/formula-references.ts";
import type { SheetPlace } from "../../sheet/formulas/formula-references.ts";
import { givesNumber } from "../../sheet/formulas/gives-number.ts";
import { keptCells } from "../../sheet/kept-cells.ts";
import { cellAt, lastColumn, lastRow, rangeAt } from "../../sheet/reference.ts";
import { clippedWidth, isCutOff, lowestRow, neededWidth, risenHeight } from "../../sheet/marks.ts";
import type { DraftCell } from "../../sheet/marks.ts";
import type { Condition } from "../../sheet/shown/conditions.ts";
import type { Range } from "../../sheet/sheet.ts";
import { columnsReader } from "./columns.ts";
import type { SheetColumns } from "./columns.ts";
import { stringReader } from "./strings.ts";
import { conditionsReader } from "../styles/conditions.ts";
import type { WorkbookPalette } from "../styles/colours.ts";
import { isSwitchedOn } from "../styles/font.ts";
import type { WorkbookStyles } from "../styles/cell-style.ts";
import { shownCell } from "./value.ts";
import type { Workbook } from "./value.ts";

/** What a worksheet's own part says. */
export interface Worksheet {
  readonly cells: DraftCell[];
  readonly merges: readonly Range[];
  readonly columns: SheetColumns;
  readonly isHiddenRow: (row: number) => boolean;
  readonly conditions: readonly Condition[];
  /** Relationship ids of the drawings over its cells. */
  readonly drawings: readonly string[];
  /** Relationship ids of the tables that have a style of their own. */
  readonly tables: readonly string[];
  /** How many objects are embedded. */
  readonly objects: number;
  /** A picture is shown behind all cells (18.3.1.67). */
  readonly hasBackground: boolean;
  /** Cells worked out from others, and those that give another result each time. */
  readonly formulas: readonly FormulaCell[];
  readonly changing: readonly FormulaCell[];
  /** Height of a row in points, 0 where it is hidden; undefined where nothing states it. */
  readonly height: (row: number) => number | undefined;
  /** The first row and column that can be scrolled to where panes are frozen; cells before them are never seen. */
  readonly reached: { readonly row: number; readonly column: number };
}

export interface WorksheetSurroundings {
  readonly book: Workbook;
  readonly styles: WorkbookStyles;
  readonly palette: WorkbookPalette;
  readonly limits: Limits;
  /** Cells kept so far, in the whole workbook. */
  readonly count: { cells: number };
}

/** At most so many blank framed cells below the last text are kept: a border is often drawn to the end of the sheet. */
const mostPending = 5_000;
const mostMerges = 50_000;
/** At most so many characters of a formula are looked at: Excel allows no more (18.17). */
const longestFormula = 8192;

const isConditions = (name: string): boolean =>
  name === "x:conditionalFormatting" || name === "x14:conditionalFormatting";

/** Reads one worksheet part (ISO 29500-1 18.3.1.99); the result is complete once the part has ended. */
export function worksheetReader(around: WorksheetSurroundings): {
  readonly handler: XmlHandler;
  readonly sheet: Worksheet;
} {
  const { book, styles, palette, limits, count } = around;
  const string = stringReader(palette);
  const columns = columnsReader();
  const { cells, keep } = keptCells(limits, count, mostPending);
  const merges: Range[] = [];
  const across = acrossCells();
  const conditional = conditionsReader(styles, palette);
  let inConditions = false;
  const drawings: string[] = [];
  const tables: string[] = [];
  const heights = new Map<number, number>();
  let view: ReturnType<typeof cellAt> = null;
  let reached = { row: 1, column: 1 };
  /** The row keeps its height whatever its cells hold. */
  let isFixed = false;
  const hiddenRows = new Set<number>();
  const shownRows = new Set<number>();
  let hidesRows = false;
  let objects = 0;
  let hasBackground = false;
  let showsZeros = true;
  let showsFormulas = false;
  let row = 0;
  let column = 0;
  /** Points; the height that the sheet gives to rows that state none. */
  let usualHeight = Number.POSITIVE_INFINITY;
  let height = usualHeight;
  let cell: Attributes = {};
  let value: string | null = null;
  let hasFormula = false;
  /** Its value is worked out by putting other values into other cells (a data table, 18.3.1.40). */
  let isOfTable = false;
  /** Text of the formula, as much of it as shows whether it is worked out anew. */
  let formula = "";
  let formulaGroup: string | undefined;
  const lists = formulaLists();
  const groups = new Map<string, SheetPlace & { readonly formula: string }>();

  /** The text of a shared formula is written only in the first of its cells (18.3.1.40). */
  const writtenFormula = (): SheetPlace & { readonly formula: string } => {
    const own = { row, column, formula };
    if (formulaGroup === undefined) return own;
    if (formula !== "") groups.set(formulaGroup, own);
    return groups.get(formulaGroup) ?? own;
  };
  const endCell = (): void => {
    const style = styles.cell(Number(cell["s"] ?? 0));
    const isOfNumber = value === "" && hasFormula && givesNumber(writtenFormula().formula);
    const source = { type: cell["t"] ?? "n", value, inline: string.take(), hasFormula, isOfNumber };
    const shown = shownCell(source, style, book, showsZeros);
    let { doubt } = shown;
    if (hasFormula) {
      const written = writtenFormula();
      const place = { row, column };
      const uses = () => referencesIn(written.formula, written, place);
      const isAnew = lists.add(written.formula, place, uses);
      if (showsFormulas || isAnew || isOfTable) doubt ??= "formula";
    }
    const isDigits = /\d/.test(shown.text);
    if (isDigits && style.repeats) doubt ??= "number-format";
    if (isDigits && style.isCrossed) doubt ??= "struck-text";
    if (
      isDigits &&
      isCutOff(style.look.size, height, isFixed ? shown.text : "", risenHeight(shown.text, style.turn))
    )
      doubt ??= "too-small";
    const { framed, ground, shrinks, indent, standsAt } = style;
    const { size } = style.look;
    const colour = shown.colour ?? style.look.colour;
    const needed = neededWidth(shown.text, shown.isNumber, { size, shrinks, indent }, styles.baseSize);
    const clipped = clippedWidth(shown.text, style, size / styles.baseSize);
    across.add(row, column, shown.text === "" && doubt === undefined, style.isAcross);
    const stored = shown.isNumber ? Number(value) : undefined;
    keep({ row, column, text: shown.text, doubt, framed, needed, clipped, standsAt, stored, colour, ground });
  };

  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "x:sheetView": ({ showZeros = "1", showFormulas, topLeftCell }) => {
      view = cellAt(topLeftCell ?? "");
      showsZeros = isSwitchedOn(showZeros);
      showsFormulas = isSwitchedOn(showFormulas);
    },
    "x:sheetFormatPr": ({ zeroHeight, customHeight, defaultRowHeight, defaultColWidth, baseColWidth }) => {
      const usual = isSwitchedOn(customHeight) ? Number(defaultRowHeight ?? Number.NaN) : Number.NaN;
      if (!Number.isNaN(usual)) usualHeight = usual;
      hidesRows = isSwitchedOn(zeroHeight) || usualHeight <= lowestRow;
      columns.setUsual(defaultColWidth, baseColWidth);
    },
    "x:pane": ({ state = "split", xSplit = "0", ySplit = "0" }) => {
      if (state === "split" || view === null) return;
      reached = { row: Number(ySplit) > 0 ? view.row : 1, column: Number(xSplit) > 0 ? view.column : 1 };
    },
    "x:col": columns.add,
    "x:row": ({ r, hidden, ht, customHeight }) => {
      row = Math.min(Number(r) || row + 1, lastRow);
      column = 0;
      height = ht === undefined ? usualHeight : Number(ht);
      isFixed = isSwitchedOn(customHeight);
      if (ht !== undefined) heights.set(row, height);
      if (isSwitchedOn(hidden) || height <= lowestRow) hiddenRows.add(row);
      else shownRows.add(row);
    },
    "x:c": (attributes) => {
      const at = attributes["r"] === undefined ? null : cellAt(attributes["r"]);
      row = at?.row ?? row;
      column = at?.column ?? Math.min(column + 1, lastColumn);
      cell = attributes;
      value = null;
      hasFormula = false;
      isOfTable = false;
      formula = "";
      formulaGroup = undefined;
    },
    "x:f": ({ si, t }) => {
      hasFormula = true;
      formulaGroup = si;
      isOfTable = t === "dataTable";
    },
    "x:v": () => void (value = ""),
    "x:mergeCell": ({ ref = "" }) => {
      const range = rangeAt(ref);
      if (range === null) return;
      if (merges.push(range) > mostMerges) throw tooLarge("merged-cells", merges.length, mostMerges);
    },
    "x:drawing": (attributes) => void drawings.push(attributes["r:id"] ?? ""),
    "x:legacyDrawing": (attributes) => void drawings.push(attributes["r:id"] ?? ""),
    "x:tablePart": (attributes) => void tables.push(attributes["r:id"] ?? ""),
    "x:oleObject": () => void objects++,
    "x:picture": () => void (hasBackground = true),
  };
  let inValue = false;
  let inString = false;
  const handler: XmlHandler = {
    open: (name, attributes, path, scope) => {
      inConditions ||= isConditions(name);
      if (inConditions) return conditional.handler.open(name, attributes, path, scope);
      if (name === "x:is") inString = true;
      else if (inString) return string.handler.open(name, attributes, path, scope);
      if (name === "x:v") inValue = true;
      open[name]?.(attributes);
      return;
    },
    close: (name, path) => {
      if (inConditions) {
        conditional.handler.close(name, path);
        inConditions = !isConditions(name);
      } else if (name === "x:is") inString = false;
      else if (inString) string.handler.close(name, path);
      else if (name === "x:v") inValue = false;
      else if (name === "x:c") endCell();
    },
    text: (text, path) => {
      if (inConditions) conditional.handler.text(text, path);
      else if (inString) string.handler.text!(text, path);
      else if (inValue) value += text;
      else if (path[path.length - 1] === "x:f" && formula.length < longestFormula) formula += text;
    },
  };
  const isHiddenRow = (at: number): boolean => hiddenRows.has(at) || (hidesRows && !shownRows.has(at));
  const sheet: Worksheet = {
    cells,
    get merges() {
      return [...merges, ...across.merges];
    },
    columns,
    isHiddenRow,
    conditions: conditional.conditions,
    formulas: lists.formulas,
    changing: lists.changing,
    drawings,
    tables,
    height: (at) => {
      if (isHiddenRow(at)) return 0;
      const own = heights.get(at) ?? usualHeight;
      return Number.isFinite(own) ? own : undefined;
    },
    get reached() {
      return reached;
    },
    get hasBackground() {
      return hasBackground;
    },
    get objects() {
      return objects;
    },
  };
  return { handler, sheet };
}
