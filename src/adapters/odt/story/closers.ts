import { showsNumber } from "../../sheet/stored-number.ts";
import { isValueAlone } from "../../word/items/items.ts";
import type { Item } from "../../word/items/items.ts";
import { doubted, leaveAbove, withTurnedNumbers } from "../../word/tables/room.ts";
import type { OdtContainer, OpenOdtTable } from "../open-parts.ts";
import { gridRow, seenCells } from "../rows.ts";
import { appendItems, hereIn, markPicture, paragraphIn } from "./reading.ts";
import type { OdtReading } from "./reading.ts";
import { twipsPerPoint } from "./table-openers.ts";

/** Closes the innermost container: a cell into its row, a note behind the text, a box where it stands. */
export function closeOdtContainer(reading: OdtReading): void {
  const { tally, containers, tables, notes } = reading;
  const container: OdtContainer = containers.pop()!;
  if (container.kind === "note") return void appendItems(notes, container.items);
  if (container.kind === "cell") {
    const table = tables.at(-1);
    const [first] = container.items;
    if (first !== undefined) leaveAbove(first, (table?.cell?.above ?? 0) * twipsPerPoint);
    // A cell that a merge covers is not shown.
    if (!table?.cell || !table.row) return;
    const { isCovered, columns, rows, repeated } = table.cell;
    const items = isCovered ? [] : seenItems(container.items, table.cell);
    table.row.cells.push({
      isCovered,
      columns,
      rows,
      repeated,
      items,
      picture: container.picture,
    });
    return;
  }
  const text = container.items
    .map((item) => (item.kind === "paragraph" ? item.text : "表"))
    .join("")
    .trim();
  if (text === "") return markPicture(reading, container.inLine);
  if (!container.inLine && isValueAlone(container.items)) tally.floating++;
  if (!container.inLine) markPicture(reading, false);
  appendItems(paragraphIn(reading)?.attached ?? hereIn(reading).items, container.items);
}

/** Closes a row into its table. */
export function closeOdtRow({ tables }: OdtReading): void {
  const table = tables.at(-1);
  if (table === undefined || table.row === null) return;
  const { cells, repeated, height } = table.row;
  table.row = null;
  const written = seenCells(cells, height);
  for (let copy = 0; copy < repeated; copy++) table.rows.push(gridRow(written, table.open));
}

/**
 * The items of a cell. Its texts are doubted where a line runs across the cell, where its columns show nothing,
 * where a program works them out, or where they differ from the number that the cell stores.
 */
function seenItems(items: readonly Item[], cell: OpenOdtTable["cell"]): readonly Item[] {
  if (cell === null) return items;
  if (cell.isCrossed) return doubted(items, "struck-text");
  if (cell.narrow !== undefined) return doubted(items, cell.narrow);
  if (cell.isWorkedOut) return doubted(items, "field-result");
  const text = items.map((item) => (item.kind === "paragraph" ? item.text : "")).join("");
  if (cell.isTurned) return withTurnedNumbers(items);
  const differs = cell.number !== null && /\d/.test(text) && !showsNumber(text, cell.number);
  return differs ? doubted(items, "number-format") : items;
}
