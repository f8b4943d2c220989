import { isValueAlone, type Item } from "../../word/items.ts";
import type { TableFormat } from "../look/table-look.ts";
import { besideFloats, doubted, pushesOut } from "../../word/room.ts";
import { closeContainer, last, type Closer, type OpenCell } from "./story-state.ts";

/** What to do when tables, rows and cells close. */
export const tableClosers: readonly (readonly [string, Closer])[] = [
  [
    "w:tc",
    (story, path) => {
      const closing = closeContainer(story, path);
      const row = last(story.tables)?.row;
      if (!closing?.cell || closing.cell.deleted || !row) return;
      const { span, vertical, continuesLeft, picture } = closing.cell;
      const items = withDoubts(closing.items, closing.cell, last(story.tables)!.format, row.height);
      row.cells.push({ span, vertical, continuesLeft, picture, items });
    },
  ],
  [
    "w:tr",
    ({ tables, context }) => {
      const table = last(tables);
      if (table === undefined || table.row === null) return;
      const { gone, before, cells, height } = table.row;
      table.row = null;
      const isLow =
        height !== undefined && height <= lowestRow && cells.every(({ vertical }) => vertical !== "restart");
      if (!gone && isLow) context.counts.hidden++;
      if (!gone && !isLow) table.rows.push({ before, cells: besideFloats(cells) });
    },
  ],
  [
    "w:tbl",
    ({ tables, containers, context }) => {
      const table = tables.pop();
      if (table === undefined || table.rows.length === 0) return;
      const cells = table.rows.flatMap((row) => row.cells);
      // A number in a frame of its own may stand over any cell.
      if (table.format.floating && cells.length === 1 && isValueAlone(cells[0]!.items))
        context.counts.floating++;
      last(containers)?.items.push({ kind: "table", rows: table.rows, columns: table.columns });
    },
  ],
];

/** The items of a cell, with doubts if the shape of the cell strikes out or hides its digits. */
function withDoubts(
  items: readonly Item[],
  cell: OpenCell,
  { fixed, away }: TableFormat,
  height: number | undefined,
): readonly Item[] {
  if (away) return doubted(items, "unseen-text");
  const narrow = fixed && cell.width !== undefined && cell.width <= narrowestCell;
  if (cell.crossed) return doubted(items, "struck-text");
  return narrow || pushesOut(items, height) ? doubted(items, "too-small") : items;
}

/** Twips; a row of exactly this height or less shows nothing of its text. */
const lowestRow = 40;

/** Twips; a cell of this fixed width or less has no room for a digit between its margins. */
const narrowestCell = 120;
