import { tooLarge } from "../refusal.ts";
import { maximumColumns } from "../word/regions.ts";
import { closeContainer, flush, last, openContainer, parent } from "./story-state.ts";
import type { Closer, OpenCell, Opener } from "./story-state.ts";
import { isOn, wholeNumber } from "./values.ts";
import type { Attributes } from "./xml.ts";

const cellProperty =
  (set: (cell: OpenCell, attributes: Attributes) => void): Opener =>
  ({ containers }, attributes, path) => {
    const cell = last(containers)?.cell;
    if (cell && parent(path) === "w:tcPr") set(cell, attributes);
  };

/** Tables, rows and cells (ISO 29500-1 17.4) when they open. */
export const tableOpeners: readonly (readonly [string, Opener])[] = [
  [
    "w:tbl",
    ({ containers, tables }, _, path) => {
      const holder = last(containers);
      if (holder === undefined) return "skip";
      flush(holder);
      tables.push({ depth: path.length, columns: 0, rows: [], row: null });
    },
  ],
  [
    "w:gridCol",
    ({ tables }) => {
      const table = last(tables);
      if (table !== undefined) table.columns++;
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
      };
      openContainer(story, path, { cell });
    },
  ],
  [
    "w:gridSpan",
    cellProperty((cell, attributes) => (cell.span = Math.max(1, wholeNumber(attributes["w:val"], 1)))),
  ],
  [
    "w:vMerge",
    cellProperty(
      (cell, attributes) => (cell.vertical = attributes["w:val"] === "restart" ? "restart" : "continue"),
    ),
  ],
  ["w:hMerge", cellProperty((cell, attributes) => (cell.continuesLeft = attributes["w:val"] !== "restart"))],
  [
    // A merge under revision (17.13.5.4), read as accepted.
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

/** The same when they close. */
export const tableClosers: readonly (readonly [string, Closer])[] = [
  [
    "w:tc",
    (story, path) => {
      const closing = closeContainer(story, path);
      const row = last(story.tables)?.row;
      if (!closing?.cell || closing.cell.deleted || !row) return;
      const { span, vertical, continuesLeft, picture } = closing.cell;
      row.cells.push({ span, vertical, continuesLeft, picture, items: closing.items });
    },
  ],
  [
    "w:tr",
    ({ tables }) => {
      const table = last(tables);
      if (table === undefined || table.row === null) return;
      const { gone, before, cells } = table.row;
      table.row = null;
      if (!gone) table.rows.push({ before, cells });
    },
  ],
  [
    "w:tbl",
    ({ tables, containers }) => {
      const table = tables.pop();
      if (table === undefined || table.rows.length === 0) return;
      last(containers)?.items.push({ kind: "table", rows: table.rows, columns: table.columns });
    },
  ],
];
