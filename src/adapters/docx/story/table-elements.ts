import { tooLarge } from "../../refusal.ts";
import { maximumColumns } from "../../word/tables/regions.ts";
import { isCutByPage, isOffPage } from "../../word/tables/room.ts";
import { readShading, twips } from "../look/run-properties.ts";
import { sideOf } from "../look/margins.ts";
import { tablePlace } from "./sections.ts";
import { readFlags, shareOfPage, statedWidth, type TableFormat } from "../look/table-look.ts";
import {
  flush,
  last,
  looksHere,
  openContainer,
  parent,
  type OpenCell,
  type Opener,
  type Story,
} from "./story-state.ts";
import { isOn, wholeNumber } from "../look/values.ts";
import type { Attributes } from "../../package/xml.ts";

const cellProperty =
  (set: (cell: OpenCell, attributes: Attributes) => void): Opener =>
  ({ containers }, attributes, path) => {
    const cell = last(containers)?.cell;
    if (cell && parent(path) === "w:tcPr") set(cell, attributes);
  };

const tableProperty =
  (set: (format: TableFormat, attributes: Attributes) => void): Opener =>
  ({ tables }, attributes, path) => {
    const table = last(tables);
    if (table !== undefined && table.row === null && parent(path) === "w:tblPr")
      set(table.format, attributes);
  };

/** Reads w:shd of a cell or of the table; false where it belongs to another element. */
export function readTableShading(
  { containers, tables }: Story,
  attributes: Attributes,
  path: readonly string[],
): boolean {
  const cell = last(containers)?.cell;
  const table = last(tables);
  if (parent(path) === "w:tcPr" && cell) cell.shading = readShading(attributes);
  else if (parent(path) === "w:tblPr" && table) table.format.shading = readShading(attributes);
  else if (parent(path) === "w:tblPrEx" && table?.row) table.row.shading = readShading(attributes);
  else return false;
  return true;
}

/** Twips of a table that may lie above the page without loss. */
const CUT = 300;

