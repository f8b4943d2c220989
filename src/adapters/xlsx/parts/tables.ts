import { isValue } from "../../../printed/numbers.ts";
import { black, isFaintOnGround, isSame, white } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import type { XmlHandler } from "../../package/xml.ts";
import type { DraftCell } from "../../sheet/marks.ts";
import { rangeAt } from "../../sheet/reference.ts";
import { isWithin } from "../../sheet/sheet.ts";
import type { Range } from "../../sheet/sheet.ts";
import { isSwitchedOn } from "../styles/font.ts";
import type { TableStylePart, WorkbookStyles } from "../styles/cell-style.ts";

/** A table of a sheet (ISO 29500-1 18.5.1.2) and which parts of its style it shows. */
export interface SheetTable {
  /** By which formulas refer to it. */
  readonly name: string;
  readonly over: Range;
  readonly style: string;
  readonly headerRows: number;
  readonly totalsRows: number;
  /** Parts that this table shows, of those that a table may leave out. */
  readonly shown: ReadonlySet<string>;
}

/** The parts of a style that each attribute of the table switches on (18.5.1.5). */
const switches: Readonly<Record<string, readonly string[]>> = {
  showFirstColumn: ["firstColumn"],
  showLastColumn: ["lastColumn"],
  showRowStripes: ["firstRowStripe", "secondRowStripe"],
  showColumnStripes: ["firstColumnStripe", "secondColumnStripe"],
};

/** Parts of a style from the lowest to the highest layer: each is painted over those before it. */
const layers = (
  "wholeTable firstColumnStripe secondColumnStripe firstRowStripe secondRowStripe lastColumn firstColumn " +
  "headerRow totalRow"
).split(" ");

export function tableReader(): { readonly handler: XmlHandler; readonly table: () => SheetTable | null } {
  let over: Range | null = null;
  let [headerRows, totalsRows] = [1, 0];
  let [name, style] = ["", ""];
  const shown = new Set<string>();
  const handler: XmlHandler = {
    open: (element, attributes) => {
      if (element === "x:table") {
        name = attributes["displayName"] ?? attributes["name"] ?? "";
        over = rangeAt(attributes["ref"] ?? "");
        headerRows = Number(attributes["headerRowCount"] ?? 1) || 0;
        totalsRows = Number(attributes["totalsRowCount"] ?? 0) || 0;
      } else if (element === "x:tableStyleInfo") {
        style = attributes["name"] ?? "";
        for (const [key, parts] of Object.entries(switches))
          if (isSwitchedOn(attributes[key])) for (const part of parts) shown.add(part);
      }
    },
    close: () => undefined,
  };
  return { handler, table: () => over && { name, over, style, headerRows, totalsRows, shown } };
}

/** Styles that a workbook need not define, whose letters are white, and the palest ground that one of them gives. */
const builtInDark = /^TableStyleDark[1-7]$/;
const darkGround: Rgb = [115, 115, 115];

/** Casts doubt on digits that a table's own style strikes out, or paints in the same colour as what is under them. */
export function markTables(
  cells: readonly DraftCell[],
  tables: readonly SheetTable[],
  styles: WorkbookStyles,
): void {
  for (const table of tables) {
    const parts = [...styles.tableStyle(table.style)].sort(
      (one, other) => layers.indexOf(one.part) - layers.indexOf(other.part),
    );
    if (parts.length === 0 && !builtInDark.test(table.style)) continue;
    for (const cell of cells)
      if (cell.doubt === undefined && isWithin(table.over, cell.row, cell.column) && isValue(cell.text))
        cell.doubt = paintedDoubt(cell, table, parts, styles);
  }
}

function paintedDoubt(
  cell: DraftCell,
  table: SheetTable,
  parts: readonly TableStylePart[],
  styles: WorkbookStyles,
): string | undefined {
  let [colour, ground]: (Rgb | null)[] = builtInDark.test(table.style) ? [white, darkGround] : [null, null];
  let struck = false;
  for (const part of parts) {
    const format = holds(part, table, cell) ? styles.differential(part.format) : undefined;
    if (format === undefined) continue;
    colour = format.look.colour ?? colour;
    ground = format.grounds[0] ?? ground;
    struck ||= format.look.struck;
  }
  if (struck) return "struck-text";
  const own = cell.colour ?? null;
  const isUsual = own === null || (styles.baseColour !== null && isSame(own, styles.baseColour));
  const ink = isUsual ? (colour ?? own) : own;
  const paper = cell.ground ?? ground ?? white;
  return isFaintOnGround(ink ?? black, paper) ? "faint-text" : undefined;
}

/** Whether this part of a style covers the cell. */
function holds(
  { part, size }: TableStylePart,
  { over, headerRows, totalsRows, shown }: SheetTable,
  { row, column }: DraftCell,
): boolean {
  const [first, last] = [over.top + headerRows, over.bottom - totalsRows];
  const isBody = row >= first && row <= last;
  const stripe = (at: number, second: boolean): boolean =>
    shown.has(part) && isBody && (Math.floor(at / size) % 2 === 1) === second;
  switch (part) {
    case "wholeTable":
      return true;
    case "headerRow":
      return row < first;
    case "totalRow":
      return row > last;
    case "firstColumn":
      return shown.has(part) && column === over.left;
    case "lastColumn":
      return shown.has(part) && column === over.right;
    case "firstRowStripe":
    case "secondRowStripe":
      return stripe(row - first, part === "secondRowStripe");
    case "firstColumnStripe":
    case "secondColumnStripe":
      return stripe(column - over.left, part === "secondColumnStripe");
    default:
      return false;
  }
}
