import { attribute } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { visibleCells } from "./layout.ts";
import type { DocumentStyles } from "../style/styles.ts";

export interface PlacedHtmlCell {
  readonly element: HtmlElement;
  /** From 1. */
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface FormedTable {
  readonly rows: readonly { readonly element: HtmlElement; readonly cells: readonly PlacedHtmlCell[] }[];
  /**
   * Ordinals of the rows in which a cell ran into a cell from above; `short` has those of the rows that do not reach
   * the right edge.
   */
  readonly overlapping: ReadonlySet<number>;
  readonly short: ReadonlySet<number>;
  /** Number of grid places that the cells take, spans included. */
  readonly slots: number;
}

/** One row, and how many rows of its section follow it. */
export interface SectionRow {
  readonly element: HtmlElement;
  readonly below: number;
}

/**
 * Forms a table (HTML 4.9.12.1). A span that runs into a cell from above is cut where browsers let the two overlap, and
 * columns that only an oversized span reaches are dropped, so cells never overlap and keep their columns. Undefined
 * when the cells, spans included, exceed `maximumCells`.
 */
export function formTable(
  rows: readonly SectionRow[],
  maximumCells: number,
  styles: DocumentStyles,
): FormedTable | undefined {
  const busyUntil: number[] = [];
  const overlapping = new Set<number>();
  const placed: PlacedHtmlCell[][] = [];
  const ends: number[] = [];
  let slots = 0;
  for (const [y, { element, below }] of rows.entries()) {
    let x = 0;
    const cells: PlacedHtmlCell[] = [];
    for (const cell of visibleCells(element, styles)) {
      while ((busyUntil[x] ?? 0) > y) x++;
      const rowSpan = rowSpanOf(cell, below + 1);
      const wanted = spanOf(cell, "colspan", 1000) || 1;
      let colSpan = 1;
      while (colSpan < wanted && (busyUntil[x + colSpan] ?? 0) <= y) colSpan++;
      if (colSpan < wanted) overlapping.add(y + 1);
      slots += rowSpan * colSpan;
      if (slots > maximumCells) return undefined;
      for (let column = x; column < x + colSpan; column++) busyUntil[column] = y + rowSpan;
      cells.push({ element: cell, column: x + 1, rowSpan, colSpan });
      x += wanted;
    }
    placed.push(cells);
    ends.push(endOfRow(busyUntil, y));
  }
  const width = widthOf(placed, ends);
  // A row that reaches beyond the others only by an oversized span ends where they do.
  const seen = ends.map((end) => Math.min(end, width));
  return {
    rows: placed.map((cells, y) => ({
      element: rows[y]!.element,
      cells: cells.map((cell) => trim(cell, width)),
    })),
    overlapping,
    slots,
    short: oddRows(placed, seen, width),
  };
}

/** How many columns are taken in row `y`, up to the last cell that stands in it or reaches into it. */
function endOfRow(busyUntil: readonly number[], y: number): number {
  let end = busyUntil.length;
  while (end > 0 && (busyUntil[end - 1] ?? 0) <= y) end--;
  return end;
}

/**
 * If at most one row in this many ends elsewhere than the others, only those rows count as short; otherwise all rows
 * that end before the table does.
 */
const ODD_SHARE = 10;

/**
 * Rows (from 1) that end before the table does. Where nearly all rows end alike before its edge, it is the few that do
 * not: a group's rowspan that is one too long pushes the row below it beyond all others.
 */
function oddRows(
  placed: readonly (readonly PlacedHtmlCell[])[],
  ends: readonly number[],
  width: number,
): ReadonlySet<number> {
  const rows = ends.flatMap((end, y) => (isCaption(placed[y]!) ? [] : [{ end, row: y + 1 }]));
  const counts = new Map<number, number>();
  for (const { end } of rows) counts.set(end, (counts.get(end) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? width;
  const odd = rows.filter(({ end }) => end !== usual);
  const short = odd.length * ODD_SHARE <= rows.length ? odd : rows.filter(({ end }) => end < width);
  return new Set(short.map(({ row }) => row));
}

/**
 * True for a row that is empty or has a single cell at the left: it has no value that could stand in a wrong column.
 */
function isCaption(cells: readonly PlacedHtmlCell[]): boolean {
  return cells.length === 0 || (cells.length === 1 && cells[0]!.column === 1);
}

/**
 * The table's width in columns. `colspan="99"` means “all”, so a column counts only when a cell begins in it or every
 * row reaches it.
 */
function widthOf(placed: readonly (readonly PlacedHtmlCell[])[], ends: readonly number[]): number {
  let width = Infinity;
  for (const [y, end] of ends.entries()) if (placed[y]!.length > 0) width = Math.min(width, end);
  if (width === Infinity) width = 0;
  for (const cells of placed) width = Math.max(width, cells.at(-1)?.column ?? 0);
  return width;
}

function trim(cell: PlacedHtmlCell, width: number): PlacedHtmlCell {
  const colSpan = Math.min(cell.colSpan, width - cell.column + 1);
  return colSpan === cell.colSpan ? cell : { ...cell, colSpan };
}

/** `rowspan="0"` reaches to the end of the section, and no span reaches further. */
export function rowSpanOf(cell: HtmlElement, rowsLeft: number): number {
  const span = spanOf(cell, "rowspan", 65534);
  return span === 0 ? rowsLeft : Math.min(span, rowsLeft);
}

/** Follows the rules for parsing non-negative integers (HTML 2.3.4.2): leading digits count, the rest is ignored. */
export function spanOf(cell: HtmlElement, name: "rowspan" | "colspan" | "span", maximum: number): number {
  const digits = /^[ \t\n\f\r]*\+?(\d+)/.exec(attribute(cell, name) ?? "")?.[1];
  return digits === undefined ? 1 : Math.min(Number(digits), maximum);
}
