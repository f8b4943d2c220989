import type { Rgb } from "../../docx/look/colour.ts";
import type { WordCell, WordRow, WordTable } from "../items/items.ts";

/** A row as binary Word files and RTF state it: where its cells end, in twips, and how they merge. */
export interface RowShape {
  /** Left edge of the row, then the right edge of each cell. */
  readonly edges: readonly number[];
  readonly cells: readonly CellShape[];
  /** Set if the row is hidden, deleted or without height, and so is not read. */
  readonly gone: "hidden" | "deleted" | null;
  /** True if its table is laid over the page. */
  readonly floats?: boolean;
  /** Twips, if the row has an exact height. */
  readonly height?: number | undefined;
  /** True if the row stands in a frame together with its whole table. */
  readonly isFramed?: boolean;
  /** Why digits without a look of their own must not be used: the style of the table gives them a doubtful one. */
  readonly doubt?: string | undefined;
}

export interface CellShape {
  readonly horizontal: "none" | "restart" | "continue";
  readonly vertical: WordCell["vertical"];
  /** True if a line runs across the cell. */
  readonly isCrossed?: boolean;
  /** True if its lines run from top to bottom. */
  readonly isTurned?: boolean;
  /** True if a tracked change deletes the cell. */
  readonly isDeleted?: boolean;
  /** The colour of its shading; null for paper. */
  readonly ground?: Rgb | null | undefined;
}

/** A row's cells in order, and its shape; the shape is null where the file states none. */
export interface ShapedRow {
  readonly cells: readonly Pick<WordCell, "items" | "picture">[];
  readonly shape: RowShape | null;
}

/**
 * Twips (a quarter of a millimetre); edges nearer than this are one line on the page, because the rows were drawn one
 * by one.
 */
const sameLine = 15;

/**
 * Turns rows of edges into rows of grid columns, as Word does when it saves such a file as .docx. `uneven` counts the
 * rows whose cells do not match their shape.
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

/** The vertical lines of a table from left to right; every cell's edge lies on one of them. */
function gridLines(rows: readonly ShapedRow[]): number[] {
  const edges = new Set<number>();
  for (const { shape } of rows) for (const edge of shape?.edges ?? []) edges.add(edge);
  const sorted = [...edges].sort((one, other) => one - other);
  const lines: number[] = [];
  for (const edge of sorted) if (lines.length === 0 || edge - lines.at(-1)! > sameLine) lines.push(edge);
  return lines;
}

/** The line that an edge lies on: the last one that is not to the right of the edge. */
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
