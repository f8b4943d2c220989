import { childElements } from "./dom.ts";
import type { Element } from "./dom.ts";
import type { Survey } from "./measure.ts";
import type { Styles } from "./style/styles.ts";

/** True for a table that only places other things on the page: it is read as lines and inner tables in order. */
export function isLayoutTable(table: Element, survey: Survey): boolean {
  const rows = visibleRows(table, survey.styles).map((row) => visibleCells(row, survey.styles));
  if (rows.every((cells) => cells.length <= 1)) return true;
  let [foreign, own] = [0, 0];
  for (const cells of rows) {
    // A passage across the whole table is cut out of it instead, see `isPassageRow`.
    const isAcross = cells.length === 1;
    for (const cell of cells) {
      const { prose, tables, labels, numbers } = survey.ofCell(cell);
      if (!isAcross && (prose > 0 || tables > 0)) foreign++;
      own += 2 * labels + numbers;
    }
  }
  return foreign > 0 && own < 6;
}

/** A row of one cell holding running text or tables: part of the report's text, though the editor drew it in a table. */
export function isPassageRow(cells: readonly Element[], survey: Survey): boolean {
  if (cells.length !== 1) return false;
  const { prose, tables, labels, headings } = survey.ofCell(cells[0]!);
  return tables > 0 || (labels === 0 && (prose > 0 || headings > 0));
}

export function visibleRows(table: Element, styles: Styles): Element[] {
  return rowGroups(table, styles).flat();
}

/** Rows by section, in the order shown: head sections, body sections and bare rows, foot sections (HTML 4.9.12.1). */
export function rowGroups(table: Element, styles: Styles): Element[][] {
  const groups: Element[][] = [];
  const feet: Element[][] = [];
  let bare: Element[] | undefined;
  for (const child of childElements(table)) {
    if (isAbsent(child, styles)) continue;
    if (child.name === "tr") {
      if (bare === undefined) groups.push((bare = []));
      bare.push(child);
    } else if (["thead", "tbody", "tfoot"].includes(child.name)) {
      bare = undefined;
      const rows = childElements(child).filter((row) => row.name === "tr" && !isAbsent(row, styles));
      (child.name === "tfoot" ? feet : groups).push(rows);
    }
  }
  return [...groups, ...feet];
}

/** Asked for at every step from the survey to the tokens. */
export function visibleCells(row: Element, styles: Styles): readonly Element[] {
  let cells = cellsOfRows.get(row);
  if (cells === undefined) {
    cells = childElements(row).filter(
      (cell) => (cell.name === "td" || cell.name === "th") && !isAbsent(cell, styles),
    );
    cellsOfRows.set(row, cells);
  }
  return cells;
}

/** A row is of one page, and so of one set of styles. */
const cellsOfRows = new WeakMap<Element, readonly Element[]>();

/** Removed from the page: takes no room, so the cells and rows after it move up. */
export function isAbsent(element: Element, styles: Styles): boolean {
  return styles.of(element).display === "none";
}
