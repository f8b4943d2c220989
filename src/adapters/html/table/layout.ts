import { childElements } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import type { PageSurvey } from "../text/measure.ts";
import type { DocumentStyles } from "../style/styles.ts";

/** True for a table that only places other things on the page: it is read as lines and inner tables, in order. */
export function isLayoutTable(table: HtmlElement, survey: PageSurvey): boolean {
  const rows = rowGroups(table, survey.styles)
    .flat()
    .map((row) => visibleCells(row, survey.styles));
  if (rows.every((cells) => cells.length <= 1)) return true;
  let [foreign, own] = [0, 0];
  for (const cells of rows) {
    // A passage across the whole table is cut out of the table instead, see `isPassageRow`.
    const isAcross = cells.length === 1;
    for (const cell of cells) {
      const { prose, tables, labels, numbers } = survey.ofCell(cell);
      if (!isAcross && (prose > 0 || tables > 0)) foreign++;
      own += 2 * labels + numbers;
    }
  }
  return foreign > 0 && own < 6;
}

/**
 * True for a row of one cell that holds running text or tables: it is part of the report's text, though the editor drew
 * it inside a table.
 */
export function isPassageRow(cells: readonly HtmlElement[], survey: PageSurvey): boolean {
  if (cells.length !== 1) return false;
  const { prose, tables, labels, headings } = survey.ofCell(cells[0]!);
  return tables > 0 || (labels === 0 && (prose > 0 || headings > 0));
}

/**
 * The rows by section, in the order shown: head sections, then body sections and bare rows, then foot sections (HTML
 * 4.9.12.1).
 */
export function rowGroups(table: HtmlElement, styles: DocumentStyles): HtmlElement[][] {
  const groups: HtmlElement[][] = [];
  const feet: HtmlElement[][] = [];
  let bare: HtmlElement[] | undefined;
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

/** The visible cells of a row, for which every step from the survey to the tokens asks. */
export function visibleCells(row: HtmlElement, styles: DocumentStyles): readonly HtmlElement[] {
  return styles.once(cellsOf, row);
}

function cellsOf(row: HtmlElement, styles: DocumentStyles): readonly HtmlElement[] {
  return childElements(row).filter(
    (cell) => (cell.name === "td" || cell.name === "th") && !isAbsent(cell, styles),
  );
}

/** True for an element that is removed from the page: it takes no room, so the cells and rows after it move up. */
export function isAbsent(element: HtmlElement, styles: DocumentStyles): boolean {
  return styles.of(element).display === "none";
}
