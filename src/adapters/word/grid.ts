import type { Rgb } from "../docx/look/colour.ts";
import type { WordCell, WordRow, WordTable } from "./items.ts";

/** A row as binary Word files and RTF state it: where its cells end, in twips, and how they merge. */
export interface RowShape {
  /** Left edge of the row, then the right edge of each cell. */
  readonly edges: readonly number[];
  readonly cells: readonly CellShape[];
  /** Hidden, deleted or without height: not read. */
  readonly gone: "hidden" | "deleted" | null;
  /** Its table is laid over the page. */
  readonly floats?: boolean;
  /** Twips, where the row is exactly so high. */
  readonly height?: number | undefined;
  /** It stands in a frame with all of its table. */
  readonly isFramed?: boolean;
  /** Why digits that say nothing of their look must not be used: the table's style has them so. */
  readonly doubt?: string | undefined;
}

export interface CellShape {
  readonly horizontal: "none" | "restart" | "continue";
  readonly vertical: WordCell["vertical"];
  /** A line runs across it. */
  readonly isCrossed?: boolean;
  /** Deleted by a tracked change. */
  readonly isDeleted?: boolean;
  /** What it is shaded with; null for paper. */
  readonly ground?: Rgb | null | undefined;
}

/** A row's cells in order, and its shape; null where the file states none. */
export interface ShapedRow {
  readonly cells: readonly Pick<WordCell, "items" | "picture">[];
  readonly shape: RowShape | null;
}

/** Edges this near, in twips, are one line on the page (a quarter of a millimetre): the rows were drawn one by one. */
const sameLine = 15;

/**
 * Rows of edges → rows of grid columns, as Word makes a grid of them when it saves as .docx. `uneven` counts rows whose
 * cells are not those their shape states.
 */
export function shapeTable(rows: readonly ShapedRow[]): {
  readonly table: WordTable;
  readonly uneven: number;
} {
  const lines = gridLines(rows);
  let uneven = 0;
  const shaped = rows.map(({ cells, shape }): WordRow => {
    if (shape === null || shape.cells.length !== cells.length) uneven++;
    let column = shape === null ? 0 : columnOf(lines, shape.edges[0] ?? 0);
    const before = column;
    return {
      before,
      cells: cells.map(({ items, picture }, index): WordCell => {
        const { horizontal, vertical } = shape?.cells[index] ?? { horizontal: "none", vertical: "none" };
        const edge = shape?.edges[index + 1];
        const end = edge === undefined ? column + 1 : Math.max(column + 1, columnOf(lines, edge));
        const span = end - column;
        column = end;
        return { items, picture, span, vertical, continuesLeft: horizontal === "continue" };
      }),
    };
  });
  return { table: { kind: "table", columns: Math.max(0, lines.length - 1), rows: shaped }, uneven };
}

/** The vertical lines of a table from left to right: every cell's edge is on one of them. */
function gridLines(rows: readonly ShapedRow[]): number[] {
  const edges = new Set<number>();
  for (const { shape } of rows) for (const edge of shape?.edges ?? []) edges.add(edge);
  const sorted = [...edges].sort((one, other) => one - other);
  const lines: number[] = [];
  for (const edge of sorted) if (lines.length === 0 || edge - lines.at(-1)! > sameLine) lines.push(edge);
  return lines;
}

/** The line an edge is on: the last that is not to its right. */
function columnOf(lines: readonly number[], edge: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]! <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}
