import { EMU_IN_POINT } from "../../package/lengths.ts";
import type { XmlHandler } from "../../package/xml.ts";
import { coveredSpan } from "../../sheet/placed.ts";
import { lastColumn, lastRow } from "../../sheet/reference.ts";
import type { DrawnOver, Range } from "../../sheet/sheet.ts";
import { isSwitchedOn } from "../styles/font.ts";
import type { Worksheet } from "../cells/worksheet.ts";

/** Something drawn over cells; a shape with its text. */
export interface Drawn extends DrawnOver {
  readonly text: string;
}

/** Sizes of a sheet's columns and rows, in English Metric Units. */
export interface SheetSizes {
  readonly column: (at: number) => number;
  readonly row: (at: number) => number;
}

/** English metric units in a usual column, a usual row and a character of the usual font. */
const columnWidth = 685_800;
const rowHeight = 190_500;
const characterWidth = 66_675;

export function sizesOf({ columns, height }: Pick<Worksheet, "columns" | "height">): SheetSizes {
  return {
    column: (at) => {
      if (columns.isHidden(at)) return 0;
      const width = columns.width(at, at) * characterWidth;
      return Number.isFinite(width) ? width : columnWidth;
    },
    row: (at) => (height(at) ?? rowHeight / EMU_IN_POINT) * EMU_IN_POINT,
  };
}

const objects: Readonly<Record<string, Drawn["kind"]>> = {
  "xdr:pic": "picture",
  "xdr:graphicFrame": "picture",
  // Handwritten ink.
  "xdr:contentPart": "picture",
  "xdr:sp": "shape",
  "xdr:cxnSp": "shape",
};

/** Reads a drawing part (ISO 29500-1 20.5): which objects lie over which cells. */
export function drawingReader(sizes: SheetSizes): {
  readonly handler: XmlHandler;
  readonly drawn: readonly Drawn[];
} {
  const drawn: Drawn[] = [];
  let corners: Record<string, number> = {};
  let kind: Drawn["kind"] | null = null;
  /** Depth of the hidden object or group that encloses what is being read; 0 outside of one. */
  let hiddenFrom = 0;
  let text = "";
  let collecting = false;
  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (/^xdr:(?:two|one)CellAnchor$|^xdr:absoluteAnchor$/.test(name)) {
        corners = {};
        kind = null;
        hiddenFrom = 0;
        text = "";
      } else if (name === "xdr:pos") {
        corners["from.colOff"] = Math.max(0, Number(attributes["x"])) || 0;
        corners["from.rowOff"] = Math.max(0, Number(attributes["y"])) || 0;
        corners["from.row"] = corners["from.col"] = 0;
      } else if (name === "xdr:ext") {
        corners["width"] = Number(attributes["cx"]) || 0;
        corners["height"] = Number(attributes["cy"]) || 0;
      } else if (name === "xdr:cNvPr" && isSwitchedOn(attributes["hidden"]) && hiddenFrom === 0)
        // The attribute stands among the properties of its object, two levels further in.
        hiddenFrom = path.length - 2;
      else if (name === "a:t") collecting = hiddenFrom === 0;
    },
    close: (name, path) => {
      const object = objects[name];
      if (object !== undefined && hiddenFrom === 0) kind = kind === "picture" ? kind : object;
      if (hiddenFrom === path.length) hiddenFrom = 0;
      if (name === "a:t") collecting = false;
      else if (name === "a:p") text += "\n";
      else if (/Anchor$/.test(name) && kind !== null && "from.row" in corners)
        drawn.push({ kind, over: rangeOf(corners, sizes), text: text.trim() });
    },
    text: (piece, path) => {
      if (collecting) text += piece;
      const match = /^xdr:(col|row|colOff|rowOff)$/.exec(path[path.length - 1]!);
      const corner = /^xdr:(from|to)$/.exec(path[path.length - 2] ?? "");
      if (match !== null && corner !== null) corners[`${corner[1]}.${match[1]}`] = Number(piece) || 0;
    },
  };
  return { handler, drawn };
}

function rangeOf(corners: Readonly<Record<string, number>>, sizes: SheetSizes): Range {
  const at = (name: string): number => corners[name] ?? 0;
  const first = { row: at("from.row") + 1, column: at("from.col") + 1 };
  if (!("to.row" in corners)) {
    // Only the size is stated.
    const [top, bottom] = coveredSpan(sizes.row, first.row, at("from.rowOff"), at("height"));
    const [left, right] = coveredSpan(sizes.column, first.column, at("from.colOff"), at("width"));
    return { top, left, bottom: Math.min(bottom, lastRow), right: Math.min(right, lastColumn) };
  }
  // A corner on the very edge of a cell leaves the cell free.
  const bottom = at("to.row") + Number(at("to.rowOff") > 0);
  const right = at("to.col") + Number(at("to.colOff") > 0);
  return {
    top: first.row,
    left: first.column,
    bottom: Math.min(Math.max(first.row, bottom), lastRow),
    right: Math.min(Math.max(first.column, right), lastColumn),
  };
}
