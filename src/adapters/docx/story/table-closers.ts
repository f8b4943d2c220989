import { isValueAlone, type Item, type WordTable } from "../../word/items/items.ts";
import type { DocxStyles } from "../look/styles.ts";
import { hasNoRoom } from "./cell-room.ts";
import { besideFloats, doubted, pushesOut, withTurnedNumbers } from "../../word/tables/room.ts";
import { isInMargin } from "./page-margins.ts";
import { closeSection, placeTable } from "./sections.ts";
import { closeContainer, last, type Closer, type OpenCell, type OpenTable } from "./story-state.ts";

/** What to do when tables, rows and cells close. */
export const tableClosers: readonly (readonly [string, Closer])[] = [
  [
    "w:tc",
    (story, path) => {
      const closing = closeContainer(story, path);
      const row = last(story.tables)?.row;
      if (!closing?.cell || closing.cell.deleted || !row) return;
      const { span, vertical, continuesLeft, picture } = closing.cell;
      const items = withDoubts(closing.items, closing.cell, last(story.tables)!, story.context.styles);
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
  ["w:sectPr", closeSection],
  [
    "w:tbl",
    (story) => {
      const { tables, containers, context } = story;
      const table = tables.pop();
      if (table === undefined || table.rows.length === 0) return;
      const cells = table.rows.flatMap((row) => row.cells);
      // A number in a frame of its own may stand over any cell.
      const { floating, place = { isNear: true, y: 0 } } = table.format;
      const isInText = !isInMargin(context, { top: place.y / 20, height: 0, isNear: place.isNear });
      if (floating && cells.length === 1 && isValueAlone(cells[0]!.items) && isInText)
        context.counts.floating++;
      const width = table.grid.reduce((sum, one) => sum + one, 0);
      const closed: WordTable = { kind: "table", rows: table.rows, columns: table.columns, width };
      placeTable(story, closed, table);
      last(containers)?.items.push(closed);
    },
  ],
];

/** The items of a cell, with doubts if the shape of the cell strikes out or hides its digits. */
function withDoubts(
  items: readonly Item[],
  cell: OpenCell,
  table: OpenTable,
  styles: DocxStyles,
): readonly Item[] {
  if (table.format.away || table.row?.away) return doubted(items, "unseen-text");
  if (cell.crossed) return doubted(items, "struck-text");
  const isLow = pushesOut(items, table.row?.height);
  for (const item of items) if (isLow && item.kind === "table") item.isCovered = true;
  if (isLow || hasNoRoom(cell, table, styles)) return doubted(items, "too-small");
  return cell.isTurned ? withTurnedNumbers(items) : items;
}

/** Twips; a row of exactly this height or less shows nothing of its text. */
const lowestRow = 40;
