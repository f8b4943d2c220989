import type { XmlHandler } from "../package/xml.ts";
import { lastColumn, lastRow } from "../sheet/reference.ts";
import type { DrawnOver, Range } from "../sheet/sheet.ts";
import { isSwitchedOn } from "./font.ts";

/** Something drawn over cells, with the text of a shape. */
export interface Drawn extends DrawnOver {
  readonly text: string;
}

/** English Metric Units of a usual column and row, where only the size of a picture is stated. */
const columnWidth = 685_800;
const rowHeight = 190_500;

/** Reads a drawing part (ISO 29500-1 20.5): what stands over which cells. */
export function drawingReader(): { readonly handler: XmlHandler; readonly drawn: readonly Drawn[] } {
  const drawn: Drawn[] = [];
  let corners: Record<string, number> = {};
  let kind: Drawn["kind"] | null = null;
  let hidden = false;
  let text = "";
  let collecting = false;
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (/^xdr:(?:two|one)CellAnchor$|^xdr:absoluteAnchor$/.test(name)) {
        corners = {};
        kind = null;
        hidden = false;
        text = "";
      } else if (name === "xdr:pos") {
        // Where columns and rows are as usual: how wide those of the sheet are is not asked.
        corners["from.col"] = Math.max(0, Math.floor(Number(attributes["x"]) / columnWidth)) || 0;
        corners["from.row"] = Math.max(0, Math.floor(Number(attributes["y"]) / rowHeight)) || 0;
      } else if (name === "xdr:ext") {
        corners["width"] = Number(attributes["cx"]) || 0;
        corners["height"] = Number(attributes["cy"]) || 0;
      } else if (name === "xdr:pic" || name === "xdr:graphicFrame") kind = "picture";
      else if (name === "xdr:sp" || name === "xdr:cxnSp") kind ??= "shape";
      else if (name === "xdr:cNvPr") hidden ||= isSwitchedOn(attributes["hidden"]);
      else if (name === "a:t") collecting = true;
    },
    close: (name) => {
      if (name === "a:t") collecting = false;
      else if (name === "a:p") text += "\n";
      else if (/Anchor$/.test(name) && kind !== null && !hidden && "from.row" in corners)
        drawn.push({ kind, over: rangeOf(corners), text: text.trim() });
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

function rangeOf(corners: Readonly<Record<string, number>>): Range {
  const at = (name: string): number => corners[name] ?? 0;
  const top = at("from.row") + 1;
  const left = at("from.col") + 1;
  const isWhole = "to.row" in corners;
  // A corner on the very edge of a cell leaves the cell free.
  const bottom = isWhole
    ? at("to.row") + Number(at("to.rowOff") > 0)
    : top + Math.ceil(at("height") / rowHeight) - 1;
  const right = isWhole
    ? at("to.col") + Number(at("to.colOff") > 0)
    : left + Math.ceil(at("width") / columnWidth) - 1;
  return {
    top,
    left,
    bottom: Math.min(Math.max(top, bottom), lastRow),
    right: Math.min(Math.max(left, right), lastColumn),
  };
}