/** What to do when tables, rows and cells (ISO 29500-1 17.4) open. */
export const tableOpeners: readonly (readonly [string, Opener])[] = [
  [
    "w:tbl",
    (story, _, path) => {
      const { containers, tables } = story;
      const holder = last(containers);
      if (holder === undefined) return "skip";
      // A table inside a cell lies on the cell's ground, which must be known before that table opens.
      looksHere(story);
      flush(holder);
      tables.push({
        depth: path.length,
        columns: 0,
        grid: [],
        format: { fixed: false },
        rows: [],
        row: null,
      });
    },
  ],
  [
    "w:gridCol",
    ({ tables }, attributes) => {
      const table = last(tables);
      if (table === undefined) return;
      table.columns++;
      table.grid.push(twips(attributes["w:w"]) ?? 0);
    },
  ],
  [
    "w:tr",
    ({ tables }) => {
      const table = last(tables);
      if (table === undefined || table.row !== null) return "skip";
      table.row = { before: 0, gone: false, cells: [] };
    },
  ],
  [
    "w:gridBefore",
    ({ tables }, attributes, path) => {
      const row = last(tables)?.row;
      if (row && parent(path) === "w:trPr") {
        row.before = Math.min(wholeNumber(attributes["w:val"], 0), maximumColumns);
      }
    },
  ],
  [
    "w:tblStyle",
    tableProperty((format, { "w:val": value }) => void (value !== undefined && (format.style = value))),
  ],
  ["w:tblLook", tableProperty((format, attributes) => void (format.flags = readFlags(attributes)))],
  [
    "w:tblpPr",
    tableProperty((format, attributes) => {
      format.floating = true;
      format.place = tablePlace(attributes);
      const [x, y] = [twips(attributes["w:tblpX"]) ?? 0, twips(attributes["w:tblpY"]) ?? 0];
      // Beyond the edge of the page its first rows are cut off.
      const isAbove = attributes["w:vertAnchor"] === "page" && y < -CUT;
      if (isCutByPage(x) || isOffPage(y) || isAbove) format.away = true;
    }),
  ],
  [
    "w:tblOverlap",
    tableProperty((format, { "w:val": value }) => {
      if (value === "never") delete format.place;
    }),
  ],
  [
    "w:tblW",
    tableProperty((format, attributes) => {
      const width = statedWidth(attributes) ?? shareOfPage(attributes);
      if (width !== undefined) format.width = width;
    }),
  ],
  [
    "w:tblInd",
    ({ tables }, attributes, path) => {
      const table = last(tables);
      const indent = twips(attributes["w:w"]) ?? 0;
      if (table !== undefined && parent(path) === "w:tblPr" && table.row === null)
        table.format.indent = indent;
      if (table === undefined || !isCutByPage(indent)) return;
      if (parent(path) === "w:tblPr" && table.row === null) table.format.away = true;
      if (parent(path) === "w:tblPrEx" && table.row) table.row.away = true;
    },
  ],
  [
    "w:tblLayout",
    tableProperty((format, attributes) => void (format.fixed = attributes["w:type"] === "fixed")),
  ],
  ...["w:left", "w:start", "w:right", "w:end", "w:top"].map((name): readonly [string, Opener] => [
    name,
    ({ containers, tables }, attributes, path) => {
      const width = twips(attributes["w:w"]);
      const holder = parent(path);
      const cell = last(containers)?.cell;
      const table = last(tables);
      if (width === undefined) return;
      if (holder === "w:tcMar" && cell) cell.margins = { ...cell.margins, [sideOf(name)]: width };
      else if (holder === "w:tblCellMar" && table) {
        const owner = path.at(-3) === "w:tblPrEx" ? table.row : table.format;
        if (owner) owner.margins = { ...owner.margins, [sideOf(name)]: width };
      }
    },
  ]),
  [
    "w:trHeight",
    ({ tables }, attributes) => {
      const row = last(tables)?.row;
      if (row && attributes["w:hRule"] === "exact") row.height = twips(attributes["w:val"]) ?? 0;
    },
  ],
  [
    "w:tcW",
    cellProperty((cell, attributes) => {
      const width = statedWidth(attributes);
      if (width !== undefined) cell.width = width;
    }),
  ],
  ...["w:tl2br", "w:tr2bl"].map((name): readonly [string, Opener] => [
    name,
    ({ containers }, attributes, path) => {
      const cell = last(containers)?.cell;
      if (cell && parent(path) === "w:tcBorders" && !["nil", "none"].includes(attributes["w:val"] ?? "nil"))
        cell.crossed = true;
    },
  ]),
  [
    "w:hidden",
    ({ tables, context }, attributes, path) => {
      const row = last(tables)?.row;
      if (!row || parent(path) !== "w:trPr" || !isOn(attributes["w:val"])) return;
      row.gone = true;
      context.counts.hidden++;
    },
  ],
  [
    "w:tc",
    (story, _, path) => {
      const { tables, context, limits } = story;
      if (!last(tables)?.row) return "skip";
      if (++context.counts.cells > limits.maximumCells) {
        throw tooLarge("cells", context.counts.cells, limits.maximumCells);
      }
      const cell: OpenCell = {
        span: 1,
        vertical: "none",
        continuesLeft: false,
        picture: "none",
        deleted: false,
        crossed: false,
      };
      openContainer(story, path, { cell });
    },
  ],
  [
    "w:gridSpan",
    cellProperty((cell, attributes) => (cell.span = Math.max(1, wholeNumber(attributes["w:val"], 1)))),
  ],
  [
    "w:textDirection",
    // The lines of both run from left to right; `tb` is the name in strict documents (17.18.93).
    cellProperty((cell, { "w:val": value = "tb" }) => (cell.isTurned = value !== "lrTb" && value !== "tb")),
  ],
  [
    "w:vMerge",
    cellProperty(
      (cell, attributes) => (cell.vertical = attributes["w:val"] === "restart" ? "restart" : "continue"),
    ),
  ],
  ["w:hMerge", cellProperty((cell, attributes) => (cell.continuesLeft = attributes["w:val"] !== "restart"))],
  [
    // A merge made as a tracked change (17.13.5.4) is read as accepted.
    "w:cellMerge",
    cellProperty((cell, attributes) => {
      const kind = attributes["w:vMerge"];
      if (kind !== undefined) cell.vertical = kind === "rest" ? "restart" : "continue";
    }),
  ],
  [
    "w:cellDel",
    (story, attributes, path, scope) => {
      story.context.counts.deletions++;
      return cellProperty((cell) => (cell.deleted = true))(story, attributes, path, scope);
    },
  ],
];
