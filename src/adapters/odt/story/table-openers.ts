import { tooLarge } from "../../refusal.ts";
import type { Attributes } from "../../package/xml.ts";
import { storedNumber } from "../../sheet/stored-number.ts";
import { columnDoubt, mostColumns } from "../rows.ts";
import { leaveHidden, markPicture, pushContainer } from "./reading.ts";
import type { OdtOpener, OdtReading } from "./reading.ts";

/** How many repetitions of one row are written out. */
const mostRows = 1_000;
/** Points; a row of this fixed height or less shows nothing of its text. */
const lowestRow = 2;
export const twipsPerPoint = 20;

/** Opens tables, columns, rows and cells. */
export function odtTableOpeners(reading: OdtReading): Readonly<Record<string, OdtOpener>> {
  const { limits, styles, tables } = reading;
  const openCell = (name: string, attributes: Attributes, path: readonly string[]): "skip" | void => {
    const table = tables.at(-1);
    if (table === undefined || table.row === null) return "skip";
    const isCovered = name === "table:covered-table-cell";
    const repeated = countOf(attributes["table:number-columns-repeated"]);
    reading.cells += Math.min(repeated, limits.maximumCells) * table.row.repeated;
    if (reading.cells > limits.maximumCells) throw tooLarge("cells", reading.cells, limits.maximumCells);
    const columns = countOf(attributes["table:number-columns-spanned"]);
    const rows = countOf(attributes["table:number-rows-spanned"]);
    const { column } = table.row;
    const style = attributes["table:style-name"] ?? table.row.style ?? table.columns[column]?.style;
    const isCrossed = styles.isCrossed(style);
    const isTurned = styles.isTurned(style);
    const above = styles.above("table-cell", style);
    const narrow = table.isOffPage ? "unseen-text" : columnDoubt(table.columns, column, columns);
    table.row.column += repeated;
    const stored = storedNumber(attributes);
    const isWorkedOut = attributes["table:formula"] !== undefined;
    table.cell = {
      isCovered,
      columns,
      rows,
      repeated,
      isCrossed,
      isTurned,
      above,
      narrow,
      number: stored,
      isWorkedOut,
    };
    pushContainer(
      reading,
      path,
      "cell",
      styles.ground("table-cell", style) ?? table.row.ground ?? table.ground,
    );
    if (styles.isPictured("table-cell", style)) markPicture(reading, true);
  };

  return {
    "table:table": (attributes) => {
      const ground = styles.ground("table", attributes["table:style-name"]);
      tables.push({
        columns: [],
        rows: [],
        open: new Map(),
        ground,
        isOffPage: styles.isOffPage(attributes["table:style-name"]),
        row: null,
        cell: null,
      });
      if (tables.length > limits.maximumDepth) throw tooLarge("depth", tables.length, limits.maximumDepth);
    },
    "table:table-column": (attributes) => {
      const table = tables.at(-1);
      const style = attributes["table:default-cell-style-name"];
      const width = styles.width(attributes["table:style-name"]);
      const hidden = (attributes["table:visibility"] ?? "visible") !== "visible";
      const count = Number(attributes["table:number-columns-repeated"] ?? 1) || 1;
      for (let copy = 0; copy < count && table !== undefined && table.columns.length < mostColumns; copy++)
        table.columns.push({ style, width, hidden });
    },
    "table:table-row": (attributes) => {
      const table = tables.at(-1);
      if (table === undefined) return "skip";
      const style = attributes["table:style-name"];
      if ((attributes["table:visibility"] ?? "visible") !== "visible" || styles.height(style) <= lowestRow)
        return leaveHidden(reading);
      const repeated = Math.min(countOf(attributes["table:number-rows-repeated"]), mostRows);
      const [ground, height] = [styles.ground("table-row", style), styles.height(style) * twipsPerPoint];
      const cellStyle = attributes["table:default-cell-style-name"];
      table.row = { cells: [], repeated, ground, height, column: 0, style: cellStyle };
      return;
    },
    "table:table-cell": (attributes, path, name) => openCell(name, attributes, path),
    "table:covered-table-cell": (attributes, path, name) => openCell(name, attributes, path),
  };
}

/** A count of rows or columns; 1 where none is stated. */
function countOf(text: string | undefined): number {
  return text === undefined ? 1 : Math.max(1, Math.trunc(Number(text)) || 1);
}
