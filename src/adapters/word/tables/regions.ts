import type { WordCell, CellPicture, Item, WordRow, WordTable } from "../items/items.ts";

/** Word's own maximum of columns; no report has a wider span. */
export const maximumColumns = 63;

/** A cell together with all cells that are merged into it. */
export interface WordRegion {
  /** From 1, in the table. */
  readonly row: number;
  readonly column: number;
  rowSpan: number;
  colSpan: number;
  readonly items: Item[];
  picture: CellPicture;
  /** True if a covered cell had text of its own, which was added. */
  joined: boolean;
}

export interface Regions {
  /** The regions, by the row in which they begin. */
  readonly rows: readonly (readonly WordRegion[])[];
  readonly width: number;
  readonly clamped: boolean;
}

/** Turns gridSpan, hMerge and vMerge (ISO 29500-1 17.4.17, 17.4.22, 17.4.84) into rectangles. */
export function mergeCells(table: WordTable): Regions {
  const rows: WordRegion[][] = [];
  let above = new Map<number, WordRegion>();
  let width = 0;
  let clamped = false;
  table.rows.forEach((row, index) => {
    const regions: WordRegion[] = [];
    const open = new Map<number, WordRegion>();
    for (const { region, vertical } of rowRegions(table, row, index + 1, () => (clamped = true))) {
      width = Math.max(width, region.column + region.colSpan - 1);
      const upper = above.get(region.column);
      // Only cells with the same edges merge; a continuation with nothing above it is a cell of its own.
      if (vertical === "continue" && upper !== undefined && upper.colSpan === region.colSpan) {
        upper.rowSpan = index + 2 - upper.row;
        absorb(upper, region);
        open.set(region.column, upper);
      } else {
        regions.push(region);
        if (vertical !== "none") open.set(region.column, region);
      }
    }
    rows.push(regions);
    above = open;
  });
  return { rows, width, clamped };
}

function rowRegions(
  table: WordTable,
  row: WordRow,
  number: number,
  onClamp: () => void,
): { region: WordRegion; vertical: WordCell["vertical"] }[] {
  const regions: { region: WordRegion; vertical: WordCell["vertical"] }[] = [];
  let column = row.before + 1;
  for (const cell of row.cells) {
    let span = cell.span;
    if (span > maximumColumns) {
      span = Math.min(Math.max(1, table.columns - column + 1), maximumColumns);
      onClamp();
    }
    const items = [...cell.items];
    const region = {
      row: number,
      column,
      rowSpan: 1,
      colSpan: span,
      items,
      picture: cell.picture,
      joined: false,
    };
    const left = regions[regions.length - 1]?.region;
    if (cell.continuesLeft && left !== undefined) {
      left.colSpan += span;
      absorb(left, region);
    } else regions.push({ region, vertical: cell.vertical });
    column += span;
  }
  return regions;
}

/** A covered cell is normally one empty paragraph; anything else in it must not be lost. */
function absorb(target: WordRegion, covered: WordRegion): void {
  if (target.picture !== "inline" && covered.picture !== "none") target.picture = covered.picture;
  for (const item of covered.items) {
    if (item.kind === "paragraph" && item.text.trim() === "") continue;
    target.items.push(item);
    target.joined ||= item.kind === "paragraph";
  }
}
