import type { HtmlElement } from "../tree/dom.ts";
import { flow } from "../text/flow.ts";
import { isPassageRow, rowGroups, visibleCells } from "./layout.ts";
import type { PageSurvey } from "../text/measure.ts";
import { rowSpanOf } from "./table.ts";
import type { SectionRow } from "./table.ts";

/** A stretch of a table: either rows of data, or one cell that is text of the report. */
export type Segment = { readonly rows: readonly SectionRow[] } | { readonly passage: HtmlElement };

/** Takes a table that is drawn around the whole report apart, into its tables and the titles and texts between them. */
export function segmentsOf(table: HtmlElement, survey: PageSurvey): Segment[] {
  const segments: Segment[] = [];
  let rows: SectionRow[] = [];
  let reach = 0; // first row that no cell from above covers
  const close = () => {
    const cells = rows.map((row) => visibleCells(row.element, survey.styles));
    if (cells.some(({ length }) => length > 1)) segments.push({ rows });
    else for (const [passage] of cells) if (passage !== undefined) segments.push({ passage });
    rows = [];
    reach = 0;
  };
  // A numbered title above the rows, unlike a paragraph of text, does not show that a whole report stands in the table.
  const isTitle = (segment: Segment) => {
    const { prose, headings } = "passage" in segment ? survey.ofCell(segment.passage) : NONE;
    return headings > 0 && prose === 0;
  };
  for (const group of rowGroups(table, survey.styles)) {
    for (const [i, element] of group.entries()) {
      const cells = visibleCells(element, survey.styles);
      if (
        reach <= rows.length &&
        isPassageRow(cells, survey) &&
        !(rows.length > 0 && segments.every(isTitle) && isCaption(cells[0]!, group[i + 1], survey))
      ) {
        close();
        segments.push({ passage: cells[0]! });
        continue;
      }
      const below = group.length - 1 - i;
      for (const cell of cells) reach = Math.max(reach, rows.length + rowSpanOf(cell, below + 1));
      rows.push({ element, below });
    }
  }
  close();
  return segments;
}

const NONE = { prose: 0, headings: 0 };

/**
 * True for a heading that stands alone right above a row of several cells with numbers: 二、事业单位 in a list. The
 * rows under it have no headings of their own, so they continue the table above, unless text that was cut out before
 * shows that a whole report stands in the table.
 */
function isCaption(cell: HtmlElement, below: HtmlElement | undefined, survey: PageSurvey): boolean {
  const { prose, tables } = survey.ofCell(cell);
  const next = below === undefined ? [] : visibleCells(below, survey.styles);
  return prose === 0 && tables === 0 && next.length > 1 && next.some((one) => survey.ofCell(one).numbers > 0);
}

/** The tables inside the cells of some rows that must be read separately. */
export function innerTables(rows: readonly SectionRow[], survey: PageSurvey): HtmlElement[] {
  const found: HtmlElement[] = [];
  const paragraph = () => {};
  const replace = (element: HtmlElement) => {
    if (!isInnerTable(element, survey)) return undefined;
    found.push(element);
    return [];
  };
  for (const { element } of rows) {
    for (const cell of visibleCells(element, survey.styles)) {
      if (survey.ofCell(cell).tables > 0) flow(cell, survey.styles, { paragraph, replace });
    }
  }
  return found;
}

/** False for a table that only frames one value, and so is part of its cell. */
export function isInnerTable(element: HtmlElement, survey: PageSurvey): boolean {
  return element.name === "table" && survey.of(element).paragraphs >= 2;
}
