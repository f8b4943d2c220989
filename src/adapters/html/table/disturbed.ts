import { parentOf } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { reachesOut } from "../text/generated.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { extentOf } from "../style/ink.ts";
import { isSetElsewhere } from "../style/tricks.ts";
import { rowGroups, visibleCells } from "./layout.ts";

/** Whether a part of its table lies over a row, or a cell of the row has left its place. */
export function isDisturbed(row: HtmlElement, styles: DocumentStyles): boolean {
  let table = parentOf(row);
  while (table !== undefined && table.name !== "table") table = parentOf(table);
  return table !== undefined && styles.once(disturbedRows, table).has(row);
}

function disturbedRows(table: HtmlElement, styles: DocumentStyles): ReadonlySet<HtmlElement> {
  const rows = rowGroups(table, styles).flat();
  const found = new Set<HtmlElement>();
  for (const [index, row] of rows.entries()) {
    const cells = visibleCells(row, styles);
    const { own, size } = styles.of(row);
    // A row that is moved lies over its neighbours, and so does a part that reaches out of a cell.
    if (
      isSetElsewhere(own, size) ||
      [row, ...cells].some((one) => reachesOut(one, styles) || throwsFar(one, styles))
    )
      for (const near of rows.slice(Math.max(0, index - 2), index + 3)) found.add(near);
    // Cells that are moved leave their columns to the others.
    const moved = cells.filter((cell) => isSetElsewhere(styles.of(cell).own, styles.of(cell).size));
    if (moved.length > 0) found.add(row);
  }
  return found;
}

/** True for a shadow as large as a cell, if its element is painted after the text beside it. */
function throwsFar(element: HtmlElement, styles: DocumentStyles): boolean {
  const { own, size } = styles.of(element);
  if (!own.has("box-shadow") || /\binset\b/i.test(own.get("box-shadow")!)) return false;
  return own.has("position") && extentOf(own.get("box-shadow"), size) > FAR_SHADOW;
}

/** Pixels. */
const FAR_SHADOW = 16;
